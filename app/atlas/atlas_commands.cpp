#include "app/atlas/atlas_workspace.h"

#include "app/atlas/atlas_model.h"
#include "app/atlas/choices_command.h"
#include "app/compare/compare_dialog.h"
#include "app/dialogs/file_tasks.h"
#include "app/map/atlas_map.h"
#include "app/method/method_dialog.h"
#include "app/panels/find_box.h"
#include "app/robustness/robustness_dialog.h"
#include "app/scenarios/scenarios_dialog.h"
#include "app/state/preferences.h"
#include "app/table/area_table_view.h"
#include "app/trace/trace_dialog.h"
#include "core/render/colour_scale.h"
#include "core/render/looks_words.h"

#include <QMainWindow>

namespace atlas {

namespace {

QString paletteText(const QString &name)
{
    if (name == QLatin1String("purples"))
        return AtlasWorkspace::tr("&Purples");
    if (name == QLatin1String("blues"))
        return AtlasWorkspace::tr("&Blues");
    if (name == QLatin1String("greens"))
        return AtlasWorkspace::tr("&Greens");
    return name == QLatin1String("oranges") ? AtlasWorkspace::tr("&Oranges")
                                            : AtlasWorkspace::tr("Gre&ys, for black and white print");
}

QString labelsText(Labels labels)
{
    switch (labels) {
    case Labels::Number:
        return AtlasWorkspace::tr("N&umbers");
    case Labels::Name:
        return AtlasWorkspace::tr("N&ames");
    case Labels::None:
        break;
    }
    return AtlasWorkspace::tr("N&one");
}

} // namespace

std::vector<Command> AtlasWorkspace::fileCommands()
{
    const auto open = [this] { return hasData(); };
    return {
        {.name = QStringLiteral("exportMap"),
         .menu = Menu::File,
         .section = Section::FileExport,
         .text = tr("&Export map…"),
         .tip = tr("Write the map as a picture, drawing or page"),
         .run =
             [this] {
                 emit written(exportMapByDialog(m_model.document.now(), m_model.areas.areas(), m_parts));
             },
         .keys = {QKeySequence(tr("Ctrl+E"))},
         .tool = tr("Export map"),
         .canRun = [this] { return hasMap(); }},
        {.name = QStringLiteral("exportTable"),
         .menu = Menu::File,
         .section = Section::FileExport,
         .text = tr("Export &table…"),
         .tip = tr("Write the table as CSV, with full precision"),
         .run = [this] { exportTable(); },
         .keys = {QKeySequence(tr("Ctrl+Shift+E"))},
         .tool = tr("Export table"),
         .canRun = open},
        {.name = QStringLiteral("openMethod"),
         .menu = Menu::File,
         .section = Section::FileMethod,
         .text = tr("Open &method…"),
         .tip = tr("Use the method that a table was written with"),
         .run = [this] { openMethod(Scales::OfTheData); },
         .canRun = open},
        {.name = QStringLiteral("openMethodAndScales"),
         .menu = Menu::File,
         .section = Section::FileMethod,
         .text = tr("Open method and its s&cales…"),
         .tip = tr("Score these data on the scale of those that the method was saved with"),
         .run = [this] { openMethod(Scales::Kept); },
         .canRun = open},
        {.name = QStringLiteral("saveMethod"),
         .menu = Menu::File,
         .section = Section::FileMethod,
         .text = tr("&Save method…"),
         .tip = tr("Write the present choices, to use them elsewhere and on the command line"),
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
         .run = [this] { chooseMethod(); },
         .keys = {QKeySequence(tr("Ctrl+M"))},
         .purpose = tr("choose how the index is made"),
         .canRun = [this] { return hasData(); }},
        {.name = QStringLiteral("scenarios"),
         .menu = Menu::Edit,
         .section = Section::EditChoices,
         .text = tr("Sce&narios…"),
         .tip = tr("Keep sets of choices, go back to them, and compare the ranks of two"),
         .run = [this] { showScenarios(); },
         .keys = {QKeySequence(tr("Ctrl+Shift+M"))},
         .purpose = tr("keep and compare sets of choices"),
         .canRun = [this] { return hasData(); }},
        {.name = QStringLiteral("switchAllOn"),
         .menu = Menu::Edit,
         .section = Section::EditChoices,
         .text = tr("Switch all &indicators on"),
         .tip = tr("Use every indicator again"),
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
         .tip = tr("Take back every value that was tried in place of the data's"),
         .run =
             [this] {
                 Choices choices = m_model.document.now().choices();
                 choices.tried.clear();
                 change(choices, tr("end what-if"));
             },
         .canRun = [this] { return !m_model.document.now().choices().tried.empty(); }},
    };
    const auto deviation = [&](const char *name, const QString &text, StandardDeviation kind) {
        commands.push_back({.name = QLatin1String(name),
                            .menu = Menu::Edit,
                            .section = Section::EditChoices,
                            .text = text,
                            .tip = tr("The standard deviation that scales are made with"),
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
         .run = [this] { m_model.areas.selectAll(); },
         .keys = QKeySequence::keyBindings(QKeySequence::SelectAll),
         .canRun = [this] { return hasData(); }},
        {.name = QStringLiteral("clearSelection"),
         .menu = Menu::Edit,
         .section = Section::EditSelection,
         .text = tr("&Clear selection"),
         .tip = tr("Select nothing"),
         .run = [this] { m_model.areas.select({}); },
         .keys = {QKeySequence(tr("Ctrl+Shift+A")), QKeySequence(Qt::Key_Escape)},
         .isOfAreas = true},
        {.name = QStringLiteral("findArea"),
         .menu = Menu::Edit,
         .section = Section::EditSelection,
         .text = tr("&Find area"),
         .tip = tr("Go to the box that finds areas"),
         .run =
             [this] {
                 m_find->setFocus(Qt::ShortcutFocusReason);
                 m_find->selectAll();
             },
         .keys = QKeySequence::keyBindings(QKeySequence::Find),
         .purpose = tr("find an area")},
    };
}

std::vector<Command> AtlasWorkspace::mapCommands()
{
    const auto open = [this] { return hasMap(); };
    return {
        {.name = QStringLiteral("fit"),
         .menu = Menu::View,
         .section = Section::ViewMap,
         .text = tr("&Fit"),
         .tip = tr("Show all areas"),
         .run = [this] { m_map->fit(); },
         .keys = {QKeySequence(tr("Ctrl+0"))},
         .tool = tr("Fit"),
         .canRun = open},
        {.name = QStringLiteral("zoomIn"),
         .menu = Menu::View,
         .section = Section::ViewMap,
         .text = tr("Zoom &in"),
         .tip = tr("Show the map larger"),
         .run = [this] { m_map->zoomIn(); },
         .keys = QKeySequence::keyBindings(QKeySequence::ZoomIn),
         .tool = QStringLiteral("+"),
         .canRun = open},
        {.name = QStringLiteral("zoomOut"),
         .menu = Menu::View,
         .section = Section::ViewMap,
         .text = tr("Zoom &out"),
         .tip = tr("Show the map smaller"),
         .run = [this] { m_map->zoomOut(); },
         .keys = QKeySequence::keyBindings(QKeySequence::ZoomOut),
         .tool = QStringLiteral("−"),
         .canRun = open},
        {.name = QStringLiteral("zoomToSelection"),
         .menu = Menu::View,
         .section = Section::ViewMap,
         .text = tr("Zoom to &selection"),
         .tip = tr("Show the selected area large"),
         .run =
             [this] {
                 if (const auto area = m_model.areas.current())
                     m_map->showArea(*area);
             },
         .keys = {QKeySequence(tr("Ctrl+J"))},
         .isOfAreas = true,
         .canRun = open},
    };
}

std::vector<Command> AtlasWorkspace::looksCommands()
{
    std::vector<Command> commands;
    for (const QString &palette : colourScaleNames())
        commands.push_back(
            {.name = QStringLiteral("palette.") + palette,
             .menu = Menu::View,
             .section = Section::ViewLooks,
             .text = paletteText(palette),
             .tip = tr("Colours of the classes"),
             .run =
                 [this, palette] {
                     Looks looks = m_model.document.now().looks();
                     looks.palette = palette;
                     change(looks, tr("colours of the map"));
                 },
             .submenu = tr("&Colours of the map"),
             .isOn = [this, palette] { return m_model.document.now().looks().palette == palette; }});
    for (const Labels labels : {Labels::Number, Labels::Name, Labels::None})
        commands.push_back(
            {.name = QStringLiteral("labels.") + wordFor(labelsWords(), labels),
             .menu = Menu::View,
             .section = Section::ViewLooks,
             .text = labelsText(labels),
             .tip = tr("What stands on the areas of the map"),
             .run =
                 [this, labels] {
                     Looks looks = m_model.document.now().looks();
                     looks.labels = labels;
                     change(looks, tr("labels on the map"));
                 },
             .submenu = tr("&Labels on the map"),
             .isOn = [this, labels] { return m_model.document.now().looks().labels == labels; }});
    const auto mark = [&](const char *name, const QString &text, const QString &tip, bool Looks::*look) {
        commands.push_back({.name = QLatin1String(name),
                            .menu = Menu::View,
                            .section = Section::ViewLooks,
                            .text = text,
                            .tip = tip,
                            .run =
                                [this, look] {
                                    Looks looks = m_model.document.now().looks();
                                    looks.*look = !(looks.*look);
                                    change(looks, tr("marks"));
                                },
                            .isOn = [this, look] { return m_model.document.now().looks().*look; }});
    };
    mark("classMarks", tr("&Quartile marks in the table"),
         tr("Show Q1 to Q4 in the cells, so that colour is not the only cue"), &Looks::classMarks);
    commands.push_back(
        {.name = QStringLiteral("nodeScores"),
         .menu = Menu::View,
         .section = Section::ViewLooks,
         .text = tr("&Scores of all domains in the table"),
         .tip = tr("Show score and rank of every domain and sub-index in the table, not only of "
                   "the one on the map"),
         .run =
             [this] {
                 Choices choices = m_model.document.now().choices();
                 choices.nodeScores = !choices.nodeScores;
                 Preferences().setNodeScores(choices.nodeScores);
                 change(choices, tr("scores of all domains"));
             },
         .isOn = [this] { return m_model.document.now().choices().nodeScores; }});
    mark("certainty", tr("&Pattern where a class is not certain"),
         tr("Show on the map which classes are certain, likely or open, once the ranks have been drawn "
            "(Ctrl+U)"),
         &Looks::certainty);
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
         .run = [this] { showComparison(); },
         .keys = {QKeySequence(tr("Ctrl+K"))},
         .purpose = tr("compare areas"),
         .isOfAreas = true,
         .canRun = open},
        {.name = QStringLiteral("robustness"),
         .menu = Menu::View,
         .section = Section::ViewQuestions,
         .text = tr("How &sure are the ranks?"),
         .tip = tr("Ranks with other figures, weights and methods"),
         .run = [this] { showRobustness(); },
         .keys = {QKeySequence(tr("Ctrl+U"))},
         .purpose = tr("see how sure the ranks are"),
         .canRun = open},
    };
}

bool AtlasWorkspace::hasMap() const
{
    return hasData() && m_model.document.now().dataset()->hasMap();
}

void AtlasWorkspace::change(const Choices &choices, const QString &text)
{
    pushChoices(m_model.undoStack, m_model.document, choices, text);
}

void AtlasWorkspace::change(const Looks &looks, const QString &text)
{
    Preferences().setLooks(looks,
                           m_model.document.now().looks()); // a project's other looks are not the user's
    pushLooks(m_model.undoStack, m_model.document, looks, text);
}

void AtlasWorkspace::useMethod(const Method &method)
{
    Choices choices = m_model.document.now().choices();
    Looks looks = m_model.document.now().looks();
    atlas::useMethod(method, choices, looks);
    push(m_model.undoStack, m_model.document, choices, looks, tr("use %1").arg(method.name));
    if (method.roundingBandSeed)
        m_model.rounding.setSeed(*method.roundingBandSeed);
}

void AtlasWorkspace::openMethod(Scales scales)
{
    if (const auto method = openMethodByDialog(*m_model.document.now().dataset(), scales, m_parts))
        useMethod(*method);
}

void AtlasWorkspace::saveMethod()
{
    const Snapshot &now = m_model.document.now();
    emit written(saveMethodByDialog(now.method(), now.dataset()->files, m_parts));
}

void AtlasWorkspace::exportTable()
{
    const Snapshot &now = m_model.document.now();
    const IndexFigures figures = figuresOf(now);
    const Table table = indexTable(figures, fileColumns(figures), m_table->areasInOrder());
    emit written(
        exportTableByDialog(table, {now.method()}, now.dataset()->files, tr("Disengagement table"), m_parts));
}

void AtlasWorkspace::chooseMethod()
{
    MethodDialog dialog(m_model.document.now(), m_parts);
    if (dialog.exec() != QDialog::Accepted)
        return;
    Choices choices = m_model.document.now().choices();
    choices.index = dialog.settings();
    choices.scheme.rule = dialog.quantileRule();
    change(choices, tr("method"));
}

/// A value of the data takes the tried one's place again.
void AtlasWorkspace::tryValue(size_t area, size_t indicator, std::optional<double> value)
{
    const Snapshot &now = m_model.document.now();
    const Indicator &about = now.dataset()->indicator(indicator);
    const AreaCode &code = now.dataset()->areas[area].code;
    Choices choices = now.choices();
    std::erase_if(choices.tried, [&](const TriedValue &tried) {
        return tried.area == code && tried.indicator == about.code;
    });
    if (value && now.givenDataset()->cells[indicator][area].number != *value)
        choices.tried.push_back({code, about.code, *value});
    change(choices, tr("what-if of %1").arg(about.shortName));
}

/// Undo works there too.
void AtlasWorkspace::bringForward(ToolWindow &window)
{
    if (window.actions().isEmpty())
        window.addActions(m_undo);
    window.bringForward();
}

void AtlasWorkspace::showTrace()
{
    if (!m_trace) {
        m_trace = new TraceDialog(m_model.document, m_model.areas, m_parts->window());
        connect(m_trace, &TraceDialog::written, this, &Workspace::written);
        connect(m_trace, &TraceDialog::whatIfAsked, this, &AtlasWorkspace::tryValue);
    }
    bringForward(*m_trace);
}

void AtlasWorkspace::showComparison()
{
    if (!m_compare) {
        m_compare = new CompareDialog(m_model.document, m_model.areas, m_parts->window());
        connect(m_compare, &CompareDialog::areaActivated, this, &AtlasWorkspace::goTo);
    }
    bringForward(*m_compare);
}

void AtlasWorkspace::showRobustness()
{
    if (!m_robustness) {
        m_robustness =
            new RobustnessDialog(m_model.document, m_model.draws, m_model.areas, m_parts->window());
        connect(m_robustness, &RobustnessDialog::written, this, &Workspace::written);
    }
    bringForward(*m_robustness);
}

void AtlasWorkspace::showScenarios()
{
    if (!m_scenarios) {
        m_scenarios =
            new ScenariosDialog(m_model.document, m_model.areas, m_model.scenarios, m_parts->window());
        connect(m_scenarios, &ScenariosDialog::written, this, &Workspace::written);
        connect(m_scenarios, &ScenariosDialog::useAsked, this, &AtlasWorkspace::useMethod);
    }
    bringForward(*m_scenarios);
}

} // namespace atlas
