#pragma once

#include "core/dataset/dataset.h"
#include "core/tables/table.h"

#include <QString>

#include <memory>
#include <vector>

namespace atlas {

/// The figures of another period than the dataset's, for its areas and indicators.
struct OtherPeriod
{
    QString period; ///< as the file writes it
    /// values[indicator][area] of the dataset; NaN where that period has no figure.
    std::vector<std::vector<double>> values;
};

/// Joins the figures of another period to those of a dataset by the codes of areas and indicators.
OtherPeriod otherPeriod(const Dataset &dataset, const Dataset &other);

/// How far an indicator has changed since another period, in its unit; for per cent in percentage points.
/// Missing where either has no figure. Its code is change_CODE, its role Other.
TableColumn changeColumn(const std::shared_ptr<const Dataset> &dataset,
                         const std::shared_ptr<const OtherPeriod> &other, size_t indicator);

/// The changes of all indicators, by domain as on screen.
std::vector<TableColumn> changeColumns(const std::shared_ptr<const Dataset> &dataset,
                                       const std::shared_ptr<const OtherPeriod> &other);

/// Puts the changes of all indicators behind the columns of a file. A code that is taken becomes CODE_2.
void appendChanges(Table &table, const std::shared_ptr<const Dataset> &dataset,
                   const std::shared_ptr<const OtherPeriod> &other);

/// "percentage points" for per cent, otherwise the unit itself.
QString unitOfChange(const QString &unit);

} // namespace atlas
