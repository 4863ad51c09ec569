#pragma once

#include "core/boundaries/boundary_reader.h"
#include "core/boundaries/key_match.h"
#include "core/boundaries/layer_fields.h"

#include <vector>

namespace atlas {

/// Fields of a layer by position; -1 for none.
struct KeyFields
{
    int code = -1;
    int name = -1;
};

/// The fields that the options name, else those that hold most of the wanted codes and names, else those that
/// look like it. An issue says when what is wanted decided. Fails when a field that was named is not there;
/// `path` names the file in messages.
Result<KeyFields> chooseKeyFields(LayerFields &fields, const BoundaryOptions &options, const QString &path,
                                  const AskWantedAreas &wanted, Issues &issues);

/// Adds the areas of so many features to the result and gives the area of each feature. Features with the
/// same code are one area, unless the code is a placeholder. Issues say so, each kind once.
std::vector<size_t> identifyAreas(LayerFields &fields, const KeyFields &keys, size_t count,
                                  BoundaryFile &result);

} // namespace atlas
