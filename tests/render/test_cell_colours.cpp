#include "core/render/cell_colours.h"

#include "core/dataset/load_dataset.h"
#include "core/render/cell_format.h"
#include "core/render/colour_scale.h"
#include "core/render/looks.h"
#include "core/render/theme.h"
#include "tests/support/made_data.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <array>
#include <cmath>

using namespace atlas;
using namespace atlas::test;

namespace {

using Matrix = std::array<std::array<double, 3>, 3>;

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

/// Relative luminance (WCAG 2.1) of what is left of a colour once linear red, green and blue are mixed.
double luminanceAsSeen(const QColor &colour, const Matrix &mix)
{
    const std::array given = {linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())};
    std::array<double, 3> seen = {};
    for (size_t row = 0; row < 3; ++row)
        for (size_t column = 0; column < 3; ++column)
            seen[row] += mix[row][column] * given[column];
    return 0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2];
}

Dataset paperData()
{
    Dataset data = makeDataset({{"a", {1, 2, 3, 4}}});
    data.files = {builtInSources().boundaries, builtInSources().indicators};
    return data;
}

} // namespace

/// The colours of the classes in the cells of a table.
class CellColoursTest : public QObject
{
    Q_OBJECT

private slots:
    void automaticIsThePapersForThePaperAndTheMapsForOthers();
    void aChoiceIsKeptWhateverTheData();
    void textIsReadableInEveryCell_data() { everyScheme(); }
    void textIsReadableInEveryCell();
    void cellsStandOutFromTheTable_data() { everyScheme(); }
    void cellsStandOutFromTheTable();
    void textIsReadableOnEveryBar_data() { everyScheme(); }
    void textIsReadableOnEveryBar();
    void aCellThatStandsOutIsItsOwnEdge();
    void safeColoursStandInOrder_data();
    void safeColoursStandInOrder();

private:
    static void everyScheme();
};

void CellColoursTest::everyScheme()
{
    QTest::addColumn<Looks>("looks");
    QTest::newRow("the paper's") << Looks{.cellColours = CellColours::Paper};
    QTest::newRow("safe") << Looks{.cellColours = CellColours::Safe};
    for (const QString &palette : colourScaleNames())
        QTest::addRow("the map's %s", qPrintable(palette))
            << Looks{.palette = palette, .cellColours = CellColours::Map};
}

void CellColoursTest::automaticIsThePapersForThePaperAndTheMapsForOthers()
{
    QVERIFY(cellColours({}, paperData(), 4) == tableColours(4));
    const Dataset others = makeDataset({{"a", {1, 2, 3, 4}}});
    QVERIFY(cellColours({.palette = "blues"}, others, 5) == colourScale("blues", 5));
}

void CellColoursTest::aChoiceIsKeptWhateverTheData()
{
    for (const Dataset &data : {paperData(), makeDataset({{"a", {1, 2}}})}) {
        QVERIFY(cellColours({.cellColours = CellColours::Paper}, data, 4) == tableColours(4));
        QVERIFY(cellColours({.palette = "greys", .cellColours = CellColours::Map}, data, 4)
                == colourScale("greys", 4));
        QVERIFY(cellColours({.cellColours = CellColours::Safe}, data, 4) == safeColours(4));
    }
}

// WCAG 2.1, "contrast (minimum)": 4.5 for text; "non-text contrast": 3 for what has to be made out.

void CellColoursTest::textIsReadableInEveryCell()
{
    QFETCH(const Looks, looks);
    for (int k = 2; k <= 9; ++k) {
        const std::vector<QColor> colours = cellColours(looks, paperData(), k);
        QCOMPARE(colours.size(), static_cast<size_t>(k));
        for (int number = 1; number <= k; ++number) {
            const CellFormat format = cellFormat(number, colours);
            QVERIFY2(contrastRatio(format.text, format.background) >= 4.5,
                     qPrintable(format.background.name()));
        }
    }
}

void CellColoursTest::cellsStandOutFromTheTable()
{
    QFETCH(const Looks, looks);
    for (const Theme theme : {Theme::Light, Theme::Dark})
        for (int k = 2; k <= 9; ++k)
            for (const QColor &cell : cellColours(looks, paperData(), k)) {
                const QColor background = mapColours(theme).background;
                QVERIFY2(contrastRatio(cellEdge(cell, background), background) >= 3, qPrintable(cell.name()));
            }
}

void CellColoursTest::textIsReadableOnEveryBar()
{
    QFETCH(const Looks, looks);
    for (int k = 2; k <= 9; ++k)
        for (const QColor &cell : cellColours(looks, paperData(), k)) {
            const QColor bar = cellBar(cell, readableOn(cell));
            QVERIFY2(contrastRatio(bar, readableOn(cell)) >= 4.5, qPrintable(cell.name()));
            QVERIFY2(bar != cell, qPrintable(cell.name()));
        }
}

void CellColoursTest::aCellThatStandsOutIsItsOwnEdge()
{
    QCOMPARE(cellEdge(QColor("#b0202a"), Qt::white), QColor("#b0202a"));
    QVERIFY(cellEdge(QColor("#c9e9c0"), Qt::white) != QColor("#c9e9c0"));
    QCOMPARE(cellEdge(QColor("#c9e9c0"), QColor("#1e1d24")), QColor("#c9e9c0"));
}

// Viénot, Brettel and Mollon 1999, "Digital video colourmaps for checking the legibility of displays by
// dichromats", for red and green, in linear sRGB; for tritanopia the projection of Brettel, Viénot and Mollon
// 1997 on one plane, as commonly approximated.
void CellColoursTest::safeColoursStandInOrder_data()
{
    QTest::addColumn<Matrix>("mix");
    QTest::newRow("usual sight") << Matrix{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
    QTest::newRow("protanopia") << Matrix{
        {{0.11238, 0.88762, 0}, {0.11238, 0.88762, 0}, {0.00401, -0.00401, 1}}};
    QTest::newRow("deuteranopia") << Matrix{
        {{0.29275, 0.70725, 0}, {0.29275, 0.70725, 0}, {-0.02234, 0.02234, 1}}};
    QTest::newRow("tritanopia") << Matrix{{{1, 0.1446, -0.1446}, {0, 0.8559, 0.1441}, {0, 0.8559, 0.1441}}};
    QTest::newRow("grey") << Matrix{
        {{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}}};
}

void CellColoursTest::safeColoursStandInOrder()
{
    QFETCH(const Matrix, mix);
    for (int k = 2; k <= 9; ++k) {
        const std::vector<QColor> colours = safeColours(k);
        QCOMPARE(colours.size(), static_cast<size_t>(k));
        const double least = k <= 5 ? 1.3 : 1.12; // as contrast between neighbours
        for (size_t i = 1; i < colours.size(); ++i) {
            const double ratio =
                (luminanceAsSeen(colours[i - 1], mix) + 0.05) / (luminanceAsSeen(colours[i], mix) + 0.05);
            QVERIFY2(ratio >= least, qPrintable(QStringLiteral("%1 of %2: %3").arg(i).arg(k).arg(ratio)));
        }
    }
}

ATLAS_TEST(CellColoursTest)

#include "test_cell_colours.moc"
