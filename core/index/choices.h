#pragma once

#include "core/classification/class_scheme.h"
#include "core/common/area_code.h"
#include "core/dataset/dataset.h"
#include "core/index/index_settings.h"
#include "core/index/shown_variable.h"

#include <QString>

#include <vector>

namespace atlas {

/// A value that is tried in place of what the data say, by the codes of its area and its indicator.
struct TriedValue
{
    AreaCode area;
    QString indicator;
    double value = 0; ///< finite

    bool operator==(const TriedValue &) const = default;
};

/// Everything a person decides that changes a figure or what an export holds. Looks, which change drawing
/// and no figure, are apart: see Looks.
struct Choices
{
    IndexSettings index = {};
    QString shown = indexCode; ///< the variable on the map: "index", or the code of a node or an indicator
    /// The classes of that variable. Other variables have as many, cut by the same rule; its own bounds are
    /// in its unit and no other's.
    ClassScheme scheme = 4;
    bool nodeScores = false; ///< score and rank of every domain in tables, not only of the one shown
    std::vector<TriedValue> tried = {}; ///< no cell twice

    /// The classes of the index, and those of every variable but the one shown.
    ClassScheme indexScheme() const { return shown == indexCode ? scheme : otherScheme(); }
    ClassScheme otherScheme() const { return {scheme.classCount, {}, scheme.rule}; }

    bool operator==(const Choices &) const = default;
};

/// The same choices as these data name things: the index is "index", whatever the code of its node.
Choices named(Choices choices, const Dataset &dataset);

/// The same without what is said of indicators, nodes and areas that these data have not; the index is shown
/// where the variable is one of those.
Choices withoutUnknown(Choices choices, const Dataset &dataset);

/// Whether the data have the variable that is shown.
bool knowsShown(const Choices &choices, const Dataset &dataset);

/// Tried values as positions in a dataset.
struct PlacedValues
{
    std::vector<WhatIf> whatIfs = {};
    std::vector<TriedValue> unplaced = {}; ///< those of areas or indicators that the dataset has not
};
PlacedValues placeValues(const std::vector<TriedValue> &tried, const Dataset &dataset);

/// The dataset with these values tried; itself where there are none. Values without a place are left out.
std::shared_ptr<const Dataset> withTried(const std::shared_ptr<const Dataset> &dataset,
                                         const std::vector<TriedValue> &tried);

} // namespace atlas
