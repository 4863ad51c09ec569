#include "app/charts/area_bars.h"
#include "app/charts/slope_chart.h"
#include "app/charts/waterfall_view.h"
#include "app/map/atlas_map.h"
#include "app/robustness/rank_chart.h"
#include "app/table/area_table_view.h"
#include "tests/app/pane_window.h"
#include "tests/app/project_window.h"
#include "tests/support/test_program.h"

#include <QAbstractButton>
#include <QAction>
#include <QHash>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>

using namespace atlas;
using namespace atlas::test;

/// What the context menus of charts, map, table and heads offer.
class TestContextMenus : public ProjectWindow
{
    Q_OBJECT

private slots:
    void initTestCase() { useOwnSettings(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void chartsOfferWhatMapAndTableOffer_data();
    void chartsOfferWhatMapAndTableOffer();
    void exportIsInTheMenuOfMapAndTable();
    void aRightClickOnAChartChoosesItsArea();
    void headsShowTheirVariableOnTheMap();
    void headsLeaveTheirIndicatorOut();
    void noTwoEntriesOfAMenuHaveTheSameLetter();
    void everyEntryOfTheMenusHasALetter();
    void noTwoPartsOfAPageHaveTheSameLetter_data() { chartsOfferWhatMapAndTableOffer_data(); }
    void noTwoPartsOfAPageHaveTheSameLetter();
    void redoOfAFieldIsNotThatOfTheWindow();

private:
    static QStringList namesOf(const QWidget &widget);
    QWidget *chart(const QByteArray &command) const;
};

QStringList TestContextMenus::namesOf(const QWidget &widget)
{
    QStringList names;
    for (const QAction *action : widget.actions())
        names << (action->data().isValid() ? action->data().toString() : action->objectName());
    return names;
}

QWidget *TestContextMenus::chart(const QByteArray &command) const
{
    action(command)->trigger();
    if (command == "trace")
        return m_window->findChild<WaterfallView *>();
    if (command == "compare")
        return m_window->findChild<AreaBars *>();
    if (command == "scenarios")
        return m_window->findChild<SlopeChart *>();
    return m_window->findChild<RankChart *>();
}

void TestContextMenus::chartsOfferWhatMapAndTableOffer_data()
{
    QTest::addColumn<QByteArray>("command");
    for (const char *command : {"trace", "compare", "scenarios", "robustness"})
        QTest::newRow(command) << QByteArray(command);
}

void TestContextMenus::chartsOfferWhatMapAndTableOffer()
{
    QFETCH(const QByteArray, command);
    const QWidget *shown = chart(command);
    QVERIFY(shown);
    QCOMPARE(shown->contextMenuPolicy(), Qt::ActionsContextMenu);
    const QStringList names = namesOf(*shown);
    for (const char *name : {"copy", "exportChart", "trace", "compare", "zoomToSelection", "selectClass"})
        QVERIFY2(names.contains(name) || (command == "trace" && name == QByteArray("exportChart")), name);
    QVERIFY(!names.contains("clearSelection")); // its key, Escape, closes windows
}

void TestContextMenus::exportIsInTheMenuOfMapAndTable()
{
    QVERIFY(namesOf(*m_window->findChild<AtlasMap *>()).contains("exportMap"));
    QVERIFY(namesOf(*m_window->findChild<AtlasMap *>()).contains("fit"));
    QVERIFY(namesOf(*m_window->findChild<AreaTableView *>()).contains("exportTable"));
}

void TestContextMenus::aRightClickOnAChartChoosesItsArea()
{
    SlopeChart slopes(model().document, model().areas);
    const std::vector<double> ranks = model().document.now().result().ranks;
    slopes.setRanks(ranks, "first", ranks, "second");
    slopes.resize(800, 600);
    slopes.show();
    COMES_TRUE(isExposed(slopes));
    const QSignalSpy chosen(&slopes, &RowChart::areaChosen);
    QPoint place(100, slopes.viewport()->height() / 2);
    const auto area = slopes.areaAt(place);
    QVERIFY(area);
    QTest::mouseClick(slopes.viewport(), Qt::RightButton, {}, place);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toULongLong(), static_cast<qulonglong>(*area));
    model().areas.select({*area});
    QTest::mouseClick(slopes.viewport(), Qt::RightButton, {}, place); // one of several may be meant
    QCOMPARE(chosen.size(), 1);
}

void TestContextMenus::headsShowTheirVariableOnTheMap()
{
    auto *table = m_window->findChild<AreaTableView *>();
    const auto press = [table](const QString &code, const QString &text) {
        QMenu menu;
        fillColumnMenu(menu, *table, table->areaModel().findColumn(code));
        for (QAction *each : menu.actions())
            if (each->text().remove('&') == text) {
                each->trigger();
                return true;
            }
        return false;
    };
    QVERIFY(press("neet_16_18", "Show on the map"));
    QCOMPARE(model().document.now().choices().shown, QString("neet_16_18"));
    QVERIFY(press("rank", "Show on the map"));
    QCOMPARE(model().document.now().choices().shown, indexCode);
    QVERIFY(!press("area", "Show on the map"));
    QVERIFY(!press("rank", "Leave out of the index"));
    model().undoStack.undo();
    QCOMPARE(model().document.now().choices().shown, QString("neet_16_18"));
}

void TestContextMenus::headsLeaveTheirIndicatorOut()
{
    PaneWindow window;
    const QSignalSpy asked(&window.table(), &AreaTableView::useAsked);
    QMenu menu;
    window.menuAction(menu, window.column("neet_16_18"), "Leave out of the index")->trigger();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first(), (QVariantList{"neet_16_18", false}));
    emit m_window->findChild<AreaTableView *>()->useAsked("neet_16_18", false);
    QVERIFY(!model().document.now().indexSettings().uses("neet_16_18"));
    emit m_window->findChild<AreaTableView *>()->useAsked("neet_16_18", true);
    QVERIFY(model().document.now().indexSettings().uses("neet_16_18"));
}

/// Letters that more than one of these texts has.
QStringList sharedLetters(const QStringList &texts)
{
    QHash<QString, QStringList> byLetter;
    for (const QString &text : texts)
        if (const QString letter = QKeySequence::mnemonic(text).toString(); !letter.isEmpty())
            byLetter[letter] << text;
    QStringList shared;
    for (const QStringList &same : std::as_const(byLetter))
        if (same.size() > 1)
            shared << same.join(" | ");
    return shared;
}

void TestContextMenus::noTwoEntriesOfAMenuHaveTheSameLetter()
{
    QList<const QMenu *> menus;
    for (const QMenu *menu : m_window->findChildren<QMenu *>())
        menus << menu;
    auto *table = m_window->findChild<AreaTableView *>();
    QMenu ofNames;
    QMenu ofFigures;
    fillColumnMenu(ofNames, *table, 0);
    fillColumnMenu(ofFigures, *table, 1);
    menus << &ofNames << &ofFigures;
    QStringList shared;
    for (const QMenu *menu : menus) {
        QStringList texts;
        for (const QAction *each : menu->actions())
            texts << each->text();
        shared << sharedLetters(texts);
    }
    QVERIFY2(shared.isEmpty(), qPrintable(shared.join("; ")));
}

void TestContextMenus::everyEntryOfTheMenusHasALetter()
{
    QStringList without;
    for (const QAction *top : m_window->menuBar()->actions())
        for (const QAction *each : top->menu()->actions())
            if (!each->isSeparator() && QKeySequence::mnemonic(each->text()).isEmpty())
                without << each->text();
    QCOMPARE(without, QStringList());
}

void TestContextMenus::noTwoPartsOfAPageHaveTheSameLetter()
{
    QFETCH(const QByteArray, command);
    const QWidget *page = chart(command);
    while (page && !page->inherits("atlas::ToolWindow"))
        page = page->parentWidget();
    QVERIFY(page);
    QStringList texts;
    for (const QAction *menu : m_window->menuBar()->actions())
        texts << menu->text();
    for (const QWidget *part : page->findChildren<QWidget *>()) {
        if (!part->isVisibleTo(page))
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(part); label && label->buddy())
            texts << label->text();
        else if (const auto *button = qobject_cast<const QAbstractButton *>(part))
            texts << button->text();
        else if (const auto *tabs = qobject_cast<const QTabBar *>(part))
            for (int i = 0; i < tabs->count(); ++i)
                texts << tabs->tabText(i);
    }
    QCOMPARE(sharedLetters(texts).join("; "), QString());
}

void TestContextMenus::redoOfAFieldIsNotThatOfTheWindow()
{
    action("palette.blues")->trigger();
    model().undoStack.undo();
    QVERIFY(model().undoStack.canRedo());
    auto *field = m_window->findChild<QLineEdit *>("tableFilter");
    field->setFocus();
    QTest::keyClicks(field, "wa");
    QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(field, Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(field->text(), QString("wa"));
    QVERIFY(model().undoStack.canRedo());
}

ATLAS_TEST(TestContextMenus)

#include "test_context_menus.moc"
