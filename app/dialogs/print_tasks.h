#pragma once

#include "core/common/result.h"
#include "core/render/map_export.h"
#include "core/render/table_sheet.h"

#include <QString>

#include <vector>

class QPrinter;
class QWidget;

namespace atlas {

class Snapshot;

/// Shows the page of the map as it will be printed, on A4 turned as the areas are, with what the last
/// exported map had around it; from there the system's dialog prints it. The selected areas are outlined.
/// There must be a map.
void printMapByDialog(const Snapshot &now, const std::vector<size_t> &selected, QWidget *parent);

/// The same for a table: turned where it is too wide for an upright page, on as many pages as it needs. Tells
/// the user when it is too long to be printed.
void printTableByDialog(const TableSheet &sheet, QWidget *parent);

/// Sets up paper, margins, document name and direction of the page.
void preparePage(QPrinter &printer, const QString &name, bool isLandscape);

/// Draws the map on the printer's page, as large as it is.
void printMap(QPrinter &printer, const MapScene &scene, MapFurniture furniture,
              const std::vector<size_t> &selected);

/// Draws the pages of the table, those that the printer was asked for.
void printTable(QPrinter &printer, const TableSheet &sheet);

/// Fails for a table of more than 5,000 rows, which would take more than a hundred pages.
Result<Done> checkPrintable(const TableSheet &sheet);

/// Whether the sheet needs a page on its side.
bool isWide(const TableSheet &sheet);

} // namespace atlas
