#pragma once

#include "core/import/import_plan.h"
#include "core/tables/grid.h"

#include <QStringList>

#include <optional>

namespace atlas {

/// What was decided about figures that were read before.
struct EarlierPlan
{
    ImportPlan plan;
    QStringList heads;   ///< of all columns that those figures had; none where that is not known
    QString file;        ///< its name, for messages
    QString lookup = {}; ///< the file that they were added up by; empty for none
};

/// A plan that was made for other figures, as far as it holds for these.
struct CarriedPlan
{
    ImportPlan plan;
    QString from;          ///< the file that it was made for
    QString lookup = {};   ///< as in EarlierPlan
    QStringList newHeads;  ///< columns that those figures did not have; none where that is not known
    QStringList goneHeads; ///< columns that it decides about, or those figures had, and these lack
};

/// The plan for the next figures of the same kind, such as those of the next month: what it says of columns
/// that are gone falls away, and so does a sheet or a period that is not there. Nothing where the tables have
/// too little in common: less than two thirds of their heads, or where there is nothing to carry.
std::optional<CarriedPlan> carryPlan(const EarlierPlan &earlier, const Grid &grid);

} // namespace atlas
