#include "app/table/area_table_model.h"

#include "app/state/document.h"
#include "app/table/table_text.h"
#include "app/widgets/data_text.h"
#include "core/tables/cell_text.h"

#include <QBrush>
#include <QCollator>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>

namespace atlas {

namespace {

using Figure = TableColumn::Role;

constexpr int quartiles = 4;

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

int alignmentOf(const TableColumn &column)
{
    return Qt::AlignVCenter | (column.kind == TableColumn::Kind::Text ? Qt::AlignLeft : Qt::AlignRight);
}

/// Most disengaged first, at the first click on a header.
Qt::SortOrder firstOrderOf(const TableColumn &column)
{
    return column.direction == Direction::HigherIsMoreDisengaged ? Qt::DescendingOrder : Qt::AscendingOrder;
}

QString widestMark(const TableColumn &column)
{
    if (column.role == Figure::PublishedRank)
        return QStringLiteral("+99");
    const bool hasClasses = column.role != Figure::AreaName && column.role != Figure::DrawnRange;
    return hasClasses ? classMark(quartiles, quartiles) : QString();
}

QVariant brushOrNothing(const QColor &colour)
{
    return colour.isValid() ? QVariant(QBrush(colour)) : QVariant();
}

} // namespace

AreaTableModel::AreaTableModel(const Document &document, QObject *parent)
    : QAbstractTableModel(parent), m_document(document)
{
    connect(&document, &Document::changed, this, &AreaTableModel::follow);
    reset();
}

int AreaTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_content.table.rowCount());
}

int AreaTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_content.table.columns.size());
}

QVariant AreaTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto number = static_cast<size_t>(index.column());
    const auto area = static_cast<size_t>(index.row());
    const TableColumn &column = m_content.column(number);
    const auto format = [&]() -> const CellFormat & {
        return m_content.formats[static_cast<size_t>(column.cell(area).classNumber)];
    };
    switch (role) {
    case Qt::DisplayRole:
        return shownText(column, column.cell(area), m_locale);
    case Qt::ToolTipRole:
        return plainToolTip(cellToolTip(m_content, number, area, m_locale));
    case Qt::AccessibleTextRole:
        return cellSpeech(m_content, number, area, m_locale);
    case Qt::TextAlignmentRole:
        return alignmentOf(column);
    case Qt::BackgroundRole:
        return brushOrNothing(format().background);
    case Qt::ForegroundRole:
        return brushOrNothing(format().text);
    case SortRole:
        return sortValue(index.row(), index.column());
    case ClassRole:
        return column.cell(area).classNumber;
    case MarkRole:
        return column.role == Figure::PublishedRank ? shiftMark(m_content, area, m_locale) : format().mark;
    case WidestMarkRole:
        return widestMark(column);
    case AreaRole:
        return index.row();
    case MapNumberRole:
        return m_content.dataset().areas[area].mapNumber;
    case DomainRole:
        return column.head;
    case UsedRole:
        return column.isUsed;
    default:
        return {};
    }
}

QVariant AreaTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const auto number = static_cast<size_t>(section);
    const TableColumn &column = m_content.column(number);
    switch (role) {
    case Qt::DisplayRole:
        return shownHeader(column);
    case Qt::ToolTipRole:
        return plainToolTip(headerToolTip(m_content, number));
    case Qt::AccessibleTextRole:
        return headerSpeech(m_content, number);
    case Qt::TextAlignmentRole:
        return alignmentOf(column);
    case Qt::InitialSortOrderRole:
        return static_cast<int>(firstOrderOf(column));
    case DomainRole:
        return column.head;
    case UsedRole:
        return column.isUsed;
    default:
        return {};
    }
}

double AreaTableModel::sortValue(int row, int column) const
{
    const TableColumn &about = m_content.column(static_cast<size_t>(column));
    const auto area = static_cast<size_t>(row);
    return about.role == Figure::AreaName ? m_namePlaces[area] : about.cell(area).number();
}

std::vector<double> AreaTableModel::sortValues(int column) const
{
    std::vector<double> values(static_cast<size_t>(rowCount()));
    for (int row = 0; row < rowCount(); ++row)
        values[static_cast<size_t>(row)] = sortValue(row, column);
    return values;
}

bool AreaTableModel::isOfTheIndex(int column) const
{
    const Figure role = m_content.column(static_cast<size_t>(column)).role;
    return role == Figure::Score || role == Figure::Rank;
}

Table AreaTableModel::tableOf(std::vector<size_t> areas) const
{
    return {m_content.table.columns, std::move(areas)};
}

QString AreaTableModel::columnCode(int column) const
{
    return column < 0 || column >= columnCount()
               ? QString()
               : m_content.codeOf(m_content.column(static_cast<size_t>(column)));
}

int AreaTableModel::findColumn(const QString &code) const
{
    for (int column = 0; column < columnCount(); ++column)
        if (columnCode(column) == code)
            return column;
    return -1;
}

std::vector<int> AreaTableModel::extremeRows(int column) const
{
    // Where the text does not grow with the value, its length says how wide it is.
    const TableColumn &about = m_content.column(static_cast<size_t>(column));
    const bool isName = about.role == Figure::AreaName;
    const auto measure = [&](int row) {
        if (isName || about.role == Figure::DrawnRange)
            return static_cast<double>(
                shownText(about, about.cell(static_cast<size_t>(row)), m_locale).size());
        return sortValue(row, column);
    };
    std::optional<std::pair<double, int>> least;
    std::optional<std::pair<double, int>> greatest;
    for (int row = 0; row < rowCount(); ++row) {
        const double value = measure(row);
        if (std::isnan(value))
            continue;
        if (!isName && (!least || value < least->first))
            least = {value, row};
        if (!greatest || value > greatest->first)
            greatest = {value, row};
    }
    std::vector<int> rows;
    for (const auto &extreme : {least, greatest})
        if (extreme)
            rows.push_back(extreme->second);
    return rows;
}

void AreaTableModel::reset()
{
    beginResetModel();
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
    if (!(changes & (Change::Result | Change::Shown | Change::Draws)) || columnCount() == 0)
        return;
    TableContent next = makeTableContent(m_document.now(), m_content);
    dropColumns(next);
    const bool isOther = !haveSameFigures(m_content, next);
    takeOver(std::move(next));
    if (isOther)
        announceChange();
}

/// Columns of nodes come and go with what is on show, the range of ranks with the draws.
void AreaTableModel::dropColumns(const TableContent &next)
{
    std::vector<TableColumn> &columns = m_content.table.columns;
    for (auto [first, last] = nextColumnsWithout(m_content, next, 0); first < columns.size();
         std::tie(first, last) = nextColumnsWithout(m_content, next, first)) {
        beginRemoveColumns({}, static_cast<int>(first), static_cast<int>(last) - 1);
        columns.erase(columns.begin() + static_cast<std::ptrdiff_t>(first),
                      columns.begin() + static_cast<std::ptrdiff_t>(last));
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
    std::vector<TableColumn> &shown = m_content.table.columns;
    for (const auto &[first, last] : runs) {
        beginInsertColumns({}, static_cast<int>(first), static_cast<int>(last) - 1);
        shown.insert(shown.begin() + static_cast<std::ptrdiff_t>(first), place(first), place(last));
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
