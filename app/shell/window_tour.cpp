#include "app/atlas/atlas_workspace.h"
#include "app/panels/status_line.h"
#include "app/shell/main_window.h"
#include "app/shell/tour.h"
#include "app/table/table_pane.h"
#include "app/workspace/command_set.h"

#include <QAction>
#include <QDockWidget>
#include <QStackedWidget>

#include <algorithm>

#include <utility>

namespace atlas {

std::vector<TourStop> MainWindow::tourStops()
{
    const auto part = [this](const char *name) {
        return [this, name] { return findChild<QWidget *>(QLatin1String(name)); };
    };
    const auto showDock = [this](const char *name) {
        return [this, name] { findChild<QDockWidget *>(QLatin1String(name))->show(); };
    };
    return {
        {part("map"), tr("The map"),
         tr("The darker an area, the more its young people are at risk of disengaging. Areas are cut into "
            "groups of nearly the same size. Scroll to zoom, drag to move, click to select.")},
        {[this]() -> QWidget * { return findChild<TablePane *>(); }, tr("The table"),
         tr("The figures behind the map, an area in each row, marked with its group as on the map: the "
            "highest is the most disengaged. Click a heading to sort.")},
        {part("areaDock"), tr("The inspector"),
         tr("What there is to know of the area you select: why it ranks where it ranks, how sure that is, "
            "what would move it, and where its figures come from."),
         [this] {
             if (m_model.areas.areas().empty() && m_model.document.now().dataset())
                 m_model.areas.select({0}, 0);
             findChild<QDockWidget *>(QStringLiteral("areaDock"))->show();
         }},
        {part("indicatorsDock"), tr("The indicators"),
         tr("Switch indicators on and off, and see at once what that does to the ranks. Nothing is lost: "
            "Ctrl+Z takes back any choice."),
         showDock("indicatorsDock")},
        {part("rail"), tr("The questions"),
         tr("Change how the index is made, compare areas, see how sure the ranks are, and keep sets of "
            "choices "
            "as scenarios.")},
        {part("show"), tr("What the map shows"), tr("The index, one of its domains, or a single indicator.")},
        {part("find"), tr("Find anything"),
         tr("An area, an indicator or a command: type part of its name (Ctrl+F).")},
        {part("exportButton"), tr("For the report"),
         tr("The map as a picture or a page, the table as a file. Ctrl+C copies what has the focus, with its "
            "colours.")},
        {[this]() -> QWidget * { return m_status; }, tr("The small print"),
         tr("How the index is made, in a sentence, and remarks on the data: what is missing, was assumed or "
            "left out.")},
    };
}

/// With the example, if nothing is open. Takes up where it was left.
void MainWindow::startTour()
{
    if (!m_model.document.now().dataset()) {
        m_isTourAsked = true; // until the example is there
        m_project.openData(builtInSources());
        return;
    }
    m_middle->setCurrentWidget(workspace().widget());
    m_commands->action(QStringLiteral("explore"))->trigger(); // no question in place of map and table
    if (!m_tour) {
        m_tour = new Tour(*this, tourStops());
        connect(m_tour, &Tour::ended, this, [this](int stop) { m_preferences.setTourStop(stop); });
    }
    m_tour->start(std::max(0, m_preferences.tourStop()));
}

} // namespace atlas
