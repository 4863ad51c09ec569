#include "app/help/help_window.h"
#include "app/shell/thumbnail.h"
#include "app/table/table_pane.h"
#include "tests/screens/stage.h"

#include <QAction>
#include <QLineEdit>
#include <QTabWidget>

namespace atlas::test {

namespace {

QAction *action(Stage &stage, const char *name)
{
    auto *found = stage.window().findChild<QAction *>(QLatin1String(name));
    if (!found)
        qFatal("there is no command %s", name);
    return found;
}

} // namespace

/// The questions as pages in the middle of the window.
void takePagePictures(const QString &folder)
{
    Stage stage(usual);
    for (const char *page : {"chooseMethod", "robustness", "scenarios", "compare"}) {
        action(stage, page)->trigger();
        save(stage.window(), folder, QStringLiteral("29-page-%1").arg(QLatin1String(page)));
    }
    action(stage, "explore")->trigger();
    stage.select({"Lancashire", "Tees Valley", "London"});
    save(stage.window(), folder, "30-compared-in-the-inspector");
    stage.select({"Lancashire"});
    auto *tabs = stage.window().findChild<QTabWidget *>(QStringLiteral("inspectorTabs"));
    for (int tab = 1; tab < tabs->count(); ++tab) {
        if (!tabs->isTabVisible(tab))
            continue;
        tabs->setCurrentIndex(tab);
        save(stage.window(), folder, QStringLiteral("30-inspector-%1").arg(tab + 1));
    }
    tabs->setCurrentIndex(0);
    action(stage, "people")->trigger();
    save(stage.window(), folder, "45-young-people");
    action(stage, "people")->trigger();
    action(stage, "tour")->trigger();
    save(stage.window(), folder, "31-tour");
}

void takeStartPictures(const QString &folder)
{
    MainWindow window{std::nullopt};
    window.resize(usual);
    window.show();
    save(window, folder, "32-start-page-at-first");
    Preferences preferences;
    RecentFile recent{.project = "/home/me/England 2016.atlas", .title = "England 2016"};
    recent.opened = QDateTime(QDate(2026, 3, 2), QTime(10, 42), Qt::UTC);
    {
        Stage stage(usual);
        recent.picture = thumbnailOf(stage.model().document.now());
    }
    RecentFile other{.project = "/home/me/Wards.atlas", .title = "Wards, autumn"};
    other.opened = QDateTime(QDate(2026, 2, 20), QTime(16, 5), Qt::UTC);
    preferences.setRecentFiles({recent, other});
    window.showStart();
    save(window, folder, "32-start-page");
    applyTheme(Theme::Dark);
    save(window, folder, "32-start-page-dark");
    applyTheme(Theme::Light);
}

void takeTablePictures(const QString &folder)
{
    Stage stage(usual);
    Looks looks = stage.model().document.now().looks();
    looks.cellBars = true;
    looks.cellColours = CellColours::Safe;
    stage.model().document.setLooks(looks);
    save(stage.window(), folder, "33-table-safe-colours-bars");
    looks.cellBars = false;
    looks.cellColours = CellColours::Map;
    stage.model().document.setLooks(looks);
    action(stage, "viewTable")->trigger();
    stage.window().findChild<TablePane *>()->filterBox().setText("lon");
    save(stage.window(), folder, "33-table-filtered");
    stage.window().findChild<TablePane *>()->filterBox().clear();
    looks.palette = "viridis";
    stage.model().document.setLooks(looks);
    action(stage, "viewBoth")->trigger();
    save(stage.window(), folder, "34-viridis");
    action(stage, "vision.deuteranopia")->trigger();
    save(stage.window(), folder, "34-seen-with-deuteranopia");
}

void takeHelpPictures(const QString &folder)
{
    HelpWindow help(nullptr);
    help.showTopic(QStringLiteral("start"));
    help.show();
    save(help, folder, "35-help");
    help.showTopic(QStringLiteral("index"));
    save(help, folder, "35-help-index");
    applyTheme(Theme::Dark);
    save(help, folder, "35-help-dark");
    applyTheme(Theme::Light);
}

} // namespace atlas::test
