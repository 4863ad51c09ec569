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
class QSplitter;

namespace atlas {

class AreaTableView;
class AtlasMap;
class CommandSet;
class CompareDialog;
class FindBox;
class MapWidget;
class RobustnessDialog;
class ScenariosDialog;
class ShowBox;
class ToolWindow;
class TraceDialog;
struct AtlasModel;
enum class Scales;

/// The atlas: map and table side by side, docks around them for the indicators and the reasons for a rank,
/// and windows for further questions.
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
    void addTools(QToolBar &bar) override;
    QString summary() const override;
    Issues issues() const override;
    size_t issueCount() const override;
    void goTo(const AreaCode &area) override;
    QJsonObject saveLayout() const override;
    void restoreLayout(const QJsonObject &layout) override;
    void resetLayout() override;

private:
    void buildParts();
    void addDock(const char *name, const QString &title, QWidget *part, Qt::DockWidgetArea area);
    void follow();

    std::vector<Command> fileCommands();
    std::vector<Command> choiceCommands();
    std::vector<Command> selectionCommands();
    std::vector<Command> mapCommands();
    std::vector<Command> looksCommands();
    std::vector<Command> tableCommands();
    std::vector<Command> questionCommands();

    bool hasData() const;
    bool hasMap() const;
    void change(const Choices &choices, const QString &text);
    void change(const Looks &looks, const QString &text);
    void useMethod(const Method &method);
    void openMethod(Scales scales);
    void saveMethod();
    void exportTable();
    void chooseMethod();
    void tryValue(size_t area, size_t indicator, std::optional<double> value);
    void showArea(size_t area);
    void showTrace();
    void showComparison();
    void showRobustness();
    void showScenarios();
    void bringForward(ToolWindow &window);

    AtlasModel &m_model;
    QPointer<QMainWindow> m_parts; ///< owned by the main window
    QSplitter *m_rows = nullptr;
    AtlasMap *m_map = nullptr;
    AreaTableView *m_table = nullptr;
    QPointer<ShowBox> m_show;
    QPointer<FindBox> m_find;
    QList<QAction *> m_undo; ///< undo and redo, also offered by windows beside the main one
    QPointer<CompareDialog> m_compare;
    QPointer<TraceDialog> m_trace;
    QPointer<ScenariosDialog> m_scenarios;
    QPointer<RobustnessDialog> m_robustness;
    QByteArray m_usualParts; ///< the layout before anybody changed it
};

} // namespace atlas
