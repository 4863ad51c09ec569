#include "tests/cli/cli_run.h"
#include "tests/support/made_files.h"
#include "tests/support/memory_limit.h"
#include "tests/support/test_program.h"

#include <QFile>
#include <QTest>

#include <cmath>
#include <numbers>

using namespace atlas::test;

namespace {

constexpr int megabyte = 1024 * 1024;

/// A disc with so many corners.
QByteArray discWkt(double x, double y, int corners)
{
    QByteArray wkt = "POLYGON ((";
    for (int i = 0; i <= corners; ++i) {
        const double turn = 2 * std::numbers::pi * (i % corners) / corners;
        wkt += (i > 0 ? "," : "") + QByteArray::number(x + 900 * std::cos(turn), 'f', 3) + ' '
               + QByteArray::number(y + 900 * std::sin(turn), 'f', 3);
    }
    return wkt + "))";
}

} // namespace

/// The command line under ulimit -v.
class ShortMemoryTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void itIsDoneOrSaidAndNothingElse();

private:
    int leastMegabytesToStart() const;

    QTemporaryDir m_folder;
};

void ShortMemoryTest::initTestCase()
{
    if (!canLimitMemory())
        QSKIP("A sanitizer sets aside more addresses than any limit allows.");
    MadeLayer layer;
    QByteArray figures = "uCode,uName,rate\n";
    constexpr int areas = 144;
    for (int i = 0; i < areas; ++i) {
        const QByteArray code = "E0100" + QByteArray::number(1000 + i);
        layer.features.push_back(
            {code, "Area " + code, discWkt(400000 + 2000 * (i % 12), 300000 + 2000 * (i / 12), 3000)});
        figures += code + ",Area " + code + ',' + QByteArray::number(i) + '\n';
    }
    QVERIFY(!writeLayer(m_folder, "areas.shp", layer).isEmpty());
    writeBytes(m_folder, "figures.csv", figures);
}

/// Less than this, and the system cannot even load the program's libraries.
int ShortMemoryTest::leastMegabytesToStart() const
{
    for (int megabytes = 100; megabytes < 1000; megabytes += 10)
        if (runCli("--version", {.folder = m_folder.path(), .memoryLimit = megabytes * megabyte}).exitCode
            == 0)
            return megabytes;
    return 0;
}

void ShortMemoryTest::itIsDoneOrSaidAndNothingElse()
{
    const int least = leastMegabytesToStart();
    QVERIFY(least > 0);
    int done = 0;
    int said = 0;
    for (int megabytes = least + 5; megabytes <= least + 160; megabytes += 5) {
        QFile::remove(m_folder.filePath("map.png"));
        const CliRun run = runCli(
            "map --out map.png --size 1600x1200 --boundaries areas.shp --indicators figures.csv --quiet",
            {.folder = m_folder.path(), .memoryLimit = megabytes * megabyte});
        const bool isWritten = QFile::exists(m_folder.filePath("map.png"));
        const QByteArray where = QByteArray::number(megabytes) + " MB: " + run.err;
        QVERIFY2(run.exitCode == 0 || run.exitCode == 1, where.constData());
        QVERIFY2(isWritten == (run.exitCode == 0), where.constData());
        QVERIFY2(run.exitCode == 0 || run.err.contains("too little memory"), where.constData());
        ++(run.exitCode == 0 ? done : said);
    }
    QVERIFY(done > 0);
    QVERIFY(said > 0);
}

ATLAS_TEST(ShortMemoryTest)

#include "test_short_memory.moc"
