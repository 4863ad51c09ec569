#pragma once

#include "core/indicators/indicator_table.h"

#include <QStringView>

namespace atlas {

/// What the text of a level column says: "National" is a country, "Regional" a region; anything else an area.
RowKind kindOfLevel(QStringView level);

/// What a row stands for by its code (the entity codes of the Office for National Statistics: E92, W92, S92,
/// N92 and K for countries, E12 for regions) and, where it has no such code, by its name: the countries of
/// the United Kingdom, and totals in words. Names of regions are not enough: the LEPs of London and the South
/// East are areas.
RowKind kindOfRow(QStringView code, QStringView name);

/// Marks rows that have only the name of one of England's nine regions, where most of the nine are there: the
/// LEPs of London and the South East are areas, but a table with all regions below its authorities is common.
void markRegions(IndicatorTable &table);

} // namespace atlas
