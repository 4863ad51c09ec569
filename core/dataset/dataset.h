#pragma once

#include "core/boundaries/boundary_set.h"
#include "core/common/issue.h"
#include "core/import/import_plan.h"
#include "core/indicators/cell_value.h"
#include "core/indicators/indicator.h"
#include "core/indicators/indicator_table.h"

#include <QHash>

#include <memory>
#include <optional>
#include <vector>

namespace atlas {

/// An area of the dataset. Rows of figures without a shape come after the areas of the map.
struct Area
{
    AreaCode code; ///< never empty, never twice in a dataset
    QString name;
    int mapNumber = 0;                ///< the number printed on the map, never twice; 0 without a shape
    std::optional<int> publishedRank; ///< as the data give it
    bool hasData = false;             ///< whether the figures have a row for it
};

/// A value that is tried in place of what the data say.
struct WhatIf
{
    size_t area = 0;
    size_t indicator = 0;
    double value = 0;

    bool operator==(const WhatIf &) const = default;
};

/// A column that says which areas belong together.
struct GroupColumn
{
    QString code;
    std::vector<QString> texts; ///< one for each area; empty where there is none
};

/// A country, a region or a total that the figures give beside the areas, to compare them with.
struct GivenBenchmark
{
    AreaCode code; ///< may be empty
    QString name;
    RowKind kind = RowKind::Total;
    std::vector<CellValue> cells; ///< one for each indicator

    bool operator==(const GivenBenchmark &) const = default;
};

struct JoinReport;
struct SmallerAreas;

/// Boundaries and indicators joined by area: all that the program computes from and shows. Immutable once
/// loaded, shared as `shared_ptr<const Dataset>`.
struct Dataset
{
    std::vector<Area> areas; ///< area `i` is shape `i` of the boundaries while i < boundaries->size()
    IndicatorMetadata metadata;
    std::vector<std::vector<CellValue>> cells; ///< cells[indicator][area]
    /// denominators[indicator][area]: what the values have been divided by; NaN where by nothing. Empty for
    /// an indicator without a denominator, and altogether where none has one.
    std::vector<std::vector<double>> denominators;
    std::vector<GroupColumn> groups;
    /// In the order of the file. They are in no scale, rank, mean or class.
    std::vector<GivenBenchmark> benchmarks;
    std::shared_ptr<const BoundarySet> boundaries;
    std::shared_ptr<const JoinReport> joinReport; ///< null where nothing was joined
    /// The areas that these were added up from, with their figures; null where nothing was added up.
    std::shared_ptr<const SmallerAreas> smallerAreas;
    /// Young people in each area; NaN where that is not known, empty where it is known of none.
    std::vector<double> population;
    QString populationSource; ///< the head of its column, or where it is from
    /// Cells that hold what is tried instead of what the files say. Whatever shows or exports the dataset
    /// must say so; see withWhatIfs().
    std::vector<WhatIf> whatIfs;
    std::vector<CellValue> replaced; ///< for each of those, what the files say
    bool hasPublishedRank = false;
    bool boundariesAreApproximate = false; ///< true for the built-in outlines
    QString boundarySource;                ///< for the source line of maps
    QString indicatorSource;
    FiguresPlan figuresPlan; ///< how the figures were read: columns, periods and levels there are
    QStringList files;       ///< paths of the files it was read from
    Issues issues;

    size_t indicatorCount() const { return metadata.indicators.size(); }
    const Indicator &indicator(size_t index) const { return metadata.indicators[index]; }
    /// Position of an indicator by code; nothing when there is none.
    std::optional<size_t> findIndicator(const QString &code) const;
    std::optional<size_t> findArea(const AreaCode &code) const;
    /// The groups of a column, one for each area; of the first where `code` is empty. Null when there is
    /// none.
    const std::vector<QString> *findGroups(const QString &code) const;
    /// False for figures that were loaded without boundaries.
    bool hasMap() const { return boundaries->size() > 0; }
    bool hasShape(size_t area) const { return area < boundaries->size() && boundaries->hasShape(area); }

    /// One indicator over all areas, NaN where missing.
    std::vector<double> column(size_t indicator) const;
    bool isWhatIf(size_t indicator, size_t area) const;
};

/// A copy with these values in place of its own.
std::shared_ptr<const Dataset> withWhatIfs(const Dataset &dataset, const std::vector<WhatIf> &whatIfs);

/// "What-if: 1 value tried"; empty when there is none. For whatever shows figures of the dataset.
QString whatIfText(const Dataset &dataset);

} // namespace atlas
