#pragma once

#include "core/import/column_facts.h"
#include "core/import/import_plan.h"
#include "core/indicators/indicator_table.h"
#include "core/tables/grid.h"

#include <QHash>

#include <optional>
#include <vector>

namespace atlas {

/// The indicators that are read, and where their figures stand.
struct FigureColumns
{
    IndicatorMetadata metadata;
    std::vector<const PlannedColumn *> values;       ///< for each indicator; the same for all in a long table
    std::vector<const PlannedColumn *> denominators; ///< for each indicator; null for none
    QHash<QString, size_t> indicatorOf; ///< of a long table: by what the column of indicators says
    std::vector<const PlannedColumn *> groups;
    bool areDivided = false;
};

/// Where countries or regions of open data have their keys; null for a column that is not there.
struct WiderKeys
{
    const PlannedColumn *code = nullptr;
    const PlannedColumn *name = nullptr;
};

/// Which indicators there are: those of the metadata that the file has, else what the plan says, with units,
/// directions and periods as far as heads tell them. `rows` are those of the grid that are read.
FigureColumns figureColumns(const Grid &grid, const FiguresPlan &plan, const IndicatorMetadata *metadata,
                            const std::vector<int> &rows, Issues &issues);

/// Reads the cells of rows. What is no number where one should be is an issue.
class FigureCells
{
public:
    FigureCells(const Grid &grid, const FiguresPlan &plan, const MissingSymbols &symbols,
                FigureColumns columns, Issues &issues);

    const FigureColumns &columns() const { return m_columns; }
    /// From now on numbers of these rows that stand for no value (see standInsAmong()) are missing; an issue
    /// says so. `facts` are those of all columns.
    void skipStandIns(const std::vector<int> &rows, const std::vector<ColumnFacts> &facts);
    /// Code, name, kind, groups and published rank of a row, without cells.
    IndicatorRow readKeys(int gridRow);
    IndicatorRow readRow(int gridRow);
    /// Of a long table: which indicator the row is of, and its figure.
    std::optional<size_t> indicatorOf(int gridRow) const;
    CellValue readValue(int gridRow, size_t indicator, const IndicatorRow &row);
    /// Moves what is known of the indicators into the table.
    void describe(IndicatorTable &table);

private:
    QString textOf(int gridRow, const PlannedColumn *column) const;
    /// Countries and regions of open data have their codes in other columns than areas have.
    void takeWiderKeys(int gridRow, IndicatorRow &row) const;
    CellValue readNumber(int gridRow, const PlannedColumn &column) const;
    /// The figure of an indicator, without what stands in for one.
    CellValue readFigure(int gridRow, size_t indicator) const;
    void skipStandInsOf(size_t indicator, const std::vector<int> &rows);
    bool isAskedFor(double number) const;
    CellValue readRank(const QString &text, const IndicatorRow &row);
    CellValue divided(const CellValue &value, const CellValue &denominator, const Indicator &indicator,
                      const IndicatorRow &row);
    void remarkOnCell(const CellValue &cell, const Indicator &indicator, const IndicatorRow &row);

    const Grid &m_grid;
    const MissingSymbols &m_symbols;
    FigureColumns m_columns;
    Issues &m_issues;
    const PlannedColumn *m_code;
    const PlannedColumn *m_name;
    const PlannedColumn *m_rank;
    const PlannedColumn *m_population;
    const PlannedColumn *m_level;
    const PlannedColumn *m_variable;
    const PlannedColumn *m_note;
    std::vector<WiderKeys> m_widerKeys;          ///< finest first
    std::vector<std::vector<double>> m_standIns; ///< of each indicator
};

} // namespace atlas
