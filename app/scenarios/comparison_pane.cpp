#include "app/scenarios/comparison_pane.h"

#include "app/actions/file_tasks.h"
#include "app/charts/slope_chart.h"
#include "app/dialogs/hint_label.h"
#include "app/scenarios/comparison_model.h"
#include "app/state/atlas_state.h"
#include "core/common/number_text.h"
#include "core/index/method_text.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

namespace atlas {

ComparisonPane::ComparisonPane(AtlasState &state, QWidget *parent)
    : QWidget(parent), m_state(state), m_summary(new HintLabel(this)),
      m_exportChart(new QPushButton(tr("Export c&hart…"), this)),
      m_exportTable(new QPushButton(tr("Export t&able…"), this))
{
    m_summary->setObjectName(QStringLiteral("summary"));
    m_summary->setWordWrap(true);
    m_exportChart->setObjectName(QStringLiteral("exportChart"));
    m_exportChart->setToolTip(tr("Write the chart as a picture, drawing or page"));
    m_exportTable->setObjectName(QStringLiteral("exportTable"));
    m_exportTable->setToolTip(tr("Write the table as CSV, with full precision and both methods beside it"));
    auto *tabs = new QTabWidget(this);
    tabs->addTab(makeSlopes(), tr("&Slope chart"));
    tabs->addTab(makeTable(), tr("&Table"));
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_summary, 1);
    for (QPushButton *button : {m_exportChart, m_exportTable}) {
        button->setAutoDefault(false);
        bottom->addWidget(button, 0, Qt::AlignTop);
    }
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->addWidget(tabs, 1);
    rows->addLayout(bottom);
    connect(m_exportChart, &QPushButton::clicked, this, &ComparisonPane::exportChart);
    connect(m_exportTable, &QPushButton::clicked, this, &ComparisonPane::exportTable);
    clear();
}

QWidget *ComparisonPane::makeSlopes()
{
    auto *pane = new QWidget(this);
    m_chart = new SlopeChart(m_state, pane);
    connect(m_chart, &SlopeChart::areaChosen, this,
            [this](size_t area, bool toggles) { selectInState(m_state, area, toggles); });
    auto *legend = new HintLabel(pane);
    legend->setHint(SlopeChart::legend());
    legend->setWordWrap(true);
    auto *rows = new QVBoxLayout(pane);
    rows->addWidget(m_chart, 1);
    rows->addWidget(legend);
    return pane;
}

QWidget *ComparisonPane::makeTable()
{
    m_model = new ComparisonModel(this);
    auto *sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(m_model);
    sorted->setSortRole(ComparisonModel::sortRole);
    sorted->setSortLocaleAware(true);
    auto *table = new QTableView(this);
    table->setObjectName(QStringLiteral("ranks"));
    table->setAccessibleName(tr("Ranks by two methods"));
    table->setModel(sorted);
    table->setSortingEnabled(true);
    table->sortByColumn(ComparisonModel::FirstRank, Qt::AscendingOrder);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 8);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setStretchLastSection(true);
    connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this, sorted](const QModelIndex &current) {
                if (current.isValid())
                    selectInState(m_state, static_cast<size_t>(sorted->mapToSource(current).row()), false);
            });
    return table;
}

void ComparisonPane::clear()
{
    m_outcomes.reset();
    m_chart->clear();
    m_model->clear();
    m_summary->setHint({});
    m_exportChart->setEnabled(false);
    m_exportTable->setEnabled(false);
}

void ComparisonPane::showProblem(const Error &error)
{
    clear();
    m_summary->setProblem(error.message);
}

void ComparisonPane::showOutcomes(Outcome first, Outcome second)
{
    RankComparison comparison =
        compareRanks({&first.result, first.method.scheme}, {&second.result, second.method.scheme});
    m_chart->setRanks(first.result.ranks, first.title, second.result.ranks, second.title);
    const auto side = [](const Outcome &outcome) {
        return ComparisonModel::Side{outcome.title, outcome.result.ranks, outcome.result.scores,
                                     outcome.method.scheme.classCount};
    };
    m_summary->setHint(summaryOf(comparison));
    m_model->show(m_state.dataset(), side(first), side(second), std::move(comparison));
    m_exportChart->setEnabled(true);
    m_exportTable->setEnabled(true);
    m_outcomes = Outcomes{std::move(first), std::move(second)};
}

QString ComparisonPane::summaryOf(const RankComparison &comparison) const
{
    QStringList sentences;
    if (comparison.compared == 0)
        sentences << tr("No area has a rank by both.");
    else if (comparison.moved == 0)
        sentences << tr("All areas rank alike.");
    else
        sentences << tr("%1 of %n area(s) change rank, by up to %2 places.", nullptr, comparison.compared)
                         .arg(locale().toString(comparison.moved),
                              locale().toString(comparison.largestShift, 'g', 7));
    if (comparison.otherClass > 0)
        sentences << tr("%n area(s) change class.", nullptr, comparison.otherClass);
    if (comparison.moved > 0)
        sentences
            << tr("Rank correlation (Spearman): %1.").arg(roundedNumber(comparison.correlation, 3, locale()));
    if (const QString tried = whatIfText(*m_state.dataset()); !tried.isEmpty())
        sentences << capitalised(tried) + QLatin1Char('.');
    return sentences.join(QLatin1Char(' '));
}

void ComparisonPane::exportChart()
{
    const auto &[first, second] = *m_outcomes;
    const auto words = [](const Outcome &outcome) {
        return tr("%1: %2", "scenario, method")
            .arg(outcome.title, methodText(outcome.method.index, outcome.result));
    };
    const auto picture = m_chart->picture(tr("Ranks: %1 and %2").arg(first.title, second.title),
                                          {SlopeChart::legend(), words(first), words(second),
                                           m_summary->text(), m_state.dataset()->indicatorSource});
    emit written(exportPictureByDialog(picture, tr("Ranks by two methods"), this));
}

void ComparisonPane::exportTable()
{
    const auto &[first, second] = *m_outcomes;
    const TextTable table = comparisonTable(*m_state.dataset(), {&first.result, first.method.scheme},
                                            {&second.result, second.method.scheme});
    emit written(exportTableByDialog(table, {first.method, second.method}, tr("Ranks by two methods"), this));
}

} // namespace atlas
