#pragma once

#include "app/table/area_table_view.h"
#include "app/table/grouped_header.h"
#include "app/table/pinned_columns.h"
#include "tests/app/loaded_state.h"
#include "tests/app/waiting.h"

#include <QImage>
#include <QTest>

#include <memory>

#include <algorithm>

namespace atlas::test {

inline constexpr int scrolled = 120; ///< far enough to put the first columns out of sight

/// A table in a window too narrow and too low to show all of it.
struct TableWindow
{
    explicit TableWindow(std::shared_ptr<const Dataset> dataset = builtInDataset())
    {
        state.document.open(std::move(dataset));
        view.resize(480, 300);
        view.show();
        COMES_TRUE(isExposed(view));
        view.setFocus();
        header = qobject_cast<GroupedHeader *>(view.horizontalHeader());
    }

    QString name(int row) const { return view.model()->index(row, 0).data().toString(); }
    AreaCode code(int row) const
    {
        return state.document.now().dataset()->areas[view.areasInOrder()[static_cast<size_t>(row)]].code;
    }
    /// In ascending order, as a selection holds them.
    std::vector<AreaCode> codes(const std::vector<int> &rows) const
    {
        std::vector<AreaCode> all;
        for (const int row : rows)
            all.push_back(code(row));
        std::sort(all.begin(), all.end());
        return all;
    }
    QPoint at(int row, int column) const
    {
        return view.visualRect(view.model()->index(row, column)).center();
    }
    void click(int row, int column, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(view.viewport(), Qt::LeftButton, modifiers, at(row, column));
    }
    void clickHeader(int column) const
    {
        const int x = header->sectionViewportPosition(column) + PinnedColumns(*header).shift(column)
                      + header->sectionSize(column) / 2;
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, {x, labelHeight()});
    }
    /// Where the names of columns are in the header.
    int labelHeight() const { return header->benchmarksTop() - 12; }
    QStringList selectedNames() const
    {
        QStringList names;
        for (const QModelIndex &index : view.selectionModel()->selectedRows())
            names << index.data().toString();
        names.sort();
        return names;
    }

    AtlasModel state;
    AreaTableView view{state.document, state.areas};
    GroupedHeader *header = nullptr;
};

inline int column(const TableWindow &window, const QString &text)
{
    for (int i = 0; i < window.view.model()->columnCount(); ++i)
        if (window.view.model()->headerData(i, Qt::Horizontal).toString() == text)
            return i;
    return -1;
}

/// The first column as drawn.
inline QImage frozenPart(TableWindow &window)
{
    const QPixmap picture = window.view.viewport()->grab();
    return picture.toImage().copy(0, 0, window.view.columnWidth(0) - 1, picture.height());
}

} // namespace atlas::test
