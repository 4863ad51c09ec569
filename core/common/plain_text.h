#pragma once

#include <QByteArray>
#include <QString>

namespace atlas {

// What comes from data or from a file's name may hold anything. These make text of it that can be drawn and
// written anywhere, XML included; nothing else is changed.

/// Control characters, non-characters and halves of surrogate pairs become U+FFFD, the replacement character.
/// Line breaks and tabs stay.
QString plainText(const QString &text);

/// The same in one line: line breaks and tabs become spaces.
QString plainLine(const QString &text);

/// The same for a whole document in UTF-8, in place and quickly: what XML 1.0 does not allow becomes a
/// question mark or U+FFFD.
void dropForbidden(QByteArray &xml);

} // namespace atlas
