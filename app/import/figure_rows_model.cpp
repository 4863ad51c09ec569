#include "app/import/figure_rows_model.h"

#include "app/import/column_questions.h"
#include "app/widgets/data_text.h"
#include "core/common/number_text.h"
#include "core/common/plain_text.h"

#include <QHash>
#include <QLocale>

#include <algorithm>

namespace atlas {

namespace {

constexpr int mostAbove = 12;
constexpr int mostFigures = 30;
constexpr size_t mostNotes = 6; ///< that stand below the rows that are shown

} // namespace

void FigureRowsModel::setDraft(const ImportDraft &draft)
{
    beginResetModel();
    m_grid = draft.grid;
    m_plan = m_grid ? draft.figuresPlan : FiguresPlan();
    m_symbols = draft.sources.plan.symbols;
    m_open = atlas::openColumns(m_plan, draft.sources.plan);
    m_rows.clear();
    if (m_grid)
        addRows(draft);
    endResetModel();
}

void FigureRowsModel::addRows(const ImportDraft &draft)
{
    QHash<int, QString> why; // by the row in the grid
    for (const LeftOutRow &row : draft.leftOut)
        why.insert(row.row - 1, row.why);
    const int head = m_plan.headerRow - 1;
    const int first = head + m_plan.headerRows;
    const int end = std::min(first + mostFigures, m_grid->rowCount());
    for (int row = std::max(0, head - mostAbove); row < end; ++row) {
        ShownRow shown{.gridRow = row, .kind = FileRow::Figures};
        if (row < head)
            shown.kind = FileRow::Above;
        else if (row < first)
            shown.kind = FileRow::Head;
        else if (const auto found = why.constFind(row); found != why.constEnd())
            shown = {row, FileRow::LeftOut, *found};
        m_rows.push_back(shown);
    }
    size_t notes = 0;
    for (const LeftOutRow &row : draft.leftOut)
        if (row.row - 1 >= end && row.row - 1 < m_grid->rowCount() && notes++ < mostNotes)
            m_rows.push_back({row.row - 1, FileRow::LeftOut, row.why});
}

int FigureRowsModel::firstFigures() const
{
    const auto first = std::find_if(m_rows.begin(), m_rows.end(),
                                    [](const ShownRow &row) { return row.kind == FileRow::Figures; });
    return first == m_rows.end() ? 0 : static_cast<int>(first - m_rows.begin());
}

bool FigureRowsModel::isOpen(int column) const
{
    return std::binary_search(m_open.begin(), m_open.end(), column);
}

QString FigureRowsModel::reasonText(int section) const
{
    QString reason = capitalised(plainLine(column(section).reason));
    if (!isOpen(section))
        return reason;
    const QString doubt = doubtText(m_plan, column(section).header);
    const QString why = plainLine(doubt.isEmpty() ? column(section).reason : doubt);
    return why.isEmpty() ? tr("Please check") : tr("Please check: %1").arg(why);
}

QString FigureRowsModel::formatText(int section) const
{
    const PlannedColumn &shown = column(section);
    QStringList parts;
    if (holdsNumbers(shown.role) && !m_grid->isTyped)
        parts << decimalMarkText(shown.decimalMark);
    if (holdsNumbers(shown.role) && shown.unit == QLatin1String("%"))
        parts << tr("per cent");
    return parts.join(QStringLiteral(", "));
}

int FigureRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FigureRowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_plan.columns.size());
}

/// A number as it is understood, so that a wrong mark is seen at once.
QString FigureRowsModel::cellText(const ShownRow &row, const PlannedColumn &column) const
{
    QString text = plainLine(m_grid->cell(row.gridRow, column.position).toString());
    if (row.kind != FileRow::Figures || !holdsNumbers(column.role) || text.isEmpty())
        return text;
    const auto number = spelledNumber(text, column.decimalMark);
    if (!number || isMissingSymbol(text, m_symbols))
        return text;
    constexpr double percent = 100;
    const bool isShare = column.hasShares && !number->isPercent;
    const QString read = QLocale().toString(isShare ? number->number * percent : number->number, 'g',
                                            QLocale::FloatingPointShortest);
    const QString unit = number->isPercent || isShare ? withUnit(read, QStringLiteral("%")) : read;
    return number->marker.isEmpty() ? unit : unit + QLatin1Char(' ') + number->marker;
}

QString FigureRowsModel::tipFor(const ShownRow &row, const PlannedColumn &column) const
{
    QString typed = plainLine(m_grid->cell(row.gridRow, column.position).toString());
    if (row.kind == FileRow::Above)
        return tr("Above the heads: not read");
    if (row.kind == FileRow::Head)
        return tr("The heads of the columns");
    if (row.kind == FileRow::LeftOut)
        return tr("Not read: %1").arg(row.why);
    if (column.role == ColumnRole::Ignored)
        return tr("The column is left out");
    if (!holdsNumbers(column.role))
        return typed;
    const CellValue cell = parseCell(typed, column.decimalMark, m_symbols);
    return cell.isMissing() ? tr("Typed \"%1\": %2").arg(typed, missingText(cell))
                            : tr("Typed \"%1\"").arg(typed);
}

QVariant FigureRowsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ShownRow &row = m_rows[static_cast<size_t>(index.row())];
    const PlannedColumn &shown = column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(row, shown);
    case Qt::ToolTipRole:
        return plainToolTip(tipFor(row, shown));
    case Qt::TextAlignmentRole: {
        const bool isNumber = row.kind == FileRow::Figures && holdsNumbers(shown.role);
        return int(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
    }
    case RowRole:
        return static_cast<int>(row.kind);
    default:
        return {};
    }
}

QVariant FigureRowsModel::columnHead(int section, int role) const
{
    const PlannedColumn &shown = column(section);
    switch (role) {
    case Qt::DisplayRole:
        return plainLine(shown.header);
    case Qt::ToolTipRole:
        return plainToolTip(
            tr("%1: %2. %3.", "column, role, reason")
                .arg(plainLine(shown.header), columnRoleText(shown.role), reasonText(section)));
    case Qt::AccessibleTextRole: {
        QStringList parts = {plainLine(shown.header), columnRoleText(shown.role), formatText(section),
                             reasonText(section)};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

QVariant FigureRowsModel::rowHead(int section, int role) const
{
    const ShownRow &row = m_rows[static_cast<size_t>(section)];
    const QString number = QString::number(Grid::spreadsheetRow(row.gridRow));
    if (role == Qt::ToolTipRole)
        return plainToolTip(row.why);
    if (role != Qt::DisplayRole)
        return {};
    switch (row.kind) {
    case FileRow::Head:
        return tr("%1 heads", "row").arg(number);
    case FileRow::Above:
    case FileRow::LeftOut:
        return tr("%1 not read", "row").arg(number);
    case FileRow::Figures:
        break;
    }
    return number;
}

QVariant FigureRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal)
        return section >= 0 && section < columnCount() ? columnHead(section, role) : QVariant();
    return section >= 0 && section < rowCount() ? rowHead(section, role) : QVariant();
}

} // namespace atlas
