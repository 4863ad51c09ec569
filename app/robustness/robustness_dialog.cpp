#include "app/robustness/robustness_dialog.h"

#include "app/charts/chart_with_table.h"
#include "app/dialogs/file_tasks.h"
#include "app/help/what_is_this.h"
#include "app/robustness/draw_options.h"
#include "app/robustness/rank_chart.h"
#include "app/state/document.h"
#include "app/state/draw_run.h"
#include "app/state/selection.h"
#include "app/widgets/copying.h"
#include "app/widgets/export_button.h"
#include "app/widgets/figure_table.h"
#include "app/widgets/hint_label.h"
#include "app/widgets/notice_bar.h"
#include "core/common/number_text.h"
#include "core/index/area_order.h"
#include "core/index/figure_text.h"
#include "core/index/method_text.h"
#include "core/robustness/class_certainty.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTabWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

QString assumptionText(Assumption assumption)
{
    switch (assumption) {
    case Assumption::Rounding:
        return RobustnessDialog::tr("Rounding of the figures");
    case Assumption::Weights:
        return RobustnessDialog::tr("Weights");
    case Assumption::Scale:
        return RobustnessDialog::tr("Scale of the indicators");
    case Assumption::Aggregation:
        return RobustnessDialog::tr("Kind of mean");
    case Assumption::LeaveOut:
        break;
    }
    return RobustnessDialog::tr("One indicator left out");
}

/// A part above the link to the page of help about it.
QWidget *withHelp(QWidget *part, const QString &topic)
{
    auto *pane = new QWidget;
    part->setProperty("helpTopic", topic);
    auto *rows = new QVBoxLayout(pane);
    rows->addWidget(part, 1);
    rows->addWidget(new WhatIsThis(topic, pane));
    return pane;
}

} // namespace

RobustnessDialog::RobustnessDialog(const Document &document, DrawRun &run, SelectedAreas &areas,
                                   QWidget *parent)
    : ToolWindow(QStringLiteral("robustnessDialog"), tr("How sure are the ranks?"), {900, 600}, parent),
      m_document(document), m_run(run), m_areas(areas)
{
    setProperty("helpTopic", QStringLiteral("part-how-sure"));
    auto *panes = new QHBoxLayout;
    panes->setSpacing(16);
    panes->addWidget(makeChoices());
    panes->addWidget(makeResults(), 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    auto *rows = new QVBoxLayout(this);
    rows->addLayout(panes, 1);
    rows->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_draw, &QPushButton::clicked, this, [this] { m_run.start(); });
    connect(m_options, &DrawOptions::changed, this, [this] { m_run.setSettings(m_options->settings()); });
    connect(m_cancel, &QPushButton::clicked, &m_run, &DrawRun::cancel);
    connect(m_exportChart, &QPushButton::clicked, this, &RobustnessDialog::exportChart);
    connect(m_chart, &RankChart::areaChosen, &areas, &SelectedAreas::choose);
    follow();
    clear();
    m_options->setSettings(m_run.settings());
    if (m_run.findings())
        showFindings();
    if (m_run.isRunning())
        showStart();
}

void RobustnessDialog::follow()
{
    connect(&m_run, &DrawRun::started, this, &RobustnessDialog::showStart);
    connect(&m_run, &DrawRun::progressed, this,
            [this](double fraction) { m_progress->setValue(static_cast<int>(100 * fraction)); });
    connect(&m_run, &DrawRun::ended, this, &RobustnessDialog::showEnd);
    connect(&m_run, &DrawRun::found, this, &RobustnessDialog::showFindings);
    connect(&m_run, &DrawRun::failed, this,
            [this](const Error &error) { m_status->setProblem(error.message); });
    connect(&m_run, &DrawRun::dropped, this, &RobustnessDialog::followDropped);
    connect(&m_run, &DrawRun::settingsChanged, this, [this] {
        if (m_options->settings() != m_run.settings())
            m_options->setSettings(m_run.settings());
    });
    m_document.onChange(Change::Result, this, [this] {
        if (!m_run.findings())
            clear();
    });
    m_document.onChange(Change::Result | Change::Draws, this, [this] { showFormer(); });
}

/// A run for another method ends, and so do findings about other data.
void RobustnessDialog::followDropped()
{
    if (m_run.findings())
        m_status->setHint(tr("Stopped because the method has changed. The earlier draws are kept:")
                          + QLatin1Char(' ') + m_found);
    else
        clear();
}

void RobustnessDialog::showFormer()
{
    const bool isFormer = m_run.areFindingsFormer();
    m_former->setVisible(isFormer);
    m_sensitivity->setEnabled(!isFormer);
    m_leftOut->setEnabled(!isFormer);
    m_exportChart->setEnabled(m_run.findings() && !isFormer);
}

void RobustnessDialog::showStart()
{
    m_progress->setValue(0);
    m_progress->setVisible(true);
    m_cancel->setEnabled(true);
    m_status->setHint(tr("Drawing…"));
}

void RobustnessDialog::showEnd()
{
    m_progress->setVisible(false);
    m_cancel->setEnabled(false);
    m_status->setHint(m_run.findings()
                          ? tr("Cancelled. The earlier draws are kept:") + QLatin1Char(' ') + m_found
                          : tr("Cancelled. Nothing has changed."));
}

QWidget *RobustnessDialog::makeChoices()
{
    auto *pane = new QWidget(this);
    m_options = new DrawOptions(pane);
    m_draw = new QPushButton(tr("Dra&w"), pane);
    m_draw->setObjectName(QStringLiteral("draw"));
    m_draw->setDefault(true);
    m_cancel = new QPushButton(tr("&Cancel"), pane);
    m_cancel->setObjectName(QStringLiteral("cancel"));
    m_cancel->setAutoDefault(false);
    m_cancel->setEnabled(false);
    m_progress = new QProgressBar(pane);
    m_progress->setRange(0, 100);
    m_progress->setVisible(false);
    m_status = new HintLabel(pane);
    m_status->setObjectName(QStringLiteral("status"));
    m_status->setWordWrap(true);
    auto *heading = new QLabel(tr("What to vary:"), pane);
    auto *both = new QHBoxLayout;
    both->addWidget(m_draw);
    both->addWidget(m_cancel);
    auto *rows = new QVBoxLayout(pane);
    rows->setContentsMargins({});
    rows->addWidget(heading);
    rows->addWidget(m_options);
    rows->addSpacing(8);
    rows->addLayout(both);
    rows->addWidget(m_progress);
    rows->addWidget(m_status);
    rows->addStretch(1);
    pane->setFixedWidth(270);
    return pane;
}

QWidget *RobustnessDialog::makeResults()
{
    auto *pane = new QWidget(this);
    m_former = new NoticeBar(pane);
    m_former->setObjectName(QStringLiteral("former"));
    m_former->setNotice(tr("Drawn with the method as it was before the last change"),
                        tr("Bars and dots show that method; upright lines show the present ranks."));
    m_former->setVisible(false);
    connect(m_former->addButton(tr("Draw &again"), "drawAgain", tr("Draw with the method as it is now")),
            &QPushButton::clicked, this, [this] { m_run.start(); });
    auto *tabs = new QTabWidget(pane);
    m_chart = new RankChart(m_document, m_areas, tabs);
    m_sensitivity = newFigureTable(
        {tr("What varies"), tr("On its own (%)"), tr("±", "error"), tr("In all (%)"), tr("±", "error")},
        "sensitivity", tr("What the ranks depend on"));
    m_leftOut = newFigureTable(
        {tr("Left out"), tr("Mean shift (places)"), tr("Largest shift (places)"), tr("Area that moves most")},
        "leftOut", tr("Ranks without one indicator"));
    m_sensitivity->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    constexpr int areaMovedMost = 3; // may be long, and gives way to what was left out
    m_leftOut->horizontalHeader()->setSectionResizeMode(areaMovedMost, QHeaderView::Stretch);
    m_sensitivity->horizontalHeaderItem(1)->setToolTip(
        tr("How much of the change in ranks this explains on its own (first-order Sobol index)"));
    m_sensitivity->horizontalHeaderItem(3)->setToolTip(
        tr("How much it explains in total, including its interactions with the others (total Sobol index)"));
    auto *ranks = new QWidget(tabs);
    auto *rows = new QVBoxLayout(ranks);
    auto *both = new ChartWithTable(m_chart, ranks);
    both->setTitle(tr("Ranks of each area in the draws"));
    rows->addWidget(both, 1);
    m_exportChart = newExportChartButton(ranks);
    new Copying(*m_chart, [this] { return copyable(); }); // owned by the chart
    offerExport(*m_exportChart, *m_chart);
    auto *below = new QHBoxLayout;
    below->addWidget(new WhatIsThis(QStringLiteral("sure-draws"), ranks), 1);
    below->addWidget(m_exportChart);
    rows->addLayout(below);
    tabs->addTab(ranks, tr("Ranks"));
    tabs->addTab(withHelp(m_sensitivity, QStringLiteral("sure-sensitivity")), tr("What &matters"));
    tabs->addTab(withHelp(m_leftOut, QStringLiteral("sure-left-out")), tr("W&ithout one indicator"));
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins({});
    column->addWidget(m_former);
    column->addWidget(tabs, 1);
    return pane;
}

Result<Picture> RobustnessDialog::picture() const
{
    if (!m_document.now().uncertainty())
        return Error{tr("The draws are of a former method or of other data. Draw again."), {}};
    return m_chart->picture(
        tr("How sure the ranks are: ranks of each area in the draws"),
        {RankChart::legend(), m_found,
         capitalised(methodText(m_document.now().indexSettings(), m_document.now().result())),
         m_document.now().dataset()->indicatorSource});
}

void RobustnessDialog::exportChart()
{
    emit written(exportPictureByDialog([this] { return picture(); },
                                       tr("Disengagement index - how sure the ranks are"), this));
}

/// The chart with its figures: rank and ranks of the draws of each area.
Result<Copyable> RobustnessDialog::copyable() const
{
    const Snapshot &now = m_document.now();
    if (!now.uncertainty())
        return picture().error();
    using Role = TableColumn::Role;
    const std::vector<ColumnChoice> columns = {{Role::AreaName}, {Role::Rank},      {Role::DrawnMedian},
                                               {Role::DrawnLow}, {Role::DrawnHigh}, {Role::Class}};
    TableSheet sheet{.table = indexTable(figuresOf(now), columns, orderByRank(*now.dataset(), now.result())),
                     .locale = locale(),
                     .title = tr("How sure are the ranks?")};
    return Copyable{.sheet = std::move(sheet), .picture = [this] { return picture(); }, .isPicture = true};
}

void RobustnessDialog::showFindings()
{
    const DrawFindings &findings = *m_run.findings();
    showSensitivity(findings.sensitivity);
    showLeftOut(findings.leftOut);
    int sure = 0;
    int ranked = 0;
    for (size_t area = 0; area < findings.ranks->median.size(); ++area) {
        ranked += findings.ranks->median[area] > 0 ? 1 : 0;
        sure += findings.ranks->likeliestClass(area).second >= certainShare ? 1 : 0;
    }
    m_found = tr("%L1 draws, seed %2. At least 95% of them put %3 of %4 areas in the same class.")
                  .arg(findings.ranks->settings.draws)
                  .arg(findings.ranks->settings.seed)
                  .arg(sure)
                  .arg(ranked);
    const bool isFormer = m_run.areFindingsFormer();
    if (const QString tried = whatIfText(*m_document.now().dataset()); !isFormer && !tried.isEmpty())
        m_found += QLatin1Char(' ') + capitalised(tried) + QLatin1Char('.');
    m_status->setHint(m_found);
    showFormer();
}

void RobustnessDialog::showSensitivity(const RankSensitivity &sensitivity)
{
    m_sensitivity->setRowCount(0);
    auto entries = sensitivity.entries;
    std::stable_sort(entries.begin(), entries.end(), [](const auto &a, const auto &b) {
        return std::isnan(b.index.total) || a.index.total > b.index.total;
    });
    const auto percent = [this](double share) { return roundedNumber(100 * share, 1, locale()); };
    for (const auto &[assumption, index] : entries)
        addFigureRow(*m_sensitivity,
                     {assumptionText(assumption), percent(index.first), percent(index.firstError),
                      percent(index.total), percent(index.totalError)},
                     m_sensitivity->columnCount());
}

void RobustnessDialog::showLeftOut(const std::vector<LeftOut> &leftOut)
{
    m_leftOut->setRowCount(0);
    const Dataset &dataset = *m_document.now().dataset();
    for (const LeftOut &out : leftOut) {
        QString moved;
        for (size_t area = 0; area < out.shifts.size() && out.largestShift > 0; ++area)
            if (std::abs(out.shifts[area]) == out.largestShift && moved.isEmpty())
                moved = tr("%1 (%2)", "area, places")
                            .arg(dataset.areas[area].name, rankShiftText(out.shifts[area], locale()));
        addFigureRow(*m_leftOut,
                     {dataset.indicator(out.indicator).shortName, roundedNumber(out.meanShift, 2, locale()),
                      rankText(out.largestShift, locale()), moved},
                     3);
    }
}

void RobustnessDialog::clear()
{
    m_sensitivity->setRowCount(0);
    m_leftOut->setRowCount(0);
    m_draw->setEnabled(m_document.now().dataset() != nullptr);
    showFormer();
    m_status->setHint(
        tr("Press Draw to rank the areas thousands of times with other figures, weights and methods."));
}

} // namespace atlas
