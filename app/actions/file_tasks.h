#pragma once

#include "core/common/text_table.h"
#include "core/dataset/load_dataset.h"
#include "core/project/method_file.h"

#include <QString>

#include <optional>

class QWidget;

namespace atlas {

class AtlasState;

/// Asks which files to open; nothing when the person changed their mind.
std::optional<DataSources> askForSources(QWidget *parent);

/// Asks how and where, and writes the map. The file written; empty when nothing was, because the person
/// changed their mind or because it failed, which they have been told.
QString exportMapByDialog(const AtlasState &state, QWidget *parent);

/// The same for a table, with the method that made it beside it.
QString exportTableByDialog(const TextTable &table, const Method &method, QWidget *parent);

} // namespace atlas
