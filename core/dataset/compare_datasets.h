#pragma once

#include "core/common/area_code.h"
#include "core/indicators/cell_value.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace atlas {

struct Dataset;

/// The figures of a dataset as its files gave them: what is kept to tell later what has changed in them.
struct DataRecord
{
    struct RecordedArea
    {
        AreaCode code;
        QString name;

        bool operator==(const RecordedArea &) const = default;
    };

    QStringList columns;                       ///< codes of the indicators
    std::vector<RecordedArea> areas;           ///< those that have a row, in the order of the dataset
    std::vector<std::vector<CellValue>> cells; ///< cells[column][area]; all kinds of missing are one

    bool isEmpty() const { return columns.isEmpty() && areas.empty(); }
    bool operator==(const DataRecord &) const = default;
};

DataRecord recordOf(const Dataset &dataset);

/// A cell that says something else than before.
struct ChangedCell
{
    QString column;
    DataRecord::RecordedArea area;
    CellValue before;
    CellValue after;
};

/// What is different in figures that were read before.
struct DataChanges
{
    QStringList newColumns;
    QStringList goneColumns;
    std::vector<DataRecord::RecordedArea> newAreas;
    std::vector<DataRecord::RecordedArea> goneAreas;
    QStringList newSymbols; ///< for missing figures, that stood nowhere before
    QStringList goneSymbols;
    std::vector<ChangedCell> cells; ///< of areas and columns that both have, column by column

    bool isEmpty() const
    {
        return newColumns.isEmpty() && goneColumns.isEmpty() && newAreas.empty() && goneAreas.empty()
               && newSymbols.isEmpty() && goneSymbols.isEmpty() && cells.empty();
    }
};

/// Compares area by code, and column by code.
DataChanges compareData(const DataRecord &before, const DataRecord &after);

/// The changes as sentences for a person, with a few examples of each kind; none where nothing has changed.
QStringList changesText(const DataChanges &changes);

} // namespace atlas
