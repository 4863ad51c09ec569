#pragma once

#include "core/common/area_code.h"

#include <QString>

#include <vector>

namespace atlas {

/// A note tells what was assumed and changes no figure by surprise; a warning says that something
/// is missing, was left out or may be wrong.
enum class Severity { Note, Warning };

/// A remark on a result: what was noticed, and where.
struct Issue
{
    Severity severity = Severity::Warning;
    QString message;
    QString file;  ///< the file's name as the user gave it; empty when it is not about a file
    int row = 0;   ///< row as a spreadsheet counts it, the header being row 1; 0 when there is none
    AreaCode area; ///< empty when it is not about one area

    bool operator==(const Issue &) const = default;
};

using Issues = std::vector<Issue>;

/// One line of plain text: file, row and message, as the command line prints it.
QString issueLine(const Issue &issue);

} // namespace atlas
