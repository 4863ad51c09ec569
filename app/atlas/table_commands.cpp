#include "app/atlas/atlas_model.h"
#include "app/atlas/atlas_workspace.h"
#include "app/table/area_table_view.h"
#include "core/render/looks_words.h"

namespace atlas {

namespace {

QString coloursText(CellColours colours)
{
    switch (colours) {
    case CellColours::Automatic:
        return AtlasWorkspace::tr("As &usual: the paper's for its own figures, else the map's");
    case CellColours::Paper:
        return AtlasWorkspace::tr("The &paper's: green, yellow and red");
    case CellColours::Map:
        return AtlasWorkspace::tr("The &map's");
    case CellColours::Safe:
        break;
    }
    return AtlasWorkspace::tr("&Safe for colour-blind readers, and in order in grey");
}

} // namespace

QString AtlasWorkspace::tableMenu()
{
    return tr("Ta&ble");
}

std::vector<Command> AtlasWorkspace::tableCommands()
{
    std::vector<Command> commands;
    for (const auto &[word, colours] : cellColoursWords())
        commands.push_back(
            {.name = QStringLiteral("cellColours.") + word,
             .menu = Menu::View,
             .section = Section::ViewLooks,
             .text = coloursText(colours),
             .tip = tr("Colours of the classes in the table"),
             .run =
                 [this, chosen = colours] {
                     Looks looks = m_model.document.now().looks();
                     looks.cellColours = chosen;
                     change(looks, tr("colours of the table"));
                 },
             .submenu = tr("Colours of the &table"),
             .isOn = [this,
                      chosen = colours] { return m_model.document.now().looks().cellColours == chosen; }});
    commands.push_back(lookSwitch("classMarks", tr("Class mar&ks"),
                                  tr("Show the class in each cell, so that colour is not the only cue"),
                                  &Looks::classMarks, tableMenu()));
    commands.push_back(
        {.name = QStringLiteral("nodeScores"),
         .menu = Menu::View,
         .section = Section::ViewLooks,
         .text = tr("Sco&res of all domains"),
         .tip = tr("Show score and rank of every domain and sub-index in the table, not only of "
                   "the one on the map"),
         .run =
             [this] {
                 Choices choices = m_model.document.now().choices();
                 choices.nodeScores = !choices.nodeScores;
                 change(choices, tr("scores of all domains"));
             },
         .submenu = tableMenu(),
         .isAlone = true,
         .isOn = [this] { return m_model.document.now().choices().nodeScores; }});
    commands.push_back(
        lookSwitch("cellBars", tr("&Bars behind figures"),
                   tr("Show behind each figure a bar from zero, as long as the figure is large"),
                   &Looks::cellBars, tableMenu()));
    commands.push_back(lookSwitch(
        "benchmarks", tr("&Mean and median above the areas"),
        tr("Keep the mean, the median and, where the data give it, the country in sight above the areas"),
        &Looks::benchmarks, tableMenu()));
    const auto open = [this] { return hasData(); };
    commands.push_back({.name = QStringLiteral("filterTable"),
                        .menu = Menu::View,
                        .section = Section::ViewLooks,
                        .text = tr("&Filter by name"),
                        .tip = tr("Type a part of the names of the areas to show"),
                        .run = [this] { emit m_table->filterAsked(); },
                        .keys = {QKeySequence(tr("Ctrl+Shift+L"))},
                        .submenu = tableMenu(),
                        .purpose = tr("Filter the table by name"),
                        .canRun = open});
    commands.push_back({.name = QStringLiteral("onlySelected"),
                        .menu = Menu::View,
                        .section = Section::ViewLooks,
                        .text = tr("&Only selected areas in the table"),
                        .tip = tr("Leave all areas out of the table but those selected now"),
                        .run =
                            [this] {
                                if (m_model.selection.codes().empty()) {
                                    emit said(tr("No area is selected."));
                                    return;
                                }
                                TableFilter filter = m_table->filter();
                                filter.areas.emplace(m_model.selection.codes().begin(),
                                                     m_model.selection.codes().end());
                                m_table->setFilter(filter);
                            },
                        .submenu = tableMenu(),
                        .isOfAreas = true,
                        .canRun = open});
    commands.push_back({.name = QStringLiteral("allRows"),
                        .menu = Menu::View,
                        .section = Section::ViewLooks,
                        .text = tr("Show all &areas in the table"),
                        .tip = tr("Remove all filters"),
                        .run = [this] { m_table->setFilter({}); },
                        .submenu = tableMenu(),
                        .canRun = open});
    commands.push_back({.name = QStringLiteral("columnMenu"),
                        .menu = Menu::View,
                        .section = Section::ViewLooks,
                        .text = tr("Menu of the colum&n"),
                        .tip = tr("Sort, filter, move or hide the column that the keys are on (Alt+Down)"),
                        .run = [this] { m_table->openColumnMenu(m_table->currentColumn()); },
                        .submenu = tableMenu(),
                        .canRun = open});
    return commands;
}

} // namespace atlas
