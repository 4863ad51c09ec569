#include "tests/support/test_program.h"

#include "core/render/cell_format.h"
#include "core/render/colour_scale.h"
#include "core/render/colour_vision.h"
#include "core/render/theme.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <set>

using namespace atlas;

namespace {

constexpr double readable = 4.5; // WCAG 2.1, level AA, for text of any size

/// How light a colour is: the contrast with black grows with it.
double lightness(const QColor &colour)
{
    return contrastRatio(colour, Qt::black);
}

ScaleAbout aboutScale(const QString &name)
{
    for (const ScaleAbout &scale : colourScales())
        if (scale.name == name)
            return scale;
    qFatal("no such scale");
}

} // namespace

class ColoursTest : public QObject
{
    Q_OBJECT

private slots:
    void contrastHasThePublishedValues_data();
    void contrastHasThePublishedValues();
    void textOnAnyGreyIsReadable();
    void scaleHasOneColourForEachClass_data();
    void scaleHasOneColourForEachClass();
    void scaleDarkensFromClassToClass_data() { everyScale(); }
    void scaleDarkensFromClassToClass();
    void divergingScaleIsPalestInTheMiddle_data() { everyScale(); }
    void divergingScaleIsPalestInTheMiddle();
    void brewerHasItsPublishedColours();
    void viridisHasItsPublishedEnds();
    void scalesWithStepsAreDefinedForTheirSetsAlone();
    void colourBlindReadersCanTellTheUsualClassesApart_data();
    void colourBlindReadersCanTellTheUsualClassesApart();
    void linesKeepPaleAreasApart();
    void textOnEveryClassIsReadable_data() { everyScale(); }
    void textOnEveryClassIsReadable();
    void fourClassesStayApartInGreyPrint_data();
    void fourClassesStayApartInGreyPrint();
    void greyPrintNeedsStepsThatCanBeSeen();
    void unknownScaleIsTheDefaultOne();
    void linesSetDarkAreasApartInTheDark();
    void tableCellsAreReadable();
    void fourTableColoursAreThoseOfThePaper();
    void cellWithoutAClassHasNoFormat();
    void marksSayWhatColoursSay();
    void inkIsReadableInEveryTheme_data() { everyTheme(); }
    void inkIsReadableInEveryTheme();
    void missingLooksLikeNoClass_data() { everyTheme(); }
    void missingLooksLikeNoClass();

private:
    static void everyScale();
    static void everyTheme();
};

void ColoursTest::everyScale()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : colourScaleNames())
        QTest::newRow(qPrintable(name)) << name;
}

void ColoursTest::everyTheme()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << Theme::Light;
    QTest::newRow("dark") << Theme::Dark;
}

// https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio; #767676 is the lightest grey that passes on white.
void ColoursTest::contrastHasThePublishedValues_data()
{
    QTest::addColumn<QColor>("colour");
    QTest::addColumn<double>("onWhite");
    QTest::newRow("black") << QColor(Qt::black) << 21.0;
    QTest::newRow("white") << QColor(Qt::white) << 1.0;
    QTest::newRow("grey that just passes") << QColor(0x76, 0x76, 0x76) << 4.54;
    QTest::newRow("red") << QColor(Qt::red) << 4.00;
    QTest::newRow("green") << QColor(Qt::green) << 1.37;
    QTest::newRow("blue") << QColor(Qt::blue) << 8.59;
}

void ColoursTest::contrastHasThePublishedValues()
{
    QFETCH(const QColor, colour);
    QFETCH(const double, onWhite);
    QVERIFY2(std::abs(contrastRatio(colour, Qt::white) - onWhite) < 0.005,
             qPrintable(QString::number(contrastRatio(colour, Qt::white))));
    QCOMPARE(contrastRatio(Qt::white, colour), contrastRatio(colour, Qt::white));
}

void ColoursTest::textOnAnyGreyIsReadable()
{
    for (int grey = 0; grey < 256; ++grey) {
        const QColor background(grey, grey, grey);
        QVERIFY2(contrastRatio(readableOn(background), background) >= readable,
                 qPrintable(background.name()));
    }
}

void ColoursTest::scaleHasOneColourForEachClass_data()
{
    QTest::addColumn<int>("k");
    for (int k = 2; k <= 9; ++k)
        QTest::addRow("%d classes", k) << k;
}

void ColoursTest::scaleHasOneColourForEachClass()
{
    QFETCH(const int, k);
    QStringList names = colourScaleNames();
    for (const QString &name : names)
        QCOMPARE(colourScale(name, k).size(), static_cast<size_t>(k));
    QCOMPARE(tableColours(k).size(), static_cast<size_t>(k));
}

void ColoursTest::scaleDarkensFromClassToClass()
{
    QFETCH(const QString, name);
    if (aboutScale(name).kind == ScaleKind::Diverging)
        return;
    for (int k = 2; k <= 9; ++k) {
        const std::vector<QColor> scale = colourScale(name, k);
        for (size_t i = 1; i < scale.size(); ++i)
            QVERIFY2(lightness(scale[i]) < lightness(scale[i - 1]), qPrintable(scale[i].name()));
    }
}

void ColoursTest::divergingScaleIsPalestInTheMiddle()
{
    QFETCH(const QString, name);
    if (aboutScale(name).kind == ScaleKind::Sequential)
        return;
    for (int k = 3; k <= 9; ++k) {
        const std::vector<QColor> scale = colourScale(name, k);
        const auto rises = [&](size_t i) { return lightness(scale[i]) > lightness(scale[i - 1]); };
        for (size_t i = 1; i < scale.size(); ++i)
            if (2 * i != scale.size()) // where there are two in the middle, either may be the paler one
                QVERIFY2(rises(i) == (2 * i < scale.size()), qPrintable(scale[i].name()));
    }
}

// https://colorbrewer2.org: "4-class Blues", "5-class YlGnBu", "3-class RdBu".
void ColoursTest::brewerHasItsPublishedColours()
{
    const auto colours = [](const QString &name, int k) {
        QStringList names;
        for (const QColor &colour : colourScale(name, k))
            names << colour.name();
        return names;
    };
    QCOMPARE(colours("brewer-blues", 4), QStringList({"#eff3ff", "#bdd7e7", "#6baed6", "#2171b5"}));
    QCOMPARE(colours("brewer-ylgnbu", 5),
             QStringList({"#ffffcc", "#a1dab4", "#41b6c4", "#2c7fb8", "#253494"}));
    QCOMPARE(colours("brewer-rdbu", 3),
             QStringList({"#67a9cf", "#f7f7f7", "#ef8a62"})); // red is more disengaged
}

// https://bids.github.io/colormap; cividis after Nunez et al. (2018).
void ColoursTest::viridisHasItsPublishedEnds()
{
    const auto ends = [](const QString &name) {
        const std::vector<QColor> colours = colourScale(name, 5);
        return QStringList({colours.front().name(), colours.back().name()});
    };
    QCOMPARE(ends("viridis"), QStringList({"#fde725", "#440154"}));
    QCOMPARE(ends("magma"), QStringList({"#fcfdbf", "#000004"}));
    QCOMPARE(ends("plasma"), QStringList({"#f0f921", "#0d0887"}));
    QCOMPARE(ends("cividis"), QStringList({"#fee838", "#00224e"}));
}

void ColoursTest::scalesWithStepsAreDefinedForTheirSetsAlone()
{
    for (const ScaleAbout &scale : colourScales())
        for (int k = 2; k <= 9; ++k) {
            const bool hasSteps = scale.family == ScaleFamily::ColorBrewer;
            const bool isPublished = k >= 3 && (k <= 8 || scale.name != "brewer-ylorrd");
            QCOMPARE(isDefinedFor(scale.name, k), !hasSteps || isPublished);
        }
    QVERIFY(!isDefinedFor("no such scale", 4));
}

void ColoursTest::colourBlindReadersCanTellTheUsualClassesApart_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("mostClasses");
    for (const char *own :
         {"purples", "blues", "greens", "oranges", "greys", "viridis", "cividis", "magma", "plasma"})
        QTest::newRow(own) << own << 9;
    for (const char *brewer :
         {"brewer-blues", "brewer-ylgnbu", "brewer-ylorrd", "brewer-puor", "brewer-rdylbu"})
        QTest::newRow(brewer) << brewer << 7;
}

void ColoursTest::colourBlindReadersCanTellTheUsualClassesApart()
{
    QFETCH(const QString, name);
    QFETCH(const int, mostClasses);
    for (int k = 3; k <= mostClasses; ++k)
        QVERIFY2(isSafeForColourBlind(colourScale(name, k)), qPrintable(QString::number(k)));
}

void ColoursTest::linesKeepPaleAreasApart()
{
    const MapColours light = mapColours(Theme::Light);
    for (const QString &name : colourScaleNames())
        for (int k = 2; k <= 9; ++k) {
            const std::vector<QColor> scale = colourScale(name, k);
            const QColor line = lineBetween(scale, light.background, light.outline);
            for (const QColor &colour : scale)
                QVERIFY2(contrastRatio(colour, light.background) >= 1.3 || contrastRatio(colour, line) >= 1.3,
                         qPrintable(name));
        }
    const MapColours dark = mapColours(Theme::Dark);
    QCOMPARE(lineBetween(colourScale("purples", 4), light.background, light.outline), light.outline);
    QCOMPARE(lineBetween(colourScale("purples", 4), dark.background, dark.outline), dark.outline);
}

void ColoursTest::textOnEveryClassIsReadable()
{
    QFETCH(const QString, name);
    for (int k = 2; k <= 9; ++k)
        for (const QColor &colour : colourScale(name, k))
            QVERIFY2(contrastRatio(readableOn(colour), colour) >= readable, qPrintable(colour.name()));
}

void ColoursTest::fourClassesStayApartInGreyPrint_data()
{
    QTest::addColumn<QString>("name");
    for (const ScaleAbout &scale : colourScales())
        if (scale.family != ScaleFamily::ColorBrewer)
            QTest::newRow(qPrintable(scale.name)) << scale.name;
}

void ColoursTest::fourClassesStayApartInGreyPrint()
{
    QFETCH(const QString, name);
    const std::vector<QColor> scale = colourScale(name, 4);
    for (size_t i = 1; i < scale.size(); ++i)
        QVERIFY2(contrastRatio(scale[i], scale[i - 1]) >= 1.3, qPrintable(scale[i].name()));
    QVERIFY(printsInGrey(scale));
}

void ColoursTest::greyPrintNeedsStepsThatCanBeSeen()
{
    QVERIFY(printsInGrey(std::vector<QColor>{Qt::white, QColor(0x88, 0x88, 0x88), Qt::black}));
    QVERIFY(!printsInGrey(std::vector<QColor>{Qt::white, QColor(0xf0, 0xf0, 0xf0), Qt::black})); // too near
    QVERIFY(!printsInGrey(std::vector<QColor>{Qt::black, QColor(0x88, 0x88, 0x88), Qt::white})); // rising
    QVERIFY(!printsInGrey(colourScale("brewer-rdbu", 4)));
    QVERIFY(!printsInGrey(colourScale("greens", 9)));
}

void ColoursTest::unknownScaleIsTheDefaultOne()
{
    QCOMPARE(colourScale("no such scale", 4), colourScale(colourScaleNames().front(), 4));
}

void ColoursTest::tableCellsAreReadable()
{
    for (int k = 2; k <= 9; ++k) {
        for (int classNumber = 1; classNumber <= k; ++classNumber) {
            const CellFormat format = cellFormat(classNumber, tableColours(k));
            QCOMPARE(format.background, tableColours(k)[static_cast<size_t>(classNumber - 1)]);
            QVERIFY2(contrastRatio(format.text, format.background) >= readable,
                     qPrintable(format.background.name()));
        }
    }
}

// "Understanding disengagement", Table 4: light green, dark green, yellow, red.
void ColoursTest::fourTableColoursAreThoseOfThePaper()
{
    const std::vector<QColor> colours = tableColours(4);
    const auto hueIsBetween = [&](size_t i, int from, int to) {
        return colours[i].hslHue() >= from && colours[i].hslHue() <= to;
    };
    QVERIFY(hueIsBetween(0, 90, 150));
    QVERIFY(hueIsBetween(1, 90, 150));
    QVERIFY(lightness(colours[0]) > lightness(colours[1]));
    QVERIFY(hueIsBetween(2, 40, 60));
    QVERIFY(hueIsBetween(3, 345, 360) || hueIsBetween(3, 0, 10));
}

void ColoursTest::cellWithoutAClassHasNoFormat()
{
    QCOMPARE(cellFormat(0, tableColours(4)), CellFormat());
    QVERIFY(!cellFormat(0, tableColours(4)).background.isValid());
}

void ColoursTest::marksSayWhatColoursSay()
{
    QCOMPARE(cellFormat(4, tableColours(4)).mark, "Q4");
    QCOMPARE(cellFormat(5, tableColours(7)).mark, "5");
    QCOMPARE(classText(4, 4), "Q4, most disengaged");
    QCOMPARE(classText(1, 5), "1, least disengaged");
    QCOMPARE(classText(2, 4), "Q2");
}

void ColoursTest::inkIsReadableInEveryTheme()
{
    QFETCH(const Theme, theme);
    const MapColours colours = mapColours(theme);
    QVERIFY(contrastRatio(colours.ink, colours.background) >= readable);
    QVERIFY(contrastRatio(colours.faintInk, colours.background) >= readable);
    // WCAG 2.1, "non-text contrast": 3 for what has to be seen to use the map.
    QVERIFY(contrastRatio(colours.hover, colours.background) >= 3);
    QVERIFY(contrastRatio(colours.selected, colours.background) >= 3);
}

void ColoursTest::missingLooksLikeNoClass()
{
    QFETCH(const Theme, theme);
    const MapColours colours = mapColours(theme);
    QVERIFY(colours.missing != colours.background);
    QVERIFY(contrastRatio(readableOn(colours.missing), colours.missing) >= readable);
    for (const QString &name : colourScaleNames()) {
        for (int k = 2; k <= 9; ++k) {
            const std::vector<QColor> scale = colourScale(name, k);
            QVERIFY2(std::find(scale.begin(), scale.end(), colours.missing) == scale.end(), qPrintable(name));
        }
    }
}

// What sets an area apart in the dark is its line or, where it is light, the area itself.
void ColoursTest::linesSetDarkAreasApartInTheDark()
{
    constexpr double visible = 3; // WCAG 2.2, 1.4.11
    const MapColours colours = mapColours(Theme::Dark);
    QVERIFY(contrastRatio(colours.outline, colours.background) >= visible);
    for (const QString &name : colourScaleNames()) {
        const std::vector<QColor> scale = colourScale(name, 4);
        const QColor darkest =
            *std::min_element(scale.begin(), scale.end(),
                              [](const QColor &a, const QColor &b) { return lightness(a) < lightness(b); });
        const QColor line = lineBetween(scale, colours.background, colours.outline);
        QVERIFY2(contrastRatio(line, darkest) >= visible
                     || contrastRatio(darkest, colours.background) >= visible,
                 qPrintable(name));
    }
}

ATLAS_TEST(ColoursTest)

#include "test_colours.moc"
