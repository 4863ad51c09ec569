#include "tests/support/made_files.h"
#include "tests/support/test_program.h"

#include "core/dataset/load_dataset.h"
#include "core/tables/read_grid.h"

#include <QStringEncoder>
#include <QTest>

#include <array>

using namespace atlas;
using namespace atlas::test;

namespace {

Result<Grid> readBytesAs(const QByteArray &bytes, const QString &name = "table.csv")
{
    const QTemporaryDir folder;
    Progress progress;
    return readGrid(writeBytes(folder, name, bytes), "The indicator file", {}, progress);
}

/// Rows by bars, cells by commas.
QString cellsOf(const Grid &grid)
{
    QStringList rows;
    for (int row = 0; row < grid.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < grid.cellCount(row); ++column)
            cells << grid.cell(row, column).toString();
        rows << cells.join(",");
    }
    return rows.join("|");
}

QByteArray encoded(const QString &text, QStringConverter::Encoding encoding,
                   QStringConverter::Flags flags = QStringConverter::Flag::WriteBom)
{
    QStringEncoder encoder(encoding, flags);
    return encoder(text);
}

} // namespace

class TextGridTest : public QObject
{
    Q_OBJECT

private slots:
    void layouts_data();
    void layouts();
    void encodings_data();
    void encodings();
    void aTextThatIsNotUtf8IsReadAsWindows1252WithANote();
    void filesThatAreNoText_data();
    void filesThatAreNoText();
    void tenThousandColumnsAndALongCell();
    void builtInFilesAreRead();
    void readingCanBeCancelledAndSaysHowFarItIs();
};

void TextGridTest::layouts_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("cells");
    QTest::addColumn<QString>("fact");
    const auto row = [](const char *name, const char *bytes, const char *cells, const char *fact) {
        QTest::newRow(name) << QByteArray(bytes) << QString(cells) << QString(fact) + " between cells";
    };
    row("commas", "a,b\nE1,1\n", "a,b|E1,1", "commas");
    row("semicolons", "a;b\nE1;1\n", "a,b|E1,1", "semicolons");
    row("tabs", "a\tb\nE1\t1\n", "a,b|E1,1", "tabs");
    row("decimal commas", "a;b;c\nE1;4;7,5\nE2;5;1,5\n", "a,b,c|E1,4,7,5|E2,5,1,5", "semicolons");
    row("a title without the separator", "Young people\na;b;c\nE1;1;2\nE2;1;2\n",
        "Young people|a,b,c|E1,1,2|E2,1,2", "semicolons");
    row("a title with another separator", "NEET, by area, 2016\n\na;b\nE1;1\nE2;2\n",
        "NEET, by area, 2016||a,b|E1,1|E2,2", "semicolons");
    row("a title with commas above commas", "NEET; by area\na,b\nE1,1\nE2,2\n", "NEET; by area|a,b|E1,1|E2,2",
        "commas");
    row("semicolons in every cell of a column", "a,b\nE1,x; y\nE2,z; y\n", "a,b|E1,x; y|E2,z; y", "commas");
    row("a line that names the separator", "sep=;\r\na;b\r\nE1;1\r\n", "a,b|E1,1", "semicolons");
    row("a line that names a comma", "SEP=,\na,b;c\nE1,1;2\n", "a,b;c|E1,1;2", "commas");
    row("a line that begins like one", "sep=2016,b\nE1,1\n", "sep=2016,b|E1,1", "commas");
    row("line breaks in quotation marks", "a,b\n\"E\n1\",1\n", "a,b|E\n1,1", "commas");
    row("commas and quotation marks in quotation marks", "a,b\n\"x, \"\"y\"\"\",1\n", "a,b|x, \"y\",1",
        "commas");
    row("lines of old Macs", "a,b\rE1,1\r", "a,b|E1,1", "commas");
    row("blank lines are rows without cells", "a,b\n\n,\nE1,1\n", "a,b||,|E1,1", "commas");
    row("rows of different lengths", "a,b\nE1\nE2,1,2\n", "a,b|E1|E2,1,2", "commas");
    row("spaces and zero-width characters",
        " a ,b\nE\xE2\x80\x8B"
        "1,\xC2\xA0"
        "1\n",
        "a,b|E1,1", "commas");
    row("one column", "area code\nE1\n", "area code|E1", "commas");
}

void TextGridTest::layouts()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, cells);
    QFETCH(const QString, fact);
    const auto grid = readBytesAs(bytes);
    QVERIFY2(grid.ok(), grid.ok() ? "" : qPrintable(grid.error().message));
    QCOMPARE(cellsOf(*grid), cells);
    QCOMPARE(grid->facts, QStringList({fact, "UTF-8"}));
    QCOMPARE(grid->file, "table.csv");
    QVERIFY(grid->issues.empty());
    QVERIFY(!grid->isTyped);
    QVERIFY(!grid->isNumber(1, 1));
}

void TextGridTest::encodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    const QString text = QString::fromUtf8("name,value\nYnys Môn – island,5\n");
    const auto withoutMark = QStringConverter::Flag::Default;
    QTest::newRow("UTF-8") << text.toUtf8() << "UTF-8";
    QTest::newRow("UTF-8 with a mark") << encoded(text, QStringConverter::Utf8) << "UTF-8";
    QTest::newRow("UTF-16, little end first") << encoded(text, QStringConverter::Utf16LE) << "UTF-16";
    QTest::newRow("UTF-16, big end first") << encoded(text, QStringConverter::Utf16BE) << "UTF-16";
    QTest::newRow("UTF-16 without a mark, little end first")
        << encoded(text, QStringConverter::Utf16LE, withoutMark) << "UTF-16";
    QTest::newRow("UTF-16 without a mark, big end first")
        << encoded(text, QStringConverter::Utf16BE, withoutMark) << "UTF-16";
}

void TextGridTest::encodings()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, name);
    const auto grid = readBytesAs(bytes);
    QVERIFY2(grid.ok(), grid.ok() ? "" : qPrintable(grid.error().message));
    QCOMPARE(cellsOf(*grid), QString::fromUtf8("name,value|Ynys Môn – island,5"));
    QCOMPARE(grid->facts.back(), name);
    QVERIFY(grid->issues.empty());
}

void TextGridTest::aTextThatIsNotUtf8IsReadAsWindows1252WithANote()
{
    const auto grid = readBytesAs("name,cost\nYnys M\xF4n \x96 west,\x80 5\n");
    QVERIFY(grid.ok());
    QCOMPARE(cellsOf(*grid), QString::fromUtf8("name,cost|Ynys Môn – west,€ 5"));
    QCOMPARE(grid->facts.back(), "Windows-1252");
    QCOMPARE(grid->issues.size(), size_t(1));
    QCOMPARE(grid->issues[0].severity, Severity::Note);
}

void TextGridTest::filesThatAreNoText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing") << QByteArray() << "is empty";
    QTest::newRow("zero bytes") << QByteArray("a,b\n1,\0\0\0\n", 10) << "is not a text table";
    QTest::newRow("an odd number of UTF-16 bytes") << QByteArray("a\0,\0b", 5) << "is not a text table";
    QTest::newRow("an open quotation mark") << QByteArray("a,b\n\"E1,1\n") << "never closed";
}

void TextGridTest::filesThatAreNoText()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, says);
    const auto grid = readBytesAs(bytes);
    QVERIFY(!grid.ok());
    QVERIFY2(grid.error().message.contains(says), qPrintable(grid.error().message));
    QVERIFY(grid.error().message.startsWith("The indicator file "));
}

void TextGridTest::tenThousandColumnsAndALongCell()
{
    constexpr int columns = 10'000, length = 1 << 20;
    QByteArray bytes;
    for (int column = 0; column < columns; ++column)
        bytes += "c" + QByteArray::number(column) + ",";
    bytes += "\n\"" + QByteArray(length, 'x') + "\",1\n";
    const auto grid = readBytesAs(bytes);
    QVERIFY(grid.ok());
    QCOMPARE(grid->width(), columns + 1);
    QCOMPARE(grid->cell(0, columns - 1), QStringView(u"c9999"));
    QCOMPARE(grid->cell(1, 0).size(), length);
    QCOMPARE(grid->cell(1, 1), QStringView(u"1"));
}

void TextGridTest::builtInFilesAreRead()
{
    Progress progress;
    const auto grid = readGrid(builtInSources().indicators, "The indicator file", {}, progress);
    QVERIFY2(grid.ok(), grid.ok() ? "" : qPrintable(grid.error().message));
    QVERIFY(grid->rowCount() >= 40);
}

void TextGridTest::readingCanBeCancelledAndSaysHowFarItIs()
{
    QByteArray bytes("a,b\n");
    for (int i = 0; i < 5000; ++i)
        bytes += "E1,1\n";
    const QTemporaryDir folder;
    const QString path = writeBytes(folder, "long.csv", bytes);
    Progress done;
    QVERIFY(readGrid(path, "The file", {}, done).ok());
    QVERIFY(done.fraction() > 0.9);
    Progress cancelled;
    cancelled.cancel();
    const auto grid = readGrid(path, "The file", {}, cancelled);
    QVERIFY(!grid.ok());
    QVERIFY(grid.error().message.contains("cancelled"));
}

ATLAS_TEST(TextGridTest)
#include "test_text_grid.moc"
