#include "app/state/document.h"
#include "app/state/outline_run.h"
#include "tests/app/waiting.h"
#include "tests/support/made_data.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <cmath>

using namespace atlas;
using namespace atlas::test;

namespace {

/// A large circle, and an area whose sides cross.
std::shared_ptr<const BoundarySet> largeBoundaries()
{
    MadeRing circle;
    constexpr int corners = 100000;
    for (int i = 0; i < corners; ++i)
        circle.emplace_back(1e6 + 1e5 * std::cos(2 * std::acos(-1.0) * i / corners),
                            1e5 * std::sin(2 * std::acos(-1.0) * i / corners));
    circle.push_back(circle.front());
    return makeBoundaries({{{circle}}, {{{{0, 0}, {10, 10}, {10, 0}, {0, 10}, {0, 0}}}}});
}

std::shared_ptr<const Dataset> withBoundaries(const std::shared_ptr<const BoundarySet> &boundaries)
{
    Dataset dataset = makeDataset({{"a", {1, 2}}});
    dataset.boundaries = boundaries;
    return std::make_shared<const Dataset>(std::move(dataset));
}

} // namespace

class OutlineRunTest : public QObject
{
    Q_OBJECT

private slots:
    void flawsOfLargeBoundariesAreFoundLater();
};

void OutlineRunTest::flawsOfLargeBoundariesAreFoundLater()
{
    Document document;
    OutlineRun run(document);
    const auto boundaries = largeBoundaries();
    document.open(withBoundaries(boundaries));
    QVERIFY(run.issues().empty());
    COMES_TO(run.issues().size(), size_t(1));
    QVERIFY(run.issues()[0].message.contains("B2"));
    document.open(withBoundaries(boundaries)); // other figures of the same areas
    QCOMPARE(run.issues().size(), size_t(1));
    document.open(withBoundaries(makeBoundaries({{{squareRing(0, 0, 5)}}, {}})));
    QVERIFY(run.issues().empty());
}

ATLAS_TEST(OutlineRunTest)

#include "test_outline_run.moc"
