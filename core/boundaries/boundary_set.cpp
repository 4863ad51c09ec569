#include "core/boundaries/boundary_set.h"

namespace atlas {

QRectF BoundarySet::extent() const
{
    QRectF all;
    for (const QRectF &box : boxes)
        all = all.united(box);
    return all;
}

} // namespace atlas
