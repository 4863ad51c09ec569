#pragma once

#include "core/import/import_plan.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace atlas {

struct ImportDraft;

/// The columns, by their place in the plan, that are read by a guess which nobody has confirmed or changed.
std::vector<int> openColumns(const FiguresPlan &read, const ImportPlan &decided);

/// What is in doubt about a column, as a sentence; empty where the plan says nothing beyond its reason.
QString doubtText(const FiguresPlan &read, const QString &header);

/// The plan with a column read as it is now, for good.
void confirmColumn(const PlannedColumn &column, ImportPlan &plan);

/// The plan with another role for a column. Where a role can be had by one column alone, whoever was given it
/// before is looked at anew.
void setRole(const QString &header, ColumnRole role, ImportPlan &plan);

/// The roles in the order of a menu: what is chosen most first.
const std::vector<ColumnRole> &rolesToChoose();

/// What reading a column as this means.
QString roleTip(ColumnRole role);

/// "decimal point", "decimal comma".
QString decimalMarkText(DecimalMark mark);

/// What the plan leaves out of the figures, in sentences: columns, rows, other periods and levels.
QStringList leftOutText(const ImportDraft &draft);

} // namespace atlas
