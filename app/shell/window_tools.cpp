#include "app/panels/status_line.h"
#include "app/shell/main_window.h"
#include "app/workspace/command_set.h"
#include "app/workspace/search_box.h"
#include "app/workspace/workspace.h"
#include "core/common/plain_text.h"

#include <QAction>
#include <QMenu>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolBar>
#include <QToolButton>

#include <utility>

namespace atlas {

namespace {

constexpr int aWhile = 8000; ///< milliseconds

} // namespace

void MainWindow::buildToolBar()
{
    QToolBar *bar = addToolBar(tr("Tools"));
    bar->setObjectName(QStringLiteral("tools"));
    bar->setMovable(false);
    bar->toggleViewAction()->setEnabled(false); // it holds the search box and what the map shows
    bar->setIconSize({18, 18});
    addSwitch(*bar);
    m_commands->fillToolBar(*bar);
    bar->addSeparator();
    workspace().addTools(*bar, *m_commands);
    auto *gap = new QWidget;
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(gap);
    m_search = new SearchBox([this] { return searchItems(); });
    m_search->setMinimumWidth(140);
    m_search->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(m_search, &SearchBox::nothingFound, this, [this](const QString &text) {
        m_status->showMessage(tr("Nothing is called “%1”.").arg(plainLine(text)), aWhile);
    });
    bar->addWidget(m_search);
    auto *out = new QToolButton;
    out->setObjectName(QStringLiteral("exportButton"));
    out->setText(tr("Export"));
    out->setIcon(QIcon::fromTheme(QStringLiteral("document-export")));
    out->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    out->setPopupMode(QToolButton::InstantPopup);
    out->setToolTip(tr("Write the map or the table to a file"));
    auto *menu = new QMenu(out);
    m_commands->fillMenu(*menu, {Section::FileExport});
    out->setMenu(menu);
    bar->addWidget(out);
}

/// Between the workspaces; out of sight while there is only one.
void MainWindow::addSwitch(QToolBar &bar)
{
    auto *workspaces = new QTabBar;
    workspaces->setObjectName(QStringLiteral("workspaceSwitch"));
    workspaces->setAccessibleName(tr("Workspace"));
    workspaces->setDrawBase(false);
    for (const Workspace *each : m_workspaces)
        workspaces->addTab(each->title());
    connect(workspaces, &QTabBar::currentChanged, this, [this](int chosen) {
        m_middle->setCurrentWidget(m_workspaces[static_cast<size_t>(chosen)]->widget());
        showWorkspace();
    });
    bar.addWidget(workspaces)->setVisible(m_workspaces.size() > 1);
}

/// Areas and indicators first: there are more of them to look for.
std::vector<SearchItem> MainWindow::searchItems()
{
    std::vector<SearchItem> items = workspace().searchItems();
    for (SearchItem &item : items)
        item.run = [this, run = std::move(item.run)] {
            leaveStart();
            run();
        };
    for (SearchItem &item : m_commands->searchItems())
        items.push_back(std::move(item));
    return items;
}

} // namespace atlas
