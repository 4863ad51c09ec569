#pragma once

#include "core/common/area_code.h"
#include "core/tables/table.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace atlas {

struct Dataset;

/// How a row of figures found its shape.
enum class JoinedBy {
    Nothing,
    Alias,
    Code,
    MendedCode,    ///< but for what spreadsheets do to codes; see plainCode()
    Name,          ///< by the same name; see foldName()
    OtherSpelling, ///< by a name that says the same; see looseName()
    KnownName,     ///< by another name of the area; see knownAreas()
};

/// What became of a row.
enum class RowFate {
    Joined,
    WithoutShape, ///< in the table only
    Benchmark,
    SecondOfSame, ///< the area has a row with the same figures already
    LeftOut,
};

/// What speaks against a join, or against one that was not made.
enum class JoinDoubt {
    None,
    OtherCode,        ///< joined by name; the boundaries give the area another code of the same kind
    OtherCodes,       ///< joined by name; the two files use codes of different kinds
    OtherName,        ///< joined by code; the boundaries call the area otherwise
    NameOfAnother,    ///< joined by code; the boundaries call another area so
    OtherKind,        ///< not joined: the area of that name is of another kind
    HasRow,           ///< not joined: the area of that name has a row of its own
    SeveralOfOneName, ///< not joined: several areas have that name
    KeptApart,        ///< not joined: a person said so
    OtherFigures      ///< the area has a row already, with other figures; see reportJoin()
};

/// What became of one row of the figures.
struct RowJoin
{
    int row = 0; ///< as a spreadsheet counts it
    AreaCode code;
    QString name;
    RowFate fate = RowFate::WithoutShape;
    JoinedBy by = JoinedBy::Nothing;
    std::optional<size_t> area = {}; ///< the shape it is joined to, or its area in the dataset
    JoinDoubt doubt = JoinDoubt::None;
    std::optional<size_t> other = {}; ///< the shape that the doubt is about
    QString why = {};                 ///< it was left out
};

/// What became of every row of the figures, in the order of the file. Rows that are blank are not counted.
struct JoinReport
{
    std::vector<RowJoin> rows;
};

/// "as the code": in words, for people. Empty for rows that are not joined.
QString joinedByText(JoinedBy by);

/// The report in sentences, one for each line: how many areas have a row and how, and which are not joined.
/// Empty where nothing was joined.
QStringList joinSummary(const Dataset &dataset);

/// A row for each area of the boundaries, then one for each row of the figures, with what became of it.
Table joinTable(const Dataset &dataset);

} // namespace atlas
