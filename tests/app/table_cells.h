#pragma once

#include "app/table/area_table_model.h"
#include "core/common/number_range.h"
#include "tests/support/made_data.h"

#include <QStringList>

#include <limits>
#include <memory>
#include <vector>

namespace atlas::test {

inline const QString enDash = QStringLiteral("\u2013");

inline std::shared_ptr<const Dataset> made(const std::vector<MadeIndicator> &indicators)
{
    return std::make_shared<const Dataset>(makeDataset(indicators));
}

inline QStringList headersOf(const QAbstractItemModel &model, int role = Qt::DisplayRole)
{
    QStringList headers;
    for (int column = 0; column < model.columnCount(); ++column)
        headers << model.headerData(column, Qt::Horizontal, role).toString();
    return headers;
}

inline QStringList columnOf(const QAbstractItemModel &model, int column, int role = Qt::DisplayRole)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts << model.index(row, column).data(role).toString();
    return texts;
}

inline int rowOf(const AreaTableModel &model, const QString &name)
{
    return static_cast<int>(columnOf(model, 0).indexOf(name));
}

inline QString cell(const AreaTableModel &model, const QString &area, const QString &column, int role)
{
    return model.index(rowOf(model, area), model.findColumn(column)).data(role).toString();
}

} // namespace atlas::test
