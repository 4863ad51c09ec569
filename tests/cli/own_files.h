#pragma once

#include "tests/support/made_files.h"

namespace atlas::test {

/// The options that name the files of writeOwnFiles().
inline const QString ownSources = "--boundaries areas.shp --indicators figures.csv --metadata metadata.csv ";

/// Four areas in a row, each a square of 10 km.
MadeLayer fourAreas();

/// Puts areas.shp, figures.csv and metadata.csv into a folder: the four areas and two indicators that fit
/// together without a remark.
void writeOwnFiles(const QTemporaryDir &folder);

/// Replaces the shapefile.
void rewriteAreas(const QTemporaryDir &folder, const MadeLayer &layer);

/// Puts `after` wherever a file says `before`.
void replaceIn(const QTemporaryDir &folder, const QString &name, const QByteArray &before,
               const QByteArray &after);

} // namespace atlas::test
