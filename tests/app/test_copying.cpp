#include "app/charts/waterfall_view.h"
#include "app/compare/compare_dialog.h"
#include "app/map/atlas_map.h"
#include "app/map/map_copy.h"
#include "app/robustness/rank_chart.h"
#include "app/robustness/robustness_dialog.h"
#include "app/shell/main_window.h"
#include "app/table/area_table_view.h"
#include "app/trace/trace_view.h"
#include "app/widgets/copied_data.h"
#include "app/widgets/copying.h"
#include "app/widgets/figure_table.h"
#include "app/widgets/view_copy.h"
#include "core/render/colour_scale.h"
#include "tests/app/own_settings.h"
#include "tests/app/table_window.h"
#include "tests/support/made_data.h"
#include "tests/support/test_program.h"

#include <QAction>
#include <QClipboard>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QImage>
#include <QLineEdit>
#include <QMenu>
#include <QTest>

using namespace atlas;
using namespace atlas::test;

namespace {

const QMimeData &clipboard()
{
    return *QGuiApplication::clipboard()->mimeData();
}

void pressCopy(QWidget &widget)
{
    QTest::keyClick(&widget, Qt::Key_C, Qt::ControlModifier);
}

/// What the widget's context menu offers, with the entries of its submenus.
QStringList offered(const QWidget &widget)
{
    QStringList names;
    for (const QAction *action : widget.actions())
        for (const QAction *each : action->menu() ? action->menu()->actions() : QList<QAction *>())
            names << each->data().toString();
    for (const QAction *action : widget.actions())
        if (const QString name = action->data().toString(); !name.isEmpty())
            names << name;
    return names;
}

const QStringList everyForm = {"copyAs.table", "copyAs.values", "copyAs.picture", "copyAs.drawing", "copy"};

TableSheet smallSheet()
{
    return {.table =
                tableOfRows({{.kind = TableColumn::Kind::Text, .name = "Area"}, {.name = "a", .decimals = 1}},
                            {{textCell("Wye"), numberCell(-1.5)}}),
            .locale = QLocale::c(),
            .title = "Small"};
}

} // namespace

class TestCopying : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup() { m_window.reset(); }
    void tableGoesInEveryForm();
    void formsHaveWhatTheirNameSays();
    void formsAreMadeWhenAskedForAndOnce();
    void picturesThatCannotWaitAreDrawnAtOnce();
    void nothingToCopyIsSaid();
    void selectedRowsHaveTheColoursOnScreen();
    void columnsAreCopiedAsTheyStand();
    void hiddenRowsAreLeftOut();
    void withoutASelectionAllRowsAreCopied();
    void aFilterIsSaidInEveryCopy();
    void oneColumnIsCopiedWithTheNames();
    void mapIsAPictureOfItsView();
    void mapHasATableOfItsClasses();
    void mapWithoutDataSaysSo();
    void chartOfTheTraceIsAPictureWithATable();
    void chartOfDrawsNeedsDraws();
    void viewsGiveTheirSelection();
    void viewsKeepWhatIsNoNumber();
    void copyActsOnWhatHasTheFocus();
    void fieldsCopyTheirOwnText();
    void everyContextMenuHasEveryForm();
    void aLongTableIsCopiedAtOnce();

private:
    void openWindow();

    OwnSettings m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void TestCopying::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void TestCopying::openWindow()
{
    m_window = std::make_unique<MainWindow>(std::nullopt);
    m_window->model().document.open(builtInDataset());
    m_window->show();
    COMES_TRUE(isExposed(*m_window));
}

void TestCopying::tableGoesInEveryForm()
{
    const auto data = copiedData({.sheet = smallSheet()}, CopyAs::Usual);
    QVERIFY(data);
    QVERIFY((*data)->hasHtml() && (*data)->hasText() && (*data)->hasImage());
    QCOMPARE((*data)->text(), "Area\ta\nWye\t-1.5\n");
    QCOMPARE((*data)->data("text/tab-separated-values"), "Area\ta\nWye\t-1.5\n");
    QVERIFY((*data)->html().contains(">-1.5<"));
    const auto image = (*data)->imageData().value<QImage>();
    QCOMPARE(qRound(image.dotsPerMeterX() * 0.0254), 300);
    QVERIFY((*data)->data("image/svg+xml").contains("<svg"));
}

void TestCopying::formsHaveWhatTheirNameSays()
{
    const auto formats = [](CopyAs as) { return (*copiedData({.sheet = smallSheet()}, as))->formats(); };
    QCOMPARE(formats(CopyAs::Table), QStringList({"text/html", "text/plain", "text/tab-separated-values"}));
    QCOMPARE(formats(CopyAs::Values), QStringList({"text/plain", "text/tab-separated-values"}));
    QCOMPARE(formats(CopyAs::Picture), QStringList({"application/x-qt-image"}));
    QCOMPARE(formats(CopyAs::Drawing), QStringList({"image/svg+xml"}));
}

void TestCopying::formsAreMadeWhenAskedForAndOnce()
{
    CopiedData data;
    int made = 0;
    data.add("text/plain", [&made] { return QString::number(++made); });
    QVERIFY(data.hasText());
    QCOMPARE(made, 0);
    QCOMPARE(data.text(), "1");
    QCOMPARE(data.text(), "1");
}

void TestCopying::picturesThatCannotWaitAreDrawnAtOnce()
{
    int drawn = 0;
    const Picture picture{
        .size = {.logical = {100, 100}}, .background = Qt::white, .paint = [&drawn](QPainter &) { ++drawn; }};
    const auto make = [&picture]() -> Result<Picture> { return picture; };
    const auto now = copiedData({.picture = make, .isPicture = true}, CopyAs::Usual);
    QCOMPARE(drawn, 2);
    QVERIFY((*now)->hasImage());
    QVERIFY(!(*now)->hasHtml());
    const auto later = copiedData({.picture = make, .isPicture = true, .drawsLater = true}, CopyAs::Usual);
    QCOMPARE(drawn, 2);
    QVERIFY(!(*later)->imageData().value<QImage>().isNull());
    QCOMPARE(drawn, 3);
}

void TestCopying::nothingToCopyIsSaid()
{
    QVERIFY(!copiedData({}, CopyAs::Usual));
    QVERIFY(!copiedData({.isPicture = true}, CopyAs::Table));
    const auto refused = [] { return Result<Picture>(Error{"No chart.", {}}); };
    QCOMPARE(copiedData({.picture = refused, .isPicture = true}, CopyAs::Usual).error().message, "No chart.");
}

void TestCopying::selectedRowsHaveTheColoursOnScreen()
{
    TableWindow window;
    window.click(0, 1);
    window.click(2, 1, Qt::ControlModifier);
    pressCopy(window.view);
    QCOMPARE(clipboard().text().count('\n'), 3);
    const QString html = clipboard().html();
    QVERIFY(html.contains(window.name(0)) && html.contains(window.name(2)) && !html.contains(window.name(1)));
    const QString table = html.section("</table>", 0, 0);
    const auto *model = window.view.model();
    for (int i = 1; i < model->columnCount(); ++i)
        if (const QVariant colour = model->index(0, i).data(Qt::BackgroundRole); colour.isValid())
            QVERIFY2(table.contains("bgcolor=\"" + colour.value<QBrush>().color().name() + '"'),
                     qPrintable(model->headerData(i, Qt::Horizontal).toString()));
    QVERIFY(html.contains("Q4, most disengaged")); // the key
}

void TestCopying::columnsAreCopiedAsTheyStand()
{
    TableWindow window(std::make_shared<const Dataset>(makeDataset({{"a", {1, 2}}, {"b", {4, 3}}})));
    window.header->setSectionsMovable(true);
    window.header->moveSection(2, 1);
    window.view.hideColumn(3);
    window.click(0, 1);
    QCOMPARE(window.view.selectedText().section('\n', 0, 0), "Area\tb\ta\tRank");
}

void TestCopying::hiddenRowsAreLeftOut()
{
    TableWindow window;
    const QString other = window.name(0);
    window.view.setFilter({.name = window.name(1)});
    window.view.selectAll();
    pressCopy(window.view);
    QCOMPARE(clipboard().text().count('\n'), 2);
    QVERIFY(!clipboard().text().contains(other));
    QCOMPARE(window.view.sheet().table.rowCount(), size_t(3)); // with mean and median
}

void TestCopying::withoutASelectionAllRowsAreCopied()
{
    TableWindow window;
    pressCopy(window.view);
    const QStringList lines = clipboard().text().split('\n');
    QCOMPARE(lines.size() - 1, 42);
    QVERIFY(lines[1].startsWith("Mean\t") && lines[2].startsWith("Median\t")); // as above the rows on screen
    QVERIFY(lines[3].startsWith(window.name(0)));
    QVERIFY(!clipboard().html().contains("Filtered"));
}

void TestCopying::aFilterIsSaidInEveryCopy()
{
    TableWindow window;
    window.view.setFilter({.classes = {4}});
    pressCopy(window.view);
    QVERIFY(clipboard().html().contains("Filtered: 10 of 39 areas."));
    QCOMPARE(window.view.sheet().notes.first(), "Filtered: 10 of 39 areas.");
}

void TestCopying::oneColumnIsCopiedWithTheNames()
{
    TableWindow window(std::make_shared<const Dataset>(makeDataset({{"a", {1, 2}}, {"b", {4, 3}}})));
    window.click(0, column(window, "b"));
    for (QAction *action : window.view.actions())
        if (action->data() == "copyColumn")
            action->trigger();
    QCOMPARE(clipboard().text().section('\n', 0, 0), "Area\tb");
    QCOMPARE(clipboard().text().count('\n'), 2);
}

void TestCopying::mapIsAPictureOfItsView()
{
    AtlasModel state;
    state.document.open(builtInDataset());
    AtlasMap map(state.document, state.areas);
    map.resize(500, 400);
    map.show();
    COMES_TRUE(isExposed(map));
    map.setFocus();
    pressCopy(map);
    QVERIFY(!clipboard().hasHtml() && !clipboard().hasText()); // else a text would win over the picture
    const auto image = clipboard().imageData().value<QImage>();
    QCOMPARE(image.size(), QSize(1563, 1250));
    const QByteArray svg = clipboard().data("image/svg+xml");
    QVERIFY(svg.contains("<title>Disengagement index</title>"));
    map.zoomIn();
    pressCopy(map);
    QVERIFY(clipboard().imageData().value<QImage>() != image);
}

void TestCopying::mapHasATableOfItsClasses()
{
    AtlasModel state;
    state.document.open(builtInDataset());
    AtlasMap map(state.document, state.areas);
    Copying::of(&map)->copy(CopyAs::Table);
    const QStringList lines = clipboard().text().split('\n');
    QCOMPARE(lines.size(), 39 + 2);
    QCOMPARE(lines[1], "Tees Valley\t2.15\t1\tQ4");
    const QColor darkest = colourScale("purples", 4).back();
    QCOMPARE(clipboard().html().section("</table>", 0, 0).count("bgcolor=\"" + darkest.name()), 10);
}

void TestCopying::mapWithoutDataSaysSo()
{
    AtlasModel state;
    const AtlasMap map(state.document, state.areas);
    const auto copyable = map.copyable();
    QVERIFY(!copyable && !copyable.error().message.isEmpty());
}

void TestCopying::chartOfTheTraceIsAPictureWithATable()
{
    AtlasModel state;
    state.document.open(builtInDataset());
    TraceView view(state.document, state.areas, Qt::Horizontal);
    view.resize(900, 500);
    view.show();
    COMES_TRUE(isExposed(view));
    state.areas.select({areaNamed(*builtInDataset(), "Lancashire")});
    auto *chart = view.findChild<WaterfallView *>();
    COMES_TRUE(view.hasChart() && view.picture().ok());
    pressCopy(*chart);
    QVERIFY(clipboard().hasImage() && !clipboard().hasHtml());
    Copying::of(chart)->copy(CopyAs::Table);
    QVERIFY(clipboard().text().startsWith("Part\tValue"));
}

void TestCopying::chartOfDrawsNeedsDraws()
{
    AtlasModel state;
    state.document.open(builtInDataset());
    RobustnessDialog dialog(state.document, state.draws, state.areas, nullptr);
    auto *chart = dialog.findChild<RankChart *>();
    QGuiApplication::clipboard()->setText("before");
    QSignalSpy said(Copying::of(chart), &Copying::said);
    pressCopy(*chart);
    QCOMPARE(clipboard().text(), "before");
    QCOMPARE(said.size(), 1);
    state.draws.start({.draws = 100, .seed = 1});
    COMES_TRUE(state.document.now().uncertainty() != nullptr);
    pressCopy(*chart);
    QVERIFY(clipboard().hasImage());
    Copying::of(chart)->copy(CopyAs::Values);
    QCOMPARE(clipboard().text().count('\n'), 40);
    QCOMPARE(clipboard().text().section('\n', 0, 0).count('\t'), 5);
}

void TestCopying::viewsGiveTheirSelection()
{
    const std::unique_ptr<QTableWidget> table(newFigureTable({"Part", "Value", "Rank"}, "t", "Parts"));
    addFigureRow(*table, {"NEET", "17.2", "3"}, 3);
    addFigureRow(*table, {"IMD", "26.9", "1"}, 3);
    QCOMPARE(sheetOf(*table, ViewRows::Selected).table.rowCount(), size_t(2));
    table->horizontalHeader()->moveSection(2, 1);
    table->selectRow(1);
    pressCopy(*table);
    QCOMPARE(clipboard().text(), "Part\tRank\tValue\nIMD\t1\t26.9\n");
    QVERIFY(clipboard().html().contains("sdval=\"26.9\" sdnum=\"1033;0;0.0\""));
    QCOMPARE(sheetOf(*table, ViewRows::All).table.rowCount(), size_t(2));
    QCOMPARE(sheetOf(*table, ViewRows::All).title, "Parts");
}

void TestCopying::viewsKeepWhatIsNoNumber()
{
    const std::unique_ptr<QTableWidget> table(newFigureTable({"Part", "Value"}, "t", "Parts"));
    addFigureRow(*table, {"NEET", "17.2%"}, 2);
    addFigureRow(*table, {"IMD", "\u22121.50"}, 2);
    addFigureRow(*table, {"Absence", "never"}, 2);
    table->item(0, 1)->setBackground(QColor(0xbf, 0x26, 0x2d));
    table->item(0, 1)->setForeground(QColor(Qt::white));
    pressCopy(*table);
    QCOMPARE(clipboard().text(), "Part\tValue\nNEET\t17.2%\nIMD\t-1.50\nAbsence\tnever\n");
    QCOMPARE(clipboard().html().count("bgcolor=\"#bf262d\""), 1);
}

void TestCopying::copyActsOnWhatHasTheFocus()
{
    openWindow();
    const auto &window = m_window;
    auto *table = window->findChild<AreaTableView *>();
    window->map().setFocus();
    window->findChild<QAction *>("copy")->trigger();
    QVERIFY(clipboard().hasImage() && !clipboard().hasText());
    table->setFocus();
    window->findChild<QAction *>("copy")->trigger();
    QVERIFY(clipboard().hasText() && clipboard().hasHtml());
    QTest::keyClick(&window->map(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY(!clipboard().hasText());
    window->findChild<QAction *>("copyAs.values")->trigger();
    QCOMPARE(clipboard().formats(), QStringList({"text/plain", "text/tab-separated-values"}));
}

void TestCopying::fieldsCopyTheirOwnText()
{
    openWindow();
    const auto &window = m_window;
    auto *field = window->findChild<QLineEdit *>("find");
    QVERIFY(field);
    window->activateWindow();
    COMES_TRUE(window->isActiveWindow());
    field->setFocus();
    field->setText("Lancashire");
    field->selectAll();
    window->findChild<QAction *>("copy")->trigger();
    QCOMPARE(clipboard().text(), "Lancashire");
}

// Map, table and every chart: "Copy" and the four forms of "Copy as"; the table "Copy column" too.
void TestCopying::everyContextMenuHasEveryForm()
{
    openWindow();
    const auto &window = m_window;
    auto *table = window->findChild<AreaTableView *>();
    for (const QWidget *part : {static_cast<QWidget *>(&window->map()), static_cast<QWidget *>(table)}) {
        QCOMPARE(part->contextMenuPolicy(), Qt::ActionsContextMenu);
        QCOMPARE(offered(*part).first(everyForm.size()), everyForm);
    }
    QVERIFY(offered(*table).contains("copyColumn"));
    QVERIFY(
        table->actions().contains(window->findChild<QAction *>("trace"))); // what areas are asked stays there
    RobustnessDialog robustness(window->model().document, window->model().draws, window->model().areas,
                                nullptr);
    CompareDialog comparison(window->model().document, window->model().areas, nullptr);
    for (const QWidget *part : {static_cast<QWidget *>(robustness.findChild<RankChart *>()),
                                static_cast<QWidget *>(comparison.findChild<QTableWidget *>()),
                                static_cast<QWidget *>(robustness.findChild<QTableWidget *>())}) {
        QCOMPARE(part->contextMenuPolicy(), Qt::ActionsContextMenu);
        QCOMPARE(offered(*part).first(everyForm.size()), everyForm);
    }
}

void TestCopying::aLongTableIsCopiedAtOnce()
{
    constexpr size_t count = 33000;
    std::vector<double> values(count);
    for (size_t i = 0; i < count; ++i)
        values[i] = static_cast<double>((i * 7919) % count) / 10;
    TableWindow window(std::make_shared<const Dataset>(makeDataset(
        {{"a", values}, {"b", values}, {"c", values}, {"d", values}, {"e", values}, {"f", values}})));
    QElapsedTimer timer;
    timer.start();
    pressCopy(window.view);
    const qint64 copied = timer.restart();
    QCOMPARE(clipboard().text().count('\n'), static_cast<int>(count) + 3);
    const qint64 text = timer.restart();
    QCOMPARE(clipboard().html().count("<tr>"), static_cast<int>(count) + 3);
    const qint64 html = timer.elapsed();
    qInfo("copied in %lld ms; as text in %lld, with colours in %lld", copied, text, html);
    QVERIFY(copied < 500);
    QVERIFY(!clipboard().hasImage()); // too long for a picture, which hinders nobody
}

ATLAS_TEST(TestCopying)

#include "test_copying.moc"
