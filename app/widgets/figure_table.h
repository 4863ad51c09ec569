#pragma once

#include <QStringList>
#include <QTableWidget>

namespace atlas {

/// A table of texts and figures in a dialog, which nobody edits and Tab passes by. It can be copied.
QTableWidget *newFigureTable(const QStringList &header, const char *name, const QString &accessibleName);

/// Texts stand at the left, with the whole text as tool tip, figures at the right. The first column and those
/// from `firstTextColumn` on are texts.
void addFigureRow(QTableWidget &table, const QStringList &cells, int firstTextColumn);

/// Makes a table as high as its rows, for a column of things that scrolls as a whole.
void fitHeightToRows(QTableWidget &table);

} // namespace atlas
