#pragma once

#include "core/classification/class_scheme.h"
#include "core/common/area_code.h"
#include "core/dataset/dataset.h"
#include "core/index/index_settings.h"
#include "core/index/shown_variable.h"

#include <QString>

#include <vector>

namespace atlas {

/// A value tried in place of the data's, with the codes of its area and indicator.
struct TriedValue
{
    AreaCode area;
    QString indicator;
    double value = 0; ///< finite

    bool operator==(const TriedValue &) const = default;
};

/// Every decision that changes a figure or the content of an export. Decisions that change only the drawing
/// are in Looks.
struct Choices
{
    IndexSettings index = {};
    QString shown = indexCode; ///< the variable on the map: "index", or the code of a node or an indicator
    /// The classes of that variable. All others have the same number, cut by the same rule; any bounds given
    /// are in this variable's unit and apply to no other.
    ClassScheme scheme = 4;
    bool nodeScores = false; ///< tables have score and rank of every domain, not just the one shown
    std::vector<TriedValue> tried = {}; ///< at most one per cell

    /// The classes of the index, and of every variable but the one shown.
    ClassScheme indexScheme() const { return shown == indexCode ? scheme : otherScheme(); }
    ClassScheme otherScheme() const { return {scheme.classCount, {}, scheme.rule}; }

    bool operator==(const Choices &) const = default;
};

/// The same choices under the names these data use: the index is "index", whatever the code of its node.
Choices named(Choices choices, const Dataset &dataset);

/// The same choices without anything about indicators, nodes and areas that these data lack. Shows the index
/// if they lack the variable shown.
Choices withoutUnknown(Choices choices, const Dataset &dataset);

/// Whether the data have the variable shown.
bool knowsShown(const Choices &choices, const Dataset &dataset);

/// Tried values as positions in a dataset.
struct PlacedValues
{
    std::vector<WhatIf> whatIfs = {};
    std::vector<TriedValue> unplaced = {}; ///< values for areas or indicators that the dataset lacks
};
PlacedValues placeValues(const std::vector<TriedValue> &tried, const Dataset &dataset);

/// The dataset with these values tried; the dataset itself if there are none. Values that have no place in it
/// are left out.
std::shared_ptr<const Dataset> withTried(const std::shared_ptr<const Dataset> &dataset,
                                         const std::vector<TriedValue> &tried);

} // namespace atlas
