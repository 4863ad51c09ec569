#pragma once

#include "core/dataset/dataset.h"
#include "core/index/compute_index.h"
#include "core/index/index_settings.h"
#include "core/index/shown_variable.h"
#include "core/render/cell_format.h"
#include "core/robustness/monte_carlo.h"

#include <QString>

#include <memory>
#include <vector>

namespace atlas {

class AtlasState;

/// One column of the table.
struct ScreenColumn
{
    enum class Kind { Name, Indicator, Score, Rank, PublishedRank, NodeScore, NodeRank, RankBand };

    Kind kind = Kind::Name;
    QString code;   ///< what the column is remembered by: "area", "index", "rank" ... or the indicator's code
    QString domain; ///< name of the indicator's domain, or of the node; empty when there is none
    size_t indicator = 0; ///< position in the dataset, for Kind::Indicator
    bool isUsed = true;   ///< false for indicators that the index leaves out
    /// Values and classes; for ranks those of the index or the node, shared with its score; empty for names.
    std::shared_ptr<const ShownVariable> shown = std::make_shared<ShownVariable>();

    /// What the column is sorted by; NaN where missing. Names have none.
    double value(const Dataset &dataset, size_t area) const;
    std::shared_ptr<const RankUncertainty> uncertainty; ///< for Kind::RankBand
    bool isOfNode() const { return kind == Kind::NodeScore || kind == Kind::NodeRank; }
    bool hasClasses() const
    {
        return kind == Kind::Indicator || kind == Kind::Score || kind == Kind::Rank || isOfNode();
    }
    /// 1 is least disengaged; 0 without a class.
    int classOf(size_t area) const;
};

/// All that the table shows: a copy of the state's figures, so that texts, classes and rows belong together
/// at any moment between one signal and the next.
struct TableContent
{
    std::shared_ptr<const Dataset> dataset; ///< null before the first data
    IndexSettings settings;
    IndexResult result;
    ClassScheme scheme = 4;
    std::vector<ScreenColumn> columns;
    std::vector<CellFormat> formats; ///< one for each class, [0] for none
};

/// Columns: the area, the indicators by domain in the metadata's order (those of no domain last), then score,
/// rank, where the data give one the published rank, the nodeColumns(), and the band of draws.
TableContent makeTableContent(const AtlasState &state);

/// Takes over other classes for the same dataset.
void refreshClasses(TableContent &content, const AtlasState &state);

/// Score and rank of the domain or sub-index on show, or of each of them where the display asks for all: two
/// columns for a node, those above after those below.
std::vector<ScreenColumn> nodeColumns(const AtlasState &state);

/// The column of the ranks that draws gave, which is there while there are draws.
ScreenColumn rankBandColumn(const std::shared_ptr<const RankUncertainty> &uncertainty);

/// Takes over a new result of the same dataset with the same kind of classes.
void refreshResult(TableContent &content, const AtlasState &state);

} // namespace atlas
