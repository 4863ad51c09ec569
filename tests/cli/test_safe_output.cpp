#include "tests/cli/cli_run.h"
#include "tests/cli/own_files.h"
#include "tests/cli/written_tables.h"
#include "tests/support/test_program.h"

#include <QRegularExpression>
#include <QTest>

#include <filesystem>
#include <memory>

using namespace atlas;
using namespace atlas::test;

class SafeOutputTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void noInputIsWrittenOver_data();
    void noInputIsWrittenOver();
    void tableAndMethodAreWrittenTogetherOrNotAtAll_data();
    void tableAndMethodAreWrittenTogetherOrNotAtAll();
    void aMethodBesideAnotherTableIsRefused_data();
    void aMethodBesideAnotherTableIsRefused();
    void aMethodByItselfIsRead();
    void aFileOfChoicesThatDoesNotFitIsNamed_data();
    void aFileOfChoicesThatDoesNotFitIsNamed();
    void whatIsWrittenIsReadBack_data();
    void whatIsWrittenIsReadBack();
    void tableOfAnyCodesIsReadBack();
    void aTriedValueIsMarkedWhereItCounts();

private:
    CliRun run(const QString &line) const { return runCli(line, {.folder = m_folder->path()}); }
    CliRun good(const QString &line) const { return runCliWell(line, {.folder = m_folder->path()}); }
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QByteArray read(const QString &name) const { return readBytes(path(name)); }
    QHash<QString, QByteArray> contents() const
    {
        QHash<QString, QByteArray> all;
        for (const QString &name : filesIn(*m_folder))
            all.insert(name, read(name));
        return all;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void SafeOutputTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    writeOwnFiles(*m_folder);
    QTest::failOnWarning(QRegularExpression(".*"));
}

void SafeOutputTest::noInputIsWrittenOver_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("the method beside the output")
        << "compare --method y.b.method.json --with y.a.method.json --out y.csv";
    QTest::newRow("the method that is compared") << "compare --with y.b.method.json --out y.csv";
    QTest::newRow("its own method") << "table --method x.method.json --out x.csv";
    QTest::newRow("a method under another name") << "table --method hard.json --out x.csv";
    QTest::newRow("a method that is linked to") << "table --method link.json --out x.csv";
    QTest::newRow("figures") << "table --indicators figures.csv --out figures.csv";
    QTest::newRow("figures by a detour") << "table --indicators figures.csv --out ./folder/../figures.csv";
    QTest::newRow("metadata") << "table --indicators figures.csv --metadata metadata.csv --out metadata.csv";
    QTest::newRow("figures of a project") << "table --project p.atlas --out figures.csv";
    QTest::newRow("a project called like a table") << "table --project p.csv --out p.csv";
}

void SafeOutputTest::noInputIsWrittenOver()
{
    QFETCH(const QString, line);
    QVERIFY(QDir(m_folder->path()).mkdir("folder"));
    good("table --out x.csv");
    for (const QString name : {"y.a.method.json", "y.b.method.json"})
        QVERIFY(QFile::copy(path("x.method.json"), path(name)));
    QVERIFY(QFile::link(path("x.method.json"), path("link.json")));
    std::filesystem::create_hard_link(path("x.method.json").toStdString(), path("hard.json").toStdString());
    for (const QString name : {"p.atlas", "p.csv"})
        writeBytes(*m_folder, name,
                   R"({"disengagement_atlas_project": 1, "data": {"indicators": "figures.csv"}})");
    const auto before = contents();
    const CliRun refused = run(line);
    QCOMPARE(refused.exitCode, 2);
    QVERIFY2(refused.err.contains("which is read; name another file"), refused.err.constData());
    QCOMPARE(contents(), before);
}

void SafeOutputTest::tableAndMethodAreWrittenTogetherOrNotAtAll_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("blocked"); // a folder stands there
    QTest::newRow("a table") << "table --out out.csv"
                             << "out.method.json";
    QTest::newRow("a comparison") << "compare --with m.method.json --out out.csv"
                                  << "out.b.method.json";
}

void SafeOutputTest::tableAndMethodAreWrittenTogetherOrNotAtAll()
{
    QFETCH(const QString, line);
    QFETCH(const QString, blocked);
    good("table --out m.csv");
    writeBytes(*m_folder, "out.csv", "old");
    QVERIFY(QDir(m_folder->path()).mkdir(blocked));
    const auto before = contents();
    const CliRun failed = run(line);
    QCOMPARE(failed.exitCode, 1);
    QVERIFY2(failed.err.contains(blocked.toUtf8() + " is a folder"), failed.err.constData());
    QCOMPARE(contents(), before);
}

void SafeOutputTest::aMethodBesideAnotherTableIsRefused_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("method");
    QTest::newRow("a table") << "table --out x.csv"
                             << "x.method.json";
    QTest::newRow("the first of two") << "compare --with m.method.json --out x.csv"
                                      << "x.a.method.json";
    QTest::newRow("the second of two") << "compare --with m.method.json --out x.csv"
                                       << "x.b.method.json";
    QTest::newRow("a table whose name has parts") << "table --out x.a.csv"
                                                  << "x.a.method.json";
}

void SafeOutputTest::aMethodBesideAnotherTableIsRefused()
{
    QFETCH(const QString, line);
    QFETCH(const QString, method);
    good("table --out m.csv");
    good(line);
    good("table --out again.csv --method " + method);
    const QString table = line.section(' ', -1);
    writeBytes(*m_folder, table, read(table) + "X,,,\n"); // as by a run that was ended between the two
    const CliRun refused = run("table --out again.csv --method " + method);
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(refused.err.contains(QString(method + " did not make " + table).toUtf8()),
             refused.err.constData());
}

void SafeOutputTest::aMethodByItselfIsRead()
{
    good("table --out x.csv --exclude soc_1_3");
    QVERIFY(QFile::remove(path("x.csv")));
    good("table --out again.csv --method x.method.json");
    QVERIFY(!read("again.csv").contains("z_soc_1_3"));
}

void SafeOutputTest::aFileOfChoicesThatDoesNotFitIsNamed_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("a method") << "table --method m.method.json" << QByteArray("m.method.json");
    QTest::newRow("the method to compare with")
        << "compare --with m.method.json" << QByteArray("m.method.json");
    QTest::newRow("a project") << "table --project p.atlas" << QByteArray("p.atlas");
}

void SafeOutputTest::aFileOfChoicesThatDoesNotFitIsNamed()
{
    QFETCH(const QString, options);
    QFETCH(const QByteArray, file);
    good("table --out m.csv --exclude soc_1_3");
    writeBytes(*m_folder, "p.atlas",
               R"({"disengagement_atlas_project": 1, "method": {"excluded": ["soc_1_3"]}})");
    const CliRun refused = run(options + " --out out.csv " + ownSources);
    QVERIFY(refused.exitCode == 1 || refused.exitCode == 2);
    QVERIFY2(refused.err.contains(file + ": There is no indicator soc_1_3"), refused.err.constData());
    const CliRun own = run("table --out out.csv --exclude soc_1_3 " + ownSources);
    QVERIFY2(own.err.contains("cli: There is no indicator soc_1_3"), own.err.constData());
}

void SafeOutputTest::whatIsWrittenIsReadBack_data()
{
    QTest::addColumn<QString>("options");
    for (const QString options :
         {"--robustness 50 --vary weights=1e-60", "--robustness 50 --vary weights=0.1,scale",
          "--robustness 50 --vary weights=33.333333333333336", "--robustness 50 --vary dirichlet=1e-60",
          "--weights neet_16_18=1e60,exclusions=1e-60", "--normalise minmax --range -1e60:1e60",
          "--normalise minmax --range 1e-60:2e-60", "--reference neet_16_18=3:1e-90", "--threshold 1e-60",
          "--reference neet_16_18=-1e60:1e60 --normalise target --only neet_16_18", "--breaks -1e300,1e300",
          "--rounding-band --seed 18446744073709551615"})
        QTest::newRow(qPrintable(options)) << options;
}

void SafeOutputTest::whatIsWrittenIsReadBack()
{
    QFETCH(const QString, options);
    good("table --quiet --out first.csv " + options);
    good("table --quiet --out again.csv --method first.method.json");
    QCOMPARE(read("again.csv"), read("first.csv"));
    QCOMPARE(read("again.method.json"), read("first.method.json"));
    QVERIFY2(!read("first.csv").contains("inf") && !read("first.csv").contains("nan"),
             read("first.csv").constData());
}

void SafeOutputTest::tableOfAnyCodesIsReadBack()
{
    const QByteArrayList codes = {"score", "rank", "class", "Index", "z_score", "score_risk", "\"a,b\""};
    QByteArray metadata = "iCode,Type,Parent\nrisk,Aggregate,\nother,Aggregate,\n";
    for (const QByteArray &code : codes)
        metadata += code + ",Indicator," + (code == "class" ? "other" : "risk") + '\n';
    writeBytes(*m_folder, "codes.csv", metadata);
    writeBytes(*m_folder, "values.csv",
               "uCode," + codes.join(',') + "\nN,1,2,3,4,5,6,7\nS,2,1,3,4,6,5,8\nW,3,4,1,2,7,9,9\n");
    good("table --quiet --nodes --out first.csv --indicators values.csv --metadata codes.csv");
    good("table --quiet --nodes --out again.csv --indicators first.csv --metadata codes.csv");
    const TextTable first = tableOf(path("first.csv"));
    const TextTable again = tableOf(path("again.csv"));
    for (const QString code : {"score", "rank", "class", "Index", "z_score", "score_risk", "a,b"})
        QCOMPARE(columnByCode(again, code), columnByCode(first, code));
    QCOMPARE(again.header.first(first.header.size()), first.header);
    QCOMPARE(columnByCode(again, "score_2"), columnByCode(first, "score_2"));
}

void SafeOutputTest::aTriedValueIsMarkedWhereItCounts()
{
    writeBytes(*m_folder, "p.atlas",
               R"({"disengagement_atlas_project": 1,
                   "tried": [{"area": "E37000034", "indicator": "neet_16_18", "value": 3}]})");
    good("table --quiet --out trace.csv --project p.atlas --trace E37000034");
    const TextTable trace = tableOf(path("trace.csv"));
    QStringList marked;
    for (size_t row = 0; row < trace.rows.size(); ++row)
        if (cell(trace, row, "member") == "score" && !cell(trace, row, "what_if").isEmpty())
            marked << cell(trace, row, "node") + ": " + cell(trace, row, "what_if");
    QCOMPARE(marked, QStringList({"disengagement: E37000034.neet_16_18", "outcomes: E37000034.neet_16_18"}));
}

ATLAS_TEST(SafeOutputTest)

#include "test_safe_output.moc"
