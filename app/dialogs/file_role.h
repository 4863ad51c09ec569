#pragma once

#include <QString>

namespace atlas {

/// What a file can be for a dataset.
enum class FileRole { None, Boundaries, Indicators, Metadata, Lookup };

/// Guesses by the extension; a table whose header names iCode is metadata, one of two or more columns of
/// codes and otherwise only names and shares is a lookup, a zip is what lies in it, and the table of a
/// shapefile is nothing by itself.
FileRole fileRoleOf(const QString &path);

/// The first line of a text file, blanks around it removed; empty when it cannot be read.
QString headerLineOf(const QString &path);

} // namespace atlas
