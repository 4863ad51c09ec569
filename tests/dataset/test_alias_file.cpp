#include "tests/dataset/made_figures.h"
#include "tests/support/made_data.h"
#include "tests/support/made_files.h"
#include "tests/support/test_program.h"

#include "core/dataset/alias_file.h"

#include <QTest>

using namespace atlas;
using namespace atlas::test;

namespace {

const BoundaryFile towns = makeSquares({{{"E06000001"}, "Hartlepool"},
                                        {{"E06000002"}, "Middlesbrough"},
                                        {{"W06000022"}, "Newport"},
                                        {{"E07000099"}, "Newport"}});

Result<AliasFile> readFrom(const QByteArray &bytes)
{
    const QTemporaryDir folder;
    return readAliases(writeBytes(folder, "aliases.csv", bytes));
}

} // namespace

class AliasFileTest : public QObject
{
    Q_OBJECT

private slots:
    void aliasesJoin_data();
    void aliasesJoin();
    void anAliasCountsMoreThanACode();
    void aHeaderIsNotNeeded();
    void whatMakesNoSenseIsRefused_data();
    void whatMakesNoSenseIsRefused();
    void anUnknownAreaIsRefused_data();
    void anUnknownAreaIsRefused();
};

void AliasFileTest::aliasesJoin_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("code for code") << QByteArray("X1,E06000001");
    QTest::newRow("name for name") << QByteArray("The Pool,Hartlepool");
    QTest::newRow("code for name") << QByteArray("X1,Hartlepool");
    QTest::newRow("name for code, in other letters") << QByteArray(" THE pool , e06000001");
    QTest::newRow("with a remark beside it") << QByteArray("X1,E06000001,as in 1974");
    QTest::newRow("given twice") << QByteArray("X1,E06000001\nX1,E06000001");
}

void AliasFileTest::aliasesJoin()
{
    QFETCH(const QByteArray, line);
    const auto aliases = readFrom("figures,boundaries,remark\n" + line + '\n');
    QVERIFY2(aliases.ok(), aliases.ok() ? "" : qPrintable(aliases.error().message));
    const auto joined = joinDataset(
        towns, figuresOf("uCode,uName,a", {{"X1", "The Pool", "1"}, {"E06000002", "Middlesbrough", "2"}}), {},
        *aliases);
    QVERIFY2(joined.ok(), joined.ok() ? "" : qPrintable(joined.error().message));
    QCOMPARE((*joined)->areas.size(), size_t(4));
    QCOMPARE((*joined)->cells[0][0].number, 1.0);
}

void AliasFileTest::anAliasCountsMoreThanACode()
{
    const auto aliases = readFrom("figures,boundaries\nE06000001,E06000002\n");
    const auto joined = joinDataset(towns, figuresOf("uCode,a", {{"E06000001", "1"}}), {}, *aliases);
    QVERIFY(joined.ok());
    QVERIFY(!(*joined)->areas[0].hasData);
    QCOMPARE((*joined)->cells[0][1].number, 1.0);
}

void AliasFileTest::aHeaderIsNotNeeded()
{
    const auto aliases = readFrom("X1,E06000001\nX2,E06000002\n");
    const auto joined = joinDataset(towns, figuresOf("uCode,a", {{"X1", "1"}, {"X2", "2"}}), {}, *aliases);
    QVERIFY(joined.ok());
    QVERIFY((*joined)->areas[0].hasData && (*joined)->areas[1].hasData);
}

void AliasFileTest::whatMakesNoSenseIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    QTest::newRow("a circle") << QByteArray("a,b\nX,Y\nY,X\n")
                              << "aliases.csv, row 2: \"X\" stands for \"Y\", which leads back to it";
    QTest::newRow("a wide circle") << QByteArray("a,b\nX,Y\nY,Z\nZ,x\n") << "leads back to it";
    QTest::newRow("two meanings") << QByteArray("a,b\nX,E06000001\nx ,E06000002\n")
                                  << "aliases.csv gives \"x\" two meanings, in rows 2 and 3";
    QTest::newRow("one column") << QByteArray("a\nX\n") << "aliases.csv has one column";
    QTest::newRow("half a row") << QByteArray("a,b\nX,\n") << "aliases.csv, row 2, has an empty cell";
    QTest::newRow("no row") << QByteArray("a,b\n") << "aliases.csv";
}

void AliasFileTest::whatMakesNoSenseIsRefused()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, words);
    const auto aliases = readFrom(bytes);
    QVERIFY(!aliases.ok());
    QVERIFY2(aliases.error().message.contains(words), qPrintable(aliases.error().message));
}

void AliasFileTest::anUnknownAreaIsRefused_data()
{
    QTest::addColumn<QByteArray>("meaning");
    QTest::addColumn<QString>("words");
    QTest::newRow("unknown") << QByteArray("Wakefield")
                             << "row 2: made.geojson has no area \"Wakefield\". Give the code";
    QTest::newRow("mistyped") << QByteArray("Hartlepol")
                              << "no area \"Hartlepol\". Did you mean \"Hartlepool\"?";
    QTest::newRow("of two areas") << QByteArray("Newport")
                                  << "row 2: made.geojson has several areas called \"Newport\"";
}

void AliasFileTest::anUnknownAreaIsRefused()
{
    QFETCH(const QByteArray, meaning);
    QFETCH(const QString, words);
    const auto aliases = readFrom("a,b\nX," + meaning + '\n');
    QVERIFY(aliases.ok());
    const auto joined = joinDataset(towns, figuresOf("uCode,a", {{"E06000001", "1"}}), {}, *aliases);
    QVERIFY(!joined.ok());
    QVERIFY2(joined.error().message.contains(words), qPrintable(joined.error().message));
}

ATLAS_TEST(AliasFileTest)

#include "test_alias_file.moc"
