#include "app/atlas/atlas_model.h"
#include "app/atlas/atlas_workspace.h"
#include "app/atlas/choices_command.h"
#include "app/compare/compare_dialog.h"
#include "app/dialogs/file_tasks.h"
#include "app/method/method_dialog.h"
#include "app/robustness/robustness_dialog.h"
#include "app/scenarios/scenarios_dialog.h"
#include "app/table/area_table_view.h"
#include "app/trace/trace_dialog.h"

#include <QMainWindow>

namespace atlas {

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
    pushLooks(m_model.undoStack, m_model.document, looks, text);
}

void AtlasWorkspace::useMethod(const Method &method)
{
    const Snapshot &now = m_model.document.now();
    Choices choices = now.choices();
    Looks looks = now.looks();
    atlas::useMethod(method, choices, looks);
    const auto unplaced = static_cast<int>(placeValues(choices.tried, *now.dataset()).unplaced.size());
    pushMethod(m_model.undoStack, m_model.document, choices, looks, tr("use %1").arg(method.name));
    if (unplaced > 0)
        emit said(
            tr("%n tried value(s) of %1 have no place in these data.", nullptr, unplaced).arg(method.name));
}

void AtlasWorkspace::openMethod(Scales scales)
{
    if (const auto method = openMethodByDialog(m_model.document, scales, m_parts))
        useMethod(*method);
}

void AtlasWorkspace::saveMethod()
{
    const auto now = m_model.document.snapshot(); // other data may be open by the time the dialog closes
    emit written(saveMethodByDialog(now->method(), now->dataset()->files, m_parts));
}

void AtlasWorkspace::exportTable()
{
    const auto now = m_model.document.snapshot();
    const IndexFigures figures = figuresOf(*now);
    const Table table = indexTable(figures, fileColumns(figures), m_table->areasInOrder());
    Method method = now->method();
    if (now->uncertainty())
        method.draws = now->uncertainty()->settings;
    emit written(exportTableByDialog(table, {method}, now->dataset()->files,
                                     tr("Disengagement index - table"), m_parts));
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

/// Trying a cell's own value ends the trial.
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

/// So that undo works there too.
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
        connect(m_compare, &CompareDialog::written, this, &Workspace::written);
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
