#pragma once

#include "core/classification/class_scheme.h"
#include "core/common/result.h"
#include "core/dataset/dataset.h"
#include "core/index/compute_index.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace atlas {

/// The data and the method of an example in the help.
struct HelpExample
{
    std::shared_ptr<const Dataset> data;
    IndexSettings settings = {};
    ClassScheme scheme = 4;
    IndexResult result = {};
};

/// The example that settings such as "scale=minmax,high=100" describe; see withFigures().
Result<HelpExample> helpExample(const std::shared_ptr<const Dataset> &data, const QString &settings);

/// Position of an area by name.
Result<size_t> exampleArea(const HelpExample &example, const QString &name);
/// Position of an indicator by code.
Result<size_t> exampleIndicator(const HelpExample &example, const QString &code);

} // namespace atlas
