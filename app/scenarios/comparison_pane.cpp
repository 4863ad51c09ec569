#include "app/scenarios/comparison_pane.h"

#include "app/charts/slope_chart.h"
#include "app/dialogs/file_tasks.h"
#include "app/scenarios/comparison_model.h"
#include "app/state/document.h"
#include "app/state/selection.h"
#include "app/widgets/copying.h"
#include "app/widgets/export_button.h"
#include "app/widgets/hint_label.h"
#include "app/widgets/view_copy.h"
#include "core/common/number_text.h"
#include "core/index/figure_text.h"
#include "core/index/method_text.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
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
    : QWidget(parent), m_document(document), m_areas(areas), m_pages(new QStackedWidget(this)),
      m_nothing(new QWidget(this)), m_summary(new HintLabel(this)), m_exportChart(newExportChartButton(this)),
      m_exportTable(new QPushButton(tr("Export t&able…"), this))
{
    m_summary->setObjectName(QStringLiteral("summary"));
    m_summary->setWordWrap(true);
    m_exportTable->setAutoDefault(false);
    m_exportTable->setObjectName(QStringLiteral("exportTable"));
    m_exportTable->setToolTip(tr("Write the table as CSV, with full precision and both methods beside it"));
    auto *tabs = new QTabWidget(this);
    tabs->addTab(makeSlopes(), tr("&Slope chart"));
    tabs->addTab(makeTable(), tr("&Table"));
    tabs->setTabToolTip(0, tr("The ranks as lines; T shows them as a table"));
    tabs->setTabToolTip(1, tr("The ranks as a table; T shows them as lines"));
    auto *key = new QShortcut(QKeySequence(Qt::Key_T), tabs); // as of other charts
    key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, this, &ComparisonPane::showOtherTab);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_summary, 1);
    for (QPushButton *button : {m_exportChart, m_exportTable})
        bottom->addWidget(button, 0, Qt::AlignTop);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    m_tabs = tabs;
    makeNothing();
    m_pages->addWidget(m_tabs);
    m_pages->addWidget(m_nothing);
    rows->addWidget(m_pages, 1);
    rows->addLayout(bottom);
    makeCopyable(*m_table);
    new Copying(*m_chart, [this]() -> Result<Copyable> {
        return Copyable{.sheet = sheetOf(*m_table, ViewRows::All),
                        .picture = [this] { return picture(); },
                        .isPicture = true};
    }); // owned by the chart
    offerExport(*m_exportChart, *m_chart);
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
    m_chartTitle = new QLabel(pane);
    m_chartTitle->setObjectName(QStringLiteral("chartTitle"));
    m_chartTitle->setTextFormat(Qt::PlainText);
    m_chartTitle->setWordWrap(true);
    QFont bold = m_chartTitle->font();
    bold.setWeight(QFont::DemiBold);
    m_chartTitle->setFont(bold);
    auto *rows = new QVBoxLayout(pane);
    rows->addWidget(m_chartTitle);
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
    setColumnWidths();
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this, sorted](const QModelIndex &current) {
                if (current.isValid())
                    m_areas.choose(static_cast<size_t>(sorted->mapToSource(current).row()), false);
            });
    return m_table;
}

/// So that all columns are in sight in a window of the usual size.
void ComparisonPane::setColumnWidths()
{
    constexpr int ofName = 30; // characters
    constexpr int ofShift = 9;
    constexpr int ofOthers = 13;
    QHeaderView *heads = m_table->horizontalHeader();
    const int character = m_table->fontMetrics().averageCharWidth();
    for (int column = 0; column < ComparisonModel::ColumnCount; ++column)
        heads->resizeSection(column, character
                                         * (column == ComparisonModel::Name    ? ofName
                                            : column == ComparisonModel::Shift ? ofShift
                                                                               : ofOthers));
}

void ComparisonPane::makeNothing()
{
    auto *title = new QLabel(tr("Nothing to compare yet"), m_nothing);
    QFont large = title->font();
    large.setBold(true);
    large.setPointSizeF(large.pointSizeF() * 1.25);
    title->setFont(large);
    m_whatToDo = new QLabel(m_nothing);
    m_whatToDo->setObjectName(QStringLiteral("nothingToCompare"));
    m_whatToDo->setWordWrap(true);
    m_whatToDo->setAlignment(Qt::AlignHCenter);
    auto *keep = new QPushButton(tr("Keep what is set now"), m_nothing);
    keep->setObjectName(QStringLiteral("keepFirst"));
    keep->setToolTip(tr("Name the present choices so that you can come back to them"));
    keep->setAutoDefault(false);
    connect(keep, &QPushButton::clicked, this, &ComparisonPane::keepAsked);
    auto *rows = new QVBoxLayout(m_nothing);
    rows->addStretch(2);
    rows->addWidget(title, 0, Qt::AlignHCenter);
    rows->addSpacing(6);
    rows->addWidget(m_whatToDo);
    rows->addSpacing(12);
    rows->addWidget(keep, 0, Qt::AlignHCenter);
    rows->addStretch(3);
}

void ComparisonPane::showNothing(const QString &whatToDo)
{
    clear();
    m_whatToDo->setText(whatToDo);
    m_pages->setCurrentWidget(m_nothing);
}

/// Chart or table, with the focus if it was there.
void ComparisonPane::showOtherTab()
{
    m_tabs->setCurrentIndex(1 - m_tabs->currentIndex());
    const bool isChart = m_tabs->currentIndex() == 0;
    (isChart ? static_cast<QWidget *>(m_chart) : m_table)->setFocus(Qt::ShortcutFocusReason);
}

void ComparisonPane::clear()
{
    m_pages->setCurrentWidget(m_tabs);
    m_outcomes.reset();
    m_chart->clear();
    m_chartTitle->clear();
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
    m_chartTitle->setText(tr("Ranks: %1 and %2").arg(first.method.name, second.method.name));
    const auto side = [](const Outcome &outcome) {
        return ComparisonModel::Side{outcome.method.name, outcome.result.ranks, outcome.result.scores,
                                     outcome.method.choices.indexScheme()};
    };
    m_summary->setHint(summaryOf(comparison));
    const int scrolled = m_table->verticalScrollBar()->value();
    m_model->show(m_document.now().dataset(), side(first), side(second), std::move(comparison));
    m_table->verticalScrollBar()->setValue(scrolled);
    m_pages->setCurrentWidget(m_tabs);
    m_exportChart->setEnabled(true);
    m_exportTable->setEnabled(true);
    m_outcomes = Outcomes{std::move(first), std::move(second)};
}

QString ComparisonPane::summaryOf(const RankComparison &comparison) const
{
    QStringList sentences;
    if (comparison.compared == 0)
        sentences << tr("No area is ranked by both.");
    else if (comparison.moved == 0)
        sentences << tr("Every area has the same rank in both.");
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

QString ComparisonPane::titleOf(const Outcomes &outcomes)
{
    return tr("Ranks, %1 and %2", "two scenarios")
        .arg(outcomes.first.method.name, outcomes.second.method.name);
}

Result<Picture> ComparisonPane::picture() const
{
    const auto words = [](const Outcome &outcome) {
        return tr("%1: %2", "scenario, method")
            .arg(outcome.method.name, methodText(outcome.method.choices.index, outcome.result));
    };
    if (!m_outcomes)
        return Error{tr("There is nothing to compare any more. Choose two scenarios."), {}};
    const auto &[first, second] = *m_outcomes;
    return m_chart->picture(tr("Ranks: %1 and %2").arg(first.method.name, second.method.name),
                            {SlopeChart::legend(), words(first), words(second), m_summary->text(),
                             m_document.now().dataset()->indicatorSource});
}

void ComparisonPane::exportChart()
{
    const QString title = m_outcomes ? titleOf(*m_outcomes) : tr("Ranks");
    emit written(exportPictureByDialog([this] { return picture(); }, title, this));
}

void ComparisonPane::exportTable()
{
    const auto &[first, second] = *m_outcomes;
    const auto now = m_document.snapshot(); // other data may be open by the time the dialog closes
    const Table table = comparisonTable(now->dataset(), {&first.result, first.method.choices.indexScheme()},
                                        {&second.result, second.method.choices.indexScheme()});
    emit written(exportTableByDialog(table, {first.method, second.method}, now->dataset()->files,
                                     titleOf(*m_outcomes), this));
}

} // namespace atlas
