#include "tests/app/changes.h"
#include "tests/app/loaded_state.h"
#include "tests/app/random_state.h"
#include "tests/support/test_program.h"

#include <QSignalSpy>
#include <QTest>

#include <cstring>
#include <random>

using namespace atlas;
using namespace atlas::test;

namespace {

bool sameBits(const std::vector<double> &a, const std::vector<double> &b)
{
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0;
}

const Choices manyChoices{.index = {.excluded = {"neet_16_18"}, .rankRule = RankRule::Average},
                          .shown = "exclusions",
                          .scheme = 5,
                          .tried = {{{"E37000004"}, "soc_1_3", 42}}};

/// Draws that stand in for those of the index on show.
std::shared_ptr<const RankUncertainty> anyDraws()
{
    return std::make_shared<const RankUncertainty>();
}

} // namespace

class DocumentTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void everyChangeIsToldOnceWithWhatItIs_data();
    void everyChangeIsToldOnceWithWhatItIs();
    void whatIsTheSameIsNotTold();
    void newDataAreToldOnceWithEverything();
    void choicesAreTakenInOneStep();
    void looksComputeNothing();
    void aSnapshotStaysAsItIs();
    void drawsGoWithWhatTheyAreOf();
    void theIndexHasOneName();
    void newDataDropChoicesThatDoNotFit();
    void issuesOfDataAndIndexComeTogether();
    void theResultIsTheSameAsComputedAfresh();

private:
    std::unique_ptr<AtlasModel> m_model;
};

void DocumentTest::init()
{
    m_model = std::make_unique<AtlasModel>();
    m_model->document.open(builtInDataset());
}

void DocumentTest::everyChangeIsToldOnceWithWhatItIs_data()
{
    QTest::addColumn<Choices>("choices");
    QTest::addColumn<Looks>("looks");
    QTest::addColumn<int>("changes");
    const auto flags = [](Changes changes) { return static_cast<int>(changes.toInt()); };
    QTest::newRow("an indicator") << Choices{.index = {.excluded = {"neet_16_18"}}} << Looks()
                                  << flags(Change::Result);
    QTest::newRow("a tried value") << Choices{.tried = manyChoices.tried} << Looks() << flags(Change::Result);
    QTest::newRow("what is shown") << Choices{.shown = "exclusions"} << Looks() << flags(Change::Shown);
    QTest::newRow("classes") << Choices{.scheme = 5} << Looks() << flags(Change::Shown);
    QTest::newRow("domains in the table") << Choices{.nodeScores = true} << Looks() << flags(Change::Shown);
    QTest::newRow("colours") << Choices() << Looks{.palette = "greens"} << flags(Change::Looks);
    QTest::newRow("all of them") << manyChoices << Looks{.palette = "greens"}
                                 << flags(Change::Result | Change::Shown | Change::Looks);
}

void DocumentTest::everyChangeIsToldOnceWithWhatItIs()
{
    QFETCH(const Choices, choices);
    QFETCH(const Looks, looks);
    QFETCH(const int, changes);
    QSignalSpy told(&m_model->document, &Document::changed);
    m_model->document.set(choices, looks);
    QCOMPARE(told.count(), 1);
    QCOMPARE(static_cast<int>(told.front().front().value<Changes>().toInt()), changes);
    QVERIFY(m_model->document.now().choices() == choices);
    QVERIFY(m_model->document.now().looks() == looks);
}

void DocumentTest::whatIsTheSameIsNotTold()
{
    m_model->document.set(manyChoices, {.palette = "greys"});
    const auto before = m_model->document.snapshot();
    QSignalSpy told(&m_model->document, &Document::changed);
    m_model->document.set(manyChoices, {.palette = "greys"});
    m_model->document.setUncertainty(nullptr);
    QCOMPARE(told.count(), 0);
    QCOMPARE(m_model->document.snapshot(), before);
}

void DocumentTest::newDataAreToldOnceWithEverything()
{
    QSignalSpy told(&m_model->document, &Document::changed);
    m_model->document.open(std::make_shared<const Dataset>(*builtInDataset()));
    QCOMPARE(told.count(), 1);
    const auto changes = told.front().front().value<Changes>();
    for (const Change change :
         {Change::Data, Change::Result, Change::Shown, Change::Looks, Change::Draws, Change::Rounding})
        QVERIFY(changes.testFlag(change));
}

void DocumentTest::choicesAreTakenInOneStep()
{
    int seen = 0;
    connect(&m_model->document, &Document::changed, this, [&] {
        ++seen;
        QVERIFY(m_model->document.now().choices() == manyChoices);
        QCOMPARE(m_model->document.now().shown().code, QString("exclusions"));
        QCOMPARE(m_model->document.now().dataset()->whatIfs.size(), size_t(1));
    });
    m_model->document.setChoices(manyChoices);
    QCOMPARE(seen, 1);
    const Snapshot &now = m_model->document.now();
    const IndexResult afresh =
        computeIndex(*withTried(builtInDataset(), manyChoices.tried), manyChoices.index);
    QVERIFY(sameBits(now.result().scores, afresh.scores));
    QCOMPARE(now.result().ranks, afresh.ranks);
    const size_t soc = *now.dataset()->findIndicator("soc_1_3");
    QCOMPARE(now.dataset()->cells[soc][*m_model->areas.find({"E37000004"})].number, 42.0);
    QCOMPARE(now.givenDataset(), builtInDataset());
    QVERIFY(sameBits(now.givenResult().scores, computeIndex(*builtInDataset(), manyChoices.index).scores));
    QCOMPARE(now.shown().classification.counts.size(), size_t(5));
}

void DocumentTest::looksComputeNothing()
{
    const auto before = m_model->document.snapshot();
    m_model->document.setLooks({.palette = "greens"});
    QVERIFY(m_model->document.now().hasResultOf(*before));
    QCOMPARE(&m_model->document.now().result(), &before->result());
    setShown(m_model->document, "soc_1_3");
    QVERIFY(m_model->document.now().hasResultOf(*before));
    QCOMPARE(m_model->document.now().shown().code, "soc_1_3");
}

void DocumentTest::aSnapshotStaysAsItIs()
{
    const auto kept = m_model->document.snapshot();
    const std::vector<double> scores = kept->result().scores;
    m_model->document.setChoices(manyChoices);
    m_model->document.open(std::make_shared<const Dataset>(*builtInDataset()));
    QVERIFY(kept->choices() == Choices());
    QVERIFY(sameBits(kept->result().scores, scores));
    QVERIFY(kept->showsIndex());
    QCOMPARE(kept->publishedRanks().orders.size(),
             comparePublishedRanks(*builtInDataset(), kept->result(), kept->roundingBand()).orders.size());
}

void DocumentTest::drawsGoWithWhatTheyAreOf()
{
    Document &document = m_model->document;
    document.setUncertainty(anyDraws());
    document.setLooks({.palette = "greens"});
    setShown(document, "soc_1_3");
    QVERIFY(document.now().uncertainty());
    const auto drawn = document.now().uncertainty();
    QVERIFY(!document.now().formerUncertainty());
    setClassCount(document, 5);
    QVERIFY(!document.now().uncertainty());
    QCOMPARE(document.now().formerUncertainty(), drawn); // kept, but not as this result's
    QVERIFY(!figuresOf(document.now()).draws);
    setIndexSettings(document, {.excluded = {"imd_worst_10pct"}});
    QCOMPARE(document.now().formerUncertainty(), drawn);
    document.setChoices({.shown = "soc_1_3"}); // as when both steps are undone
    QCOMPARE(document.now().uncertainty(), drawn);
    QVERIFY(!document.now().formerUncertainty());
    setClassCount(document, 5);
    document.setUncertainty(anyDraws());
    QVERIFY(!document.now().formerUncertainty());
    QSignalSpy told(&document, &Document::changed);
    setIndexSettings(document, {.excluded = {"soc_1_3"}});
    QCOMPARE(told.count(), 1);
    QVERIFY(told.front().front().value<Changes>().testFlag(Change::Draws));
    QVERIFY(!document.now().uncertainty());
    document.open(std::make_shared<const Dataset>(*builtInDataset()));
    QVERIFY(!document.now().formerUncertainty()); // they go with the data
}

void DocumentTest::theIndexHasOneName()
{
    const IndexTree &tree = *m_model->document.now().result().tree;
    const QString ownCode = tree.nodes[tree.root()].code;
    QVERIFY(ownCode != indexCode);
    QSignalSpy told(&m_model->document, &Document::changed);
    setShown(m_model->document, ownCode);
    QCOMPARE(told.count(), 0);
    QCOMPARE(m_model->document.now().choices().shown, indexCode);
    QVERIFY(m_model->document.now().showsIndex());
    m_model->document.open(builtInDataset(), m_model->document.now().shapes(), {.shown = ownCode}, {});
    QVERIFY(m_model->document.now().showsIndex());
}

void DocumentTest::newDataDropChoicesThatDoNotFit()
{
    m_model->document.setChoices({.index = {.excluded = {"exclusions", "soc_1_3"}},
                                  .shown = "soc_1_3",
                                  .scheme = {2, {30}},
                                  .tried = {{{"E37000004"}, "exclusions", 1}}});
    auto smaller = std::make_shared<Dataset>(*builtInDataset());
    std::erase_if(smaller->metadata.indicators, [](const Indicator &i) { return i.code == "soc_1_3"; });
    smaller->cells.erase(smaller->cells.begin() + 1);
    m_model->document.open(smaller);
    QVERIFY(m_model->document.now().choices()
            == (Choices{.index = {.excluded = {"exclusions"}}, .scheme = 2}));
}

void DocumentTest::issuesOfDataAndIndexComeTogether()
{
    auto changed = std::make_shared<Dataset>(*builtInDataset());
    changed->issues.push_back({Severity::Note, "of the data"});
    for (CellValue &cell : changed->cells.front())
        cell = {1.0, Missing::No, {}};
    m_model->document.open(changed);
    QCOMPARE(m_model->document.now().issues().size(), size_t(2));
    QCOMPARE(m_model->document.now().issueCount(), size_t(2));
    QCOMPARE(m_model->document.now().result().used.size(), size_t(5));
}

void DocumentTest::theResultIsTheSameAsComputedAfresh()
{
    std::mt19937 random(20160707);
    m_model->document.open(std::make_shared<const Dataset>(randomDataset(random, 500, 6)));
    const Dataset &dataset = *m_model->document.now().dataset();
    for (int step = 0; step < 60; ++step) {
        changeAtRandom(m_model->document, random);
        const Snapshot &now = m_model->document.now();
        const IndexResult afresh = computeIndex(dataset, now.indexSettings());
        QVERIFY(sameBits(now.result().scores, afresh.scores));
        QCOMPARE(now.result().ranks, afresh.ranks);
        QCOMPARE(now.result().used, afresh.used);
        QCOMPARE(now.result().valueCounts, afresh.valueCounts);
        QVERIFY(now.issues() == allIssues(dataset, afresh));
        const int classCount = now.choices().scheme.classCount;
        const ShownVariable shown =
            showVariable(dataset, afresh, RankRule::Minimum, now.choices().shown, classCount);
        QCOMPARE(now.shown().code, shown.code);
        QVERIFY(sameBits(now.shown().values, shown.values));
        QCOMPARE(now.shown().ranks, shown.ranks);
        QCOMPARE(now.shown().classification.classes, shown.classification.classes);
        QCOMPARE(now.shownIndex()->classification.classes,
                 showIndex(afresh, classCount).classification.classes);
    }
}

ATLAS_TEST(DocumentTest)
#include "test_document.moc"
