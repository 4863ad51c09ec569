#pragma once

#include "app/actions/main_actions.h"
#include "app/actions/open_project.h"
#include "app/scenarios/scenario_list.h"
#include "app/state/atlas_state.h"
#include "app/state/dataset_loader.h"
#include "app/state/preferences.h"
#include "app/state/rounding_run.h"

#include <QMainWindow>
#include <QUndoStack>

#include <memory>

class QSplitter;

namespace atlas {

class AreaTableView;
class FindBox;
class IndicatorPanel;
class CompareDialog;
class IssuesDialog;
class RobustnessDialog;
class ScenariosDialog;
class TraceDialog;
class MapWidget;
class ShowBox;
class StatusLine;
class ToolWindow;

/// Puts the parts of the program together and connects them; decides nothing itself.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// Starts to load `sources` at once.
    explicit MainWindow(const DataSources &sources = builtInSources(), QWidget *parent = nullptr);
    ~MainWindow() override;

    AtlasState &state() { return m_state; }
    MapWidget &map() { return *m_map; }

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildParts();
    void buildToolBar();
    void connectFile();
    void connectEdit();
    void sayWritten(const QString &path);
    void connectView();
    void connectHelp();
    void connectLoader();
    void restorePreferences();
    void showChoices();
    void bringForward(ToolWindow &window);
    void chooseMethod();
    RobustnessDialog &robustness();
    void showTrace();
    void showComparison();
    void showScenarios();
    void useMethod(const Method &method);
    void tryValue(size_t area, size_t indicator, std::optional<double> value);
    void changeDisplay(const DisplaySettings &display);
    void useTheme(ThemeChoice choice);
    void goToArea(size_t area);
    void showRemarks();

    AtlasState m_state;
    RoundingRun m_rounding{m_state};
    QUndoStack m_undoStack;
    ScenarioList m_scenarios{m_undoStack};
    OpenProject m_project;
    MainActions m_actions;
    Preferences m_preferences;
    IndicatorPanel *m_indicators = nullptr;
    MapWidget *m_map = nullptr;
    AreaTableView *m_table = nullptr;
    ShowBox *m_show = nullptr;
    FindBox *m_find = nullptr;
    StatusLine *m_status = nullptr;
    QSplitter *m_columns = nullptr;
    QSplitter *m_rows = nullptr;
    CompareDialog *m_compare = nullptr;
    TraceDialog *m_trace = nullptr;
    ScenariosDialog *m_scenariosDialog = nullptr;
    RobustnessDialog *m_robustness = nullptr;
    IssuesDialog *m_issues = nullptr;
    DatasetLoader m_loader{this}; ///< last, so that it is the first to go
};

} // namespace atlas
