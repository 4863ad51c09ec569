#pragma once

#include <QLocale>
#include <QString>

namespace atlas {

class Snapshot;

/// "rank 1 of 39 · published 1", or why there is no rank.
QString rankLine(const Snapshot &now, size_t area, const QLocale &locale);

/// Name, rank, value and class of an area in the variable shown, a line each.
QString areaText(const Snapshot &now, size_t area, const QLocale &locale);

/// What the figures say of an area, in two or three plain sentences: where it stands, what pushes it up most,
/// what holds it down, and what is missing.
QString meaningText(const Snapshot &now, size_t area, const QLocale &locale);

/// How far the area's rank can be trusted: what rounding leaves open, what draws gave, and how its published
/// place compares. Empty for an area without a rank.
QString certaintyText(const Snapshot &now, size_t area, const QLocale &locale);

} // namespace atlas
