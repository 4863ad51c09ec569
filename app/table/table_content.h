#pragma once

#include "core/index/index_settings.h"
#include "core/index/period_change.h"
#include "core/render/cell_format.h"
#include "core/robustness/index_table.h"

#include <QString>

#include <memory>
#include <utility>
#include <vector>

namespace atlas {

class Snapshot;

/// All that the table shows: the figures of a snapshot, and what has been worked out for the screen.
struct TableContent
{
    IndexFigures figures; ///< the dataset is null before the first data
    IndexSettings settings;
    ClassScheme scheme = 4;      ///< of every column but the score
    ClassScheme indexScheme = 4; ///< of the score, which may have bounds of its own
    bool hasEveryNode = false;   ///< whether domains and sub-indices have columns whatever is on show
    std::shared_ptr<const OtherPeriod> otherPeriod = {}; ///< which the table says the change since; or null
    bool hasPeople = false;                              ///< whether young people have columns
    Table table; ///< screenColumns() of these figures, before the score those of changes and of people; row
                 ///< `i` is area `i`
    std::vector<CellFormat> formats; ///< one for each class, [0] for none
    bool hasBars = false;            ///< whether cells have a bar for their number
    bool hasBenchmarks = false;      ///< whether lines above the table say what areas are compared with

    const Dataset &dataset() const { return *figures.dataset; }
    const IndexResult &result() const { return *figures.result; }
    const TableColumn &column(size_t column) const { return table.columns[column]; }
    /// What a column shows, for indicators, scores and ranks; null for the others.
    const SharedVariable &variableOf(size_t column) const;

    const ClassScheme &schemeOf(const TableColumn &column) const;

    /// What a column is remembered by: "area", "index", "rank", "published_rank", "rank_band", an indicator's
    /// code, "node_score" and "node_rank" of the domain on show, or those with the code of each.
    QString codeOf(const TableColumn &column) const;
};

/// The content for a snapshot, with score and rank of the domain or sub-index on show, or of each
/// of them where all are asked for. Takes over what the one before has worked out already.
TableContent makeTableContent(const Snapshot &now, const TableContent &before,
                              const std::shared_ptr<const OtherPeriod> &otherPeriod = {});

/// Whether two contents show the same, column by column.
bool haveSameFigures(const TableContent &a, const TableContent &b);

/// Takes over how the looks of a snapshot draw the table. Returns whether that changed anything.
bool takeLooks(TableContent &content, const Snapshot &now);

/// The columns of `of` from `start` that `without` has not, as far as they stand together: from the first to
/// behind the last.
std::pair<size_t, size_t> nextColumnsWithout(const TableContent &of, const TableContent &without,
                                             size_t start);

} // namespace atlas
