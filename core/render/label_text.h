#pragma once

#include <QFont>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <vector>

namespace atlas {

/// One way to set the text of a label: in how many lines, and how large.
struct LabelText
{
    QString text; ///< lines, parted by line feeds
    int pixels = 0;
    QSizeF box;                     ///< with the room that every line has above and below its letters
    QSizeF ink;                     ///< without it; as wide as the box
    std::vector<QRectF> lines = {}; ///< the ink of each line, from the middle of the text
    double worse = 0; ///< how much farther away, in pixels, a place may be where a better text fits

    bool operator==(const LabelText &) const = default;
};

/// The font of labels on a map, in one of the sizes of labelTexts().
QFont labelFont(int pixels);

/// The texts that a label may have, the best first: in one line, or broken between words into two or three
/// lines of as equal a length as can be; then the same a little smaller, but not too small for print. Those
/// of the last few hundred names are kept, since text takes long to measure. From whatever thread.
std::vector<LabelText> labelTexts(const QString &name);

} // namespace atlas
