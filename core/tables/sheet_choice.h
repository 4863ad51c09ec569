#pragma once

#include "core/common/result.h"
#include "core/tables/grid.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace atlas {

/// How many cells hold a figure: what a table is chosen by.
qsizetype figureCount(const Grid &grid);

/// Of the sheets, tables or files of a file, the one that is read: the one that was asked for, or the one
/// with most figures.
class SheetChoice
{
public:
    /// `wanted` is empty for none in particular. `file` is the name of the file, `sheets` are all its names.
    SheetChoice(QString wanted, QString file, QStringList sheets);

    /// The position of the one that was asked for, whatever its case; nothing when none was, or -1 when there
    /// is no such.
    std::optional<int> wanted() const { return m_wanted; }
    Error noSuchSheet() const;
    /// Keeps the grid if it has more figures than the one before.
    void offer(Grid grid);
    bool hasChosen() const { return m_best.has_value(); }
    /// The one that is kept, with the names of all and, when nobody chose, a note of the others.
    Grid take();

private:
    QString m_name;
    QString m_file;
    QStringList m_sheets;
    std::optional<int> m_wanted;
    std::optional<Grid> m_best;
    qsizetype m_figures = -1;
};

} // namespace atlas
