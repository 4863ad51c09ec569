#include "tests/app/loaded_state.h"
#include "tests/support/test_program.h"

#include <QSignalSpy>
#include <QTest>

using namespace atlas;
using namespace atlas::test;

class SelectionTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void changesAreToldOnceAndNotWhenEqual();
    void unknownCodesHaveNoPosition();
    void currentAreaIsTheOneSelectedLast();
    void withoutACurrentAreaTheFirstSelectedIs();
    void positionsSelectAsCodesDo();
    void positionsFollowTheData();
    void choosingAddsAndTakesAway();

private:
    const std::vector<Area> &data() const { return m_model->document.now().dataset()->areas; }

    std::unique_ptr<AtlasModel> m_model;
};

void SelectionTest::init()
{
    m_model = std::make_unique<AtlasModel>();
    m_model->document.open(builtInDataset());
}

void SelectionTest::changesAreToldOnceAndNotWhenEqual()
{
    QSignalSpy selections(&m_model->areas, &SelectedAreas::changed);
    QSignalSpy hovers(&m_model->areas, &SelectedAreas::hoverChanged);
    for (int i = 0; i < 2; ++i) {
        m_model->selection.select({{"E37000034"}}, {"E37000034"});
        m_model->areas.hover(3);
    }
    QCOMPARE(selections.count(), 1);
    QCOMPARE(hovers.count(), 1);
    QCOMPARE(m_model->selection.hovered(), data()[3].code);
}

void SelectionTest::unknownCodesHaveNoPosition()
{
    m_model->selection.select({{"nowhere"}, {"E37000034"}}, {"nowhere"});
    QCOMPARE(m_model->areas.areas(), std::vector<size_t>{*m_model->areas.find({"E37000034"})});
    QCOMPARE(m_model->areas.current(), m_model->areas.find({"E37000034"}));
    QCOMPARE(m_model->selection.codes().size(), size_t(2)); // other data may have it
    m_model->selection.hover({"nowhere"});
    QVERIFY(!m_model->areas.hovered());
}

void SelectionTest::currentAreaIsTheOneSelectedLast()
{
    const AreaCode tees{"E37000034"};
    const AreaCode london{"E37000023"};
    m_model->selection.select({tees}, tees);
    m_model->selection.select({tees, london}, london);
    QCOMPARE(data()[*m_model->areas.current()].name, "London");
    m_model->selection.select({tees});
    QCOMPARE(data()[*m_model->areas.current()].name, "Tees Valley");
    m_model->selection.select({});
    QVERIFY(!m_model->areas.current());
}

void SelectionTest::withoutACurrentAreaTheFirstSelectedIs()
{
    m_model->areas.selectAll();
    QCOMPARE(m_model->areas.areas().size(), data().size());
    QCOMPARE(m_model->areas.current(), std::optional<size_t>(0));
}

void SelectionTest::positionsSelectAsCodesDo()
{
    m_model->selection.select({data()[7].code, data()[2].code, data()[30].code}, data()[7].code);
    QCOMPARE(m_model->areas.areas(), (std::vector<size_t>{2, 7, 30}));
    QSignalSpy changed(&m_model->areas, &SelectedAreas::changed);
    m_model->areas.select({30, 7, 2, 7}, 7);
    QCOMPARE(changed.count(), 0);
    m_model->areas.select({30, 2}, 7);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(m_model->areas.areas(), (std::vector<size_t>{2, 30}));
    QCOMPARE(m_model->areas.current(), std::optional<size_t>(2));
    for (size_t area = 0; area < data().size(); ++area)
        QCOMPARE(m_model->areas.isSelected(area), area == 2 || area == 30);
}

void SelectionTest::positionsFollowTheData()
{
    m_model->selection.select({data()[7].code});
    auto turned = std::make_shared<Dataset>(*builtInDataset());
    std::swap(turned->areas[7], turned->areas[9]);
    std::optional<size_t> seen;
    m_model->document.onChange(Change::Data, this, [&] { seen = m_model->areas.current(); });
    m_model->document.open(turned);
    QCOMPARE(seen, std::optional<size_t>(9)); // by the time views hear of the data
    QVERIFY(m_model->areas.isSelected(9) && !m_model->areas.isSelected(7));
}

void SelectionTest::choosingAddsAndTakesAway()
{
    m_model->areas.choose(4, false);
    m_model->areas.choose(8, true);
    QCOMPARE(m_model->areas.areas(), (std::vector<size_t>{4, 8}));
    QCOMPARE(m_model->areas.current(), std::optional<size_t>(8));
    m_model->areas.choose(8, true);
    QCOMPARE(m_model->areas.areas(), std::vector<size_t>{4});
    m_model->areas.choose(2, false);
    QCOMPARE(m_model->areas.areas(), std::vector<size_t>{2});
}

ATLAS_TEST(SelectionTest)
#include "test_selection.moc"
