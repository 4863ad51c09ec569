#include "app/atlas/atlas_model.h"
#include "app/atlas/atlas_workspace.h"
#include "app/atlas/explore_pane.h"
#include "app/compare/compare_dialog.h"
#include "app/dialogs/file_tasks.h"
#include "app/method/method_dialog.h"
#include "app/robustness/robustness_dialog.h"
#include "app/scenarios/scenarios_dialog.h"
#include "app/workspace/stage.h"

#include <QMainWindow>

namespace atlas {

std::vector<Command> AtlasWorkspace::fileCommands()
{
    const auto open = [this] { return hasData(); };
    return {
        {.name = QStringLiteral("exportMap"),
         .menu = Menu::File,
         .section = Section::FileExport,
         .text = tr("&Export map…"),
         .tip = tr("Write the map as a picture, drawing or page"),
         .icon = QStringLiteral("document-export"),
         .run =
             [this] {
                 emit written(exportMapByDialog(m_model.document.now(), m_model.areas.areas(), m_parts));
             },
         .keys = {QKeySequence(tr("Ctrl+E"))},
         .canRun = [this] { return hasMap(); }},
        {.name = QStringLiteral("exportTable"),
         .menu = Menu::File,
         .section = Section::FileExport,
         .text = tr("Export &table…"),
         .tip = tr("Write the table as CSV, with full precision"),
         .icon = QStringLiteral("document-export"),
         .run = [this] { exportTable(); },
         .keys = {QKeySequence(tr("Ctrl+Shift+E"))},
         .canRun = open},
        {.name = QStringLiteral("openMethod"),
         .menu = Menu::File,
         .section = Section::FileMethod,
         .text = tr("Open &method…"),
         .tip = tr("Use the method saved beside a table"),
         .run = [this] { openMethod(Scales::OfTheData); },
         .canRun = open},
        {.name = QStringLiteral("openMethodAndScales"),
         .menu = Menu::File,
         .section = Section::FileMethod,
         .text = tr("Open method and its s&cales…"),
         .tip = tr("Score these data on the scales saved with the method"),
         .run = [this] { openMethod(Scales::Kept); },
         .canRun = open},
        {.name = QStringLiteral("saveMethod"),
         .menu = Menu::File,
         .section = Section::FileMethod,
         .text = tr("&Save method…"),
         .tip = tr("Save the present choices, for use elsewhere and on the command line"),
         .run = [this] { saveMethod(); },
         .canRun = open},
    };
}

std::vector<Command> AtlasWorkspace::choiceCommands()
{
    std::vector<Command> commands = {
        {.name = QStringLiteral("chooseMethod"),
         .menu = Menu::Edit,
         .section = Section::EditChoices,
         .text = tr("&Method…"),
         .tip = tr("Scale, weights, missing values, outliers, ranks and classes"),
         .icon = QStringLiteral("configure"),
         .run = [this] { chooseMethod(); },
         .keys = {QKeySequence(tr("Ctrl+M"))},
         .rail = tr("Method"),
         .purpose = tr("choose how the index is made"),
         .canRun = [this] { return hasData(); },
         .isOn = [this] { return isShownBy(m_method); }},
        {.name = QStringLiteral("scenarios"),
         .menu = Menu::Edit,
         .section = Section::EditChoices,
         .text = tr("Sce&narios…"),
         .tip = tr("Keep sets of choices, go back to them, and compare the ranks of two"),
         .icon = QStringLiteral("bookmarks"),
         .run = [this] { showScenarios(); },
         .keys = {QKeySequence(tr("Ctrl+Shift+M"))},
         .rail = tr("Scenarios"),
         .purpose = tr("keep and compare sets of choices"),
         .canRun = [this] { return hasData(); },
         .isOn = [this] { return isShownBy(m_scenarios); }},
        {.name = QStringLiteral("switchAllOn"),
         .menu = Menu::Edit,
         .section = Section::EditChoices,
         .text = tr("Switch all &indicators on"),
         .tip = tr("Use every indicator again"),
         .icon = QStringLiteral("edit-select-all"),
         .run =
             [this] {
                 Choices choices = m_model.document.now().choices();
                 choices.index.excluded.clear();
                 change(choices, tr("switch all on"));
             },
         .canRun = [this] { return !m_model.document.now().indexSettings().excluded.empty(); }},
        {.name = QStringLiteral("endWhatIf"),
         .menu = Menu::Edit,
         .section = Section::EditChoices,
         .text = tr("End &what-if"),
         .tip = tr("Put the figures of the data back wherever others are tried"),
         .icon = QStringLiteral("edit-clear"),
         .run = [this] { endWhatIf(); },
         .canRun = [this] { return hasData() && !m_model.document.now().dataset()->whatIfs.empty(); }},
    };
    const auto deviation = [&](const char *name, const QString &text, StandardDeviation kind) {
        commands.push_back({.name = QLatin1String(name),
                            .menu = Menu::Edit,
                            .section = Section::EditChoices,
                            .text = text,
                            .tip = tr("Which standard deviation the z-scores use"),
                            .run =
                                [this, kind] {
                                    Choices choices = m_model.document.now().choices();
                                    choices.index.scale.standardDeviation = kind;
                                    change(choices, tr("standard deviation"));
                                },
                            .submenu = tr("Standard &deviation"),
                            .isOn =
                                [this, kind] {
                                    return m_model.document.now().indexSettings().scale.standardDeviation
                                           == kind;
                                }});
    };
    deviation("sampleDeviation", tr("&Sample (divides by n − 1)"), StandardDeviation::Sample);
    deviation("populationDeviation", tr("&Population (divides by n)"), StandardDeviation::Population);
    return commands;
}

std::vector<Command> AtlasWorkspace::selectionCommands()
{
    return {
        {.name = QStringLiteral("selectAll"),
         .menu = Menu::Edit,
         .section = Section::EditSelection,
         .text = tr("Select &all areas"),
         .tip = tr("Select every area"),
         .icon = QStringLiteral("edit-select-all"),
         .run = [this] { m_model.areas.selectAll(); },
         .keys = QKeySequence::keyBindings(QKeySequence::SelectAll),
         .canRun = [this] { return hasData(); }},
        {.name = QStringLiteral("selectClass"),
         .menu = Menu::Edit,
         .section = Section::EditSelection,
         .text = tr("Select areas of the same c&lass"),
         .tip = tr("Select every area in the same class as the current one, for what the map shows"),
         .icon = QStringLiteral("edit-select-all"),
         .run = [this] { selectClass(); },
         .keys = {QKeySequence(tr("Ctrl+Alt+A"))},
         .purpose = tr("select the areas of the same class"),
         .isOfAreas = true,
         .canRun = [this] { return m_model.areas.current().has_value(); }},
        {.name = QStringLiteral("clearSelection"),
         .menu = Menu::Edit,
         .section = Section::EditSelection,
         .text = tr("Cl&ear selection"),
         .tip = tr("Back to map and table; there, select nothing"),
         .icon = QStringLiteral("edit-select-none"),
         .run =
             [this] {
                 if (m_stage->page())
                     m_stage->goHome();
                 else
                     m_model.areas.select({});
             },
         .keys = {QKeySequence(tr("Ctrl+Shift+A")), QKeySequence(Qt::Key_Escape)},
         .purpose = tr("close a page; select nothing"),
         .isOfAreas = true},
    };
}

bool AtlasWorkspace::isShownBy(const ToolWindow *tool) const
{
    return tool && m_stage->page() == tool;
}

std::vector<Command> AtlasWorkspace::viewCommands()
{
    std::vector<Command> commands = {{.name = QStringLiteral("explore"),
                                      .menu = Menu::View,
                                      .section = Section::ViewParts,
                                      .text = tr("&Explore"),
                                      .tip = tr("Back to map and table"),
                                      .icon = QStringLiteral("globe"),
                                      .run = [this] { m_stage->goHome(); },
                                      .keys = {QKeySequence(tr("Ctrl+1"))},
                                      .rail = tr("Explore"),
                                      .purpose = tr("go back to map and table"),
                                      .isOn = [this] { return !m_stage->page(); }}};
    const auto add = [&](const char *name, const QString &text, const QString &tip, View view) {
        commands.push_back({.name = QLatin1String(name),
                            .menu = Menu::View,
                            .section = Section::ViewParts,
                            .text = text,
                            .tip = tip,
                            .run =
                                [this, view] {
                                    m_stage->goHome();
                                    m_explore->setView(view);
                                },
                            .submenu = tr("Map &and table"),
                            .canRun =
                                [this, view] {
                                    return view == View::Table
                                           || (hasMap() && (view == View::Map || !m_explore->isNarrow()));
                                },
                            .isOn = [this, view] { return m_explore->inSight() == view; }});
    };
    add("viewMap", tr("&Map only"), tr("Give the map all the room"), View::Map);
    add("viewBoth", tr("&Both"), tr("Map and table side by side"), View::Both);
    add("viewTable", tr("&Table only"), tr("Give the table all the room"), View::Table);
    return commands;
}

std::vector<Command> AtlasWorkspace::questionCommands()
{
    const auto open = [this] { return hasData(); };
    return {
        {.name = QStringLiteral("trace"),
         .menu = Menu::View,
         .section = Section::ViewQuestions,
         .text = tr("Wh&y this rank?"),
         .tip = tr("How the score of the selected area comes about, and what would move it"),
         .icon = QStringLiteral("question"),
         .run = [this] { showTrace(); },
         .keys = {QKeySequence(tr("Ctrl+T"))},
         .purpose = tr("see why an area ranks where it ranks"),
         .isOfAreas = true,
         .canRun = open},
        {.name = QStringLiteral("compare"),
         .menu = Menu::View,
         .section = Section::ViewQuestions,
         .text = tr("&Compare areas"),
         .tip = tr("Up to six areas side by side, with a benchmark"),
         .icon = QStringLiteral("view-split-left-right"),
         .run = [this] { showComparison(); },
         .keys = {QKeySequence(tr("Ctrl+K"))},
         .rail = tr("Compare"),
         .purpose = tr("compare areas"),
         .isOfAreas = true,
         .canRun = open,
         .isOn = [this] { return isShownBy(m_compare); }},
        {.name = QStringLiteral("robustness"),
         .menu = Menu::View,
         .section = Section::ViewQuestions,
         .text = tr("Ho&w sure are the ranks?"),
         .tip = tr("Rank the areas with other figures, weights and methods"),
         .icon = QStringLiteral("randomize"),
         .run = [this] { showRobustness(); },
         .keys = {QKeySequence(tr("Ctrl+U"))},
         .rail = tr("How sure?"),
         .purpose = tr("see how sure the ranks are"),
         .canRun = open,
         .isOn = [this] { return isShownBy(m_robustness); }},
    };
}

} // namespace atlas
