#pragma once

#include "core/common/area_code.h"
#include "core/common/issue.h"
#include "core/common/result.h"
#include "core/indicators/cell_value.h"
#include "core/indicators/indicator.h"

#include <vector>

namespace atlas {

/// What a row stands for, by its code, its level or its name.
enum class RowKind {
    Area,
    Country,
    Region,
    Total, ///< "Total", "All authorities" ...
};

/// One row of an indicator table.
struct IndicatorRow
{
    AreaCode code;                ///< may be empty when the table has names only
    QString name;                 ///< may be empty when the table has codes only
    std::vector<CellValue> cells; ///< one for each indicator, in the metadata's order
    /// What each of the cells has been divided by, NaN where by nothing; empty where no indicator of the
    /// table is divided.
    std::vector<double> denominators;
    std::vector<QString> groups; ///< one for each group column
    CellValue publishedRank;     ///< a whole number from 1, printed elsewhere, to compare with; or missing
    CellValue population;        ///< young people in the area; or missing
    int row = 0;                 ///< as a spreadsheet counts it
    /// Rows of countries, regions and totals are areas where the boundaries have a shape for them; elsewhere
    /// they are benchmarks, left out of scales and ranks.
    RowKind kind = RowKind::Area;
};

/// A row of the file that is not used.
struct LeftOutRow
{
    int row = 0;  ///< as a spreadsheet counts it
    QString text; ///< its first cell that is not empty
    QString why;  ///< in a few words
};

/// Indicators of areas, as the files gave them.
struct IndicatorTable
{
    QString file;
    QString codeColumn; ///< header of the column that the codes come from; empty where there is none
    QString nameColumn; ///< the same for names
    IndicatorMetadata metadata;
    std::vector<QString> groupColumns;
    std::vector<IndicatorRow> rows;
    std::vector<LeftOutRow> leftOut; ///< notes, rows without a key; blank rows are not counted
    bool hasPublishedRank = false;
};

struct IndicatorFile
{
    IndicatorTable table;
    Issues issues;
};

} // namespace atlas
