#include "app/atlas/explore_pane.h"

#include <QDataStream>
#include <QEvent>
#include <QIODevice>
#include <QSplitter>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

/// Of the height of a line of text: 1280 logical pixels at the usual size.
constexpr int linesForBoth = 75;
/// Areas that are wider than this, relative to their height, take the whole width.
constexpr double widestBeside = 1.3;
/// The map's part of the width or height, where the table has room enough.
constexpr double usualShare = 0.42;
// Of the height of a line of text: what the table's columns need, and the least that a map does.
constexpr int linesForTable = 39;
constexpr int linesForMap = 17;

constexpr int mapTab = 0;
constexpr int tableTab = 1;

} // namespace

ExplorePane::ExplorePane(QWidget *map, QWidget *table, QWidget *parent)
    : QWidget(parent), m_map(map), m_table(table), m_split(new QSplitter(Qt::Horizontal, this)),
      m_tabs(new QTabBar(this))
{
    m_split->setObjectName(QStringLiteral("divider"));
    m_split->addWidget(map);
    m_split->addWidget(table);
    m_split->setChildrenCollapsible(false);
    m_tabs->setObjectName(QStringLiteral("mapOrTable"));
    m_tabs->setAccessibleName(tr("Map or table"));
    m_tabs->addTab(tr("&Map"));
    m_tabs->addTab(tr("Ta&ble"));
    m_tabs->setDocumentMode(true);
    m_tabs->setExpanding(false);
    m_tabs->hide();
    connect(m_split, &QSplitter::splitterMoved, this, [this] {
        const QList<int> sizes = m_split->sizes();
        if (const int all = sizes[0] + sizes[1]; all > 0)
            m_share = static_cast<double>(sizes[0]) / all;
    });
    connect(m_tabs, &QTabBar::currentChanged, this,
            [this](int tab) { setView(tab == mapTab ? View::Map : View::Table); });
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addWidget(m_tabs);
    rows->addWidget(m_split, 1);
    setFocusProxy(map);
    divide();
}

void ExplorePane::setView(View view)
{
    const bool changes = view != m_view || (m_isNarrow && view != m_last);
    if (view != View::Both)
        m_last = view;
    if (!m_isNarrow || view == View::Both)
        m_view = view;
    showView();
    if (changes)
        emit viewChanged();
}

void ExplorePane::showView()
{
    m_tabs->setVisible(m_isNarrow && m_hasMap);
    {
        const QSignalBlocker quiet(m_tabs);
        m_tabs->setCurrentIndex(inSight() == View::Table ? tableTab : mapTab);
    }
    setFocusProxy(inSight() == View::Table ? m_table : m_map);
    const bool hasFocus = m_map->hasFocus() || m_table->isAncestorOf(focusWidget()) || m_table->hasFocus();
    m_map->setVisible(inSight() != View::Table);
    m_table->setVisible(inSight() != View::Map);
    if (hasFocus && inSight() != View::Both)
        (inSight() == View::Table ? m_table : m_map)->setFocus();
    if (inSight() == View::Both)
        divide();
}

/// Of so much room. Where it is short, the table keeps its columns as long as there is a map to speak of.
double ExplorePane::usualMap(int all) const
{
    const double share = usualShare * all;
    if (m_split->orientation() == Qt::Vertical)
        return share;
    const int line = fontMetrics().height();
    return std::max(std::min(share, static_cast<double>(all - linesForTable * line)),
                    std::min(share, static_cast<double>(linesForMap * line)));
}

void ExplorePane::divide()
{
    const int all = m_split->orientation() == Qt::Horizontal ? m_split->width() : m_split->height();
    const int map = static_cast<int>(std::lround(m_share ? *m_share * all : usualMap(all)));
    m_split->setSizes({map, all - map});
}

void ExplorePane::setHasMap(bool hasMap)
{
    if (hasMap == m_hasMap)
        return;
    m_hasMap = hasMap;
    showView();
    emit viewChanged();
}

void ExplorePane::setAspect(double aspect)
{
    const Qt::Orientation orientation = aspect > widestBeside ? Qt::Vertical : Qt::Horizontal;
    if (orientation == m_split->orientation())
        return;
    m_split->setOrientation(orientation);
    showView();
}

void ExplorePane::followSize()
{
    const bool isNarrow = window()->width() < linesForBoth * fontMetrics().height();
    if (isNarrow == m_isNarrow)
        return;
    m_isNarrow = isNarrow;
    showView();
    emit viewChanged();
}

void ExplorePane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    followSize();
    if (inSight() == View::Both)
        divide();
}

void ExplorePane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        followSize();
}

QByteArray ExplorePane::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << static_cast<int>(m_view) << static_cast<int>(m_last) << m_share.value_or(0);
    return state;
}

void ExplorePane::restoreState(const QByteArray &state)
{
    int view = 0;
    int last = 0;
    double share = 0;
    QDataStream stream(state);
    stream >> view >> last >> share;
    const auto isView = [](int number) { return number >= 0 && number <= static_cast<int>(View::Table); };
    if (stream.status() != QDataStream::Ok || !isView(view) || !isView(last)
        || static_cast<View>(last) == View::Both || !(share >= 0 && share < 1))
        return;
    m_share = share > 0 ? std::optional(share) : std::nullopt;
    m_view = static_cast<View>(view);
    m_last = static_cast<View>(last);
    showView();
    emit viewChanged();
}

void ExplorePane::reset()
{
    m_view = View::Both;
    m_last = View::Map;
    m_share.reset();
    showView();
    emit viewChanged();
}

} // namespace atlas
