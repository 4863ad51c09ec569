#include "core/render/key_layout.h"

#include "core/render/map_furniture.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace atlas {

namespace {

constexpr double gap = 10;

/// The columns of `box`, side by side.
std::vector<QRectF> sideBySide(const QRectF &box, int count, double width)
{
    std::vector<QRectF> columns;
    columns.reserve(static_cast<size_t>(count));
    for (int i = 0; i < count; ++i)
        columns.emplace_back(box.left() + i * width, box.top(), width, box.height());
    return columns;
}

/// The stretches of a strip of the page that are free and at least so high.
std::vector<QRectF> freeStretches(const QRectF &strip, double leastHeight,
                                  const std::function<bool(const QRectF &)> &isFree)
{
    constexpr double step = 6;
    constexpr double clear = 6; // of areas and other pieces
    std::vector<QRectF> stretches;
    double begins = strip.top();
    const auto end = [&](double at) {
        const double top = begins == strip.top() ? begins : begins + clear;
        const double bottom = at == strip.bottom() ? at : at - clear;
        if (bottom - top >= leastHeight)
            stretches.emplace_back(strip.left(), top, strip.width(), bottom - top);
    };
    const auto rows = static_cast<int>(std::ceil(strip.height() / step));
    for (int row = 0; row < rows; ++row) {
        const double y = strip.top() + row * step;
        const double next = std::min(y + step, strip.bottom());
        if (isFree(QRectF(strip.left() - clear, y, strip.width() + 2 * clear, next - y)))
            continue;
        end(y);
        begins = next;
    }
    end(strip.bottom());
    return stretches;
}

} // namespace

KeyFlow::KeyFlow(const MapScene &scene, double columnWidth)
    : m_width(columnWidth), m_heights(keyEntryHeights(scene, columnWidth))
{}

std::optional<std::vector<KeyColumn>> KeyFlow::flowInto(const std::vector<QRectF> &columns) const
{
    std::vector<KeyColumn> filled;
    size_t next = 0;
    for (const QRectF &column : columns) {
        KeyColumn own{.box = column, .first = next, .last = next};
        double height = 0;
        while (own.last < m_heights.size() && height + m_heights[own.last] <= column.height() + 1e-6)
            height += m_heights[own.last++];
        own.box.setHeight(height);
        if (own.last > own.first)
            filled.push_back(own);
        next = own.last;
    }
    if (next < m_heights.size())
        return {};
    return filled;
}

std::optional<std::vector<KeyColumn>> KeyFlow::beside(const QRectF &free) const
{
    const auto most = static_cast<int>(free.width() / m_width);
    for (int count = 1; count <= most; ++count) {
        const QRectF box(free.right() - count * m_width, free.top(), count * m_width, free.height());
        if (auto filled = flowInto(sideBySide(box, count, m_width)))
            return filled;
    }
    return {};
}

std::optional<std::vector<KeyColumn>> KeyFlow::below(const QRectF &free) const
{
    const auto count = static_cast<int>(free.width() / m_width);
    if (count < 1)
        return {};
    const double whole = std::accumulate(m_heights.begin(), m_heights.end(), 0.0);
    double height = std::ceil(whole / count / keyLineHeight()) * keyLineHeight();
    while (height <= free.height()) {
        const QRectF box(free.left(), free.bottom() - height, free.width(), height);
        if (auto filled = flowInto(sideBySide(box, count, free.width() / count)))
            return filled;
        height += keyLineHeight() / 2;
    }
    return {};
}

std::optional<std::vector<KeyColumn>> KeyFlow::around(const QRectF &free,
                                                      const std::function<bool(const QRectF &)> &isFree) const
{
    constexpr double step = 8;
    constexpr double leastLines = 8;
    const double leastHeight = leastLines * keyLineHeight();
    std::vector<QRectF> columns;
    const auto addAt = [&](double x) {
        const QRectF strip(x, free.top(), m_width, free.height());
        const std::vector<QRectF> stretches = freeStretches(strip, leastHeight, isFree);
        columns.insert(columns.end(), stretches.begin(), stretches.end());
        return !stretches.empty();
    };
    // Each strip as far out as can be, where there is most room: from both sides to the middle.
    const double middle = free.center().x();
    double left = free.left();
    while (left + m_width <= middle)
        left += addAt(left) ? m_width + gap : step;
    double right = free.right();
    std::vector<QRectF> ofTheLeft = std::exchange(columns, {});
    while (right - m_width >= std::max(middle, left))
        right -= addAt(right - m_width) ? m_width + gap : step;
    std::sort(columns.begin(), columns.end(), [](const QRectF &a, const QRectF &b) {
        return std::pair(a.left(), a.top()) < std::pair(b.left(), b.top());
    });
    ofTheLeft.insert(ofTheLeft.end(), columns.begin(), columns.end());
    return flowInto(ofTheLeft);
}

} // namespace atlas
