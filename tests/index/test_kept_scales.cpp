#include "tests/support/made_data.h"
#include "tests/support/none.h"
#include "tests/support/test_program.h"

#include "core/index/kept_scales.h"

#include <QTest>

using namespace atlas;
using namespace atlas::test;

namespace {

/// An index and the variable on show, as choices make them of a dataset.
struct Made
{
    Made(const Dataset &dataset, const Choices &choices)
        : result(computeIndex(dataset, choices.index)),
          shown(showVariable(dataset, result, choices.index.rankRule, choices.shown, choices.scheme))
    {}

    IndexResult result;
    ShownVariable shown;
};

Dataset earlier()
{
    return makeDataset({{"a", {1, 2, 3, 4, 5, 6, 7, 9}},
                        {"b", {40, 10, 30, 20, 80, 70, 60, none}, Direction::LowerIsMoreDisengaged}});
}

/// The same areas later: all of them higher by ten, in b.
Dataset later()
{
    return makeDataset({{"a", {2, 2, 4, 4, 6, 6, 8, 8}},
                        {"b", {50, 20, 40, 30, 90, 80, 70, none}, Direction::LowerIsMoreDisengaged}});
}

Choices kept(const Dataset &dataset, const Choices &choices)
{
    const Made made(dataset, choices);
    return withKeptScales(choices, dataset, made.result, made.shown);
}

bool keeps(const Dataset &dataset, const Choices &choices)
{
    const Made made(dataset, choices);
    return keepsScales(choices, dataset, made.result, made.shown);
}

} // namespace

class KeptScalesTest : public QObject
{
    Q_OBJECT

private slots:
    void theDataThatMadeThemStayAsTheyAre_data();
    void theDataThatMadeThemStayAsTheyAre();
    void otherDataAreMeasuredByThem();
    void whatIsKeptStays();
    void boundsRise();
    void whatHasNoScaleIsNotKept();
};

void KeptScalesTest::theDataThatMadeThemStayAsTheyAre_data()
{
    QTest::addColumn<QString>("shown");
    QTest::addColumn<Normalisation>("normalisation");
    QTest::newRow("the index") << indexCode << Normalisation::ZScore;
    QTest::newRow("an indicator") << "a" << Normalisation::ZScore;
    QTest::newRow("one where low values are worse") << "b" << Normalisation::ZScore;
    QTest::newRow("least and greatest") << indexCode << Normalisation::MinMax;
    QTest::newRow("ranks, which have no scale") << "b" << Normalisation::Rank;
}

void KeptScalesTest::theDataThatMadeThemStayAsTheyAre()
{
    QFETCH(const QString, shown);
    QFETCH(const Normalisation, normalisation);
    const Dataset dataset = earlier();
    const Choices choices{.index = {.scale = {.normalisation = normalisation}}, .shown = shown};
    QVERIFY(!keeps(dataset, choices));
    const Choices same = kept(dataset, choices);
    QVERIFY(keeps(dataset, same));
    const Made before(dataset, choices);
    const Made after(dataset, same);
    QCOMPARE(after.result.scores, before.result.scores);
    QCOMPARE(after.shown.classification.classes, before.shown.classification.classes);
    QCOMPARE(same.scheme.breaks.size(), size_t(3));
    QVERIFY(withoutKeptScales(same) == choices);
}

void KeptScalesTest::otherDataAreMeasuredByThem()
{
    const Choices choices = kept(earlier(), {.shown = "b"});
    QVERIFY(keeps(later(), choices));
    const Made made(later(), choices);
    // Where low is worse the value at a bound goes with the worse class: to 20 is Q4, to 30 Q3, to 60 Q2.
    QCOMPARE(made.shown.classification.classes, (std::vector<int>{2, 4, 2, 3, 1, 1, 1, 0}));
    const Made free(later(), {.shown = "b"});
    QVERIFY(free.shown.classification.classes != made.shown.classification.classes);
    // The same value has the same score, whichever the year.
    const Made before(earlier(), {});
    QCOMPARE(made.result.indicators[0].values[1], before.result.indicators[0].values[1]);
}

void KeptScalesTest::whatIsKeptStays()
{
    const Choices first = kept(earlier(), {});
    QVERIFY(kept(later(), first) == first);
}

void KeptScalesTest::boundsRise()
{
    // Most areas have the same value, so that quartiles fall together.
    const Dataset ties = makeDataset({{"a", {1, 1, 1, 1, 1, 1, 1, 5}}});
    const Choices choices = kept(ties, {.shown = "a"});
    QCOMPARE(choices.scheme.breaks.size(), size_t(3));
    QVERIFY(choices.scheme.breaks[0] < choices.scheme.breaks[1]);
    QVERIFY(choices.scheme.breaks[1] < choices.scheme.breaks[2]);
    const Made before(ties, {.shown = "a"});
    const Made after(ties, choices);
    QCOMPARE(after.shown.classification.classes, before.shown.classification.classes);
}

void KeptScalesTest::whatHasNoScaleIsNotKept()
{
    const Dataset flat = makeDataset({{"a", {1, 2, 3, 4}}, {"b", {7, 7, 7, 7}}});
    const Choices choices = kept(flat, {});
    QVERIFY(choices.index.scale.references.contains("a"));
    QVERIFY(!choices.index.scale.references.contains("b")); // a scale without any spread is none
    QVERIFY(keeps(flat, choices));
}

ATLAS_TEST(KeptScalesTest)

#include "test_kept_scales.moc"
