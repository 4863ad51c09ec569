#pragma once

#include "core/common/issue.h"
#include "core/common/result.h"
#include "core/common/text_table.h"
#include "core/indicators/indicator.h"

namespace atlas {

struct MetadataFile
{
    IndicatorMetadata metadata;
    Issues issues;
};

/// Understands a metadata table: one row for each indicator, columns iCode, iName, Direction, Weight, Level,
/// Parent, Type (the layout of composite-index packages), and optionally ShortName, Unit, Decimals, Period,
/// Source, SourceUrl, Description, Denominator. Only iCode must be there. Rows whose Type is Aggregate are
/// the domains, sub-indexes and the index, joined by Parent; other types are columns of the data that are no
/// indicators. A Parent without a row, an aggregate with nothing below it, and a Level that is not one below
/// its parent's are remarked on. Fails when a code is missing or given twice, a Direction is neither 1 nor
/// -1, a Weight is not above zero, or Parents go round in a circle.
Result<MetadataFile> readMetadata(const TextTable &table);

/// Metadata for data that comes without any: every column an indicator, higher is more disengaged.
IndicatorMetadata metadataFromColumns(const QStringList &columns);

} // namespace atlas
