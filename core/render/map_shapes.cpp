#include "core/render/map_shapes.h"

#include "core/common/memory.h"

#include <new>
#include <utility>

namespace atlas {

MapShapes::MapShapes(std::shared_ptr<const BoundarySet> boundaries)
    : m_boundaries(std::move(boundaries)), m_extent(m_boundaries->extent()), m_locator(m_boundaries),
      m_labelPoints(m_boundaries)
{}

void MapShapes::findDetail() const
{
    std::call_once(m_detailOnce, [this] {
        giveMemoryBack(); // the files' text, which was needed until the data were joined
        try {
            m_ownedDetail = std::make_unique<const BoundaryDetail>(atlas::findDetail(*m_boundaries));
            m_detail.store(m_ownedDetail.get(), std::memory_order_release);
        } catch (const std::bad_alloc &) {
            m_ownedDetail.reset(); // slower without, and no less right
        }
    });
}

} // namespace atlas
