#include "tests/cli/cli_run.h"
#include "tests/support/made_files.h"
#include "tests/support/test_program.h"

#include <QRegularExpression>
#include <QTest>

using namespace atlas::test;

/// Tables that scripts and later runs read again: every byte stays what it was when the file in
/// tests/data/tables was written.
class WrittenTablesTest : public QObject
{
    Q_OBJECT

private slots:
    void everyByteStays_data();
    void everyByteStays();
};

void WrittenTablesTest::everyByteStays_data()
{
    const QString figures = "--indicators DATA/figures.csv --metadata DATA/metadata.csv --normalise minmax ";
    const QString tried = "--project DATA/tried.atlas ";
    QTest::addColumn<QString>("line");
    QTest::newRow("written_all") << "table --nodes --rounding-band --robustness 60 --seed 3 --classes 3 "
                                        + figures;
    QTest::newRow("written_nodes") << "table --nodes --rank-rule average --exclude score " + figures;
    QTest::newRow("written_tried") << "table " + tried;
    QTest::newRow("written_compared") << "compare --with DATA/other.method.json " + figures;
    QTest::newRow("written_compared_tried") << "compare --with DATA/other.method.json " + tried;
    QTest::newRow("written_trace") << "table --trace E37000002 " + figures;
    QTest::newRow("written_trace_tried") << "table --trace E37000009 " + tried;
}

void WrittenTablesTest::everyByteStays()
{
    QTest::failOnWarning(QRegularExpression(".*"));
    const QTemporaryDir folder;
    const QString data = ATLAS_SOURCE_DIR "/tests/data/tables";
    QFETCH(QString, line);
    runCliWell(line.replace("DATA", data) + "--quiet --out out.csv", {.folder = folder.path()});
    const QString name = QLatin1String(QTest::currentDataTag());
    QCOMPARE(readBytes(folder.filePath("out.csv")), readBytes(data + '/' + name + ".csv"));
}

ATLAS_TEST(WrittenTablesTest)

#include "test_written_tables.moc"
