#pragma once

#include "core/dataset/compare_datasets.h"

#include <QString>

#include <optional>

namespace atlas {

/// A record as text for a project: JSON that is compressed and written in base 64, as nobody would read so
/// many figures there. Empty for a record without figures, and for more than two million of them, which would
/// make projects slow.
QString recordText(const DataRecord &record);

/// Reads it back; nothing when it is none.
std::optional<DataRecord> readRecord(const QString &text);

} // namespace atlas
