#include "tests/cli/cli_run.h"
#include "tests/cli/own_files.h"
#include "tests/support/test_program.h"

#include "core/project/method_file.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <memory>
#include <random>

using namespace atlas;
using namespace atlas::test;

namespace {

/// How many runs of each kind are killed; ATLAS_KILLS says otherwise.
int killCount()
{
    bool isSet = false;
    const int count = qEnvironmentVariableIntValue("ATLAS_KILLS", &isSet);
    return isSet ? count : 200;
}

} // namespace

/// Whenever a command is ended, each of its files is what it was before or what it was to become.
class KillsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void filesAreOldOrNewAndNeverTorn_data();
    void filesAreOldOrNewAndNeverTorn();

private:
    using Contents = QList<QByteArray>;

    CliRun run(const QString &line, std::optional<int> killedAfter = {}) const
    {
        return runCli(line, {.folder = m_folder->path(), .killedAfter = killedAfter});
    }
    Contents contents(const QStringList &files) const
    {
        Contents bytes;
        for (const QString &file : files)
            bytes << readBytes(m_folder->filePath(file));
        return bytes;
    }
    /// A table of one run beside the method of another must not pass for a pair.
    bool isPairOrRefused(const QStringList &files, const Contents &now, const QList<Contents> &whole) const
    {
        for (qsizetype i = 1; i < files.size(); ++i) {
            const bool fits = std::any_of(whole.begin(), whole.end(), [&](const Contents &run) {
                return now[0] == run[0] && now[i] == run[i];
            });
            if (readMethodFile(m_folder->filePath(files[i])).ok() != fits)
                return false;
        }
        return true;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void KillsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    writeOwnFiles(*m_folder);
    QTest::failOnWarning(QRegularExpression(".*"));
}

void KillsTest::filesAreOldOrNewAndNeverTorn_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("files"); // a table first, then its methods
    QTest::newRow("table") << "table --indicators figures.csv --out out.csv"
                           << QStringList({"out.csv", "out.method.json"});
    QTest::newRow("compare") << "compare --indicators figures.csv --with m.method.json --out out.csv"
                             << QStringList({"out.csv", "out.a.method.json", "out.b.method.json"});
    for (const QString format : {"png", "svg", "pdf"})
        QTest::newRow(qPrintable(format))
            << "map --no-key --size 300x400 " + ownSources + "--out out." + format
            << QStringList({"out." + format});
}

void KillsTest::filesAreOldOrNewAndNeverTorn()
{
    QFETCH(const QString, line);
    QFETCH(const QStringList, files);
    QCOMPARE(run("table --indicators figures.csv --out m.csv").exitCode, 0);
    const QStringList lines = {line, line + " --exclude neet"}; // in turn, with results that differ
    QList<Contents> whole;
    qint64 longest = 0;
    for (const QString &each : lines) {
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(run(each).exitCode, 0);
        longest = std::max(longest, clock.elapsed());
        whole << contents(files);
    }
    QVERIFY(whole[0] != whole[1]);
    std::mt19937 random(19);
    std::uniform_int_distribution<int> moment(static_cast<int>(longest / 3), static_cast<int>(longest) + 5);
    int killed = 0;
    for (int i = 0; i < killCount(); ++i) {
        killed += run(lines[i % 2], moment(random)).exitCode == -1 ? 1 : 0;
        const Contents now = contents(files);
        for (qsizetype file = 0; file < files.size(); ++file)
            QVERIFY2(now[file] == whole[0][file] || now[file] == whole[1][file], qPrintable(files[file]));
        QVERIFY(isPairOrRefused(files, now, whole));
    }
    QVERIFY(killed > 0);
    QCOMPARE(run(line).exitCode, 0);
    QCOMPARE(filesIn(*m_folder).filter(".part"), QStringList()); // the leavings of all of them
}

ATLAS_TEST(KillsTest)

#include "test_kills.moc"
