#include "app/charts/area_bars.h"
#include "app/charts/waterfall_view.h"
#include "app/panels/inspector.h"
#include "app/shell/main_window.h"
#include "app/table/area_table_view.h"
#include "app/trace/moves_view.h"
#include "app/widgets/fold_strip.h"
#include "core/aggregation/smaller_areas.h"
#include "core/common/translations.h"
#include "tests/app/changes.h"
#include "tests/app/typing.h"
#include "tests/app/waiting.h"
#include "tests/support/made_data.h"
#include "tests/support/test_program.h"

#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTabBar>
#include <QTabWidget>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QtCharts/QChart>

using namespace atlas;
using namespace atlas::test;

/// What the inspector tells of the selection.
class InspectorTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void aSelectedAreaIsExplained();
    void youngPeopleAreCounted();
    void membersAreListedWhereFiguresWereAddedUp();
    void itSaysWhereAnAreaStands_data();
    void itSaysWhereAnAreaStands();
    void whatRoundingLeavesOpenIsTold();
    void aFigureAtTheMeanPushesNowhere();
    void drawsThatAgreeSayOneRank();
    void whyRoundingAloneAllowsMoreIsTold();
    void withoutAnExactBandRoundingIsDrawn();
    void unequalWeightsAreTold();
    void itFollowsTheDomainOnShow();
    void aValueIsTried();
    void itTellsWhatWouldMoveTheArea();
    void itTellsWhereFiguresComeFrom();
    void triedValuesAreListedAndEnded();
    void severalAreasAreCompared();
    void itUnfoldsForASelectionUnlessClosed();

private:
    /// What a label says when everything has followed.
    QString label(const char *name) const
    {
        QCoreApplication::processEvents();
        return m_window->findChild<QLabel *>(name)->text();
    }
    /// The parts of the score in the area panel, when it has followed.
    QTableWidget *steps() const
    {
        QCoreApplication::processEvents();
        return m_window->findChild<QTableWidget *>("steps");
    }

    void openTab(const QString &title)
    {
        auto *tabs = m_window->findChild<QTabWidget *>("inspectorTabs");
        for (int i = 0; i < tabs->count(); ++i)
            if (tabs->tabText(i) == title)
                QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(i).center());
        QCOMPARE(tabs->tabText(tabs->currentIndex()), title);
    }

    QTemporaryDir m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void InspectorTest::initTestCase()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    QCoreApplication::setOrganizationName("disengagement-atlas");
    QCoreApplication::setApplicationName("disengagement-atlas-test");
    installTranslations(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void InspectorTest::init()
{
    QSettings().clear();
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1600, 900);
    m_window->show();
    COMES_TRUE(m_window->model().document.now().dataset());
}

void InspectorTest::aSelectedAreaIsExplained()
{
    m_window->model().selection.select({AreaCode{"E37000034"}});
    QCOMPARE(label("areaName"), "Tees Valley");
    QCOMPARE(label("areaRank"), QString::fromUtf8("rank 1 of 39 · published 1"));
    QCOMPARE(label("areaClass"), "Q4, most disengaged");
    QVERIFY(label("areaMeaning").contains("+2.15"));
    QVERIFY(label("areaMeaning").contains("Absence (1.8%, mean 1.0%)"));
    QCOMPARE(steps()->rowCount(), 6);
    QCOMPARE(steps()->item(3, 0)->text(), "Absence");
    QCOMPARE(steps()->item(3, 1)->text(), "1.8%");
    QCOMPARE(steps()->item(3, 3)->text(), "3.13");
    QCOMPARE(steps()->item(5, 7)->text(), "2.148"); // the running total ends at the index
    QCOMPARE(m_window->findChild<WaterfallView *>()->chart()->series().size(), 1);
}

void InspectorTest::youngPeopleAreCounted()
{
    m_window->model().selection.select({AreaCode{"E37000005"}}); // Coast to Capital
    QVERIFY(label("areaMeaning").contains("Young people: "));
    QVERIFY(label("areaMeaning").contains("% of all ("));
    QVERIFY(label("areaMeaning").contains(": about "));

    auto *table = m_window->findChild<AreaTableView *>();
    const int columns = table->model()->columnCount();
    auto *action = m_window->findChild<QAction *>("people");
    QVERIFY(action->isEnabled());
    action->trigger();
    QVERIFY(m_window->model().document.now().looks().people);
    QVERIFY(!m_window->model().document.now().scene(Theme::Light, QLocale::c()).people.isEmpty());
    QCOMPARE(table->model()->columnCount(), columns + 8); // people, their share, six indicators in per cent
    action->trigger();
    QCOMPARE(table->model()->columnCount(), columns);
    QVERIFY(m_window->model().document.now().scene(Theme::Light, QLocale::c()).people.isEmpty());
}

void InspectorTest::membersAreListedWhereFiguresWereAddedUp()
{
    auto *tabs = m_window->findChild<QTabWidget *>("inspectorTabs");
    m_window->model().selection.select({AreaCode{"E37000034"}});
    QCoreApplication::processEvents();
    QVERIFY(!tabs->isTabVisible(tabs->count() - 1));

    Dataset data = test::makeDataset({{"rate", {3, 4}}});
    auto smaller = std::make_shared<SmallerAreas>();
    smaller->lookup = "made.csv";
    smaller->table.metadata = data.metadata;
    smaller->larger.resize(2);
    for (size_t row = 0; row < 3; ++row) {
        CellValue cell;
        cell.number = static_cast<double>(row);
        cell.missing = Missing::No;
        IndicatorRow made;
        made.name = QStringLiteral("Town %1").arg(row);
        made.cells = {cell};
        smaller->table.rows.push_back(made);
        smaller->larger[0].members.push_back({row, 1, row == 1});
    }
    smaller->larger[0].absent.push_back({AreaCode{"X"}, "Far Town"});
    data.smallerAreas = smaller;
    m_window->model().document.open(std::make_shared<const Dataset>(data));
    m_window->model().selection.select({AreaCode{"A1"}});
    QCoreApplication::processEvents();
    QVERIFY(tabs->isTabVisible(tabs->count() - 1));
    openTab("Members");
    QVERIFY(label("membersWords").contains("3 areas"));
    QVERIFY(label("membersWords").contains("made.csv"));
    auto *table = m_window->findChild<QTableWidget *>("membersTable");
    QCOMPARE(table->rowCount(), 3);
    QCOMPARE(table->item(0, 0)->text(), "Town 2");
    QCOMPARE(table->item(0, 2)->text(), "1 of 3");
    QCOMPARE(table->item(1, 0)->text(), "Town 1 (also elsewhere)");
    QVERIFY(label("membersAbsent").contains("Far Town"));
    m_window->model().selection.select({AreaCode{"A2"}});
    QVERIFY(label("membersWords").contains("not added up"));
}

void InspectorTest::itSaysWhereAnAreaStands_data()
{
    QTest::addColumn<QList<double>>("values");
    QTest::addColumn<QString>("expected");
    QTest::newRow("first") << QList<double>{9, 1, 2, 3} << "It ranks above 3 areas.";
    QTest::newRow("above one") << QList<double>{2, 1, 9, 3} << "It ranks above 1 area.";
    QTest::newRow("first of two alike") << QList<double>{9, 9, 2, 3} << "It ranks above 2 areas.";
    QTest::newRow("last") << QList<double>{1, 2, 3, 4} << "No area ranks below it.";
    QTest::newRow("last of two alike") << QList<double>{1, 1, 3, 4} << "No area ranks below it.";
}

void InspectorTest::itSaysWhereAnAreaStands()
{
    QFETCH(const QList<double>, values);
    QFETCH(const QString, expected);
    const Dataset data = test::makeDataset({{"rate", {values.begin(), values.end()}}});
    m_window->model().document.open(std::make_shared<const Dataset>(data));
    m_window->model().selection.select({AreaCode{"A1"}});
    QVERIFY2(label("areaMeaning").contains(expected), qPrintable(label("areaMeaning")));
}

void InspectorTest::whatRoundingLeavesOpenIsTold()
{
    AtlasModel &state = m_window->model();
    state.selection.select({AreaCode{"E37000001"}}); // Black Country
    QVERIFY2(label("areaCertainty").contains("alone allows any rank from 3 to 5."),
             qPrintable(label("areaCertainty")));
    QVERIFY(
        label("areaCertainty")
            .contains(
                "The published order puts Greater Manchester above Black Country. Rounding cannot explain "
                "that: their scores stay 0.0056 apart."));
    state.selection.select({AreaCode{"E37000019"}}); // Lancashire
    QVERIFY2(
        label("areaCertainty")
            .contains("The published order puts Lancashire above North Eastern, and the figures as printed "
                      "the other way round. Rounding can explain that."),
        qPrintable(label("areaCertainty")));
    state.selection.select({AreaCode{"E37000034"}}); // Tees Valley, far ahead
    QVERIFY(label("areaCertainty").contains("Rounding of the figures cannot change its rank."));
    QVERIFY2(label("areaCertainty")
                 .contains("The published order puts Tees Valley above Liverpool City Region, "
                           "as the figures do."),
             qPrintable(label("areaCertainty")));

    setIndexSettings(state.document, {.excluded = {"imd_worst_10pct"}});
    QVERIFY(label("areaCertainty").contains("Whether rounding explains its published place cannot be told"));
}

void InspectorTest::aFigureAtTheMeanPushesNowhere()
{
    // The mean is 2.02, printed as 2.0 like the figure of A2.
    m_window->model().document.open(
        std::make_shared<const Dataset>(test::makeDataset({{"rate", {1.0, 2.0, 3.06}}})));
    m_window->model().selection.select({AreaCode{"A2"}});
    QVERIFY2(label("areaMeaning").contains("No indicator pushes it up. No indicator holds it down."),
             qPrintable(label("areaMeaning")));
    m_window->model().selection.select({AreaCode{"A3"}});
    QVERIFY2(label("areaMeaning").contains("What pushes it up most is rate (3.1, mean 2.0)."),
             qPrintable(label("areaMeaning")));
}

void InspectorTest::drawsThatAgreeSayOneRank()
{
    Document &document = m_window->model().document;
    document.open(std::make_shared<const Dataset>(test::makeDataset({{"a", {9, 7, 5, 3}}})));
    auto draws = std::make_shared<RankUncertainty>();
    draws->low = {1, 2, 3, 4};
    draws->median = {1, 2, 3, 4};
    draws->high = {1, 3, 3, 4};
    draws->classShares = {{0, 0, 0, 1}, {0, 0, 1, 0}, {0, 0.8, 0, 0}, {1, 0.2, 0, 0}};
    document.setUncertainty(draws);
    m_window->model().selection.select({AreaCode{"A1"}});
    QVERIFY2(
        label("areaCertainty")
            .contains("with rounding and weights varied it ranked 1 (from 5 to 95% of them). 100% of them "
                      "put it in Q4."),
        qPrintable(label("areaCertainty")));
    m_window->model().selection.select({AreaCode{"A2"}});
    QVERIFY2(label("areaCertainty").contains("it ranked 2 to 3 (5 to 95% of them), with a median of 2."),
             qPrintable(label("areaCertainty")));
}

void InspectorTest::whyRoundingAloneAllowsMoreIsTold()
{
    AtlasModel &state = m_window->model();
    const QString why = "Rounding alone allows more because it is the worst case";
    state.selection.select({AreaCode{"E37000019"}}); // Lancashire: 8 to 13
    QVERIFY(!label("areaCertainty").contains(why));  // only where both show
    Progress progress;
    const Snapshot &now = state.document.now();
    state.document.setUncertainty(std::make_shared<const RankUncertainty>(
        *drawRanks(*now.dataset(), now.indexSettings(), now.shownIndex()->classification.classes,
                   {.assumptions = {}, .draws = 1000}, progress)));
    QVERIFY2(label("areaCertainty").contains("it ranked 8 to 11"), qPrintable(label("areaCertainty")));
    QVERIFY2(label("areaCertainty").contains(why), qPrintable(label("areaCertainty")));
    state.selection.select({AreaCode{"E37000034"}}); // Tees Valley: 1 either way
    QVERIFY(!label("areaCertainty").contains(why));
}

void InspectorTest::withoutAnExactBandRoundingIsDrawn()
{
    AtlasModel &state = m_window->model();
    setIndexSettings(state.document, {.scale = {.normalisation = Normalisation::PercentileRank}});
    state.selection.select({AreaCode{"E37000001"}}); // Black Country
    QVERIFY2(label("areaCertainty").contains("Working out which ranks"), qPrintable(label("areaCertainty")));
    COMES_TRUE(state.document.now().roundingDraws() != nullptr);
    const RoundingDraws drawn = **state.document.now().roundingDraws();
    Progress progress;
    QVERIFY(drawn.ranks
            == drawRoundingBand(*state.document.now().dataset(), state.document.now().indexSettings(),
                                drawn.draws, drawn.seed, progress)
                   ->ranks);
    const auto [low, high] = drawn.ranks[*state.areas.current()];
    QVERIFY2(
        label("areaCertainty")
            .contains(QString("alone gave ranks from %1 to %2 in 10,000 draws (seed 1).").arg(low).arg(high)),
        qPrintable(label("areaCertainty")));
    // Draws of another method are never shown.
    setIndexSettings(state.document, {.scale = {.normalisation = Normalisation::Borda}});
    QVERIFY(!state.document.now().roundingDraws());
    QVERIFY(label("areaCertainty").contains("Working out which ranks"));
    setIndexSettings(state.document, {.scale = {.normalisation = Normalisation::Rank}});
    COMES_TRUE(state.document.now().roundingDraws() != nullptr);
    QVERIFY((*state.document.now().roundingDraws())->ranks
            == drawRoundingBand(*state.document.now().dataset(), state.document.now().indexSettings(),
                                drawn.draws, drawn.seed, progress)
                   ->ranks);
    setIndexSettings(state.document, {});
    QVERIFY(label("areaCertainty").contains("alone allows any rank from 3 to 5."));
}

void InspectorTest::unequalWeightsAreTold()
{
    m_window->model().selection.select({AreaCode{"E37000034"}});
    QCOMPARE(steps()->item(3, 5)->text(), "16.7%");
    setIndexSettings(m_window->model().document, {.weights = {{"unauthorised_absence", 3}}});
    QCOMPARE(steps()->item(3, 5)->text(), "37.5%");
    QVERIFY(m_window->findChild<QLabel *>("statusSummary")->toolTip().contains("sample SD, weighted"));
}

void InspectorTest::itFollowsTheDomainOnShow()
{
    setIndexSettings(m_window->model().document, {.levels = Levels::Nested});
    m_window->model().selection.select({AreaCode{"E37000034"}});
    QCOMPARE(steps()->rowCount(), 3); // domains
    const auto *node = m_window->findChild<QComboBox *>("node");
    Choices choices = m_window->model().document.now().choices();
    choices.shown = "outcomes";
    m_window->model().document.setChoices(choices);
    QCOMPARE(node->currentText(), "Outcomes");
    QCOMPARE(steps()->rowCount(), 2);
    QVERIFY(label("title").startsWith("rank "));
    choices.shown = "neet_16_18"; // an indicator has no parts: the panel stays with the domain
    m_window->model().document.setChoices(choices);
    QCOMPARE(node->currentText(), "Outcomes");
    choices.shown = indexCode;
    m_window->model().document.setChoices(choices);
    QCOMPARE(steps()->rowCount(), 3);
}

void InspectorTest::aValueIsTried()
{
    m_window->model().selection.select({AreaCode{"E37000019"}}); // Lancashire
    QCOMPARE(label("areaRank"), QString::fromUtf8("rank 10 of 39 \u00b7 published 8"));
    typeInto(steps(), 4, 1, "3.9");
    COMES_TO(m_window->model().document.now().dataset()->whatIfs.size(), size_t(1));
    const double rank = m_window->model().document.now().result().ranks[*m_window->model().areas.current()];
    QVERIFY(rank > 10);
    QCOMPARE(label("title"), QStringLiteral("rank %1; 10 without the what-if").arg(rank));
    QCOMPARE(steps()->item(4, 1)->text(), "3.9% (data: 5.1)");
    QTest::keySequence(m_window.get(), QKeySequence::Undo);
    QVERIFY(m_window->model().document.now().dataset()->whatIfs.empty());
    QCOMPARE(steps()->item(4, 1)->text(), "5.1%");
}

void InspectorTest::itTellsWhatWouldMoveTheArea()
{
    m_window->model().selection.select({AreaCode{"E37000019"}});
    QCOMPARE(label("areaName"), "Lancashire");
    auto *moves = m_window->findChild<MovesView *>();
    QVERIFY(!moves->isVisible());
    QSignalSpy shown(moves, &MovesView::movesShown);
    openTab("What if");
    QVERIFY(moves->isVisible());
    COMES_TRUE(!shown.isEmpty());
    QCOMPARE(moves->findChild<QTableWidget *>("moves")->rowCount(), 6);
}

void InspectorTest::itTellsWhereFiguresComeFrom()
{
    m_window->model().selection.select({AreaCode{"E37000019"}});
    openTab("Sources");
    const QString sources = label("areaSources");
    const Dataset &data = *m_window->model().document.now().dataset();
    QVERIFY(sources.contains("E37000019"));
    for (const Indicator &indicator : data.metadata.indicators) {
        QVERIFY2(sources.contains(indicator.shortName), qPrintable(indicator.shortName));
        QVERIFY2(sources.contains(indicator.source.toHtmlEscaped()), qPrintable(indicator.source));
        QVERIFY2(sources.contains(indicator.period), qPrintable(indicator.period));
    }
    QVERIFY(sources.contains("17.2%"));
}

void InspectorTest::triedValuesAreListedAndEnded()
{
    AtlasModel &model = m_window->model();
    model.selection.select({AreaCode{"E37000019"}});
    openTab("What if");
    auto *end = m_window->findChild<QPushButton *>("endTrial");
    QCoreApplication::processEvents();
    QVERIFY(!end->isVisible());
    setWhatIfs(model.document,
               {{*model.areas.current(), *model.document.now().dataset()->findIndicator("neet_16_18"), 3.9}});
    QCOMPARE(label("triedValues"), "Lancashire, NEET 16-18: 3.9% in place of 5.1%");
    QVERIFY(end->isVisible());
    QTest::mouseClick(end, Qt::LeftButton);
    QVERIFY(model.document.now().dataset()->whatIfs.empty());
    QCoreApplication::processEvents();
    QVERIFY(!end->isVisible());
}

void InspectorTest::severalAreasAreCompared()
{
    AtlasModel &model = m_window->model();
    model.selection.select({AreaCode{"E37000019"}, AreaCode{"E37000034"}});
    const auto *bars = m_window->findChild<Inspector *>()->findChild<AreaBars *>();
    COMES_TRUE(bars->isVisible());
    const QString words = bars->accessibleDescription();
    QVERIFY2(words.contains("Lancashire 5.1%, Tees Valley 6.4%; compared with 4.1%"), qPrintable(words));
    const Picture picture = bars->picture("Compared", {});
    QImage image(picture.size.logical.toSize(), QImage::Format_RGB32);
    image.fill(picture.background);
    QPainter painter(&image);
    picture.paint(painter);
    painter.end();
    int blue = 0; // of the first area's bars
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            blue += image.pixel(x, y) == qRgb(0x00, 0x72, 0xb2) ? 1 : 0;
    QVERIFY(blue > 1000);
    model.areas.selectAll();
    QCoreApplication::processEvents();
    QCOMPARE(bars->comparison().areas.size(), qsizetype(mostComparedAreas));
    QCOMPARE(bars->comparison().areas.front(),
             model.document.now().dataset()->areas[*model.areas.current()].name);
    model.selection.select({});
    COMES_TRUE(!bars->isVisible());
}

void InspectorTest::itUnfoldsForASelectionUnlessClosed()
{
    auto *dock = m_window->findChild<QDockWidget *>("areaDock");
    auto *strip = m_window->findChild<FoldStrip *>();
    QVERIFY(!dock->isVisible() && strip->isVisible());
    m_window->model().selection.select({AreaCode{"E37000019"}});
    QVERIFY(dock->isVisible());
    COMES_TRUE(!strip->isVisible());
    m_window->model().selection.select({});
    COMES_TRUE(!dock->isVisible() && strip->isVisible());
    m_window->model().selection.select({AreaCode{"E37000019"}});
    dock->close();
    m_window->model().selection.select({AreaCode{"E37000034"}});
    QVERIFY(!dock->isVisible());
    COMES_TRUE(strip->isVisible());
    QTest::mouseClick(strip, Qt::LeftButton);
    QVERIFY(dock->isVisible());
    QCOMPARE(label("areaName"), "Tees Valley");
}

ATLAS_TEST(InspectorTest)
#include "test_inspector.moc"
