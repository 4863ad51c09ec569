#include "app/scenarios/comparison_pane.h"

#include "app/charts/slope_chart.h"
#include "app/dialogs/file_tasks.h"
#include "app/scenarios/comparison_model.h"
#include "app/state/document.h"
#include "app/state/selection.h"
#include "app/widgets/export_button.h"
#include "app/widgets/hint_label.h"
#include "core/common/number_text.h"
#include "core/index/figure_text.h"
#include "core/index/method_text.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

namespace atlas {

namespace {

/// Sorts missing values to the end, whichever the direction.
class MissingLast : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override
    {
        const bool hasLeft = left.data(sortRole()).isValid();
        const bool hasRight = right.data(sortRole()).isValid();
        if (hasLeft && hasRight)
            return QSortFilterProxyModel::lessThan(left, right);
        return sortOrder() == Qt::AscendingOrder ? hasLeft && !hasRight : !hasLeft && hasRight;
    }
};

} // namespace

ComparisonPane::ComparisonPane(const Document &document, SelectedAreas &areas, QWidget *parent)
    : QWidget(parent), m_document(document), m_areas(areas), m_summary(new HintLabel(this)),
      m_exportChart(newExportChartButton(this)), m_exportTable(new QPushButton(tr("Export t&able…"), this))
{
    m_summary->setObjectName(QStringLiteral("summary"));
    m_summary->setWordWrap(true);
    m_exportTable->setAutoDefault(false);
    m_exportTable->setObjectName(QStringLiteral("exportTable"));
    m_exportTable->setToolTip(tr("Write the table as CSV, with full precision and both methods beside it"));
    auto *tabs = new QTabWidget(this);
    tabs->addTab(makeSlopes(), tr("&Slope chart"));
    tabs->addTab(makeTable(), tr("&Table"));
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_summary, 1);
    for (QPushButton *button : {m_exportChart, m_exportTable})
        bottom->addWidget(button, 0, Qt::AlignTop);
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
    m_chart = new SlopeChart(m_document, m_areas, pane);
    connect(m_chart, &SlopeChart::areaChosen, this,
            [this](size_t area, bool toggles) { m_areas.choose(area, toggles); });
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
    auto *sorted = new MissingLast(this);
    sorted->setSourceModel(m_model);
    sorted->setSortRole(ComparisonModel::sortRole);
    sorted->setSortLocaleAware(true);
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("ranks"));
    m_table->setAccessibleName(tr("Ranks by two methods"));
    m_table->setModel(sorted);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(ComparisonModel::FirstRank, Qt::AscendingOrder);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 8);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this, sorted](const QModelIndex &current) {
                if (current.isValid())
                    m_areas.choose(static_cast<size_t>(sorted->mapToSource(current).row()), false);
            });
    return m_table;
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
    RankComparison comparison = compareRanks({&first.result, first.method.choices.indexScheme()},
                                             {&second.result, second.method.choices.indexScheme()});
    m_chart->setRanks(first.result.ranks, first.method.name, second.result.ranks, second.method.name);
    const auto side = [](const Outcome &outcome) {
        return ComparisonModel::Side{outcome.method.name, outcome.result.ranks, outcome.result.scores,
                                     outcome.method.choices.scheme.classCount};
    };
    m_summary->setHint(summaryOf(comparison));
    const int scrolled = m_table->verticalScrollBar()->value();
    m_model->show(m_document.now().dataset(), side(first), side(second), std::move(comparison));
    m_table->verticalScrollBar()->setValue(scrolled);
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
        sentences << tr("Every area has the same rank by both.");
    else
        sentences << tr("%n of %1 areas change(s) rank, by up to %2.", nullptr, comparison.moved)
                         .arg(locale().toString(comparison.compared),
                              rankText(comparison.largestShift, locale()));
    if (comparison.onlyOne > 0)
        sentences << tr("%n area(s) have a rank by one of them only.", nullptr, comparison.onlyOne);
    if (comparison.otherClass > 0)
        sentences << tr("%n area(s) change class.", nullptr, comparison.otherClass);
    if (comparison.moved > 0)
        sentences
            << tr("Rank correlation (Spearman): %1.").arg(roundedNumber(comparison.correlation, 3, locale()));
    if (const QString tried = whatIfText(*m_document.now().dataset()); !tried.isEmpty())
        sentences << capitalised(tried) + QLatin1Char('.');
    return sentences.join(QLatin1Char(' '));
}

void ComparisonPane::exportChart()
{
    const auto words = [](const Outcome &outcome) {
        return tr("%1: %2", "scenario, method")
            .arg(outcome.method.name, methodText(outcome.method.choices.index, outcome.result));
    };
    const auto make = [&]() -> Result<Picture> {
        if (!m_outcomes)
            return Error{tr("There is nothing to compare any more. Choose two scenarios."), {}};
        const auto &[first, second] = *m_outcomes;
        return m_chart->picture(tr("Ranks: %1 and %2").arg(first.method.name, second.method.name),
                                {SlopeChart::legend(), words(first), words(second), m_summary->text(),
                                 m_document.now().dataset()->indicatorSource});
    };
    emit written(exportPictureByDialog(make, tr("Disengagement index - ranks by two methods"), this));
}

void ComparisonPane::exportTable()
{
    const auto &[first, second] = *m_outcomes;
    const auto now = m_document.snapshot(); // other data may be open by the time the dialog closes
    const Table table = comparisonTable(now->dataset(), {&first.result, first.method.choices.indexScheme()},
                                        {&second.result, second.method.choices.indexScheme()});
    emit written(exportTableByDialog(table, {first.method, second.method}, now->dataset()->files,
                                     tr("Ranks by two methods"), this));
}

} // namespace atlas
