#include "tests/support/made_files.h"
#include "tests/support/made_workbook.h"
#include "tests/support/test_program.h"

#include "core/import/inspect_file.h"

#include <QTest>

using namespace atlas;
using namespace atlas::test;

class InspectFileTest : public QObject
{
    Q_OBJECT

private slots:
    void aFileIsWhatStandsInIt_data();
    void aFileIsWhatStandsInIt();
    void sheetsOfAWorkbookAreKnown();
    void boundariesSayHowTheyWouldBeRead();
    void remarksSayWhatHadToBeAssumed();
    void aFileThatCannotBeReadSaysWhy_data();
    void aFileThatCannotBeReadSaysWhy();
};

void InspectFileTest::aFileIsWhatStandsInIt_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes"); // empty for boundaries
    QTest::addColumn<FileKind>("kind");
    QTest::addColumn<QString>("facts");
    QTest::newRow("boundaries") << "areas.gpkg" << QByteArray() << FileKind::Boundaries
                                << "2 area(s)|layer areas|drawn in the British National Grid|codes of areas "
                                   "from code, names from name|10 points";
    QTest::newRow("figures") << "f.csv"
                             << QByteArray("uCode,uName,region,a,b,published_rank\n"
                                           "E1,Avon,South,1,2,1\nE2,Tees,North,2,3,2\n")
                             << FileKind::Figures
                             << "commas between cells|UTF-8|heads in row 1|2 area(s)|codes of areas from "
                                "uCode, names from uName|2 indicator(s): a, b|"
                                "groups of areas from region|published ranks to compare with";
    QTest::newRow("figures by name") << "f.txt" << QByteArray("Name\ta\nAvon\t1\nTees\t2\n")
                                     << FileKind::Figures
                                     << "tabs between cells|UTF-8|heads in row 1|2 area(s)|names of areas "
                                        "from Name, no codes|1 indicator(s): a";
    QTest::newRow("metadata") << "m.csv"
                              << QByteArray("iCode,Type,Parent\na,Indicator,risk\nrisk,Aggregate,\n")
                              << FileKind::Metadata << "1 indicator(s): a|1 domain(s) or index above them";
    QTest::newRow("a lookup")
        << "l.csv"
        << QByteArray("lad_code,lad_name,lep_code,lep_name,n_lsoa,share\n"
                      "E06000001,North,E37000001,Up,58,1\n"
                      "E06000002,South,E37000001,Up,20,0.5\n")
        << FileKind::Lookup << "commas between cells|UTF-8|areas from lad_code in larger areas from lep_code";
    QTest::newRow("figures with the codes of two kinds of areas")
        << "f.csv" << QByteArray("lad_code,lep_code,neet\nE06000001,E37000001,6.4\nE06000002,E37000001,5.7\n")
        << FileKind::Figures
        << "commas between cells|UTF-8|heads in row 1|2 area(s)|codes of areas from lad_code, no names|1 "
           "indicator(s): neet";
    QTest::newRow("a project") << "p.json" << QByteArray(R"({"disengagement_atlas_project": 1})")
                               << FileKind::Project << "";
    QTest::newRow("a method") << "m.csv" << QByteArray(R"({"disengagement_atlas_method": 1})")
                              << FileKind::Method << "";
}

void InspectFileTest::aFileIsWhatStandsInIt()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, bytes);
    QFETCH(const FileKind, kind);
    QFETCH(const QString, facts);
    const QTemporaryDir folder;
    const MadeLayer layer{.features = {{"E37000001", "Avon", squareWkt(400000, 300000, 10000)},
                                       {"E37000002", "Tees", squareWkt(410000, 300000, 10000)}}};
    const QString path = bytes.isEmpty() ? writeLayer(folder, name, layer) : writeBytes(folder, name, bytes);
    Progress progress;
    const auto inspection = inspectFile(path, progress);
    QVERIFY2(inspection.ok(), inspection ? "" : qPrintable(inspection.error().message));
    QCOMPARE(inspection->file, name);
    QVERIFY2(inspection->kind == kind, qPrintable(fileKindText(inspection->kind)));
    QCOMPARE(inspection->facts.join('|'), facts);
    QVERIFY(!fileKindText(kind).isEmpty());
}

void InspectFileTest::sheetsOfAWorkbookAreKnown()
{
    const auto sheet = [](const QList<QStringList> &rows) {
        QByteArray xml = "<sheetData>";
        for (const QStringList &row : rows) {
            xml += "<row>";
            for (const QString &cell : row) {
                bool isNumber = false;
                cell.toDouble(&isNumber);
                xml += (isNumber ? "<c><v>" : "<c t=\"str\"><v>") + cell.toUtf8() + "</v></c>";
            }
            xml += "</row>";
        }
        return xml + "</sheetData>";
    };
    const QTemporaryDir folder;
    const QString path = writeXlsx(
        folder, "w.xlsx",
        {{"iData",
          sheet({{"uCode", "uName", "a", "other"}, {"E1", "Avon", "1", "7"}, {"E2", "Tees", "2", "8"}})},
         {"iMeta", sheet({{"iCode", "iName", "Direction"}, {"a", "Absence", "1"}})},
         {"Areas",
          sheet({{"lad_code", "lep_code"}, {"E06000001", "E37000001"}, {"E06000002", "E37000001"}})}});
    Progress progress;
    const auto figures = inspectFile(path, progress);
    QVERIFY2(figures.ok(), figures ? "" : qPrintable(figures.error().message));
    QCOMPARE(figures->facts.join('|'),
             "sheet iData|heads in row 1|2 area(s)|codes of areas from uCode, names from "
             "uName|1 indicator(s): a|indicators described in the sheet iMeta");
    const auto metadata = inspectFile(path, progress, {.sheet = "iMeta"});
    QVERIFY2(metadata.ok(), metadata ? "" : qPrintable(metadata.error().message));
    QVERIFY(metadata->kind == FileKind::Metadata);
    QCOMPARE(metadata->facts.join('|'), "sheet iMeta|1 indicator(s): a");
    const auto lookup = inspectFile(path, progress, {.sheet = "Areas"});
    QVERIFY(lookup.ok());
    QVERIFY(lookup->kind == FileKind::Lookup);
}

void InspectFileTest::boundariesSayHowTheyWouldBeRead()
{
    const QTemporaryDir folder;
    const MadeLayer layer{.features = {{"E37000001", "Avon", squareWkt(400000, 300000, 10000)}}};
    Progress progress;
    const auto inspection = inspectFile(writeLayer(folder, "areas.gpkg", layer), progress);
    QVERIFY(inspection.ok());
    QVERIFY(inspection->boundaries.has_value());
    QCOMPARE(inspection->boundaries->layer, "areas");
    QCOMPARE(inspection->boundaries->codeField, "code");
    QCOMPARE(inspection->boundaries->nameField, "name");
    QCOMPARE(inspection->boundaries->projection, "EPSG:27700");
}

void InspectFileTest::remarksSayWhatHadToBeAssumed()
{
    const QTemporaryDir folder;
    Progress progress;
    const auto inspection = inspectFile(writeBytes(folder, "f.csv", "uCode,a\nE1,1\nE2,about 5\n"), progress);
    QVERIFY(inspection.ok());
    QCOMPARE(inspection->issues.size(), size_t(2)); // no metadata; a text
    QCOMPARE(inspection->issues.back().row, 3);
}

void InspectFileTest::aFileThatCannotBeReadSaysWhy_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("says");
    QTest::newRow("missing") << "gone.csv"
                             << "does not exist";
    QTest::newRow("empty") << "empty.csv"
                           << "is empty";
    QTest::newRow("a table without numbers") << "words.csv"
                                             << "no column of numbers";
    QTest::newRow("no boundaries") << "words.gpkg"
                                   << "could not be read as boundaries";
}

void InspectFileTest::aFileThatCannotBeReadSaysWhy()
{
    QFETCH(const QString, name);
    QFETCH(const QString, says);
    const QTemporaryDir folder;
    writeBytes(folder, "empty.csv", "");
    writeBytes(folder, "words.csv", "uCode,a\nE1,x\n");
    writeBytes(folder, "words.gpkg", "words");
    Progress progress;
    const auto inspection = inspectFile(folder.filePath(name), progress);
    QVERIFY(!inspection.ok());
    QVERIFY2(inspection.error().message.contains(says), qPrintable(inspection.error().message));
}

ATLAS_TEST(InspectFileTest)

#include "test_inspect_file.moc"
