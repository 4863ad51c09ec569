#pragma once

#include "tests/support/made_files.h"

namespace atlas::test {

/// Four areas in a row, each a square of 10 km.
MadeLayer fourAreas();

/// Puts areas.shp, figures.csv and metadata.csv into a folder: the four areas and two indicators that fit
/// together without a remark.
void writeOwnFiles(const QTemporaryDir &folder);

} // namespace atlas::test
