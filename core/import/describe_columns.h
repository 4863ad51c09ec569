#pragma once

#include "core/common/issue.h"
#include "core/import/import_plan.h"
#include "core/indicators/indicator.h"

#include <QString>
#include <QStringList>

#include <map>

namespace atlas {

/// What a person says of an indicator; null where nobody says anything. A column of one period is found by
/// the head it shares with other periods as well, so that what was said holds for the next year.
const ColumnDescription *findDescription(const std::map<QString, ColumnDescription> &descriptions,
                                         const QString &code, const QString &header);

/// Carries out what a person says of one, but for its domain.
void describeIndicator(Indicator &indicator, const ColumnDescription &said);

/// Carries out what a person says of the indicators, before what metadata and heads say; `heads` are those of
/// their columns, one for each. A domain that is not there yet comes into being, and one that has no
/// indicator any more is gone. What is said of columns that the file lacks is a remark.
void describeColumns(IndicatorMetadata &metadata, const QStringList &heads, const FiguresPlan &plan,
                     const std::map<QString, ColumnDescription> &descriptions, const QString &file,
                     Issues &issues);

} // namespace atlas
