#pragma once

#include "core/boundaries/area_locator.h"
#include "core/boundaries/boundary_detail.h"
#include "core/boundaries/boundary_set.h"
#include "core/boundaries/label_point.h"

#include <atomic>
#include <memory>
#include <mutex>

namespace atlas {

/// The shapes of a map and what drawing and pointing need of them, worked out once. Shared between threads.
class MapShapes
{
public:
    explicit MapShapes(std::shared_ptr<const BoundarySet> boundaries);

    const BoundarySet &boundaries() const { return *m_boundaries; }
    const QRectF &extent() const { return m_extent; } ///< of all areas
    const AreaLocator &locator() const { return m_locator; }
    LabelPoint labelPoint(size_t area) const { return m_labelPoints.at(area); }

    /// What can be left out in small pictures. Null until findDetail() has been called, and for good when
    /// memory was too short for it; pictures then take longer and look the same.
    const BoundaryDetail *detail() const { return m_detail.load(std::memory_order_acquire); }
    /// Works the detail out; from whatever thread, and only the first time.
    void findDetail() const;

private:
    std::shared_ptr<const BoundarySet> m_boundaries;
    QRectF m_extent;
    AreaLocator m_locator;
    LabelPoints m_labelPoints;
    mutable std::once_flag m_detailOnce;
    mutable std::unique_ptr<const BoundaryDetail> m_ownedDetail;
    mutable std::atomic<const BoundaryDetail *> m_detail = nullptr;
};

} // namespace atlas
