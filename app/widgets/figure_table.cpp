#include "app/widgets/figure_table.h"

#include "app/widgets/data_text.h"
#include "app/widgets/view_copy.h"

#include <QHeaderView>
#include <QScrollBar>

namespace atlas {

QTableWidget *newFigureTable(const QStringList &header, const char *name, const QString &accessibleName)
{
    auto *table = new QTableWidget(0, static_cast<int>(header.size()));
    table->setObjectName(QLatin1String(name));
    table->setAccessibleName(accessibleName);
    table->setHorizontalHeaderLabels(header);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 8);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    makeCopyable(*table);
    return table;
}

void addFigureRow(QTableWidget &table, const QStringList &cells, int firstTextColumn)
{
    const int row = table.rowCount();
    table.insertRow(row);
    for (int column = 0; column < cells.size(); ++column) {
        auto *item = new QTableWidgetItem(cells[column]);
        const bool isText = column == 0 || column >= firstTextColumn;
        item->setTextAlignment((isText ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
        item->setToolTip(isText ? plainToolTip(cells[column]) : QString());
        table.setItem(row, column, item);
    }
}

void fitHeightToRows(QTableWidget &table)
{
    constexpr int rim = 2;
    table.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table.setFixedHeight(table.horizontalHeader()->sizeHint().height()
                         + table.rowCount() * table.verticalHeader()->defaultSectionSize()
                         + table.horizontalScrollBar()->sizeHint().height() + rim);
}

} // namespace atlas
