#pragma once

#include <QString>

namespace atlas {

/// Text that quotes what stands in a file, for a place with one line: ends of lines and tabs become spaces,
/// and other control characters, which a terminal would obey, the sign for a character that is none.
QString oneLine(QString text);

} // namespace atlas
