#include "app/trace/moves_view.h"

#include "app/state/document.h"
#include "app/state/selection.h"
#include "app/widgets/figure_table.h"
#include "app/widgets/hint_label.h"
#include "core/common/number_text.h"
#include "core/index/figure_text.h"
#include "core/render/cell_format.h"

#include <QHeaderView>
#include <QVBoxLayout>

#include <cmath>

namespace atlas {

namespace {

/// With the decimals given, or as many more as say all of it.
QString inFull(double number, int decimals, const QLocale &locale)
{
    constexpr int most = 9;
    constexpr double noise = 1e-9;
    const auto isShort = [number](int count) {
        const double unit = std::pow(10.0, count);
        return std::abs(std::round(number * unit) / unit - number) > noise * std::abs(number);
    };
    while (decimals < most && isShort(decimals))
        ++decimals;
    return roundedNumber(number, decimals, locale);
}

} // namespace

MovesView::MovesView(const Document &document, const SelectedAreas &areas, Qt::Orientation orientation,
                     QWidget *parent)
    : QWidget(parent), m_document(document), m_areas(areas), m_orientation(orientation),
      m_table(newFigureTable({tr("Indicator"), tr("Value"), tr("Rank changes at"), tr("New rank"),
                              tr("Class changes at"), tr("New class")},
                             "moves", tr("What would move the area"))),
      m_hint(new HintLabel(this))
{
    setProperty("helpTopic", QStringLiteral("part-moves"));
    m_hint->setWordWrap(true);
    if (orientation == Qt::Vertical)
        m_table->setFrameShape(QFrame::NoFrame);
    else
        m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->addWidget(m_table, 1);
    rows->addWidget(m_hint);
    connect(&areas, &SelectedAreas::changed, this, &MovesView::search);
    document.onChange(Change::Result | Change::Shown, this, [this] { search(); });
}

void MovesView::hideEvent(QHideEvent *event)
{
    m_run.cancel();
    QWidget::hideEvent(event);
}

void MovesView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    search();
}

void MovesView::search()
{
    if (!isVisible())
        return; // showEvent() comes back to it
    m_run.cancel();
    m_table->setRowCount(0);
    m_hint->setHint({});
    const auto area = m_areas.current();
    if (!area)
        return;
    m_hint->setHint(tr("Searching…"));
    const auto work = [dataset = m_document.now().dataset(), settings = m_document.now().indexSettings(),
                       scheme = m_document.now().choices().indexScheme(), area = *area](Progress &progress) {
        return smallestMoves(*dataset, settings, scheme, area, progress);
    };
    m_run.start(work, [this, area = *area](const Result<std::vector<Move>> &moves) {
        if (moves)
            show(*moves, area);
        else
            m_hint->setProblem(moves.error().message);
    });
}

void MovesView::show(const std::vector<Move> &moves, size_t area)
{
    const ClassScheme scheme = m_document.now().choices().indexScheme();
    const QString never = tr("never", "no change of this value moves the area");
    for (const Move &move : moves) {
        const Indicator &about = m_document.now().dataset()->indicator(move.indicator);
        const double now = m_document.now().dataset()->cells[move.indicator][area].number;
        const auto value = [&](double number) {
            return withUnit(inFull(number, about.decimals, locale()), about.unit);
        };
        addFigureRow(*m_table,
                     {about.shortName, figureText(now, about, locale()),
                      move.toRank ? value(*move.toRank) : never,
                      move.toRank ? rankText(move.newRank, locale()) : QString(),
                      move.toClass ? value(*move.toClass) : never,
                      move.toClass ? classMark(move.newClass, scheme) : QString()},
                     m_table->columnCount());
    }
    if (m_orientation == Qt::Vertical)
        fitHeightToRows(*m_table);
    m_hint->setHint(tr("The nearest value, to the decimals of the data, that changes the rank or the class. "
                       "All other values stay as they are; scales are recalculated for each value tried."));
    emit movesShown();
}

} // namespace atlas
