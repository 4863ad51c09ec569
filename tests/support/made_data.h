#pragma once

#include "core/boundaries/boundary_reader.h"
#include "core/dataset/dataset.h"

#include <QPointF>

#include <memory>
#include <vector>

namespace atlas::test {

struct MadeIndicator
{
    QString code;
    std::vector<double> values; ///< one for each area; NaN where missing
    Direction direction = Direction::HigherIsMoreDisengaged;
};

/// A dataset of areas A1, A2 ... without shapes: all that computing an index needs.
Dataset makeDataset(const std::vector<MadeIndicator> &indicators);

/// Position of the area with this name; the test fails when there is none.
size_t areaCalled(const Dataset &dataset, const QString &name);

/// One ring is closed when its last point repeats the first; the first ring of a part is its outside.
using MadeRing = std::vector<QPointF>;
using MadePart = std::vector<MadeRing>;
using MadeShape = std::vector<MadePart>;

/// Boundaries of areas B1, B2 ... with these shapes; an empty shape is an area without one.
std::shared_ptr<const BoundarySet> makeBoundaries(const std::vector<MadeShape> &shapes);

/// A closed square: south-west corner and side.
MadeRing squareRing(double x, double y, double side);

/// Areas with these codes and names, each a square kilometre, one east of the other.
BoundaryFile makeSquares(const std::vector<BoundaryArea> &areas);

} // namespace atlas::test
