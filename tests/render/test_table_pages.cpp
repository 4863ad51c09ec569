#include "core/render/table_pages.h"

#include "core/render/cell_colours.h"
#include "tests/support/test_program.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace atlas;

namespace {

constexpr QSizeF landscape(1032, 703); // A4 within margins of 12 mm

/// A name and so many figures, in classes 1 to 4 by turns.
TableSheet madeSheet(size_t rows, size_t figures = 3)
{
    std::vector<TableColumn> columns = {{.kind = TableColumn::Kind::Text, .name = "Area"}};
    for (size_t i = 0; i < figures; ++i)
        columns.push_back(
            {.name = QStringLiteral("Figure %1").arg(i), .head = "Domain", .decimals = 1, .classCount = 4});
    std::vector<std::vector<TableCell>> cells(rows);
    for (size_t row = 0; row < rows; ++row) {
        cells[row].push_back(textCell(QStringLiteral("Area %1").arg(row)));
        for (size_t i = 0; i < figures; ++i)
            cells[row].push_back({static_cast<double>(row), static_cast<int>((row + i) % 4) + 1});
    }
    std::vector<CellFormat> formats;
    for (int number = 0; number <= 4; ++number)
        formats.push_back(cellFormat(number, safeColours(4)));
    return {.table = tableOfRows(std::move(columns), std::move(cells)),
            .locale = QLocale::c(),
            .title = "Disengagement",
            .formatOf =
                [formats](const TableColumn &, const TableCell &cell) {
                    return formats[static_cast<size_t>(cell.classNumber)];
                },
            .key = keyToClasses(formats, 4),
            .notes = {"Source: made up", "z-scores"}};
}

QImage painted(const TablePages &pages, int page)
{
    QImage image(pages.pageSize().toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    pages.paint(painter, page);
    return image;
}

int pixelsOf(const QImage &image, const QColor &colour, const QRect &part)
{
    int count = 0;
    for (int y = part.top(); y <= part.bottom(); ++y)
        for (int x = part.left(); x <= part.right(); ++x)
            count += image.pixelColor(x, y) == colour ? 1 : 0;
    return count;
}

} // namespace

class TablePagesTest : public QObject
{
    Q_OBJECT

private slots:
    void fewRowsNeedOnePage();
    void everyRowHasAPlace();
    void everyPageHasKeyAndHead();
    void wideTablesAreMadeSmallerUntilTheyFit();
    void pictureIsAsLargeAsTheTable();
    void picturesOfManyRowsAreRefused();
    void keyRunsFromMostToLeastDisengaged();
    void htmlHasTheColoursOfTheSheet();
    void noRowsStillMakeAPage();
};

void TablePagesTest::fewRowsNeedOnePage()
{
    QCOMPARE(TablePages(madeSheet(5), landscape).pageCount(), 1);
}

void TablePagesTest::everyRowHasAPlace()
{
    const int one = TablePages(madeSheet(20), landscape).pageCount();
    QCOMPARE(one, 1);
    const TablePages many(madeSheet(300), landscape);
    QVERIFY(many.pageCount() >= 9 && many.pageCount() <= 12);
}

void TablePagesTest::everyPageHasKeyAndHead()
{
    const TablePages pages(madeSheet(100), landscape);
    QVERIFY(pages.pageCount() > 1);
    const QColor red = cellFormat(4, safeColours(4)).background;
    const QRect key(0, 28, 700, 18);
    const QColor head(0xec, 0xeb, 0xf1);
    for (int page = 0; page < pages.pageCount(); ++page) {
        const QImage image = painted(pages, page);
        QVERIFY(pixelsOf(image, red, key) > 300);
        QVERIFY(pixelsOf(image, head, QRect(0, 54, 300, 56)) > 2000);
    }
    QVERIFY(painted(pages, 0) != painted(pages, 1));
}

void TablePagesTest::wideTablesAreMadeSmallerUntilTheyFit()
{
    const TableSheet wide = madeSheet(30, 60);
    QVERIFY(TablePages::naturalWidth(wide) > landscape.width());
    const TablePages pages(wide, landscape);
    const QImage image = painted(pages, 0);
    const QRect lastColumns(image.width() - 12, 54, 11, 200);
    QVERIFY(pixelsOf(image, Qt::white, lastColumns) < lastColumns.width() * lastColumns.height() / 2);
}

void TablePagesTest::pictureIsAsLargeAsTheTable()
{
    const auto few = pictureOf(madeSheet(3));
    const auto more = pictureOf(madeSheet(23));
    QVERIFY(few && more);
    QCOMPARE(more->size.logical.height() - few->size.logical.height(), 20.0 * 19);
    QCOMPARE(more->size.logical.width(), few->size.logical.width());
    const QImage image = renderImage(*few);
    QCOMPARE(qRound(image.dotsPerMeterX() * 0.0254), 300);
    const auto svg = renderPicture(*few, PictureFormat::Svg);
    QVERIFY(svg && svg->contains("<svg"));
}

void TablePagesTest::picturesOfManyRowsAreRefused()
{
    const auto picture = pictureOf(madeSheet(201));
    QVERIFY(!picture);
    QVERIFY2(picture.error().message.contains("200"), qPrintable(picture.error().message));
}

void TablePagesTest::keyRunsFromMostToLeastDisengaged()
{
    const TableSheet sheet = madeSheet(1);
    QCOMPARE(sheet.key.size(), size_t(4));
    QCOMPARE(sheet.key.front().meaning, "Q4, most disengaged");
    QCOMPARE(sheet.key.back().meaning, "Q1, least disengaged");
}

void TablePagesTest::htmlHasTheColoursOfTheSheet()
{
    const QString html = htmlOf(madeSheet(4));
    for (int number = 1; number <= 4; ++number)
        QCOMPARE(html.count("bgcolor=\"" + cellFormat(number, safeColours(4)).background.name()), 3);
    QVERIFY(html.contains("Q1, least disengaged"));
}

void TablePagesTest::noRowsStillMakeAPage()
{
    const TablePages pages(madeSheet(0), landscape);
    QCOMPARE(pages.pageCount(), 1);
    QVERIFY(!painted(pages, 0).isNull());
}

ATLAS_TEST(TablePagesTest)

#include "test_table_pages.moc"
