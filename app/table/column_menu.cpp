#include "app/table/column_menu.h"

#include "app/table/area_table_model.h"
#include "app/table/area_table_view.h"
#include "app/table/column_arranger.h"
#include "app/table/range_popup.h"
#include "app/table/text.h"

#include <QHeaderView>
#include <QMenu>

namespace atlas {

namespace {

void addSorting(QMenu &menu, AreaTableView &table, int column)
{
    const bool isName = column == AreaTableModel::nameColumn;
    menu.addAction(isName ? Text::tr("Sort from &A to Z") : Text::tr("Sort with the &least first"), &table,
                   [&table, column] { table.sortByColumn(column, Qt::AscendingOrder); });
    menu.addAction(isName ? Text::tr("Sort from &Z to A") : Text::tr("Sort with the &greatest first"), &table,
                   [&table, column] { table.sortByColumn(column, Qt::DescendingOrder); });
}

void addVariable(QMenu &menu, AreaTableView &table, int column)
{
    const AreaTableModel &model = table.areaModel();
    const QString code = model.variableCode(column);
    if (code.isEmpty())
        return;
    menu.addSeparator();
    const QString name = model.headerData(column, Qt::Horizontal).toString();
    menu.addAction(Text::tr("Show on the &map"), &table,
                   [&table, code, name] { emit table.showAsked(code, name); });
    if (!model.isOfAnIndicator(column))
        return;
    const bool isOn = model.isSwitchedOn(column);
    menu.addAction(isOn ? Text::tr("Leave &out of the index") : Text::tr("Use in the &index"), &table,
                   [&table, code, isOn] { emit table.useAsked(code, !isOn); });
}

void addFilter(QMenu &menu, AreaTableView &table, int column)
{
    menu.addSeparator();
    if (column == AreaTableModel::nameColumn) {
        menu.addAction(Text::tr("&Filter by name…"), &table, &AreaTableView::filterAsked);
        return;
    }
    menu.addAction(Text::tr("&Filter by value…"), &table, [&table, column] {
        auto *popup = new RangePopup(table, column);
        popup->openBelow(*table.horizontalHeader());
    });
    const QString code = table.areaModel().columnCode(column);
    QAction *end = menu.addAction(Text::tr("Show &every value"), &table, [&table, code] {
        TableFilter filter = table.filter();
        filter.spans.erase(code);
        table.setFilter(filter);
    });
    end->setEnabled(table.filter().spans.count(code) > 0);
}

void addPlace(QMenu &menu, AreaTableView &table, int column)
{
    ColumnArranger &columns = table.columns();
    menu.addSeparator();
    const bool isName = column == AreaTableModel::nameColumn;
    QAction *left =
        menu.addAction(Text::tr("Move lef&t"), &columns, [&columns, column] { columns.move(column, -1); });
    left->setEnabled(columns.canMove(column, -1));
    QAction *right =
        menu.addAction(Text::tr("Move &right"), &columns, [&columns, column] { columns.move(column, 1); });
    right->setEnabled(columns.canMove(column, 1));
    QAction *width = menu.addAction(Text::tr("Automatic &width"), &columns,
                                    [&columns, column] { columns.dropWidth(column); });
    width->setEnabled(columns.hasOwnWidth(column));
    menu.addSeparator();
    QAction *hide =
        menu.addAction(Text::tr("&Hide"), &columns, [&columns, column] { columns.setHidden(column, true); });
    hide->setEnabled(!isName);
    QAction *all = menu.addAction(Text::tr("&Show all columns"), &columns, [&columns] { columns.showAll(); });
    all->setEnabled(columns.inSight().size() < static_cast<size_t>(table.areaModel().columnCount()));
    menu.addAction(Text::tr("&Columns…"), &table, &AreaTableView::columnsAsked);
}

} // namespace

void fillColumnMenu(QMenu &menu, AreaTableView &table, int column)
{
    addSorting(menu, table, column);
    addVariable(menu, table, column);
    addFilter(menu, table, column);
    addPlace(menu, table, column);
}

} // namespace atlas
