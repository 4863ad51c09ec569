#include "core/index/choices.h"
#include "core/project/method_check.h"

#include "tests/support/made_data.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace atlas;
using namespace atlas::test;

Q_DECLARE_METATYPE(atlas::IndexSettings)

class MethodCheckTest : public QObject
{
    Q_OBJECT

private slots:
    void whatTheDataHaveIsAccepted();
    void whatTheyHaveNotIsNamed_data();
    void whatTheyHaveNotIsNamed();
    void unknownNamesAreLeftOut();
};

void MethodCheckTest::whatTheDataHaveIsAccepted()
{
    const Dataset dataset = makeDataset({{"x", {1, 2}}, {"y", {2, 1}}});
    QVERIFY(checkMethod({}, dataset).ok());
    for (const auto &[scale, pair] : {std::pair{Normalisation::ZScore, ReferenceValues{3, 0}},
                                      {Normalisation::ZScore, {3, -2}},
                                      {Normalisation::MinMax, {5, 2}}}) {
        const auto wrong =
            checkMethod({.scale = {.normalisation = scale, .references = {{"x", pair}}}}, dataset);
        QVERIFY(!wrong.ok());
        QVERIFY(wrong.error().message.startsWith("The scale of x is fixed by"));
    }
    QVERIFY(checkMethod({.excluded = {"x"}, .weights = {{"y", 2}}}, dataset).ok());
    QVERIFY(checkMethod({.scale = {.normalisation = Normalisation::ReferenceDistance, .referenceArea = "A2"}},
                        dataset)
                .ok());
}

void MethodCheckTest::whatTheyHaveNotIsNamed_data()
{
    QTest::addColumn<IndexSettings>("settings");
    QTest::addColumn<QString>("named");
    QTest::newRow("an indicator left out") << IndexSettings{.excluded = {"z"}} << "z; the codes are x, y";
    QTest::newRow("a weight") << IndexSettings{.weights = {{"w", 1}}} << "no indicator w";
    QTest::newRow("a fixed scale") << IndexSettings{.scale = {.references = {{"v", {}}}}} << "no indicator v";
    QTest::newRow("a rule for outliers")
        << IndexSettings{.scale = {.outliersOf = {{"u", OutlierRule::Log}}}} << "no indicator u";
    QTest::newRow("a reference area")
        << IndexSettings{.scale = {.normalisation = Normalisation::ReferenceDistance, .referenceArea = "A9"}}
        << "no area A9";
    QTest::newRow("groups") << IndexSettings{.scale = {.missing = MissingRule::GroupMean}}
                            << "no column of texts";
    QTest::newRow("every indicator off") << IndexSettings{.excluded = {"x", "y"}} << "Every indicator";
}

void MethodCheckTest::whatTheyHaveNotIsNamed()
{
    QFETCH(const IndexSettings, settings);
    QFETCH(const QString, named);
    const auto checked = checkMethod(settings, makeDataset({{"x", {1, 2}}, {"y", {2, 1}}}));
    QVERIFY(!checked.ok());
    QVERIFY2(checked.error().message.contains(named), qPrintable(checked.error().message));
}

void MethodCheckTest::unknownNamesAreLeftOut()
{
    const Dataset dataset = makeDataset({{"x", {1, 2}}, {"y", {2, 1}}});
    const IndexSettings mixed{
        .excluded = {"x", "z"},
        .weights = {{"y", 2}, {"w", 3}},
        .scale = {.references = {{"v", {}}, {"y", {1, 2}}}, .outliersOf = {{"u", OutlierRule::Log}}},
        .rankRule = RankRule::Dense};
    const Choices rest = withoutUnknown(
        {.index = mixed, .shown = "z", .scheme = {2, {1}}, .tried = {{{"A1"}, "z", 1}}}, dataset);
    QVERIFY(checkMethod(rest.index, dataset).ok());
    QVERIFY((rest.shown == indexCode && rest.scheme == ClassScheme(2) && rest.tried.empty()));
    QVERIFY(rest.index
            == (IndexSettings{.excluded = {"x"},
                              .weights = {{"y", 2}},
                              .scale = {.references = {{"y", {1, 2}}}},
                              .rankRule = RankRule::Dense}));
}

ATLAS_TEST(MethodCheckTest)

#include "test_method_check.moc"
