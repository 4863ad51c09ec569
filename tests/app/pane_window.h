#pragma once

#include "app/atlas/atlas_model.h"
#include "app/table/area_table_model.h"
#include "app/table/area_table_view.h"
#include "app/table/column_menu.h"
#include "app/table/key_swatch.h"
#include "app/table/table_pane.h"
#include "tests/app/loaded_state.h"
#include "tests/app/waiting.h"

#include <QAction>
#include <QCoreApplication>
#include <QLabel>
#include <QMenu>

#include <memory>

namespace atlas::test {

/// The table as it stands beside the map at 1366 x 768.
struct PaneWindow
{
    explicit PaneWindow(std::shared_ptr<const Dataset> dataset = builtInDataset(), QSize size = {700, 640})
    {
        state.document.open(std::move(dataset));
        pane.resize(size);
        pane.show();
        COMES_TRUE(isExposed(pane));
        QCoreApplication::processEvents();
    }

    AreaTableView &table() { return pane.table(); }
    int column(const QString &code) { return table().areaModel().findColumn(code); }
    KeySwatch *swatch(int classNumber) const
    {
        for (KeySwatch *swatch : pane.findChildren<KeySwatch *>())
            if (swatch->classNumber() == classNumber)
                return swatch;
        return nullptr;
    }
    QString count() const { return pane.findChild<QLabel *>("areaCount")->text(); }
    QStringList shownColumns()
    {
        QStringList codes;
        for (const int column : table().columnsInSight())
            codes << table().areaModel().columnCode(column);
        return codes;
    }
    int wholeRows()
    {
        int rows = 0;
        for (int row = 0; row < table().model()->rowCount(); ++row) {
            const QRect rect = table().visualRect(table().model()->index(row, 0));
            rows += rect.top() >= 0 && rect.bottom() < table().viewport()->height() ? 1 : 0;
        }
        return rows;
    }
    QAction *menuAction(QMenu &menu, int column, const QString &text)
    {
        fillColumnMenu(menu, table(), column);
        for (QAction *action : menu.actions())
            if (action->text().remove('&') == text)
                return action;
        return nullptr;
    }

    AtlasModel state;
    TablePane pane{state.document, state.areas};
};

} // namespace atlas::test
