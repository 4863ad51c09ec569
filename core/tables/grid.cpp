#include "core/tables/grid.h"

#include <algorithm>
#include <functional>
#include <iterator>

namespace atlas {

namespace {

/// Zero-width spaces and joiners, and byte order marks, which stand where files were joined.
bool hasNoWidth(QChar character)
{
    const char16_t code = character.unicode();
    return (code >= 0x200B && code <= 0x200D) || code == 0x2060 || code == QChar::ByteOrderMark
           || code == QChar::SoftHyphen;
}

} // namespace

void Grid::addCell(QStringView text, bool isNumber)
{
    text = text.trimmed();
    if (!isNumber && std::any_of(text.begin(), text.end(), hasNoWidth)) {
        QString visible;
        std::copy_if(text.begin(), text.end(), std::back_inserter(visible), std::not_fn(hasNoWidth));
        m_texts.append(QStringView(visible).trimmed());
        ++m_mendedCells;
    } else {
        m_texts.append(text);
    }
    constexpr uint32_t largest = 0x7FFFFFFF; // of 31 bits
    m_cells.push_back({static_cast<uint32_t>(m_texts.size()) & largest, isNumber ? 1U : 0U});
}

void Grid::endRow()
{
    m_rowStarts.push_back(static_cast<uint32_t>(m_cells.size()));
    m_width = std::max(m_width, cellCount(rowCount() - 1));
}

void Grid::reserve(qsizetype characters, size_t cells)
{
    m_texts.reserve(characters);
    m_cells.reserve(cells);
}

QStringView Grid::cell(int row, int column) const
{
    if (column < 0 || column >= cellCount(row))
        return {};
    const size_t index = m_rowStarts[static_cast<size_t>(row)] + static_cast<size_t>(column);
    const qsizetype start = index == 0 ? 0 : static_cast<qsizetype>(m_cells[index - 1].end);
    return QStringView(m_texts).mid(start, static_cast<qsizetype>(m_cells[index].end) - start);
}

bool Grid::isNumber(int row, int column) const
{
    return column >= 0 && column < cellCount(row)
           && m_cells[m_rowStarts[static_cast<size_t>(row)] + static_cast<size_t>(column)].isNumber != 0;
}

int Grid::filledCells(int row) const
{
    int filled = 0;
    for (int column = 0; column < cellCount(row); ++column)
        filled += cell(row, column).isEmpty() ? 0 : 1;
    return filled;
}

bool Grid::isBlank(int row) const
{
    for (int column = 0; column < cellCount(row); ++column)
        if (!cell(row, column).isEmpty())
            return false;
    return true;
}

} // namespace atlas
