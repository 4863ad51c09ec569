#pragma once

#include "core/index/method_words.h"
#include "core/render/looks.h"

namespace atlas {

// The words that name looks in files and on the command line, the same in every language.

const Words<Labels> &labelsWords();
const Words<CellColours> &cellColoursWords();
/// The names of the scales for maps, which stand for themselves.
const Words<QString> &paletteWords();

} // namespace atlas
