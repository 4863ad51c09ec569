#pragma once

#include "core/render/table_sheet.h"

#include <QLocale>

#include <vector>

namespace atlas {

class Snapshot;

/// A table of the window as a sheet: with its title, the formats by class ([0] for none), marks where they
/// are on, the key, and in its notes the method and the sources.
TableSheet makeTableSheet(const Snapshot &now, Table table, const std::vector<CellFormat> &formats,
                          const QLocale &locale);

} // namespace atlas
