#pragma once

#include "core/indicators/cell_value.h"
#include "core/tables/grid.h"

#include <limits>
#include <vector>

namespace atlas {

/// The rows of a grid that hold data: [first, end).
struct DataRows
{
    int first = 1;
    int end = 1;
    int notes = 0; ///< rows of text below them
};

/// The rows below the heads, without the sources and notes at the end: there, a row of one text.
DataRows findDataRows(const Grid &grid, int firstRow);

/// What stands in a column of a grid, all its rows of data counted.
struct ColumnFacts
{
    int rows = 0;
    int filled = 0;  ///< cells that are not empty
    int numbers = 0; ///< cells that spell a number with either decimal mark
    int symbols = 0; ///< cells that say that there is no value, such as [c]
    int integers = 0;
    int areaCodes = 0; ///< a letter and eight digits
    int periods = 0;   ///< years, school years, quarters ...
    int percents = 0;  ///< numbers with a per cent sign
    int markers = 0;   ///< numbers with something like [u] or p after them
    int points = 0;    ///< numbers that only make sense with a decimal point, and so on
    int commas = 0;
    int ambiguousCommas = 0;
    int ambiguousPoints = 0;
    QString exampleOfAmbiguous; ///< "6,412"
    QString exampleOfMarker;
    double greatestPercent = -std::numeric_limits<double>::infinity();
    double greatestPlain = -std::numeric_limits<double>::infinity();
    double least = std::numeric_limits<double>::infinity();
    bool isRisingByOne = true; ///< whole numbers, each greater by one than the one above it

    int texts() const { return filled - numbers - symbols; }
    bool isEmpty() const { return filled == 0; }
    /// Codes of the Office for National Statistics, but for a few slips.
    bool isOfficial() const { return filled > 0 && areaCodes * 10 >= filled * 9; }
    /// Numbers, but for symbols and a few slips.
    bool isNumeric() const { return numbers > 0 && numbers * 2 >= filled - symbols; }
};

ColumnFacts factsOf(const Grid &grid, int column, const DataRows &rows, const MissingSymbols &symbols);

/// Those of the first columns, so many.
std::vector<ColumnFacts> factsOfColumns(const Grid &grid, int count, const DataRows &rows,
                                        const MissingSymbols &symbols);

/// Different texts in a column; empty ones are not counted.
int distinctTexts(const Grid &grid, int column, const DataRows &rows);

/// Whether a text looks like one of the codes of the Office for National Statistics, in either case.
bool isAreaCodeText(QStringView text);

} // namespace atlas
