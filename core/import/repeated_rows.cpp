#include "core/import/repeated_rows.h"

#include <QHashFunctions>

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace atlas {

RepeatedRows::RepeatedRows(const Grid &grid, std::vector<int> rows, const std::vector<int> &keyColumns)
    : m_grid(grid), m_rows(std::move(rows))
{
    std::unordered_map<size_t, uint32_t> keyOf; // by the hash alone: this many rows are seldom mistaken
    m_keys.reserve(m_rows.size());
    for (const int row : m_rows) {
        size_t hash = 0;
        for (const int column : keyColumns)
            hash = qHash(m_grid.cell(row, column), hash + 1);
        const uint32_t key = keyOf.try_emplace(hash, static_cast<uint32_t>(m_counts.size())).first->second;
        if (key == m_counts.size())
            m_counts.push_back(0);
        m_repeated += ++m_counts[key] == 2 ? 1 : 0;
        m_keys.push_back(key);
    }
}

bool RepeatedRows::areUsual() const
{
    return m_repeated > 0 && m_repeated * 2 >= m_counts.size();
}

bool RepeatedRows::areToldApartBy(int column) const
{
    constexpr int none = -1;
    std::vector<int> firstRows(m_counts.size(), none);
    std::vector<bool> differ(m_counts.size(), false);
    size_t apart = 0;
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const uint32_t key = m_keys[i];
        if (firstRows[key] == none) {
            firstRows[key] = m_rows[i];
        } else if (!differ[key] && m_grid.cell(firstRows[key], column) != m_grid.cell(m_rows[i], column)) {
            differ[key] = true;
            ++apart;
        }
    }
    return apart > 0 && apart * 2 >= m_repeated;
}

std::vector<int> keyPositions(const std::vector<PlannedColumn> &columns)
{
    std::vector<int> positions;
    const bool hasCodes = std::any_of(columns.begin(), columns.end(), [](const PlannedColumn &column) {
        return column.role == ColumnRole::Code;
    });
    for (const PlannedColumn &column : columns)
        switch (column.role) {
        case ColumnRole::Name:
            if (hasCodes)
                break;
            [[fallthrough]];
        case ColumnRole::Code:
        case ColumnRole::Level:
        case ColumnRole::Period:
        case ColumnRole::Variable:
            positions.push_back(column.position);
            break;
        default:
            break;
        }
    return positions;
}

} // namespace atlas
