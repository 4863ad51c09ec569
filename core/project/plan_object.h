#pragma once

#include "core/boundaries/boundary_reader.h"
#include "core/common/result.h"
#include "core/import/import_plan.h"
#include "core/import/people_filters.h"
#include "core/index/method_words.h"

#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace atlas {

class ObjectReader;

/// What a text in place of a number can mean, and the word for it in plans and on the command line; "number"
/// for one that is a number after all.
const Words<Missing> &missingWords();

/// What is decided about how figures are read, as an object of a project; empty where nothing is.
QJsonObject planObject(const ImportPlan &plan);

/// How a file of figures would be read, with the reason for each guess. readPlanFile() reads it.
QJsonObject planObject(const FiguresPlan &plan, const std::vector<PeopleFilter> &filters = {});

/// Reads either of them. Reasons and other remarks are passed over.
ImportPlan readPlan(ObjectReader &reader);

/// How boundaries would be read: layer, fields, coordinate system, projection. readPlans() reads it.
QJsonObject planObject(const BoundaryOptions &options);

/// What a file of plans says.
struct Plans
{
    std::optional<ImportPlan> figures;
    std::optional<BoundaryOptions> boundaries;
};

/// Reads the plans that `inspect --json` wrote of figures, of boundaries, or of both. Fails with one
/// sentence.
Result<Plans> readPlans(const QString &path);

/// Reads a plan that `inspect --json` wrote, or the one of the figures where it wrote several. Fails with one
/// sentence.
Result<ImportPlan> readPlanFile(const QString &path);

} // namespace atlas
