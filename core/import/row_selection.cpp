#include "core/import/row_selection.h"

#include "core/import/repeated_rows.h"
#include "core/import/row_kinds.h"
#include "core/import/text.h"

#include <QHash>

#include <algorithm>

namespace atlas {

namespace {

class Selector
{
public:
    Selector(const Grid &grid, const PlannedFigures &planned)
        : m_grid(grid), m_plan(planned.plan), m_rows(planned.rows), m_filters(planned.filters),
          m_period(m_plan.find(ColumnRole::Period)), m_level(m_plan.find(ColumnRole::Level)),
          m_width(static_cast<int>(m_plan.columns.size()))
    {
        if ((m_plan.layout == FiguresLayout::Fingertips || m_plan.layout == FiguresLayout::Long) && m_period)
            findLatestPeriods();
    }

    RowSelection select()
    {
        for (int row = m_rows.first; row < m_rows.end; ++row)
            if (!m_grid.isBlank(row) && !isHeadAgain(row) && fitsHeads(row) && isOfPeriod(row)
                && isOfLevel(row) && isLet(row))
                m_selection.rows.push_back(row);
        for (int row = m_rows.end; row < m_grid.rowCount(); ++row)
            if (!m_grid.isBlank(row))
                leaveOut(row, Text::tr("a source or note"));
        noteFilters();
        askForFilters();
        if (m_rows.notes > 0)
            note(Text::tr("%n row(s) of sources or notes below the figures are no areas and are left out.",
                          nullptr, m_rows.notes));
        if (m_ofOtherLevels > 0)
            note(Text::tr("%n row(s) of other levels than %1 are left out.", nullptr, m_ofOtherLevels)
                     .arg(m_plan.level));
        return std::move(m_selection);
    }

private:
    void note(const QString &message)
    {
        m_selection.issues.push_back({Severity::Note, message, m_grid.file});
    }

    void leaveOut(int row, const QString &why)
    {
        m_selection.leftOut.push_back({Grid::spreadsheetRow(row), firstText(m_grid, row), why});
    }

    QString tooManyText(int cells) const
    {
        return m_width == 1
                   ? Text::tr(
                         "The row has %1 cells where there is one head, so that its figures may stand in the "
                         "wrong columns; it is not used. Put text that holds commas in quotation marks.")
                         .arg(cells)
                   : Text::tr(
                         "The row has %1 cells where there are %2 heads, so that its figures may stand in "
                         "the wrong columns; it is not used. Put text that holds commas in quotation "
                         "marks.")
                         .arg(QString::number(cells), QString::number(m_width));
    }

    QString tooFewText(int cells) const
    {
        return cells == 1
                   ? Text::tr("The row has one cell where there are %1 heads, so that its figures may stand "
                              "in the "
                              "wrong columns; it is not used. Add what is missing.")
                         .arg(m_width)
                   : Text::tr(
                         "The row has %1 cells where there are %2 heads, so that its figures may stand in "
                         "the wrong columns; it is not used. Add what is missing.")
                         .arg(QString::number(cells), QString::number(m_width));
    }

    /// In a text file, a comma too many or too few moves every cell behind it.
    bool fitsHeads(int row)
    {
        int cells = m_grid.cellCount(row);
        while (cells > m_width && m_grid.cell(row, cells - 1).isEmpty())
            --cells;
        const int heads = m_grid.cellCount(m_plan.headerRow - 1 + m_plan.headerRows - 1);
        const bool isShort = m_grid.cellCount(row) < std::min(m_width, heads);
        if (m_grid.isTyped || (cells <= m_width && !isShort))
            return true;
        m_selection.issues.push_back(
            {Severity::Warning, cells > m_width ? tooManyText(cells) : tooFewText(m_grid.cellCount(row)),
             m_grid.file, Grid::spreadsheetRow(row)});
        leaveOut(row, Text::tr("another number of cells than the heads"));
        return false;
    }

    /// Heads that are repeated within the table, or a text across it that parts it.
    bool isHeadAgain(int row)
    {
        bool areHeads = true;
        bool isBand = m_width > 2 && m_grid.cellCount(row) >= m_width;
        const QStringView first = m_grid.cell(row, 0);
        for (const PlannedColumn &column : m_plan.columns) {
            const QStringView cell = m_grid.cell(row, column.position);
            areHeads = areHeads && cell.compare(column.header, Qt::CaseInsensitive) == 0;
            isBand = isBand && cell == first && !m_grid.isNumber(row, column.position);
            if (!areHeads && !isBand)
                return false;
        }
        if (isBand && (first.isEmpty() || spelledNumber(first, DecimalMark::Point) || isMissingSymbol(first)))
            return false;
        leaveOut(row, areHeads ? Text::tr("the heads again") : Text::tr("a text across the table"));
        return true;
    }

    QString variableOf(int row) const
    {
        const PlannedColumn *variable = m_plan.find(ColumnRole::Variable);
        return variable ? m_grid.cell(row, variable->position).toString() : QString();
    }

    /// The indicators of one download have different latest periods.
    void findLatestPeriods()
    {
        for (int row = m_rows.first; row < m_rows.end; ++row) {
            const QString period = m_grid.cell(row, m_period->position).toString();
            QString &latest = m_latest[variableOf(row)];
            if (latest.isEmpty() || m_plan.periods.indexOf(period) > m_plan.periods.indexOf(latest))
                latest = period;
        }
    }

    bool isOfPeriod(int row) const
    {
        if (!m_period || m_plan.periods.size() < 2)
            return true;
        const bool isChosen = m_plan.isPeriodChosen || m_latest.isEmpty();
        return m_grid.cell(row, m_period->position)
               == (isChosen ? m_plan.period : m_latest.value(variableOf(row)));
    }

    bool isOfLevel(int row)
    {
        if (!m_level || m_plan.level.isEmpty())
            return true;
        const QStringView level = m_grid.cell(row, m_level->position);
        if (level == m_plan.level || kindOfLevel(level) != RowKind::Area)
            return true;
        ++m_ofOtherLevels;
        return false;
    }

    bool isLet(int row) const
    {
        return std::all_of(m_filters.begin(), m_filters.end(), [&](const PeopleFilter &filter) {
            return filter.lets(m_grid.cell(row, filter.position));
        });
    }

    void noteFilters()
    {
        for (const PeopleFilter &filter : m_filters) {
            if (filter.reads != PeopleFilter::Reads::Total)
                continue;
            QStringList others = filter.values;
            others.removeOne(filter.read);
            note(Text::tr("Of %1, the rows of %2 are read, not those of %3. Say --filter for others.")
                     .arg(filter.header, filter.read.isEmpty() ? Text::tr("no category") : filter.read,
                          listedValues(others)));
        }
    }

    /// Values without a total matter only where they tell rows of one area apart.
    void askForFilters()
    {
        const auto isUnsaid = [](const PeopleFilter &filter) {
            return filter.reads == PeopleFilter::Reads::Unsaid;
        };
        if (std::none_of(m_filters.begin(), m_filters.end(), isUnsaid))
            return;
        const RepeatedRows repeated(m_grid, m_selection.rows, keyPositions(m_plan.columns));
        for (const PeopleFilter &filter : m_filters)
            if (isUnsaid(filter) && repeated.areUsual() && repeated.areToldApartBy(filter.position))
                m_selection.asked.push_back(filter);
    }

    const Grid &m_grid;
    const FiguresPlan &m_plan;
    const DataRows &m_rows;
    const std::vector<PeopleFilter> &m_filters;
    const PlannedColumn *m_period;
    const PlannedColumn *m_level;
    QHash<QString, QString> m_latest; ///< period of each indicator of a long table
    int m_width;
    int m_ofOtherLevels = 0;
    RowSelection m_selection;
};

} // namespace

QString firstText(const Grid &grid, int row)
{
    for (int column = 0; column < grid.cellCount(row); ++column)
        if (const QStringView text = grid.cell(row, column); !text.isEmpty())
            return text.toString();
    return {};
}

RowSelection selectRows(const Grid &grid, const PlannedFigures &planned)
{
    return Selector(grid, planned).select();
}

} // namespace atlas
