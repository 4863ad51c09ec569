#include "app/state/document.h"
#include "app/table/area_table_model.h"

#include <QCollator>

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

// How the table follows the document. ------------------------------------------------------------------

namespace atlas {

namespace {

std::vector<uint32_t> areasByName(const Dataset &dataset, const QLocale &locale)
{
    QCollator collator(locale);
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::vector<QCollatorSortKey> keys;
    for (const Area &area : dataset.areas)
        keys.push_back(collator.sortKey(area.name));
    std::vector<uint32_t> order(keys.size());
    std::iota(order.begin(), order.end(), uint32_t(0));
    std::stable_sort(order.begin(), order.end(),
                     [&keys](uint32_t a, uint32_t b) { return keys[a].compare(keys[b]) < 0; });
    return order;
}

} // namespace

void AreaTableModel::reset()
{
    beginResetModel();
    m_benchmarks = {};
    m_hasBenchmarks = false;
    m_locale = QLocale();
    m_content = makeTableContent(m_document.now(), {});
    m_rowsByName =
        m_content.figures.dataset ? areasByName(m_content.dataset(), m_locale) : std::vector<uint32_t>();
    m_namePlaces.resize(m_rowsByName.size());
    for (size_t place = 0; place < m_rowsByName.size(); ++place)
        m_namePlaces[m_rowsByName[place]] = static_cast<int>(place);
    endResetModel();
}

void AreaTableModel::follow(Changes changes)
{
    if (changes.testFlag(Change::Data)) {
        reset();
        return;
    }
    if (columnCount() == 0)
        return;
    if (changes.testFlag(Change::Looks))
        followLooks();
    const bool isPeopleSwitch = m_document.now().looks().people != m_content.hasPeople;
    if (!isPeopleSwitch && !(changes & (Change::Result | Change::Shown | Change::Draws)))
        return;
    take(makeTableContent(m_document.now(), m_content, m_content.otherPeriod));
}

void AreaTableModel::setOtherPeriod(const std::shared_ptr<const OtherPeriod> &otherPeriod)
{
    if (m_content.figures.dataset != m_document.now().dataset())
        return; // other data: reset() follows, and shows no change
    if (otherPeriod != m_content.otherPeriod && m_content.figures.dataset)
        take(makeTableContent(m_document.now(), m_content, otherPeriod));
}

void AreaTableModel::take(TableContent next)
{
    dropColumns(next);
    const bool isOther = !haveSameFigures(m_content, next);
    takeOver(std::move(next));
    if (isOther)
        announceChange();
}

void AreaTableModel::followLooks()
{
    const bool hadBenchmarks = m_content.hasBenchmarks;
    if (!takeLooks(m_content, m_document.now()))
        return;
    if (hadBenchmarks != m_content.hasBenchmarks)
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1),
                         {Qt::BackgroundRole, Qt::ForegroundRole, BarRole});
}

/// Columns of nodes come and go with what is on show, the range of ranks with the draws.
void AreaTableModel::dropColumns(const TableContent &next)
{
    std::vector<TableColumn> &columns = m_content.table.columns;
    m_hasBenchmarks = false;
    for (auto [first, last] = nextColumnsWithout(m_content, next, 0); first < columns.size();
         std::tie(first, last) = nextColumnsWithout(m_content, next, first)) {
        beginRemoveColumns({}, static_cast<int>(first), static_cast<int>(last) - 1);
        columns.erase(columns.begin() + static_cast<std::ptrdiff_t>(first),
                      columns.begin() + static_cast<std::ptrdiff_t>(last));
        m_hasBenchmarks = false;
        endRemoveColumns();
    }
}

/// Takes over the next content: first what it says of the columns that are there already, then those that are
/// new.
void AreaTableModel::takeOver(TableContent next)
{
    std::vector<std::pair<size_t, size_t>> runs;
    for (auto run = nextColumnsWithout(next, m_content, 0); run.first < next.table.columns.size();
         run = nextColumnsWithout(next, m_content, run.second))
        runs.push_back(run);
    const std::vector<TableColumn> columns = std::exchange(next.table.columns, {});
    const auto place = [&columns](size_t column) {
        return columns.begin() + static_cast<std::ptrdiff_t>(column);
    };
    std::vector<TableColumn> &kept = next.table.columns;
    size_t done = 0;
    for (const auto &[first, last] : runs) {
        kept.insert(kept.end(), place(done), place(first));
        done = last;
    }
    kept.insert(kept.end(), place(done), columns.end());
    m_content = std::move(next);
    m_hasBenchmarks = false;
    std::vector<TableColumn> &shown = m_content.table.columns;
    for (const auto &[first, last] : runs) {
        beginInsertColumns({}, static_cast<int>(first), static_cast<int>(last) - 1);
        shown.insert(shown.begin() + static_cast<std::ptrdiff_t>(first), place(first), place(last));
        m_hasBenchmarks = false;
        endInsertColumns();
    }
}

void AreaTableModel::announceChange()
{
    if (columnCount() == 0)
        return;
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

} // namespace atlas
