#pragma once

#include "core/common/direction.h"
#include "core/common/issue.h"
#include "core/indicators/cell_value.h"

#include <QString>
#include <QStringList>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace atlas {

/// What a column of a file is.
enum class ColumnRole {
    Code,
    Name,
    Indicator,
    Denominator,
    Numerator,
    Population,
    Period, ///< the time that the figures of a row are of
    Level,  ///< which kind of area a row stands for
    Group,  ///< says which areas belong together
    PublishedRank,
    Variable, ///< of a long table: which indicator a row is of
    Value,    ///< of a long table: the figure
    Note,     ///< of a long table: why there is no figure
    Filter,   ///< parts of the people counted, of which one is the total
    Ignored,
};

/// The word for each role on the command line and in files, in their order.
const std::vector<std::pair<QString, ColumnRole>> &columnRoleWords();
QString columnRoleWord(ColumnRole role);
/// Whether the cells of such a column are read as numbers.
bool holdsNumbers(ColumnRole role);
/// Whether a table has one column of that role at most.
bool isForOneColumn(ColumnRole role);
/// For a person: "area code", "left out".
QString columnRoleText(ColumnRole role);

/// What a person says of an indicator, before what its metadata and the file say. What is left empty they
/// say.
struct ColumnDescription
{
    QString name;
    QString unit;
    std::optional<Direction> direction = {};
    QString domain; ///< code or name of its parent
    std::optional<double> weight = {};
    std::optional<int> decimals = {};
    QString source;
    QString period;

    bool operator==(const ColumnDescription &) const = default;
};

/// How the figures of smaller areas make that of the larger area which they are part of.
struct AddUpRule
{
    enum class Kind {
        Sum,
        Mean,  ///< weighted by `column`
        Rate,  ///< 100 * the sum of `column` / the sum of `denominator`
        Share, ///< per cent of the smaller areas whose `column` meets `condition`
    };
    enum class Condition { Less, LessOrEqual, Equal, GreaterOrEqual, Greater };

    Kind kind = Kind::Sum;
    QString column = {};
    QString denominator = {};
    Condition condition = Condition::LessOrEqual;
    double bound = 0; ///< what the condition compares with

    bool operator==(const AddUpRule &) const = default;
};

/// Whether a smaller area that is partly in a larger one counts whole there, or by its share.
enum class MembersCount { Whole, Shared };

/// How figures of smaller areas become those of larger ones. Which area is part of which, a lookup file says
/// (see DataSources) or columns of the figures.
struct AddingUp
{
    QStringList largerColumns; ///< heads of the columns that name the larger areas
    MembersCount members = MembersCount::Whole;
    std::map<QString, AddUpRule> rules; ///< by the head of the column that the indicator is called after

    bool operator==(const AddingUp &) const = default;
};

/// What a person, an option or a project decides about how figures are read. Whatever is left empty is found
/// out from the file.
struct ImportPlan
{
    QString sheet;      ///< of a workbook; a table of a database or in a zip
    int headerRow = 0;  ///< the first row of the heads, as a spreadsheet counts it; 0: find out
    int headerRows = 0; ///< 1, or up to 3 where several rows make one head; 0: find out
    QString codeColumn;
    QString nameColumn;
    std::map<QString, ColumnRole> roles;         ///< by the column's head
    std::optional<DecimalMark> decimalMark;      ///< of all columns but those in decimalMarks
    std::map<QString, DecimalMark> decimalMarks; ///< by the column's head
    QString period;                              ///< as the file writes it; empty: the latest
    QString level;          ///< as the file writes it; empty: the one that most areas have
    MissingSymbols symbols; ///< what stands for a missing value beside the usual symbols
    std::map<QString, QString>
        filters; ///< by the head of a filter column: its value that is read; else its total
    std::map<QString, ColumnDescription> descriptions; ///< by the column's head
    /// Pairs that were accepted: by the code or name as the figures write it, what the boundaries say.
    std::map<QString, QString> matches;
    AddingUp addingUp; ///< nothing where it has no rules

    bool operator==(const ImportPlan &) const = default;
};

/// What a column was taken for, and why.
struct PlannedColumn
{
    QString header;   ///< never empty, never twice
    int position = 0; ///< in the rows of the file
    ColumnRole role = ColumnRole::Ignored;
    DecimalMark decimalMark = DecimalMark::Point;
    QString base; ///< the head without its year, where other columns hold other years of the same; else empty
    QString unit; ///< "%" where its cells or its head say so
    QString reason; ///< a phrase for a person: "its head says code"
    bool isSure = true;
    /// Plain numbers among per cent signs that are shares of one: 0.057 beside 6.4% is 5.7.
    bool hasShares = false;
};

/// A table whose layout is known by its heads.
enum class FiguresLayout {
    Wide,       ///< a row for each area
    Long,       ///< a row for each area and indicator
    OpenData,   ///< of the Department for Education: levels, periods and filters in columns
    Fingertips, ///< downloads of the Office for Health Improvement and Disparities: long, with limits and
                ///< notes
};

/// How a table would be read: an ImportPlan with everything decided, and a reason for each guess.
struct FiguresPlan
{
    FiguresLayout layout = FiguresLayout::Wide;
    QString sheet;
    int headerRow = 1; ///< as a spreadsheet counts it
    int headerRows = 1;
    std::vector<PlannedColumn> columns;
    QStringList periods;         ///< all there are, in the order of time; empty where the file names none
    QString period;              ///< the one that is read
    bool isPeriodChosen = false; ///< a person named it; else it is the latest
    QStringList levels;          ///< all there are, without countries and regions
    QString level;
    Issues issues;

    const PlannedColumn *find(ColumnRole role) const;
    const PlannedColumn *find(const QString &header) const;
    /// Whether there is a row for each area and indicator.
    bool isLong() const { return find(ColumnRole::Variable) && find(ColumnRole::Value); }
};

/// What a map by heads says of a column, small and capital letters alike; end() where it says nothing.
template <typename Map>
auto findHead(const Map &map, const QString &head)
{
    return std::find_if(map.begin(), map.end(), [&head](const auto &each) {
        return each.first.compare(head, Qt::CaseInsensitive) == 0;
    });
}

/// Sets what a map by heads says of a column, in place of what it said in other letters.
template <typename Map>
void setByHead(Map &map, const QString &head, const typename Map::mapped_type &value)
{
    if (const auto former = findHead(map, head); former != map.end())
        map.erase(former);
    map[head] = value;
}

/// The plan's decisions as a person would have made them, so that the same file is read the same way again.
ImportPlan decisionsOf(const FiguresPlan &plan, const ImportPlan &wanted);

} // namespace atlas
