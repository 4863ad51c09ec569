#include "app/trace/trace_dialog.h"

#include "app/actions/file_tasks.h"
#include "app/charts/waterfall_view.h"
#include "app/dialogs/figure_table.h"
#include "app/dialogs/hint_label.h"
#include "app/panels/area_summary.h"
#include "app/state/atlas_state.h"
#include "app/state/preferences.h"
#include "core/common/number_text.h"
#include "core/index/method_text.h"
#include "core/index/rank.h"
#include "core/render/cell_format.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>

#include <cmath>

namespace atlas {

namespace {

enum StepColumn { Name, Raw, Mean, Scaled, Weight, Adds, Total, Source, StepColumns };

/// With as many decimals as tell it from another number, and at least those given.
QString roundedApart(double number, double from, int decimals, const QLocale &locale)
{
    constexpr int most = 9;
    while (decimals < most
           && (roundedNumber(number, decimals, locale) == roundedNumber(from, decimals, locale)
               || std::abs(number - from) < 5 * std::pow(10.0, -decimals)))
        ++decimals;
    return roundedNumber(number, decimals, locale);
}

} // namespace

TraceDialog::TraceDialog(const AtlasState &state, QWidget *parent)
    : QDialog(parent), m_state(state), m_title(new QLabel(this)), m_node(new QComboBox(this)),
      m_stepsHint(new HintLabel(this)), m_movesHint(new HintLabel(this))
{
    setObjectName(QStringLiteral("traceDialog"));
    setWindowTitle(tr("Why this rank?"));
    m_title->setObjectName(QStringLiteral("title"));
    m_title->setTextFormat(Qt::PlainText);
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    m_node->setObjectName(QStringLiteral("node"));
    auto *nodeLabel = new QLabel(tr("&Score of:"), this);
    nodeLabel->setBuddy(m_node);
    auto *top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(nodeLabel);
    top->addWidget(m_node);
    m_moves = newFigureTable({tr("Change of one value"), tr("Value"), tr("Rank changes at"), tr("Rank"),
                              tr("Class changes at"), tr("Class")},
                             "moves", tr("What would move the area"));
    m_moves->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_movesHint->setWordWrap(true);
    auto *movesTitle =
        new QLabel(tr("What would move it: the smallest change of each value by itself"), this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_exportChart = buttons->addButton(tr("Export c&hart…"), QDialogButtonBox::ActionRole);
    m_exportChart->setObjectName(QStringLiteral("exportChart"));
    m_exportChart->setAutoDefault(false);
    m_exportChart->setToolTip(tr("Write the chart as a picture, drawing or page"));
    auto *rows = new QVBoxLayout(this);
    rows->addLayout(top);
    rows->addWidget(makeTrace(), 3);
    rows->addWidget(m_stepsHint);
    rows->addSpacing(6);
    rows->addWidget(movesTitle);
    rows->addWidget(m_moves, 2);
    rows->addWidget(m_movesHint);
    rows->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_exportChart, &QPushButton::clicked, this, &TraceDialog::exportChart);
    connect(m_node, &QComboBox::currentIndexChanged, this, &TraceDialog::refresh);
    connect(m_waterfall, &WaterfallView::barClicked, this, &TraceDialog::openMember);
    connect(m_steps, &QTableWidget::cellActivated, this, &TraceDialog::openMember);
    connect(m_steps, &QTableWidget::cellChanged, this, &TraceDialog::tryValue);
    // Later, because what comes of it replaces the cell that is being edited.
    connect(this, &TraceDialog::valueTyped, this, &TraceDialog::whatIfAsked, Qt::QueuedConnection);
    connect(this, &TraceDialog::nonsenseTyped, this, &TraceDialog::refresh, Qt::QueuedConnection);
    connect(&state, &AtlasState::selectionChanged, this, &TraceDialog::refresh);
    connect(&state, &AtlasState::resultChanged, this, [this] {
        listNodes();
        refresh();
    });
    connect(&state, &AtlasState::displayChanged, this, &TraceDialog::refresh);
    connect(&state, &AtlasState::themeChanged, this, &TraceDialog::refresh);
    if (!restoreGeometry(Preferences().layout(objectName())))
        resize(1000, 640);
    listNodes();
}

QWidget *TraceDialog::makeTrace()
{
    auto *both = new QSplitter(Qt::Horizontal, this);
    m_waterfall = new WaterfallView(both);
    m_steps = newFigureTable({tr("Part"), tr("Value"), tr("Mean"), tr("Scaled"), tr("Weight"), tr("Adds"),
                              tr("Total"), tr("Period and source")},
                             "steps", tr("Parts of the score"));
    m_steps->horizontalHeader()->setStretchLastSection(true);
    m_steps->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    both->addWidget(m_waterfall);
    both->addWidget(m_steps);
    both->setSizes({380, 620});
    both->setChildrenCollapsible(false);
    return both;
}

void TraceDialog::hideEvent(QHideEvent *event)
{
    Preferences().setLayout(objectName(), saveGeometry());
    m_run.cancel();
    QDialog::hideEvent(event);
}

void TraceDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    refresh();
}

/// The index first, then from the top down.
void TraceDialog::listNodes()
{
    const QSignalBlocker quiet(m_node);
    const QString before = m_node->currentData().toString();
    m_node->clear();
    if (!m_state.dataset())
        return;
    const IndexTree &tree = *m_state.result().tree;
    for (size_t node = tree.nodes.size(); node-- > 0;)
        m_node->addItem(tree.nodes[node].name, tree.nodes[node].code);
    m_node->setCurrentIndex(std::max(0, m_node->findData(before)));
}

QString TraceDialog::nameOf(const IndexMember &member) const
{
    return member.kind == IndexMember::Kind::Indicator
               ? m_state.dataset()->indicator(member.position).shortName
               : m_state.result().tree->nodes[member.position].name;
}

void TraceDialog::refresh()
{
    if (!isVisible())
        return; // showEvent() comes back to it
    m_run.cancel();
    const QSignalBlocker quiet(m_steps);
    m_steps->setRowCount(0);
    m_moves->setRowCount(0);
    m_members.clear();
    m_waterfall->clear();
    m_exportChart->setEnabled(false);
    const auto area = m_state.currentArea();
    m_title->setText(area ? m_state.dataset()->areas[*area].name
                          : tr("Select an area on the map or in the table."));
    m_stepsHint->setHint({});
    m_movesHint->setHint({});
    if (!area)
        return;
    const size_t node = m_state.result().tree->find(m_node->currentData().toString()).value_or(0);
    const Trace trace = traceNode(m_state.result(), m_state.indexSettings().rankRule, node, *area);
    if (trace.rank > 0)
        m_title->setText(tr("%1: rank %2").arg(m_title->text(), locale().toString(trace.rank, 'g', 7)));
    if (const QString tried = whatIfText(*m_state.dataset()); !tried.isEmpty() && trace.rank > 0) {
        const IndexResult &given = m_state.givenResult();
        const double before = rankScores(nodeScores(given, node), m_state.indexSettings().rankRule)[*area];
        m_title->setText(
            tr("%1; %2 without the what-if", "area and rank, rank")
                .arg(m_title->text(), before == 0 ? tr("no rank") : locale().toString(before, 'g', 7)));
    }
    showTrace(trace, *area);
    startMoves(*area);
}

void TraceDialog::showTrace(const Trace &trace, size_t area)
{
    std::vector<WaterfallBar> bars;
    for (const TraceStep &step : trace.steps) {
        m_members.push_back(step.member);
        addStep(step, area);
        bars.push_back({nameOf(step.member), step.contribution});
    }
    const bool hasParts = !std::isnan(trace.start);
    if (hasParts)
        m_waterfall->show(trace.start, bars, tr("Score"));
    m_exportChart->setEnabled(!m_waterfall->isEmpty());
    if (std::isnan(trace.score))
        m_stepsHint->setHint(tr("There is no score: no part of it has a value, or too few have."));
    else if (!hasParts)
        m_stepsHint->setHint(
            tr("The score is %1. Copeland's method counts whom an area outranks; its scores have "
               "no parts.")
                .arg(roundedNumber(trace.score, 0, locale())));
    else
        m_stepsHint->setHint(
            tr("From %1, where an area is that has the mean of each part, to the score %2. Click a "
               "domain to open it; double-click a value to try another.")
                .arg(roundedNumber(trace.start, 2, locale()), roundedNumber(trace.score, 2, locale())));
}

void TraceDialog::addStep(const TraceStep &step, size_t area)
{
    QString raw;
    QString mean;
    QString source;
    if (step.member.kind == IndexMember::Kind::Indicator) {
        const size_t i = step.member.position;
        const Indicator &about = m_state.dataset()->indicator(i);
        const Normalised &scale = m_state.result().indicators[i];
        const double filling = scale.filling(area);
        raw = withUnit(roundedNumber(m_state.dataset()->cells[i][area].number, about.decimals, locale()),
                       about.unit);
        if (m_state.dataset()->isWhatIf(i, area))
            raw = tr("%1 (data: %2)", "value tried, value of the data")
                      .arg(raw, roundedNumber(m_state.givenDataset()->cells[i][area].number, about.decimals,
                                              locale()));
        else if (!std::isnan(filling))
            raw = tr("(%1)", "a value filled in").arg(roundedNumber(filling, about.decimals, locale()));
        mean = withUnit(roundedNumber(scale.mean, about.decimals, locale()), about.unit);
        source = about.period.isEmpty() || about.source.isEmpty()
                     ? about.period + about.source
                     : tr("%1, %2", "period, source").arg(about.period, about.source);
    }
    addFigureRow(*m_steps,
                 {nameOf(step.member), raw, mean, roundedNumber(step.value, 2, locale()),
                  std::isnan(step.weight) ? roundedNumber(step.weight, 0, locale())
                                          : roundedNumber(100 * step.weight, 1, locale()) + QLatin1Char('%'),
                  signedNumber(step.contribution, 3, locale()), roundedNumber(step.total, 3, locale()),
                  source},
                 Source);
    if (step.member.kind == IndexMember::Kind::Indicator) {
        QTableWidgetItem *cell = m_steps->item(m_steps->rowCount() - 1, Raw);
        cell->setFlags(cell->flags() | Qt::ItemIsEditable);
        cell->setToolTip(tr("Double-click to try another value"));
    }
}

/// A cell was edited: a number is tried, an empty cell brings the data's value back.
void TraceDialog::tryValue(int row, int column)
{
    const auto area = m_state.currentArea();
    if (column != Raw || !area)
        return;
    const QString typed = m_steps->item(row, column)->text().remove(QLatin1Char('%')).trimmed();
    bool isNumber = false;
    const double value = locale().toDouble(typed, &isNumber);
    if (typed.isEmpty() || isNumber)
        emit valueTyped(*area, m_members[static_cast<size_t>(row)].position,
                        isNumber ? std::optional(value) : std::nullopt);
    else
        emit nonsenseTyped();
}

void TraceDialog::exportChart()
{
    QStringList notes = {tr("From the score of an area with the mean of each part to the score of this one."),
                         capitalised(methodText(m_state.indexSettings(), m_state.result())),
                         m_state.dataset()->indicatorSource};
    if (const QString tried = whatIfText(*m_state.dataset()); !tried.isEmpty())
        notes << capitalised(tried);
    exportPictureByDialog(
        m_waterfall->picture(m_title->text() + QStringLiteral(" \u00b7 ") + m_node->currentText(), notes),
        m_title->text(), this);
}

void TraceDialog::startMoves(size_t area)
{
    m_movesHint->setHint(tr("Searching…"));
    const auto work = [dataset = m_state.dataset(), settings = m_state.indexSettings(),
                       scheme = m_state.indexScheme(), area](Progress &progress) {
        return smallestMoves(*dataset, settings, scheme, area, progress);
    };
    m_run.start(work, [this](const Result<std::vector<Move>> &moves) {
        if (moves)
            showMoves(*moves);
        else
            m_movesHint->setProblem(moves.error().message);
    });
}

void TraceDialog::showMoves(const std::vector<Move> &moves)
{
    const auto area = m_state.currentArea();
    if (!area)
        return;
    const int classCount = m_state.display().classCount;
    const QString never = tr("never", "no change of this value moves the area");
    for (const Move &move : moves) {
        const Indicator &about = m_state.dataset()->indicator(move.indicator);
        const double now = m_state.dataset()->cells[move.indicator][*area].number;
        const auto value = [&](double number) {
            return withUnit(roundedApart(number, now, about.decimals, locale()), about.unit);
        };
        addFigureRow(*m_moves,
                     {about.shortName, withUnit(roundedNumber(now, about.decimals, locale()), about.unit),
                      move.toRank ? value(*move.toRank) : never,
                      move.toRank ? locale().toString(move.newRank, 'g', 7) : QString(),
                      move.toClass ? value(*move.toClass) : never,
                      move.toClass ? classMark(move.newClass, classCount) : QString()},
                     StepColumns);
    }
    m_movesHint->setHint(
        tr("Means and spreads are made anew for each value tried: up to three times the spread of the "
           "indicator away, none below zero where there is none, no percentage above 100."));
    emit movesShown();
}

void TraceDialog::openMember(int position)
{
    const IndexMember member = m_members[static_cast<size_t>(position)];
    if (member.kind == IndexMember::Kind::Node)
        m_node->setCurrentIndex(m_node->findData(m_state.result().tree->nodes[member.position].code));
}

} // namespace atlas
