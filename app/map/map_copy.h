#pragma once

#include "app/widgets/copied_data.h"
#include "core/render/map_viewport.h"

#include <QLocale>

#include <vector>

namespace atlas {

class Snapshot;

/// The map as it stands in the window, in the colours of paper, with title, legend and source, and the
/// selected areas outlined; its figures are what it shows of each area, with rank and class. There must be a
/// map.
Copyable copyableMap(const Snapshot &now, const MapViewport &viewport, const std::vector<size_t> &selected,
                     const QLocale &locale);

/// What a map shows of its areas, most disengaged first.
TableSheet sheetOfMap(const Snapshot &now, const QLocale &locale);

} // namespace atlas
