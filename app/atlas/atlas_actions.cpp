#include "app/atlas/atlas_model.h"
#include "app/atlas/atlas_workspace.h"
#include "app/atlas/choices_command.h"
#include "app/charts/area_bars.h"
#include "app/charts/row_chart.h"
#include "app/charts/waterfall_view.h"
#include "app/compare/compare_dialog.h"
#include "app/dialogs/file_tasks.h"
#include "app/method/method_dialog.h"
#include "app/robustness/robustness_dialog.h"
#include "app/scenarios/scenarios_dialog.h"
#include "app/table/area_table_model.h"
#include "app/table/area_table_view.h"
#include "app/trace/trace_dialog.h"
#include "app/workspace/stage.h"
#include "core/index/area_columns.h"

#include <QAction>
#include <QMainWindow>

#include <memory>

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
    if (method.roundingBandSeed)
        m_model.rounding.setSeed(*method.roundingBandSeed);
    if (method.draws)
        m_model.draws.setSettings(*method.draws);
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
    Table table = indexTable(figures, fileColumns(figures), m_table->areasInOrder());
    if (const auto &other = m_table->areaModel().otherPeriod())
        appendChanges(table, now->dataset(), other);
    insertColumns(table, coverageColumns(now->dataset()), false);
    if (now->looks().people)
        insertColumns(table, populationColumns(now->dataset(), now->result()), true);
    Method method = now->method();
    if (now->uncertainty())
        method.draws = now->uncertainty()->settings;
    emit written(exportTableByDialog(table, {method}, now->dataset()->files,
                                     tr("Disengagement index - table"), m_parts));
}

void AtlasWorkspace::chooseMethod()
{
    if (!m_method) {
        m_method = new MethodDialog(m_model.document.now(), m_parts->window());
        const MethodDialog *method = m_method;
        connect(m_method, &QDialog::accepted, this, [this, method] {
            Choices choices = m_model.document.now().choices();
            choices.index = method->settings();
            choices.scheme.rule = method->quantileRule();
            change(choices, tr("method"));
        });
        connect(m_method, &QDialog::finished, m_method, &QObject::deleteLater);
    }
    open(*m_method);
}

/// What it is about has changed under it: it goes on with the same data, and starts again with others.
void AtlasWorkspace::followMethod(Changes changes)
{
    if (!m_method || m_method->result() == QDialog::Accepted)
        return;
    if (!changes.testFlag(Change::Data)) {
        m_method->follow(m_model.document.now());
        return;
    }
    const std::unique_ptr<MethodDialog> former(m_method.data());
    m_method.clear();
    if (former->isVisible())
        chooseMethod();
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

void AtlasWorkspace::endWhatIf()
{
    const Snapshot &now = m_model.document.now();
    Choices choices = now.choices(); // values without a place are kept for data that have one
    choices.tried = placeValues(choices.tried, *now.dataset()).unplaced;
    change(choices, tr("end what-if"));
}

/// Of the area in hand, by what the map shows.
void AtlasWorkspace::selectClass()
{
    const auto current = m_model.areas.current();
    if (!current)
        return;
    const std::vector<int> &classes = m_model.document.now().shown().classification.classes;
    std::vector<size_t> alike;
    for (size_t area = 0; area < classes.size(); ++area)
        if (classes[area] == classes[*current])
            alike.push_back(area);
    m_model.areas.select(alike, *current);
}

/// In a window, undo works too.
void AtlasWorkspace::open(ToolWindow &tool, bool usuallyFloats)
{
    if (tool.actions().isEmpty()) {
        tool.addActions(m_undo);
        giveAreaActions(tool);
    }
    m_stage->open(tool, usuallyFloats);
}

/// Its charts offer what map and table offer for an area.
void AtlasWorkspace::giveAreaActions(QWidget &tool)
{
    const auto give = [this](QWidget *chart) {
        auto *apart = new QAction(chart);
        apart->setSeparator(true);
        chart->addAction(apart);
        chart->addActions(m_ofAreas);
    };
    for (RowChart *chart : tool.findChildren<RowChart *>())
        give(chart);
    for (WaterfallView *chart : tool.findChildren<WaterfallView *>())
        give(chart);
    for (AreaBars *chart : tool.findChildren<AreaBars *>())
        give(chart);
}

void AtlasWorkspace::useIndicator(const QString &code, bool isOn)
{
    const Snapshot &now = m_model.document.now();
    const auto indicator = now.dataset()->findIndicator(code);
    if (!indicator)
        return;
    Choices choices = now.choices();
    if (isOn)
        choices.index.excluded.erase(code);
    else
        choices.index.excluded.insert(code);
    const QString &name = now.dataset()->indicator(*indicator).shortName;
    change(choices, isOn ? tr("switch on %1").arg(name) : tr("switch off %1").arg(name));
}

void AtlasWorkspace::showTrace()
{
    if (!m_trace) {
        m_trace = new TraceDialog(m_model.document, m_model.areas, m_parts->window());
        connect(m_trace, &TraceDialog::written, this, &Workspace::written);
        connect(m_trace, &TraceDialog::whatIfAsked, this, &AtlasWorkspace::tryValue);
    }
    open(*m_trace, true);
}

void AtlasWorkspace::showComparison()
{
    if (!m_compare) {
        m_compare = new CompareDialog(m_model.document, m_model.areas, m_parts->window());
        connect(m_compare, &CompareDialog::areaActivated, this, &AtlasWorkspace::goTo);
        connect(m_compare, &CompareDialog::written, this, &Workspace::written);
    }
    m_compare->offerSelected();
    open(*m_compare);
}

void AtlasWorkspace::showRobustness()
{
    if (!m_robustness) {
        m_robustness =
            new RobustnessDialog(m_model.document, m_model.draws, m_model.areas, m_parts->window());
        connect(m_robustness, &RobustnessDialog::written, this, &Workspace::written);
    }
    open(*m_robustness);
}

void AtlasWorkspace::showScenarios()
{
    if (!m_scenarios) {
        m_scenarios =
            new ScenariosDialog(m_model.document, m_model.areas, m_model.scenarios, m_parts->window());
        connect(m_scenarios, &ScenariosDialog::written, this, &Workspace::written);
        connect(m_scenarios, &ScenariosDialog::useAsked, this, &AtlasWorkspace::useMethod);
    }
    open(*m_scenarios);
}

} // namespace atlas
