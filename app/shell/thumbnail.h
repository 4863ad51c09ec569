#pragma once

#include <QByteArray>

namespace atlas {

class Snapshot;

/// A small picture of the map, as PNG; empty without a map.
QByteArray thumbnailOf(const Snapshot &now);

} // namespace atlas
