#include "app/table/area_table_model.h"

#include "app/state/atlas_state.h"
#include "app/table/table_text.h"
#include "app/widgets/data_text.h"

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

int alignmentOf(const ScreenColumn &column)
{
    return Qt::AlignVCenter | (column.kind == ScreenColumn::Kind::Name ? Qt::AlignLeft : Qt::AlignRight);
}

/// Most disengaged first, at the first click on a header.
Qt::SortOrder firstOrderOf(const ScreenColumn &column)
{
    const bool highestFirst = column.kind == ScreenColumn::Kind::Score
                              || column.kind == ScreenColumn::Kind::NodeScore
                              || (column.kind == ScreenColumn::Kind::Indicator
                                  && column.shown->direction == Direction::HigherIsMoreDisengaged);
    return highestFirst ? Qt::DescendingOrder : Qt::AscendingOrder;
}

QString widestMark(const ScreenColumn &column)
{
    if (column.kind == ScreenColumn::Kind::PublishedRank)
        return QStringLiteral("+99");
    return column.hasClasses() ? classMark(quartiles, quartiles) : QString();
}

QVariant brushOrNothing(const QColor &colour)
{
    return colour.isValid() ? QVariant(QBrush(colour)) : QVariant();
}

} // namespace

AreaTableModel::AreaTableModel(const AtlasState &state, QObject *parent)
    : QAbstractTableModel(parent), m_state(state)
{
    connect(&state, &AtlasState::datasetChanged, this, &AreaTableModel::reset);
    connect(&state, &AtlasState::resultChanged, this, &AreaTableModel::updateResult);
    connect(&state, &AtlasState::uncertaintyChanged, this, &AreaTableModel::updateBand);
    connect(&state, &AtlasState::displayChanged, this, &AreaTableModel::updateDisplay);
    reset();
}

int AreaTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_content.dataset ? 0 : static_cast<int>(m_content.dataset->areas.size());
}

int AreaTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_content.columns.size());
}

QVariant AreaTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto number = static_cast<size_t>(index.column());
    const auto area = static_cast<size_t>(index.row());
    const ScreenColumn &column = m_content.columns[number];
    const auto format = [&]() -> const CellFormat & {
        return m_content.formats[static_cast<size_t>(column.classOf(area))];
    };
    switch (role) {
    case Qt::DisplayRole:
        return cellText(m_content, number, area, m_locale);
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
        return column.classOf(area);
    case MarkRole:
        return column.kind == ScreenColumn::Kind::PublishedRank ? shiftMark(m_content, area, m_locale)
                                                                : format().mark;
    case WidestMarkRole:
        return widestMark(column);
    case AreaRole:
        return index.row();
    case MapNumberRole:
        return m_content.dataset->areas[area].mapNumber;
    case DomainRole:
        return column.domain;
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
    const ScreenColumn &column = m_content.columns[number];
    switch (role) {
    case Qt::DisplayRole:
        return headerText(m_content, number);
    case Qt::ToolTipRole:
        return plainToolTip(headerToolTip(m_content, number));
    case Qt::AccessibleTextRole:
        return headerSpeech(m_content, number);
    case Qt::TextAlignmentRole:
        return alignmentOf(column);
    case Qt::InitialSortOrderRole:
        return static_cast<int>(firstOrderOf(column));
    case DomainRole:
        return column.domain;
    case UsedRole:
        return column.isUsed;
    default:
        return {};
    }
}

double AreaTableModel::sortValue(int row, int column) const
{
    const ScreenColumn &about = m_content.columns[static_cast<size_t>(column)];
    const auto area = static_cast<size_t>(row);
    return about.kind == ScreenColumn::Kind::Name ? m_namePlaces[area]
                                                  : about.value(*m_content.dataset, area);
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
    const ScreenColumn::Kind kind = m_content.columns[static_cast<size_t>(column)].kind;
    return kind == ScreenColumn::Kind::Score || kind == ScreenColumn::Kind::Rank;
}

QString AreaTableModel::columnCode(int column) const
{
    return column < 0 || column >= columnCount() ? QString()
                                                 : m_content.columns[static_cast<size_t>(column)].code;
}

int AreaTableModel::findColumn(const QString &code) const
{
    const auto found = std::find_if(m_content.columns.begin(), m_content.columns.end(),
                                    [&code](const ScreenColumn &column) { return column.code == code; });
    return found == m_content.columns.end() ? -1 : static_cast<int>(found - m_content.columns.begin());
}

std::vector<int> AreaTableModel::extremeRows(int column) const
{
    // Where the text does not grow with the value, its length says how wide it is.
    const bool isName = column == nameColumn;
    const bool isBand = m_content.columns[static_cast<size_t>(column)].kind == ScreenColumn::Kind::RankBand;
    std::optional<int> least;
    std::optional<int> greatest;
    const auto measure = [&](int row) {
        if (isBand)
            return static_cast<double>(
                cellText(m_content, static_cast<size_t>(column), static_cast<size_t>(row), m_locale).size());
        return isName ? static_cast<double>(m_content.dataset->areas[static_cast<size_t>(row)].name.size())
                      : sortValue(row, column);
    };
    for (int row = 0; row < rowCount(); ++row) {
        const double value = measure(row);
        if (std::isnan(value))
            continue;
        if (!isName && (!least || value < measure(*least)))
            least = row;
        if (!greatest || value > measure(*greatest))
            greatest = row;
    }
    std::vector<int> rows;
    for (const auto &row : {least, greatest})
        if (row)
            rows.push_back(*row);
    return rows;
}

void AreaTableModel::reset()
{
    beginResetModel();
    m_locale = QLocale();
    m_content = makeTableContent(m_state);
    m_rowsByName = m_content.dataset ? areasByName(*m_content.dataset, m_locale) : std::vector<uint32_t>();
    m_namePlaces.resize(m_rowsByName.size());
    for (size_t place = 0; place < m_rowsByName.size(); ++place)
        m_namePlaces[m_rowsByName[place]] = static_cast<int>(place);
    endResetModel();
}

void AreaTableModel::updateResult()
{
    updateBand(); // before the result, with which it goes
    updateNodes();
    if (m_state.display().otherScheme() != m_content.scheme) // displayChanged() is to follow
        refreshClasses(m_content, m_state);
    else
        refreshResult(m_content, m_state);
    announceChange();
}

/// The column comes and goes with the draws. It is the last, so that no other changes its place.
void AreaTableModel::updateBand()
{
    const auto &uncertainty = m_state.uncertainty();
    const int last = columnCount() - 1;
    if (last < 0)
        return;
    const bool isThere = m_content.columns.back().kind == ScreenColumn::Kind::RankBand;
    if (isThere && !uncertainty) {
        beginRemoveColumns({}, last, last);
        m_content.columns.pop_back();
        endRemoveColumns();
    } else if (!isThere && uncertainty) {
        beginInsertColumns({}, last + 1, last + 1);
        m_content.columns.push_back(rankBandColumn(uncertainty));
        endInsertColumns();
    } else if (isThere) {
        m_content.columns.back().uncertainty = uncertainty;
        announceChange();
    }
}

/// Their columns come and go with the domain or sub-index on show. They stand before the band. Whether
/// columns that stay have other figures now, which is still to be announced.
bool AreaTableModel::updateNodes()
{
    if (columnCount() == 0)
        return false;
    std::vector<ScreenColumn> &columns = m_content.columns;
    std::vector<ScreenColumn> wanted = nodeColumns(m_state);
    const auto isOfNode = [](const ScreenColumn &column) { return column.isOfNode(); };
    const auto first = std::find_if(columns.begin(), columns.end(), isOfNode);
    const auto last = std::find_if_not(first, columns.end(), isOfNode);
    if (std::equal(first, last, wanted.begin(), wanted.end(),
                   [](const ScreenColumn &a, const ScreenColumn &b) { return a.code == b.code; })) {
        std::move(wanted.begin(), wanted.end(), first);
        return !wanted.empty();
    }
    if (first != last) {
        const auto place = static_cast<int>(first - columns.begin());
        beginRemoveColumns({}, place, place + static_cast<int>(last - first) - 1);
        columns.erase(first, last);
        endRemoveColumns();
    }
    if (!wanted.empty()) {
        const bool isBandThere = columns.back().kind == ScreenColumn::Kind::RankBand;
        const int place = columnCount() - (isBandThere ? 1 : 0);
        beginInsertColumns({}, place, place + static_cast<int>(wanted.size()) - 1);
        columns.insert(columns.begin() + place, std::make_move_iterator(wanted.begin()),
                       std::make_move_iterator(wanted.end()));
        endInsertColumns();
    }
    return false;
}

void AreaTableModel::updateDisplay()
{
    const auto figuresOf = [](const DisplaySettings &display) {
        return std::tuple(display.shown, display.nodeScores, display.classCount, display.breaks,
                          display.quantileRule);
    };
    const DisplaySettings before = std::exchange(m_display, m_state.display());
    if (figuresOf(before) == figuresOf(m_display))
        return; // only looks of the map
    const bool otherClasses = m_display.otherScheme() != m_content.scheme;
    if (otherClasses)
        refreshClasses(m_content, m_state);
    if (updateNodes() || otherClasses)
        announceChange();
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
