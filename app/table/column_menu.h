#pragma once

class QMenu;

namespace atlas {

class AreaTableView;

/// Fills a menu with what can be done with a column of the table: sort by it, filter by its numbers, hide,
/// move and fit it.
void fillColumnMenu(QMenu &menu, AreaTableView &table, int column);

} // namespace atlas
