#include "app/atlas/atlas_model.h"
#include "app/table/area_table_view.h"
#include "core/common/number_text.h"
#include "tests/app/random_state.h"
#include "tests/app/waiting.h"
#include "tests/support/test_program.h"

#include <QCollator>
#include <QHeaderView>
#include <QTest>

#include <cmath>
#include <numeric>
#include <set>

using namespace atlas;
using namespace atlas::test;

namespace {

constexpr size_t areaCount = 2000;
constexpr size_t indicatorCount = 5;
constexpr int stepCount = 150;

using Order = std::vector<size_t>;

/// Figures with ties and gaps, names that people would sort by their numbers.
std::shared_ptr<const Dataset> makeData(std::mt19937 &random)
{
    Dataset dataset = randomDataset(random, areaCount, indicatorCount);
    for (Area &area : dataset.areas)
        area.name = QStringLiteral("%1 %2")
                        .arg(QStringList({"North", "south", "Ynys Môn"})[static_cast<int>(random() % 3)])
                        .arg(random() % 700);
    return std::make_shared<const Dataset>(std::move(dataset));
}

/// What the table should hold, worked out in the plainest way.
struct NaiveTable
{
    const AtlasModel &state;
    std::vector<size_t> byName;
    std::set<size_t> selected;
    int column = static_cast<int>(indicatorCount) + 2; ///< by rank at first
    Qt::SortOrder sortOrder = Qt::AscendingOrder;

    explicit NaiveTable(const AtlasModel &theState) : state(theState), byName(areaCount)
    {
        QCollator collator{QLocale()};
        collator.setNumericMode(true);
        collator.setCaseSensitivity(Qt::CaseInsensitive);
        const std::vector<Area> &areas = state.document.now().dataset()->areas;
        std::iota(byName.begin(), byName.end(), size_t(0));
        std::stable_sort(byName.begin(), byName.end(), [&](size_t a, size_t b) {
            return collator.compare(areas[a].name, areas[b].name) < 0;
        });
    }

    double value(size_t area, int ofColumn) const
    {
        const auto number = static_cast<size_t>(ofColumn);
        if (number <= indicatorCount)
            return state.document.now().dataset()->cells[number - 1][area].number;
        if (number == indicatorCount + 1)
            return state.document.now().result().scores[area];
        return state.document.now().result().ranks[area] == 0 ? std::numeric_limits<double>::quiet_NaN()
                                                              : state.document.now().result().ranks[area];
    }

    Order order() const
    {
        Order areas = byName;
        if (column == 0 && sortOrder == Qt::DescendingOrder)
            std::reverse(areas.begin(), areas.end());
        if (column > 0)
            std::stable_sort(areas.begin(), areas.end(), [this](size_t a, size_t b) {
                const double x = value(a, column);
                const double y = value(b, column);
                if (std::isnan(x) || std::isnan(y))
                    return !std::isnan(x);
                return sortOrder == Qt::AscendingOrder ? x < y : x > y;
            });
        return areas;
    }

    QString text(size_t area, int ofColumn) const
    {
        if (ofColumn == 0)
            return state.document.now().dataset()->areas[area].name;
        const int decimals = std::array{
            1, 2, 0}[static_cast<size_t>(std::max(0, ofColumn - static_cast<int>(indicatorCount)))];
        return roundedNumber(value(area, ofColumn), decimals, QLocale());
    }
};

std::set<size_t> selectedAreas(const AreaTableView &view)
{
    const Order order = view.areasInOrder();
    std::set<size_t> areas;
    for (const QItemSelectionRange &range : view.selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            areas.insert(order[static_cast<size_t>(row)]);
    return areas;
}

} // namespace

/// Whatever is switched, sorted and selected in whatever order, the table holds what it should.
class TestAreaTableSteps : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void sameAsAPlainTableAfterAnySteps_data();
    void sameAsAPlainTableAfterAnySteps();

private:
    void takeStep(std::mt19937 &random, AtlasModel &state, AreaTableView &view, NaiveTable &naive);
    void compare(const AtlasModel &state, const AreaTableView &view, const NaiveTable &naive);
};

void TestAreaTableSteps::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void TestAreaTableSteps::sameAsAPlainTableAfterAnySteps_data()
{
    QTest::addColumn<unsigned>("seed");
    for (const unsigned seed : {1U, 2U, 3U})
        QTest::addRow("seed %u", seed) << seed;
}

void TestAreaTableSteps::sameAsAPlainTableAfterAnySteps()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    AtlasModel state;
    state.document.open(makeData(random));
    AreaTableView view(state.document, state.areas);
    view.resize(560, 300);
    view.show();
    COMES_TRUE(isExposed(view));
    NaiveTable naive(state);
    for (int step = 0; step < stepCount && !QTest::currentTestFailed(); ++step) {
        takeStep(random, state, view, naive);
        compare(state, view, naive);
    }
}

void TestAreaTableSteps::takeStep(std::mt19937 &random, AtlasModel &state, AreaTableView &view,
                                  NaiveTable &naive)
{
    const std::vector<Area> &areas = state.document.now().dataset()->areas;
    const auto rowInSight = [&] { return std::max(view.rowAt(static_cast<int>(random() % 200)), 0); };
    const auto click = [&](int row, Qt::KeyboardModifiers modifiers) {
        QTest::mouseClick(view.viewport(), Qt::LeftButton, modifiers,
                          view.visualRect(view.model()->index(row, 1)).center());
    };
    switch (random() % 7) {
    case 0:
    case 1:
        changeAtRandom(state.document, random);
        break;
    case 2:
        naive.column = static_cast<int>(random() % static_cast<unsigned>(view.model()->columnCount()));
        naive.sortOrder = random() % 2 == 0 ? Qt::AscendingOrder : Qt::DescendingOrder;
        view.sortByColumn(naive.column, naive.sortOrder);
        break;
    case 3: {
        std::vector<AreaCode> codes;
        naive.selected.clear();
        for (unsigned left = std::array{0U, 1U, 5U, 900U}[random() % 4]; left > 0; --left)
            naive.selected.insert(random() % areas.size());
        for (const size_t area : naive.selected)
            codes.push_back(areas[area].code);
        state.selection.select(codes, areas[random() % areas.size()].code);
        break;
    }
    case 4: {
        const int row = rowInSight();
        naive.selected = {view.areasInOrder()[static_cast<size_t>(row)]};
        click(row, {});
        break;
    }
    case 5: {
        const int row = rowInSight();
        const size_t area = view.areasInOrder()[static_cast<size_t>(row)];
        if (naive.selected.erase(area) == 0)
            naive.selected.insert(area);
        click(row, Qt::ControlModifier);
        break;
    }
    default:
        if (random() % 4 != 0)
            break;
        QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
        for (size_t area = 0; area < areas.size(); ++area)
            naive.selected.insert(area);
    }
}

void TestAreaTableSteps::compare(const AtlasModel &state, const AreaTableView &view, const NaiveTable &naive)
{
    const Order order = naive.order();
    QVERIFY(view.areasInOrder() == order);
    for (size_t row = 0; row < order.size(); row += 41)
        for (int column = 0; column < view.model()->columnCount(); ++column)
            QCOMPARE(view.model()->index(static_cast<int>(row), column).data().toString(),
                     naive.text(order[row], column));
    QVERIFY(selectedAreas(view) == naive.selected);
    const auto inState = state.areas.areas();
    QVERIFY(std::set<size_t>(inState.begin(), inState.end()) == naive.selected);
    QCOMPARE(state.areas.current().has_value(), !naive.selected.empty());
    if (state.areas.current()) {
        QVERIFY(naive.selected.contains(*state.areas.current()));
        for (size_t area = 0; area < areaCount; ++area)
            QCOMPARE(state.areas.isSelected(area), naive.selected.contains(area));
    }
}

ATLAS_TEST(TestAreaTableSteps)
#include "test_area_table_steps.moc"
