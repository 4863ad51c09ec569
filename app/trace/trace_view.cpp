#include "app/trace/trace_view.h"

#include "app/charts/waterfall_view.h"
#include "app/state/document.h"
#include "app/state/selection.h"
#include "app/widgets/copying.h"
#include "app/widgets/data_text.h"
#include "app/widgets/figure_table.h"
#include "app/widgets/hint_label.h"
#include "app/widgets/view_copy.h"
#include "core/common/number_range.h"
#include "core/common/number_text.h"
#include "core/index/effects.h"
#include "core/index/figure_text.h"
#include "core/index/method_text.h"
#include "core/index/rank.h"
#include "core/snapshot/area_sentence.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

enum StepColumn { Name, Raw, Mean, Scaled, Rank, Weight, Adds, Total, Source, StepColumns };

/// What is needed first where there is no room for all.
constexpr StepColumn narrowOrder[] = {Name, Raw, Adds, Total, Scaled, Rank, Weight, Mean, Source};

} // namespace

TraceView::TraceView(const Document &document, const SelectedAreas &areas, Qt::Orientation orientation,
                     QWidget *parent)
    : QWidget(parent), m_document(document), m_areas(areas), m_orientation(orientation),
      m_title(new QLabel(this)), m_node(new QComboBox(this)), m_waterfall(new WaterfallView(this)),
      m_steps(newFigureTable({tr("Part"), tr("Value"), tr("Mean"), tr("Scaled"), tr("Rank"), tr("Weight"),
                              tr("Adds"), tr("Total"), tr("Period and source")},
                             "steps", tr("Parts of the score"))),
      m_hint(new HintLabel(this))
{
    setProperty("helpTopic", QStringLiteral("part-why"));
    m_title->setObjectName(QStringLiteral("title"));
    m_title->setTextFormat(Qt::PlainText);
    m_node->setObjectName(QStringLiteral("node"));
    m_hint->setWordWrap(true);
    m_steps->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    arrange(orientation);
    new Copying(*m_waterfall, [this]() -> Result<Copyable> {
        return Copyable{.sheet = sheetOf(*m_steps, ViewRows::All),
                        .picture = [this] { return picture(); },
                        .isPicture = true};
    }); // owned by the chart

    connect(m_node, &QComboBox::currentIndexChanged, this, &TraceView::refresh);
    connect(m_waterfall, &WaterfallView::barClicked, this, &TraceView::openMember);
    connect(m_waterfall, &WaterfallView::tableAsked, m_steps, qOverload<>(&QWidget::setFocus));
    connect(m_steps, &QTableWidget::cellActivated, this, &TraceView::openMember);
    connect(m_steps, &QTableWidget::cellChanged, this, &TraceView::tryValue);
    // Later, because what comes of it replaces the cell that is being edited.
    connect(this, &TraceView::valueTyped, this, &TraceView::whatIfAsked, Qt::QueuedConnection);
    connect(this, &TraceView::nonsenseTyped, this, &TraceView::refresh, Qt::QueuedConnection);
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &TraceView::refresh);
    connect(&areas, &SelectedAreas::changed, &m_later, qOverload<>(&QTimer::start));
    document.onChange(Change::Result, this, [this] {
        listNodes();
        m_later.start();
    });
    document.onChange(Change::Shown, this, [this] { followShown(); });
    listNodes();
    followShown();
}

void TraceView::arrange(Qt::Orientation orientation)
{
    auto *nodeLabel = new QLabel(tr("&Score of:"), this);
    nodeLabel->setBuddy(m_node);
    auto *top = new QHBoxLayout;
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    if (orientation == Qt::Horizontal) {
        QFont large = m_title->font();
        large.setPointSizeF(large.pointSizeF() * 1.2);
        large.setWeight(QFont::DemiBold);
        m_title->setFont(large);
        m_steps->horizontalHeader()->setStretchLastSection(true);
        auto *both = new QSplitter(Qt::Horizontal, this);
        both->addWidget(m_waterfall);
        both->addWidget(m_steps);
        both->setSizes({380, 620});
        both->setChildrenCollapsible(false);
        top->addWidget(m_title, 1);
        top->addWidget(nodeLabel);
        top->addWidget(m_node);
        rows->addLayout(top);
        rows->addWidget(both, 1);
    } else {
        for (int place = 0; place < StepColumns; ++place)
            m_steps->horizontalHeader()->moveSection(
                m_steps->horizontalHeader()->visualIndex(narrowOrder[place]), place);
        m_steps->setFrameShape(QFrame::NoFrame);
        m_steps->horizontalHeader()->setSectionResizeMode(Name, QHeaderView::Fixed);
        m_title->setWordWrap(true);
        m_node->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        top->addWidget(nodeLabel);
        top->addWidget(m_node, 1);
        rows->addLayout(top);
        rows->addWidget(m_title);
        rows->addWidget(m_waterfall);
        rows->addWidget(m_steps);
    }
    rows->addWidget(m_hint);
}

void TraceView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

/// The index first, then from the top down.
void TraceView::listNodes()
{
    const QSignalBlocker quiet(m_node);
    const QString before = m_node->currentData().toString();
    m_node->clear();
    if (!m_document.now().dataset())
        return;
    const IndexTree &tree = *m_document.now().result().tree;
    for (const size_t node : nodesFromTop(tree))
        m_node->addItem(tree.nodes[node].name, tree.nodes[node].code);
    m_node->setCurrentIndex(std::max(0, m_node->findData(before)));
}

/// Another variable was chosen for the map: if it is a node, it is this one.
void TraceView::followShown()
{
    const QString &shown = m_document.now().choices().shown;
    if (m_document.now().dataset() && shown != m_lastShown) {
        m_lastShown = shown;
        const QSignalBlocker quiet(m_node);
        const int place = shown == indexCode ? 0 : m_node->findData(shown);
        m_node->setCurrentIndex(place >= 0 ? place : m_node->currentIndex());
    }
    m_later.start();
}

size_t TraceView::node() const
{
    return m_document.now().result().tree->find(m_node->currentData().toString()).value_or(0);
}

QString TraceView::nameOf(const IndexMember &member) const
{
    return member.kind == IndexMember::Kind::Indicator
               ? m_document.now().dataset()->indicator(member.position).shortName
               : m_document.now().result().tree->nodes[member.position].name;
}

void TraceView::refresh()
{
    m_later.stop();
    if (!isVisible())
        return; // showEvent() comes back to it
    const QSignalBlocker quiet(m_steps);
    m_steps->setRowCount(0);
    m_members.clear();
    m_waterfall->clear();
    m_hint->setHint({});
    const auto area = m_areas.current();
    m_title->setText(area ? QString() : tr("Select an area on the map or in the table."));
    if (area) {
        const Trace trace =
            traceNode(m_document.now().result(), m_document.now().indexSettings().rankRule, node(), *area);
        const QString rank = rankLine(trace, *area);
        const bool isPanel =
            m_orientation == Qt::Vertical; // there the name and the rank of the index stand above
        m_title->setText(
            isPanel ? rank : m_document.now().dataset()->areas[*area].name + QStringLiteral(": ") + rank);
        m_title->setVisible(!isPanel || m_node->currentIndex() > 0
                            || !m_document.now().dataset()->whatIfs.empty());
        showTrace(trace, *area);
    }
    fit();
    emit refreshed();
}

/// "rank 10", and what it is without what is tried.
QString TraceView::rankLine(const Trace &trace, size_t area) const
{
    QString rank = rankInWords(trace.rank, locale());
    if (m_document.now().dataset()->whatIfs.empty())
        return rank;
    const double given = rankOf(nodeScores(m_document.now().givenResult(), node()), area,
                                m_document.now().indexSettings().rankRule);
    return tr("%1; %2 without the what-if", "rank, rank").arg(rank, rankOrNone(given, locale()));
}

void TraceView::showTrace(const Trace &trace, size_t area)
{
    std::vector<WaterfallBar> bars;
    for (const TraceStep &step : trace.steps) {
        m_members.push_back(step.member);
        addStep(step, area);
        const bool isAtMean = step.member.kind == IndexMember::Kind::Indicator
                              && atlas::isAtMean(*m_document.now().dataset(), m_document.now().result(),
                                                 step.member.position, area);
        bars.push_back({nameOf(step.member), step.contribution, isAtMean});
    }
    const bool hasParts = !std::isnan(trace.start);
    if (hasParts)
        m_waterfall->show(trace.start, bars, tr("Score"), tr("How the score comes about"));
    if (std::isnan(trace.score))
        m_hint->setHint(tr("There is no score: the area has none of the values, or too few."));
    else if (!hasParts)
        m_hint->setHint(
            tr("The score is %1. Copeland's method counts the areas that this one outranks; its scores "
               "have no parts.")
                .arg(roundedNumber(trace.score, 0, locale())));
    else
        m_hint->setHint(
            tr("The chart starts at %1, the score of an area at the mean in every part, and ends at %2, the "
               "score of this one. Click a domain to open it; double-click a value to try another.")
                .arg(roundedNumber(trace.start, 2, locale()), roundedNumber(trace.score, 2, locale())));
}

/// The value in its unit; in brackets one that is filled in, and beside one that is tried that of the data.
QString TraceView::rawText(size_t indicator, size_t area) const
{
    const Indicator &about = m_document.now().dataset()->indicator(indicator);
    const auto rounded = [&](double number) { return roundedNumber(number, about.decimals, locale()); };
    const QString raw =
        figureText(m_document.now().dataset()->cells[indicator][area].number, about, locale());
    if (m_document.now().dataset()->isWhatIf(indicator, area))
        return tr("%1 (data: %2)", "value tried, value of the data")
            .arg(raw, rounded(m_document.now().givenDataset()->cells[indicator][area].number));
    const double filling = m_document.now().result().indicators[indicator].filling(area);
    return std::isnan(filling) ? raw : tr("(%1)", "a value filled in").arg(rounded(filling));
}

void TraceView::addStep(const TraceStep &step, size_t area)
{
    const bool isIndicator = step.member.kind == IndexMember::Kind::Indicator;
    QStringList cells(StepColumns);
    cells[Name] = nameOf(step.member);
    cells[Scaled] = roundedNumber(step.value, 2, locale());
    cells[Rank] = rankText(step.rank, locale());
    cells[Weight] = shareText(step.weight, 1, locale());
    cells[Adds] = signedNumber(step.contribution, 3, locale());
    cells[Total] = roundedNumber(step.total, 3, locale());
    QString toolTip = cells[Name];
    if (isIndicator) {
        const Indicator &about = m_document.now().dataset()->indicator(step.member.position);
        cells[Raw] = rawText(step.member.position, area);
        cells[Mean] =
            figureText(m_document.now().result().indicators[step.member.position].mean, about, locale());
        cells[Source] = about.period.isEmpty() || about.source.isEmpty()
                            ? about.period + about.source
                            : tr("%1, %2", "period, source").arg(about.period, about.source);
        toolTip = about.name + QLatin1Char('\n')
                  + (about.direction == Direction::HigherIsMoreDisengaged
                         ? tr("A value above the mean pushes the area up.")
                         : tr("A value below the mean pushes the area up."))
                  + QLatin1Char('\n') + cells[Source];
    }
    addFigureRow(*m_steps, cells, Source);
    const int row = m_steps->rowCount() - 1;
    m_steps->item(row, Name)->setToolTip(plainToolTip(toolTip));
    if (isIndicator) {
        QTableWidgetItem *cell = m_steps->item(row, Raw);
        cell->setFlags(cell->flags() | Qt::ItemIsEditable);
        cell->setToolTip(tr("Double-click to try another value"));
    }
}

void TraceView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

/// Bars are high enough for their names. In a column that scrolls as a whole, nothing in it scrolls up and
/// down by itself, and names leave room for values.
void TraceView::fit()
{
    if (m_orientation == Qt::Horizontal) {
        constexpr int most = 320; // beyond that a window has no room for the rest
        m_waterfall->setMinimumHeight(std::min(most, static_cast<int>(m_waterfall->neededHeight(font()))));
        return;
    }
    m_steps->resizeColumnToContents(Name);
    m_steps->setColumnWidth(Name, std::min(m_steps->columnWidth(Name), width() * 2 / 5));
    m_waterfall->setVisible(hasChart());
    m_waterfall->setFixedHeight(static_cast<int>(m_waterfall->neededHeight(font())));
    fitHeightToRows(*m_steps);
}

bool TraceView::hasChart() const
{
    return !m_waterfall->isEmpty();
}

Result<Picture> TraceView::picture() const
{
    if (!hasChart() || m_later.isActive())
        return Error{tr("There is no chart to export. Select an area that has a score."), {}};
    const size_t area = *m_areas.current();
    const QString &name = m_document.now().dataset()->areas[area].name;
    const Trace trace =
        traceNode(m_document.now().result(), m_document.now().indexSettings().rankRule, node(), area);
    QStringList notes = {
        tr("The bars lead from the score of an area at the mean in every part to the score of this one."),
        capitalised(methodText(m_document.now().indexSettings(), m_document.now().result())),
        m_document.now().dataset()->indicatorSource};
    if (const QString tried = whatIfText(*m_document.now().dataset()); !tried.isEmpty())
        notes << capitalised(tried);
    if (node() == m_document.now().result().tree->root() && !m_document.now().showsNode())
        notes.prepend(areaSentence(m_document.now(), area, locale()));
    const std::vector<double> scores = nodeScores(m_document.now().result(), node());
    const auto ranked = static_cast<int>(
        std::count_if(scores.begin(), scores.end(), [](double score) { return !std::isnan(score); }));
    return m_waterfall->picture(
        tr("%1: %2, %3", "area, rank, score")
            .arg(name, rankInWords(trace.rank, ranked, locale()), m_node->currentText()),
        notes);
}

QString TraceView::pictureName() const
{
    const auto area = m_areas.current();
    if (!area || !hasChart())
        return tr("Why this rank");
    const double rank =
        traceNode(m_document.now().result(), m_document.now().indexSettings().rankRule, node(), *area).rank;
    const QString name = m_document.now().dataset()->areas[*area].name;
    const QString why = rank == 0 ? tr("why no rank") : tr("why rank %1").arg(rankText(rank, locale()));
    return node() == m_document.now().result().tree->root()
               ? tr("%1 - %2", "name of a file: area, why").arg(name, why)
               : tr("%1 - %2, %3", "name of a file: area, why, domain").arg(name, why, m_node->currentText());
}

/// A cell was edited: a number is tried, an empty cell brings the data's value back.
void TraceView::tryValue(int row, int column)
{
    const auto area = m_areas.current();
    if (column != Raw || !area || m_later.isActive())
        return;
    const size_t indicator = m_members[static_cast<size_t>(row)].position;
    const QString unit = m_document.now().dataset()->indicator(indicator).unit;
    QString typed = m_steps->item(row, column)->text().section(QLatin1Char('('), 0, 0).trimmed();
    if (!unit.isEmpty() && typed.endsWith(unit))
        typed = typed.chopped(unit.size()).trimmed();
    bool isNumber = false;
    const double value = locale().toDouble(typed.replace(QChar(0x2212), QLatin1Char('-')), &isNumber);
    isNumber = isNumber && isComputable(value);
    if (typed.isEmpty() || isNumber)
        emit valueTyped(*area, indicator, isNumber ? std::optional(value) : std::nullopt);
    else
        emit nonsenseTyped();
}

void TraceView::openMember(int position)
{
    if (m_later.isActive())
        return;
    const IndexMember member = m_members[static_cast<size_t>(position)];
    if (member.kind == IndexMember::Kind::Node)
        m_node->setCurrentIndex(
            m_node->findData(m_document.now().result().tree->nodes[member.position].code));
}

} // namespace atlas
