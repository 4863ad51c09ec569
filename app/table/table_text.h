#pragma once

#include "app/table/table_content.h"

#include <QLocale>
#include <QString>

namespace atlas {

/// How a published rank differs from the one by the index, signed; empty when it does not.
QString shiftMark(const TableContent &content, size_t area, const QLocale &locale);
/// The cell explained: where it stands and where it comes from, or why there is no value.
QString cellToolTip(const TableContent &content, size_t column, size_t area, const QLocale &locale);
/// The cell for a screen reader, without a look at header and row: "IMD, Tees Valley: 26.9%, Q4, most
/// disengaged".
QString cellSpeech(const TableContent &content, size_t column, size_t area, const QLocale &locale);

QString headerToolTip(const TableContent &content, size_t column);
/// The header for a screen reader.
QString headerSpeech(const TableContent &content, size_t column);

} // namespace atlas
