#include "core/project/record_object.h"

#include "core/project/project_file.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace atlas;

/// Figures that a project keeps, to say later what has changed.
class RecordObjectTest : public QObject
{
    Q_OBJECT

private slots:
    void aRecordReadsBackExactly();
    void whatIsNoRecordIsNone_data();
    void whatIsNoRecordIsNone();
    void aProjectKeepsItsFigures();
    void manyFiguresTakeLittleRoom();

private:
    static DataRecord record()
    {
        return {.columns = {"neet", "imd"},
                .areas = {{{"A1"}, "Derby"}, {{"A2"}, QString::fromUtf8("Ynys Môn")}},
                .cells = {{{.number = 0.1 + 0.2, .missing = Missing::No}, {.typed = "[c]"}},
                          {{}, {.number = -4e-9, .missing = Missing::No, .typed = "[u]"}}}};
    }
};

void RecordObjectTest::aRecordReadsBackExactly()
{
    const auto read = readRecord(recordText(record()));
    QVERIFY(read);
    QVERIFY(*read == record());
    QCOMPARE(recordText({}), QString());
}

void RecordObjectTest::whatIsNoRecordIsNone_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << "";
    QTest::newRow("no base 64") << "\u00E9\u00E9";
    QTest::newRow("no compressed text") << "aGVsbG8gaGVsbG8gaGVsbG8=";
    QTest::newRow("a head that promises four gigabytes")
        << QString::fromLatin1(QByteArray("\xFF\xFF\xFF\xFFxx").toBase64());
    QTest::newRow("too few cells") << QString::fromLatin1(
        qCompress(R"({"columns":["a"],"areas":[["A1","Derby"]],"cells":[[]]})").toBase64());
    QTest::newRow("a cell that is neither") << QString::fromLatin1(
        qCompress(R"({"columns":["a"],"areas":[["A1","Derby"]],"cells":[[true]]})").toBase64());
}

void RecordObjectTest::whatIsNoRecordIsNone()
{
    QFETCH(QString, text);
    QVERIFY(!readRecord(text));
}

void RecordObjectTest::aProjectKeepsItsFigures()
{
    Project project;
    QVERIFY(!writeProject(project, "/folder").contains("figures"));
    project.figures = record();
    const auto read = readProject(writeProject(project, "/folder"), "/folder/a.atlas");
    QVERIFY(read);
    QVERIFY(read->figures == record());
    const auto damaged = readProject(R"({"disengagement_atlas_project":2,"figures":"x"})", "/folder/a.atlas");
    QVERIFY(!damaged && damaged.error().message.contains("figures"));
}

void RecordObjectTest::manyFiguresTakeLittleRoom()
{
    DataRecord large;
    for (int i = 0; i < 3000; ++i)
        large.areas.push_back({{QString("E0100%1").arg(i, 4, 10, QChar('0'))}, QString("Area %1").arg(i)});
    for (int column = 0; column < 10; ++column) {
        large.columns << QString("c%1").arg(column);
        std::vector<CellValue> cells;
        for (int i = 0; i < 3000; ++i)
            cells.push_back({.number = (i * 7919 % 1000) / 10.0, .missing = Missing::No});
        large.cells.push_back(cells);
    }
    const QString text = recordText(large);
    QVERIFY2(text.size() < 200'000, qPrintable(QString::number(text.size())));
    QVERIFY(*readRecord(text) == large);
}

ATLAS_TEST(RecordObjectTest)
#include "test_record_object.moc"
