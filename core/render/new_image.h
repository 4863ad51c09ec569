#pragma once

#include <QImage>

#include <new>

namespace atlas {

/// A picture whose pixels are not set yet. Throws std::bad_alloc when memory is short.
inline QImage newImage(const QSize &size, QImage::Format format)
{
    QImage image(size, format);
    if (image.isNull() && !size.isEmpty())
        throw std::bad_alloc();
    return image;
}

} // namespace atlas
