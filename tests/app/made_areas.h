#pragma once

#include "core/dataset/load_dataset.h"
#include "tests/support/made_files.h"

#include <QTemporaryDir>

namespace atlas::test {

/// Three squares with the codes E06000001 to E06000003.
inline QString writeAreas(const QTemporaryDir &folder, const QString &name = "areas.geojson")
{
    return writeLayer(folder, name,
                      {.features = {{"E06000001", "Hartlepool", squareWkt(400000, 300000, 9000)},
                                    {"E06000002", "Middlesbrough", squareWkt(409000, 300000, 9000)},
                                    {"E06000003", "Redcar", squareWkt(418000, 300000, 9000)}}});
}

/// Nothing about them is in doubt.
inline constexpr const char *goodFigures = "code,name,neet,absence\nE06000001,Hartlepool,5.1,3\nE06000002,"
                                           "Middlesbrough,6.2,4\nE06000003,Redcar,7.3,5\n";

/// The comma may part thousands or decimals.
inline constexpr const char *doubtfulFigures =
    "code;name;neet;pupils\nE06000001;Hartlepool;5.1;6,412\nE06000002;Middlesbrough;6.2;7,305\n"
    "E06000003;Redcar;7.3;8,001\n";

inline DataSources writeSources(const QTemporaryDir &folder, const QByteArray &figures,
                                const QString &name = "figures.csv")
{
    return {.boundaries = writeAreas(folder), .indicators = writeBytes(folder, name, figures)};
}

} // namespace atlas::test
