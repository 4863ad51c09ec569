#include "app/table/area_table_model.h"

#include "app/state/document.h"
#include "app/table/table_text.h"
#include "app/widgets/data_text.h"
#include "core/tables/cell_text.h"

#include <QBrush>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace atlas {

namespace {

using Figure = TableColumn::Role;

constexpr int quartiles = 4;

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
    return column.classCount > 0 && showsItsClass(column) ? classMark(quartiles, quartiles) : QString();
}

bool isPinned(const TableColumn &column)
{
    return column.role == Figure::Score || column.role == Figure::Rank || column.role == Figure::DrawnRange
           || column.role == Figure::PublishedRank;
}

/// Least and greatest value; NaN where there is none.
std::pair<double, double> extremesOf(const ShownVariable &variable)
{
    std::pair extremes{std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};
    for (int number = 1; number <= static_cast<int>(variable.classification.counts.size()); ++number) {
        const auto [low, high] = variable.range(number);
        extremes = {std::fmin(extremes.first, low), std::fmax(extremes.second, high)};
    }
    return extremes;
}

double barOf(const TableContent &content, size_t column, size_t area)
{
    const TableColumn &about = content.column(column);
    const SharedVariable &variable = content.variableOf(column);
    if (!content.hasBars || !variable || about.kind != TableColumn::Kind::Number)
        return std::numeric_limits<double>::quiet_NaN();
    // Bars start at zero, so that twice the figure is twice the bar.
    const auto [least, greatest] = extremesOf(*variable);
    const double from = std::fmin(0.0, least);
    const double to = std::fmax(0.0, greatest);
    return to > from ? (variable->values[area] - from) / (to - from)
                     : std::numeric_limits<double>::quiet_NaN();
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
        const int classNumber = showsItsClass(column) ? column.cell(area).classNumber : 0;
        return m_content.formats[static_cast<size_t>(classNumber)];
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
        return column.role == Figure::PublishedRank ? shiftMark(m_content, area, m_locale)
               : showsItsClass(column) ? classMark(column.cell(area).classNumber, m_content.schemeOf(column))
                                       : QString();
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
    case MissingRole:
        return column.cell(area).isMissing();
    case StrongRole:
        return isOfTheIndex(index.column());
    case BarRole:
        return barOf(m_content, number, area);
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
        return headerSpeech(m_content, number) + benchmarkSpeech(number);
    case Qt::TextAlignmentRole:
        return alignmentOf(column);
    case Qt::InitialSortOrderRole:
        return static_cast<int>(firstOrderOf(column));
    case DomainRole:
        return column.head;
    case UsedRole:
        return column.isUsed;
    case PinnedRole:
        return isPinned(column);
    case BenchmarksRole:
        return benchmarksOf(number);
    default:
        return {};
    }
}

QStringList AreaTableModel::benchmarksOf(size_t column) const
{
    if (!m_content.hasBenchmarks)
        return {};
    QStringList texts;
    for (const BenchmarkRow &row : benchmarks().rows)
        texts << (column == nameColumn ? row.name
                  : std::isnan(row.values[column])
                      ? QString()
                      : shownText(m_content.column(column), numberCell(row.values[column]), m_locale));
    return texts;
}

const Benchmarks &AreaTableModel::benchmarks() const
{
    if (!std::exchange(m_hasBenchmarks, true))
        m_benchmarks = makeBenchmarks(m_content, m_benchmarks);
    return m_benchmarks;
}

/// The lines above a column for a screen reader, which has no cells for them: "; Mean 9.0; Median 6.1".
QString AreaTableModel::benchmarkSpeech(size_t column) const
{
    const QStringList names = benchmarksOf(nameColumn);
    const QStringList texts = benchmarksOf(column);
    QString speech;
    for (qsizetype i = 0; i < texts.size() && column != nameColumn; ++i)
        if (!texts[i].isEmpty())
            speech += tr("; %1 %2", "name and figure of a benchmark").arg(names[i], texts[i]);
    return speech;
}

std::pair<double, double> AreaTableModel::extremes(int column) const
{
    const auto number = static_cast<size_t>(column);
    const SharedVariable &variable = m_content.variableOf(number);
    if (variable && m_content.column(number).kind == TableColumn::Kind::Number)
        return extremesOf(*variable);
    std::pair extremes{std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};
    for (int row = 0; row < rowCount(); ++row) {
        const double value = sortValue(row, column);
        extremes = {std::fmin(extremes.first, value), std::fmax(extremes.second, value)};
    }
    return extremes;
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

QString AreaTableModel::variableCode(int column) const
{
    const TableColumn &about = m_content.column(static_cast<size_t>(column));
    switch (about.role) {
    case Figure::Indicator:
        return m_content.dataset().indicator(about.subject).code;
    case Figure::Score:
    case Figure::Rank:
        return indexCode;
    case Figure::NodeScore:
    case Figure::NodeRank:
        return m_content.figures.nodes[about.subject]->code;
    default:
        return {};
    }
}

QStringList AreaTableModel::otherPeriods() const
{
    if (!m_content.figures.dataset)
        return {};
    QStringList periods = m_content.dataset().figuresPlan.periods;
    periods.removeAll(m_content.dataset().figuresPlan.period);
    return periods;
}

bool AreaTableModel::isOfAnIndicator(int column) const
{
    return m_content.column(static_cast<size_t>(column)).role == Figure::Indicator;
}

bool AreaTableModel::isSwitchedOn(int column) const
{
    return m_content.settings.uses(variableCode(column));
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

} // namespace atlas
