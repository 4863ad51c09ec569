#pragma once

#include <QString>

namespace atlas {

struct Project;

/// What one project has that differs from another, in words: "the indicators in use and 2 tried values".
/// Empty if nothing that counts does. Without a file of its own, a project's scenarios and looks are kept on
/// this machine, and a look around is not worth a word.
enum class Kept { InFile, OnlyHere };
QString differenceInWords(const Project &before, const Project &now, Kept kept);

} // namespace atlas
