#pragma once

#include "core/render/map_layout.h"
#include "core/render/map_scene.h"

#include <QRectF>

#include <functional>
#include <optional>
#include <vector>

namespace atlas {

/// The entries of a key, to be set in columns of one width.
class KeyFlow
{
public:
    KeyFlow(const MapScene &scene, double columnWidth);

    /// As many columns as it takes at the right of `free`; nothing when they would be wider than it.
    std::optional<std::vector<KeyColumn>> beside(const QRectF &free) const;
    /// As many columns as there is room for, as low as can be, at the foot of `free`.
    std::optional<std::vector<KeyColumn>> below(const QRectF &free) const;
    /// In columns around the areas, from the left and from the right: wherever isFree() says that a rectangle
    /// of the page is. Nothing when they do not hold all entries.
    std::optional<std::vector<KeyColumn>> around(const QRectF &free,
                                                 const std::function<bool(const QRectF &)> &isFree) const;

private:
    std::optional<std::vector<KeyColumn>> flowInto(const std::vector<QRectF> &columns) const;

    double m_width;
    std::vector<double> m_heights;
};

} // namespace atlas
