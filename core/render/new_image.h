#pragma once

#include "core/common/memory.h"

#include <QImage>

#include <new>

namespace atlas {

/// A picture whose pixels are not set yet. Throws std::bad_alloc when memory is short.
inline QImage newImage(const QSize &size, QImage::Format format)
{
    constexpr size_t much = size_t(1) << 20; // a map has hundreds of small ones, for labels
    const size_t bytes = 4 * static_cast<size_t>(size.width()) * static_cast<size_t>(size.height());
    if (bytes >= much)
        requireMemory(bytes);
    QImage image(size, format);
    if (image.isNull() && !size.isEmpty())
        throw std::bad_alloc();
    return image;
}

} // namespace atlas
