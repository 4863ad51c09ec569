#pragma once

#include "core/common/result.h"
#include "core/import/import_plan.h"

#include <QJsonObject>
#include <QString>

namespace atlas {

class ObjectReader;

/// What is decided about how figures are read, as an object of a project; empty where nothing is.
QJsonObject planObject(const ImportPlan &plan);

/// How a file of figures would be read, with the reason for each guess. readPlanFile() reads it.
QJsonObject planObject(const FiguresPlan &plan);

/// Reads either of them. Reasons and other remarks are passed over.
ImportPlan readPlan(ObjectReader &reader);

/// Reads a plan that `inspect --json` wrote, or the one of the figures where it wrote several. Fails with one
/// sentence.
Result<ImportPlan> readPlanFile(const QString &path);

} // namespace atlas
