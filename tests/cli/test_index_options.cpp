#include "app/cli/index_run.h"
#include "tests/cli/requests.h"
#include "tests/support/made_data.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace atlas;
using namespace atlas::cli;
using namespace atlas::test;

/// What the options on indicators come to with the data that they are for.
class IndexOptionsTest : public QObject
{
    Q_OBJECT

private slots:
    void settingsExcludeWhatWasAskedFor_data();
    void settingsExcludeWhatWasAskedFor();
    void ownWeightsGoIntoTheSettings();
    void codesMayHoldCommasSpacesAndQuotes_data();
    void codesMayHoldCommasSpacesAndQuotes();
    void unknownIndicatorsAreNamedWithTheKnown_data();
    void unknownIndicatorsAreNamedWithTheKnown();
    void leavingNoIndicatorIsRefused();
};

void IndexOptionsTest::settingsExcludeWhatWasAskedFor_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("excluded");
    QTest::newRow("nothing") << "check" << QStringList();
    QTest::newRow("one excluded") << "check --exclude b" << QStringList({"b"});
    QTest::newRow("two excluded") << "check --exclude a,c" << QStringList({"a", "c"});
    QTest::newRow("only one") << "check --only b" << QStringList({"a", "c"});
    QTest::newRow("only two, less one") << "check --only a,b --exclude b" << QStringList({"b", "c"});
}

void IndexOptionsTest::settingsExcludeWhatWasAskedFor()
{
    QFETCH(const QString, line);
    QFETCH(const QStringList, excluded);
    const Dataset dataset = makeDataset({{"a", {1, 2}}, {"b", {1, 2}}, {"c", {1, 2}}});
    const auto choices = choicesFor(requestOf(line), dataset);
    QVERIFY(choices.ok());
    QCOMPARE(QStringList(choices->index.excluded.begin(), choices->index.excluded.end()), excluded);
}

void IndexOptionsTest::ownWeightsGoIntoTheSettings()
{
    const Dataset dataset = makeDataset({{"a", {1, 2}}, {"b", {1, 2}}, {"c=d", {1, 2}}});
    const auto choices = choicesFor(requestOf("check --weights a=2,,c=d=.5"), dataset);
    QVERIFY(choices.ok());
    QVERIFY((choices->index.weights == std::map<QString, double>{{"a", 2}, {"c=d", 0.5}}));
    QVERIFY(choicesFor(requestOf("check"), dataset)->index.weights.empty());
}

void IndexOptionsTest::codesMayHoldCommasSpacesAndQuotes_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("excluded");
    QTest::addColumn<QString>("weights");
    QTest::newRow("a value that is a code")
        << QStringList({"--exclude", "NEET, 16-18 (%)"}) << "NEET, 16-18 (%)"
        << "";
    QTest::newRow("a list") << QStringList({"--exclude", R"x("NEET, 16-18 (%)",a)x"}) << "NEET, 16-18 (%)|a"
                            << "";
    QTest::newRow("a quote in a list") << QStringList({"--exclude", R"("say ""x""",a)"}) << R"(a|say "x")"
                                       << "";
    QTest::newRow("only") << QStringList({"--only", "NEET, 16-18 (%)"}) << R"(a|say "x")"
                          << "";
    QTest::newRow("a weight") << QStringList({"--weights", "NEET, 16-18 (%)=2"}) << ""
                              << "NEET, 16-18 (%)=2";
    QTest::newRow("weights") << QStringList({"--weights", "a=3,NEET, 16-18 (%)=2"}) << ""
                             << "NEET, 16-18 (%)=2|a=3";
    QTest::newRow("weights in quotes") << QStringList({"--weights", R"x("NEET, 16-18 (%)=2",a=3)x"}) << ""
                                       << "NEET, 16-18 (%)=2|a=3";
}

void IndexOptionsTest::codesMayHoldCommasSpacesAndQuotes()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, excluded);
    QFETCH(const QString, weights);
    const Dataset dataset = makeDataset({{"a", {1, 2}}, {"NEET, 16-18 (%)", {1, 2}}, {R"(say "x")", {1, 2}}});
    const Parsed parsed = parseCommandLine(QStringList("check") + arguments);
    QVERIFY(std::get_if<Request>(&parsed));
    const auto choices = choicesFor(std::get<Request>(parsed), dataset);
    QVERIFY2(choices.ok(), choices ? "" : qPrintable(choices.error().message));
    QCOMPARE(QStringList(choices->index.excluded.begin(), choices->index.excluded.end()).join('|'), excluded);
    QStringList given;
    for (const auto &[code, weight] : choices->index.weights)
        given << code + '=' + QString::number(weight);
    QCOMPARE(given.join('|'), weights);
}

void IndexOptionsTest::unknownIndicatorsAreNamedWithTheKnown_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("excluded") << "check --exclude a,Z";
    QTest::newRow("only") << "check --only Z";
    QTest::newRow("shown") << "map --out m.png --show Z";
    QTest::newRow("weighted") << "check --weights a=2,Z=1";
}

void IndexOptionsTest::unknownIndicatorsAreNamedWithTheKnown()
{
    QFETCH(const QString, line);
    const Dataset dataset = makeDataset({{"a", {1, 2}}, {"b", {1, 2}}});
    const auto choices = choicesFor(requestOf(line), dataset);
    QVERIFY(!choices.ok());
    QCOMPARE(choices.error().message, "There is no indicator Z; the codes are a, b.");
}

void IndexOptionsTest::leavingNoIndicatorIsRefused()
{
    const Dataset dataset = makeDataset({{"a", {1, 2}}, {"b", {1, 2}}});
    for (const QString line : {"check --exclude a,b", "check --only a --exclude a"}) {
        const auto choices = choicesFor(requestOf(line), dataset);
        QVERIFY(!choices.ok());
        QVERIFY2(choices.error().message.contains("leave at least one on"),
                 qPrintable(choices.error().message));
    }
}

ATLAS_TEST(IndexOptionsTest)

#include "test_index_options.moc"
