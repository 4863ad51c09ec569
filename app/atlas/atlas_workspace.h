#pragma once

#include "app/workspace/workspace.h"
#include "core/index/choices.h"
#include "core/project/method_file.h"
#include "core/snapshot/snapshot.h"

#include <QByteArray>
#include <QList>
#include <QPointer>

#include <optional>
#include <vector>

class QAction;
class QMainWindow;
class QDockWidget;
class QToolBar;

namespace atlas {

class AreaTableView;
class AtlasMap;
class CommandSet;
class CompareDialog;
class ExplorePane;
class Inspector;
class MapWidget;
class MethodDialog;
class RobustnessDialog;
class ScenariosDialog;
class OutlineRun;
class ShowBox;
class Stage;
class ToolWindow;
class TraceDialog;
struct AtlasModel;
enum class Scales;
enum class View;

/// The atlas: a rail into its questions at the left; map and table, or one of the questions, in the middle;
/// docks around it for the indicators and for what there is to know of the selection.
class AtlasWorkspace : public Workspace
{
    Q_OBJECT

public:
    explicit AtlasWorkspace(AtlasModel &model, QObject *parent = nullptr);
    ~AtlasWorkspace() override;

    MapWidget &map() const;

    QString name() const override { return QStringLiteral("atlas"); }
    QString title() const override { return tr("Atlas"); }
    QWidget *widget() override;
    std::vector<Command> commands() override;
    void takeCommands(CommandSet &commands) override;
    void addTools(QToolBar &bar, const CommandSet &commands) override;
    std::vector<SearchItem> searchItems() override;
    QString summary() const override;
    QString summaryDetails() const override;
    Issues issues() const override;
    size_t issueCount() const override;
    void goTo(const AreaCode &area) override;
    QJsonObject saveLayout() const override;
    void restoreLayout(const QJsonObject &layout) override;
    void resetLayout() override;

signals:
    void periodAsked(const QString &period); ///< of the figures on show

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildParts();
    void buildDocks();
    void addPeriod(QToolBar &bar);
    void buildStrip();
    QDockWidget *addDock(const char *name, const QString &title, QWidget *part, Qt::DockWidgetArea area);
    void follow();
    void followSelection();
    void followSize();
    void followData();
    QString scenarioInUse() const;
    bool isShownBy(const ToolWindow *tool) const;

    std::vector<Command> fileCommands();
    std::vector<Command> choiceCommands();
    std::vector<Command> selectionCommands();
    std::vector<Command> mapCommands();
    std::vector<Command> looksCommands();
    /// Turns one of the looks on and off.
    Command lookSwitch(const char *name, const QString &text, const QString &tip, bool Looks::*look,
                       const QString &submenu = {});
    static QString tableMenu(); ///< the submenu of what concerns the table alone
    std::vector<Command> tableCommands();
    std::vector<Command> questionCommands();
    std::vector<Command> viewCommands();
    std::vector<Command> copyCommands(); ///< and those that print, and that show colours as others see them

    bool hasData() const;
    bool hasMap() const;
    void change(const Choices &choices, const QString &text);
    void change(const Looks &looks, const QString &text);
    void useMethod(const Method &method);
    void usePalette(const QString &name);
    void openMethod(Scales scales);
    void saveMethod();
    void exportTable();
    void chooseMethod();
    void followMethod(Changes changes);
    void tryValue(size_t area, size_t indicator, std::optional<double> value);
    void endWhatIf();
    void selectClass();
    void showArea(size_t area);
    void showVariable(const QString &code, const QString &name);
    void keepScales(bool keeps);
    void showTrace();
    void showComparison();
    void showRobustness();
    void showScenarios();
    void open(ToolWindow &tool, bool usuallyFloats = false);
    void giveAreaActions(QWidget &tool);
    void useIndicator(const QString &code, bool isOn);

    AtlasModel &m_model;
    QPointer<QMainWindow> m_parts; ///< owned by the main window
    Stage *m_stage = nullptr;
    ExplorePane *m_explore = nullptr;
    Inspector *m_inspector = nullptr;
    QDockWidget *m_indicatorsDock = nullptr;
    QDockWidget *m_inspectorDock = nullptr;
    QToolBar *m_rail = nullptr;
    QToolBar *m_strip = nullptr; ///< the edge of the folded inspector
    AtlasMap *m_map = nullptr;
    AreaTableView *m_table = nullptr;
    QPointer<ShowBox> m_show;
    QList<QAction *> m_undo;    ///< undo and redo, also offered by windows beside the main one
    QList<QAction *> m_ofAreas; ///< in the context menus of charts
    QPointer<MethodDialog> m_method;
    QPointer<CompareDialog> m_compare;
    QPointer<TraceDialog> m_trace;
    QPointer<ScenariosDialog> m_scenarios;
    QPointer<RobustnessDialog> m_robustness;
    QByteArray m_usualParts;          ///< the layout before anybody changed it
    bool m_isFoldedAway = false;      ///< the user closed the inspector, so that selecting does not unfold it
    OutlineRun *m_outlines = nullptr; ///< owned by this
    bool m_hasDrawer = true; ///< the indicators' dock has been folded for want of room if this is false
};

} // namespace atlas
