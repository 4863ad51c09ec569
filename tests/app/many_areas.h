#pragma once

#include "tests/support/made_coverage.h"
#include "tests/support/made_data.h"

#include <QRandomGenerator>

#include <memory>

namespace atlas::test {

/// Two indicators over so many points that a map of them is drawn in the background.
inline std::shared_ptr<const Dataset> manyAreas()
{
    static const auto data = [] {
        const std::vector<MadeShape> shapes = coverageShapes({.across = 45, .pointsOnEdge = 30}, 1);
        QRandomGenerator random(2);
        std::vector<double> first;
        std::vector<double> second;
        for (size_t i = 0; i < shapes.size(); ++i) {
            first.push_back(random.generateDouble());
            second.push_back(random.generateDouble());
        }
        Dataset dataset = makeDataset({{QStringLiteral("first"), first}, {QStringLiteral("second"), second}});
        dataset.boundaries = makeBoundaries(shapes);
        return std::make_shared<const Dataset>(std::move(dataset));
    }();
    return data;
}

} // namespace atlas::test
