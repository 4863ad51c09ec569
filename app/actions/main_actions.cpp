#include "app/actions/main_actions.h"

#include "app/state/preferences.h"
#include "core/index/index_settings.h"
#include "core/render/colour_scale.h"
#include "core/render/display_settings.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QUndoStack>
#include <QVariant>

namespace atlas {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MainActions)
};

QAction *newAction(QMainWindow &window, const char *name, const QString &text, const QKeySequence &shortcut,
                   const QString &tip)
{
    auto *action = new QAction(text, &window);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(shortcut);
    const QString keys = shortcut.isEmpty()
                             ? QString()
                             : QStringLiteral(" (%1)").arg(shortcut.toString(QKeySequence::NativeText));
    action->setToolTip(tip + keys);
    action->setStatusTip(tip);
    return action;
}

QActionGroup *newGroup(QMainWindow &window, const std::vector<std::pair<QString, QVariant>> &choices)
{
    auto *group = new QActionGroup(&window);
    for (const auto &[text, data] : choices) {
        QAction *action = group->addAction(text);
        action->setCheckable(true);
        action->setData(data);
    }
    return group;
}

QString paletteText(const QString &name)
{
    if (name == QLatin1String("purples"))
        return Text::tr("&Purples");
    if (name == QLatin1String("blues"))
        return Text::tr("&Blues");
    if (name == QLatin1String("greens"))
        return Text::tr("&Greens");
    return name == QLatin1String("oranges") ? Text::tr("&Oranges")
                                            : Text::tr("Gre&ys, for black and white print");
}

std::vector<std::pair<QString, QVariant>> paletteChoices()
{
    std::vector<std::pair<QString, QVariant>> choices;
    for (const QString &name : colourScaleNames())
        choices.emplace_back(paletteText(name), name);
    return choices;
}

} // namespace

MainActions::MainActions(QMainWindow &window, QUndoStack &undoStack)
{
    const auto add = [&window](const char *name, const QString &text, const QKeySequence &shortcut,
                               const QString &tip) { return newAction(window, name, text, shortcut, tip); };
    open = add("open", Text::tr("&Open…"), QKeySequence::Open, Text::tr("Open boundaries and figures"));
    openBuiltIn = add("openBuiltIn", Text::tr("Open the &built-in example"), {},
                      Text::tr("England's 39 LEPs with the figures of the source paper"));
    openProject = add("openProject", Text::tr("Open &project…"), QKeySequence(Text::tr("Ctrl+Shift+O")),
                      Text::tr("Open data and choices as they were saved"));
    saveProject = add("saveProject", Text::tr("Save p&roject"), QKeySequence(Text::tr("Ctrl+S")),
                      Text::tr("Write which data are open, every choice, and what is tried"));
    saveProjectAs = add("saveProjectAs", Text::tr("Save project &as…"),
                        QKeySequence(Text::tr("Ctrl+Shift+S")), Text::tr("Write them to another file"));
    exportMap = add("exportMap", Text::tr("&Export map…"), QKeySequence(Text::tr("Ctrl+E")),
                    Text::tr("Write the map as a picture, drawing or page"));
    exportTable = add("exportTable", Text::tr("Export &table…"), QKeySequence(Text::tr("Ctrl+Shift+E")),
                      Text::tr("Write the table as CSV, with full precision"));
    openMethod = add("openMethod", Text::tr("Open &method…"), {},
                     Text::tr("Use the method that a table was written with"));
    openMethodAndScales =
        add("openMethodAndScales", Text::tr("Open method and its s&cales…"), {},
            Text::tr("Score these data on the scale of those that the method was saved with"));
    saveMethod = add("saveMethod", Text::tr("&Save method…"), {},
                     Text::tr("Write the present choices, to use them elsewhere and on the command line"));
    quit = add("quit", Text::tr("&Quit"), QKeySequence::Quit, Text::tr("Close the program"));

    undo = undoStack.createUndoAction(&window, Text::tr("&Undo"));
    undo->setShortcut(QKeySequence::Undo);
    undo->setToolTip(Text::tr("Take back the last choice")); // of its own, or it is the text with its names
    redo = undoStack.createRedoAction(&window, Text::tr("&Redo"));
    redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Y), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)});
    redo->setToolTip(Text::tr("Make the choice again that was taken back"));
    switchAllOn =
        add("switchAllOn", Text::tr("Switch all &indicators on"), {}, Text::tr("Use every indicator again"));
    endWhatIf = add("endWhatIf", Text::tr("End &what-if"), {},
                    Text::tr("Take back every value that was tried in place of the data's"));
    standardDeviation = newGroup(
        window, {{Text::tr("&Sample (divides by n − 1)"), static_cast<int>(StandardDeviation::Sample)},
                 {Text::tr("&Population (divides by n)"), static_cast<int>(StandardDeviation::Population)}});
    chooseMethod = add("chooseMethod", Text::tr("&Method…"), QKeySequence(Text::tr("Ctrl+M")),
                       Text::tr("Scale, weights, missing values, outliers, ranks and classes"));
    scenarios = add("scenarios", Text::tr("Sce&narios…"), QKeySequence(Text::tr("Ctrl+Shift+M")),
                    Text::tr("Keep sets of choices, go back to them, and compare the ranks of two"));
    selectAll = add("selectAll", Text::tr("Select &all areas"), QKeySequence::SelectAll,
                    Text::tr("Select every area"));
    clearSelection = add("clearSelection", Text::tr("&Clear selection"),
                         QKeySequence(Text::tr("Ctrl+Shift+A")), Text::tr("Select nothing"));
    clearSelection->setShortcuts({clearSelection->shortcut(), QKeySequence(Qt::Key_Escape)});
    find = add("findArea", Text::tr("&Find area"), QKeySequence::Find,
               Text::tr("Go to the box that finds areas"));

    zoomIn = add("zoomIn", Text::tr("Zoom &in"), QKeySequence::ZoomIn, Text::tr("Show the map larger"));
    zoomIn->setIconText(QStringLiteral("+"));
    zoomOut = add("zoomOut", Text::tr("Zoom &out"), QKeySequence::ZoomOut, Text::tr("Show the map smaller"));
    zoomOut->setIconText(QStringLiteral("−"));
    fit = add("fit", Text::tr("&Fit"), QKeySequence(Text::tr("Ctrl+0")), Text::tr("Show all areas"));
    zoomToSelection = add("zoomToSelection", Text::tr("Zoom to &selection"), QKeySequence(Text::tr("Ctrl+J")),
                          Text::tr("Show the selected area large"));
    palette = newGroup(window, paletteChoices());
    labels = newGroup(window, {{Text::tr("N&umbers"), static_cast<int>(Labels::Number)},
                               {Text::tr("N&ames"), static_cast<int>(Labels::Name)},
                               {Text::tr("N&one"), static_cast<int>(Labels::None)}});
    classMarks = add("classMarks", Text::tr("&Quartile marks in the table"), {},
                     Text::tr("Show Q1 to Q4 in the cells, so that colour is not the only cue"));
    classMarks->setCheckable(true);
    nodeScores = add("nodeScores", Text::tr("&Scores of all domains in the table"), {},
                     Text::tr("Show score and rank of every domain and sub-index in the table, not only of "
                              "the one on the map"));
    nodeScores->setCheckable(true);
    certainty = add("certainty", Text::tr("&Pattern where a class is not certain"), {},
                    Text::tr("Show on the map which classes are certain, likely or open, once the ranks have "
                             "been drawn (Ctrl+U)"));
    certainty->setCheckable(true);
    theme = newGroup(window, {{Text::tr("As the &desktop"), static_cast<int>(ThemeChoice::System)},
                              {Text::tr("&Light"), static_cast<int>(ThemeChoice::Light)},
                              {Text::tr("&Dark"), static_cast<int>(ThemeChoice::Dark)}});

    trace = add("trace", Text::tr("Wh&y this rank?"), QKeySequence(Text::tr("Ctrl+T")),
                Text::tr("How the score of the selected area comes about, and what would move it"));
    compare = add("compare", Text::tr("&Compare areas"), QKeySequence(Text::tr("Ctrl+K")),
                  Text::tr("Up to six areas side by side, with a benchmark"));
    robustness = add("robustness", Text::tr("How &sure are the ranks?"), QKeySequence(Text::tr("Ctrl+U")),
                     Text::tr("Ranks with other figures, weights and methods"));
    remarks = add("remarks", Text::tr("&Remarks on the data"), QKeySequence(Text::tr("Ctrl+R")),
                  Text::tr("What was missing, assumed or left out"));
    keys =
        add("keys", Text::tr("&Keys and mouse"), QKeySequence::HelpContents, Text::tr("How to move about"));
    method = add("method", Text::tr("How the &index is made"), {}, Text::tr("The method, step by step"));
    about =
        add("about", Text::tr("&About Disengagement Atlas"), {}, Text::tr("Version, licence and sources"));
}

void MainActions::buildMenus(QMainWindow &window) const
{
    QMenuBar *bar = window.menuBar();
    QMenu *file = bar->addMenu(Text::tr("&File"));
    file->addActions({open, openBuiltIn});
    file->addSeparator();
    file->addActions({openProject, saveProject, saveProjectAs});
    file->addSeparator();
    file->addActions({exportMap, exportTable});
    file->addSeparator();
    file->addActions({openMethod, openMethodAndScales, saveMethod});
    file->addSeparator();
    file->addAction(quit);

    QMenu *edit = bar->addMenu(Text::tr("&Edit"));
    edit->addActions({undo, redo});
    edit->addSeparator();
    edit->addActions({chooseMethod, scenarios});
    edit->addActions({switchAllOn, endWhatIf});
    edit->addMenu(Text::tr("Standard &deviation"))->addActions(standardDeviation->actions());
    edit->addSeparator();
    edit->addActions({selectAll, clearSelection, find});

    QMenu *view = bar->addMenu(Text::tr("&View"));
    view->addActions({zoomIn, zoomOut, fit, zoomToSelection});
    view->addSeparator();
    view->addMenu(Text::tr("&Colours of the map"))->addActions(palette->actions());
    view->addMenu(Text::tr("&Labels on the map"))->addActions(labels->actions());
    view->addActions({classMarks, nodeScores, certainty});
    view->addMenu(Text::tr("&Theme"))->addActions(theme->actions());
    view->addSeparator();
    view->addActions({trace, compare, robustness, remarks});

    QMenu *help = bar->addMenu(Text::tr("&Help"));
    help->addActions({keys, method});
    help->addSeparator();
    help->addAction(about);
}

void checkAction(const QActionGroup &group, const QVariant &data)
{
    for (QAction *action : group.actions())
        if (action->data() == data)
            action->setChecked(true);
}

} // namespace atlas
