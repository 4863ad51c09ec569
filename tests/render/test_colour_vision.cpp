#include "core/render/colour_scale.h"
#include "core/render/colour_vision.h"
#include "core/render/theme.h"
#include "tests/support/test_program.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>
#include <cstdlib>

using namespace atlas;

class ColourVisionTest : public QObject
{
    Q_OBJECT

private slots:
    void matricesAreThePublishedOnes();
    void greysStayGrey_data() { everyVision(); }
    void greysStayGrey();
    void opacityStays_data() { everyVision(); }
    void opacityStays();
    void picturesAreSeenAsTheirColoursAre_data() { everyVision(); }
    void picturesAreSeenAsTheirColoursAre();
    void fullVisionChangesNothing();
    void redAndGreenComeTogether();
    void blueAndGreenComeTogether();
    void greyscaleKeepsLuminance();
    void pixelRatioStays();
    void differencesHaveThePublishedValues();
    void redGreenScaleIsNotSafe();

private:
    static void everyVision();
};

void ColourVisionTest::everyVision()
{
    QTest::addColumn<Vision>("vision");
    QTest::newRow("deuteranopia") << Vision::Deuteranopia;
    QTest::newRow("protanopia") << Vision::Protanopia;
    QTest::newRow("tritanopia") << Vision::Tritanopia;
    QTest::newRow("greyscale") << Vision::Greyscale;
}

// Machado, Oliveira and Fernandes (2009): the matrices of severity 1.0, as the authors publish them with the
// paper (https://www.inf.ufrgs.br/~oliveira/pubs_files/CVD_Simulation/CVD_Simulation.html).
void ColourVisionTest::matricesAreThePublishedOnes()
{
    using Row = std::array<double, 3>;
    QVERIFY((visionMatrix(Vision::Protanopia)[0] == Row{0.152286, 1.052583, -0.204868}));
    QVERIFY((visionMatrix(Vision::Protanopia)[2] == Row{-0.003882, -0.048116, 1.051998}));
    QVERIFY((visionMatrix(Vision::Deuteranopia)[0] == Row{0.367322, 0.860646, -0.227968}));
    QVERIFY((visionMatrix(Vision::Deuteranopia)[1] == Row{0.280085, 0.672501, 0.047413}));
    QVERIFY((visionMatrix(Vision::Tritanopia)[0] == Row{1.255528, -0.076749, -0.178779}));
    QVERIFY((visionMatrix(Vision::Tritanopia)[2] == Row{0.004733, 0.691367, 0.303900}));
}

void ColourVisionTest::greysStayGrey()
{
    QFETCH(const Vision, vision);
    for (const auto &row : visionMatrix(vision))
        QVERIFY(std::abs(row[0] + row[1] + row[2] - 1) < 1e-5);
    for (int grey = 0; grey < 256; ++grey)
        QCOMPARE(seenAs(QColor(grey, grey, grey), vision), QColor(grey, grey, grey));
}

void ColourVisionTest::opacityStays()
{
    QFETCH(const Vision, vision);
    QCOMPARE(seenAs(QColor(200, 10, 60, 70), vision).alpha(), 70);
    QVERIFY(!seenAs(QColor(), vision).isValid());
    QImage image(1, 1, QImage::Format_ARGB32_Premultiplied);
    image.fill(QColor(200, 10, 60, 70));
    QCOMPARE(qAlpha(seenAs(image, vision).pixel(0, 0)), 70);
}

void ColourVisionTest::picturesAreSeenAsTheirColoursAre()
{
    QFETCH(const Vision, vision);
    QRandomGenerator random(7);
    QImage image(97, 131, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, random.generate() | 0xff000000U);
    const QImage seen = seenAs(image, vision);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QColor expected = seenAs(QColor(image.pixel(x, y)), vision);
            const QColor found(seen.pixel(x, y));
            QVERIFY(std::abs(found.red() - expected.red()) <= 1);
            QVERIFY(std::abs(found.green() - expected.green()) <= 1);
            QVERIFY(std::abs(found.blue() - expected.blue()) <= 1);
        }
}

void ColourVisionTest::fullVisionChangesNothing()
{
    QImage image(3, 3, QImage::Format_ARGB32);
    image.fill(QColor(1, 2, 3, 4));
    QCOMPARE(seenAs(image, Vision::Full), image);
    QCOMPARE(seenAs(QColor(1, 2, 3, 4), Vision::Full), QColor(1, 2, 3, 4));
}

void ColourVisionTest::redAndGreenComeTogether()
{
    const QColor red(0xbf, 0x26, 0x2d);
    const QColor green(0x2b, 0x7a, 0x46);
    const double full = colourDifference(red, green);
    for (const Vision vision : {Vision::Deuteranopia, Vision::Protanopia})
        QVERIFY(colourDifference(seenAs(red, vision), seenAs(green, vision)) < 0.5 * full);
    QVERIFY(colourDifference(seenAs(red, Vision::Tritanopia), seenAs(green, Vision::Tritanopia))
            > 0.7 * full);
}

void ColourVisionTest::blueAndGreenComeTogether()
{
    const QColor blue(0x20, 0x60, 0xd0);
    const QColor green(0x20, 0x90, 0x60);
    QVERIFY(colourDifference(seenAs(blue, Vision::Tritanopia), seenAs(green, Vision::Tritanopia))
            < 0.5 * colourDifference(blue, green));
}

void ColourVisionTest::greyscaleKeepsLuminance()
{
    for (const QColor &colour : {QColor(Qt::red), QColor(0x47, 0x20, 0x7a), QColor(0xff, 0xe0, 0x66)}) {
        const QColor grey = seenAs(colour, Vision::Greyscale);
        QCOMPARE(grey.red(), grey.green());
        QCOMPARE(grey.green(), grey.blue());
        QVERIFY(std::abs(contrastRatio(grey, Qt::black) / contrastRatio(colour, Qt::black) - 1) < 0.02);
    }
}

void ColourVisionTest::pixelRatioStays()
{
    QImage image(4, 4, QImage::Format_RGB32);
    image.fill(Qt::red);
    image.setDevicePixelRatio(2);
    QCOMPARE(seenAs(image, Vision::Greyscale).devicePixelRatio(), 2.0);
}

// CIE 15:2004: black and white are 100 apart. Lindbloom's calculator has L*a*b* (53.24, 80.09, 67.20) for
// sRGB's red under D65, and (87.73, -86.18, 83.18) for its green.
void ColourVisionTest::differencesHaveThePublishedValues()
{
    QCOMPARE(colourDifference(Qt::red, Qt::red), 0.0);
    QVERIFY(std::abs(colourDifference(Qt::black, Qt::white) - 100) < 0.05);
    QVERIFY(std::abs(colourDifference(Qt::red, Qt::green)
                     - std::hypot(53.24 - 87.73, 80.09 + 86.18, 67.20 - 83.18))
            < 0.2);
}

// RdYlGn of ColorBrewer 2.0, which its authors do not recommend for colour-blind readers.
void ColourVisionTest::redGreenScaleIsNotSafe()
{
    QVERIFY(!isSafeForColourBlind(std::vector<QColor>{0xd7191c, 0xfdae61, 0xa6d96a, 0x1a9641}));
    QVERIFY(isSafeForColourBlind(colourScale("purples", 4)));
}

ATLAS_TEST(ColourVisionTest)

#include "test_colour_vision.moc"
