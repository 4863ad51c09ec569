#pragma once

#include "core/common/gdal_session.h"
#include "core/common/private_copy.h"
#include "core/common/progress.h"
#include "core/common/result.h"

#include <gdal_priv.h>

#include <memory>
#include <vector>

class QTemporaryDir;

namespace atlas {

/// What a file is read from when it is not read where it stands.
struct HeldSource
{
    HeldSource();
    ~HeldSource();
    HeldSource(HeldSource &&other) noexcept;
    HeldSource &operator=(HeldSource &&other) noexcept;

    std::unique_ptr<GdalMemoryFile> memory;
    PrivateCopy copy;
    std::unique_ptr<QTemporaryDir> folder;
};

/// Open boundary files, with what keeps them alive. Of a zip there may be several.
struct BoundarySource
{
    std::vector<HeldSource> held;
    std::vector<GDALDatasetUniquePtr> datasets; ///< at least one
    bool isNationalGrid = false; ///< plainly so; false means only that the datasets have to be asked
};

/// Opens a boundary file, a geodatabase, or the boundary files in a zip. Nothing is ever written to it or
/// beside it, and nothing that it names is opened: no other file, no network.
Result<BoundarySource> openBoundarySource(const QString &path, const GdalMessages &messages,
                                          Progress &progress);

} // namespace atlas
