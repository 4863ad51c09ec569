#pragma once

#include "core/boundaries/boundary_set.h"
#include "core/boundaries/shape_collector.h"
#include "core/common/issue.h"
#include "core/common/progress.h"

#include <QStringList>

#include <cstddef>
#include <optional>
#include <vector>

namespace atlas {

/// Up to so many points outlines are looked at while boundaries are read; more take longer than reading them.
inline constexpr size_t mostPointsChecked = 100000;

/// The features whose outlines cross themselves or each other, or have fewer than three corners. They are
/// drawn as they are: what is inside of an odd number of rings is filled. None where there are more than
/// mostPointsChecked.
std::vector<size_t> flawedFeatures(const ShapeCollector &shapes);

/// The same for the areas of boundaries with more points, each of their parts by itself; nothing for those
/// with fewer, which have been looked at. Half a second for a million points. What has been found when it is
/// cancelled is given.
std::vector<size_t> flawedAreas(const BoundarySet &boundaries, const Progress &progress);

/// What to say of areas with such outlines; nothing where there are none.
std::optional<Issue> outlineRemark(QStringList names, const QString &file);
/// The same for positions of areas.
std::optional<Issue> outlineRemark(const std::vector<size_t> &areas, const BoundarySet &boundaries);

} // namespace atlas
