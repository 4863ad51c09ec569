#pragma once

#include "core/boundaries/key_match.h"
#include "core/common/progress.h"
#include "core/common/result.h"

#include <gdal_priv.h>

#include <QStringList>

#include <vector>

class OGRLayer;

namespace atlas {

/// The layer to read, and those that might have been read instead.
struct LayerChoice
{
    OGRLayer *layer = nullptr;
    GDALDataset *dataset = nullptr; ///< the one it belongs to
    QString name;
    QStringList others;   ///< names of the other layers that hold polygons
    bool isAsked = false; ///< it was named, not chosen
};

/// The layer of this name, or of those that hold polygons the one in which most of the wanted areas are
/// found; the first where that decides nothing. Fails when there is none of that name or none with polygons.
/// `path` names the file in messages.
Result<LayerChoice> chooseLayer(const std::vector<GDALDatasetUniquePtr> &datasets, const QString &path,
                                const QString &name, const AskWantedAreas &wanted, Progress &progress);

} // namespace atlas
