#pragma once

#include "core/common/result.h"
#include "core/import/import_plan.h"
#include "core/indicators/cell_value.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <span>

namespace atlas {

/// The cells of one smaller area that a rule needs, and how much the area counts.
struct AddUpPart
{
    const CellValue *value = nullptr;
    const CellValue *beside = nullptr; ///< the weight of a mean, the denominator of a rate; else null
    double count = 1;                  ///< 1 for a whole area, else its share
};

/// What the parts come to.
struct AddedCell
{
    CellValue cell;
    double counted = 0;           ///< the sum of `count` of the parts that had figures
    bool isDividedByZero = false; ///< there were figures, and weights or denominators sum to zero
};

/// Adds up the parts of one larger area. A part without its figure, or without what stands beside it, is left
/// out of all sums. Missing where no part has figures: for the same reason as the first of them.
AddedCell addUpParts(const AddUpRule &rule, std::span<const AddUpPart> parts);

bool meets(double value, const AddUpRule &rule);

/// The columns that a rule reads, under the name of its indicator.
QStringList columnsOf(const QString &code, const AddUpRule &rule);
QString valueColumn(const QString &code, const AddUpRule &rule);
/// Weight or denominator; empty for none.
QString besideColumn(const AddUpRule &rule);

/// "sum", "mean:headcount", "rate:pupils/headcount", "share:decile<=1".
QString ruleText(const AddUpRule &rule);
/// Reads one, spaces apart. Nothing when it is none.
std::optional<AddUpRule> ruleOf(const QString &text);
/// For a person: "100 × sum of pupils / sum of headcount".
QString ruleSentence(const QString &code, const AddUpRule &rule);

} // namespace atlas
