#pragma once

#include "app/atlas/atlas_model.h"
#include "app/shell/open_project.h"
#include "app/state/dataset_loader.h"
#include "app/state/preferences.h"
#include "app/workspace/command.h"
#include "app/workspace/search_item.h"

#include <QMainWindow>
#include <QPointer>

#include <memory>
#include <optional>
#include <vector>

class QStackedWidget;
class QToolBar;

namespace atlas {

class Assistant;
class AtlasWorkspace;
class CommandSet;
class IssuesDialog;
class MapWidget;
class SearchBox;
class StartPage;
class Recovery;
class StatusLine;
class Tour;
class Workspace;
struct TourStop;

/// The main window: menus, the workspaces and a status line.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// Starts loading `sources` at once; without any, shows the start page.
    explicit MainWindow(const std::optional<DataSources> &sources = builtInSources(),
                        QWidget *parent = nullptr);
    ~MainWindow() override;

    AtlasModel &model() { return m_model; }
    MapWidget &map();

    /// Opens a project, or boundaries, figures and metadata; asks for any that are missing, and where
    /// something is to be decided.
    void openFiles(const QStringList &names);
    /// From now on, keeps unsaved work in this folder, and offers what was left there.
    void keepWork(const QString &folder);
    Recovery *recovery() const { return m_recovery.get(); } ///< null without keepWork()
    /// Restores the original layout.
    void resetLayout();
    /// Shows the page to start from, in place of the workspace.
    void showStart();

signals:
    void dropped(const QStringList &files);

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildParts();
    void buildCommands();
    void buildToolBar();
    void addSwitch(QToolBar &bar);
    void buildStart();
    void leaveStart();
    std::vector<Command> fileCommands();
    std::vector<Command> windowCommands();
    std::vector<Command> helpCommands();
    void follow();
    void showWorkspace();
    Workspace &workspace() const;
    void askForData(const QStringList &files);
    void openSources(const DataSources &sources);
    void makeAssistant();
    void dropAssistant();
    void settleAssistant();
    void takeAssistant();
    void rememberOpened();
    std::vector<SearchItem> searchItems();
    std::vector<TourStop> tourStops();
    void startTour();
    void showRemarks();
    void followIssues();
    void sayWritten(const QString &path);
    void useTheme(ThemeChoice choice);
    void restorePreferences();
    void savePreferences();

    AtlasModel m_model;
    OpenProject m_project;
    Preferences m_preferences;
    AtlasWorkspace *m_atlas;
    std::vector<Workspace *> m_workspaces; ///< in the order of the switch
    CommandSet *m_commands;
    QStackedWidget *m_middle = nullptr; ///< the workspaces, and the start page
    StartPage *m_start = nullptr;
    SearchBox *m_search = nullptr;
    StatusLine *m_status = nullptr;
    Tour *m_tour = nullptr;
    bool m_isTourAsked = false; ///< starts when the data are there
    IssuesDialog *m_issues = nullptr;
    QPointer<Assistant> m_assistant; ///< while files are being opened; it may be out of sight
    std::unique_ptr<Recovery> m_recovery;
    DatasetLoader m_loader{this}; ///< last, so that it is destroyed first
};

} // namespace atlas
