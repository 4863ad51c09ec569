#pragma once

#include "core/common/result.h"
#include "core/dataset/dataset.h"
#include "core/index/choices.h"
#include "core/index/compute_index.h"
#include "core/render/looks.h"
#include "core/robustness/monte_carlo.h"
#include "core/robustness/rounding_band.h"
#include "core/tables/table.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace atlas {

/// Choices and looks under a name, and what makes a table with them repeatable.
struct Method
{
    QString name = {}; ///< what its user calls it; often empty
    Choices choices = {};
    /// None where the method says only how the index and its classes are made, and leaves what is shown, what
    /// is tried and how it looks as they are. Files of version 1 are so.
    std::optional<Looks> looks = {};
    /// What the scale of each indicator was fixed by, by code: put into `index.scale.references`, later data
    /// are scored on the same scale.
    std::map<QString, ReferenceValues> scalesUsed = {};
    /// The random draws whose ranks stand in the table, and the seed of those of its rounding band.
    std::optional<DrawSettings> draws = {};
    std::optional<uint64_t> roundingBandSeed = {};

    bool operator==(const Method &) const = default;
};

/// The method behind a result. Where values are tried, the scales are theirs and not those of the data, and
/// are not kept.
Method methodOf(const Choices &choices, const Looks &looks, const Dataset &dataset,
                const IndexResult &result);

/// Makes choices and looks those of the method, as far as it says. Where it leaves what is shown as it is and
/// has its own bounds of classes, which are scores, the index is shown.
void useMethod(const Method &method, Choices &choices, Looks &looks);

/// A method as JSON. Numbers read back exactly.
QByteArray writeMethod(const Method &method);

/// The same as part of another file, whose version is that of the method too.
QJsonObject methodObject(const Method &method);
Result<Method> readMethodObject(const QJsonObject &object, const QString &file);

/// The file beside a table that says how it was made: "table.method.json" for "table.csv". Where two methods
/// made it, `part` tells them apart: "table.a.method.json".
QString methodPathOf(const QString &tablePath, const QString &part = {});

/// Writes a table as writeTable() does, and the methods that made it beside it: one, or those of its columns
/// _a and _b. Each holds the checksum of the table. Fails when one of the files cannot be written; then none
/// is.
Result<Done> writeTableAndMethods(const Table &table, const std::vector<Method> &methods,
                                  const QString &path);

/// Reads a method back. `file` names it in messages. Fails when it is not JSON, is of a later version, or has
/// a word or a number that is none of those allowed.
Result<Method> readMethod(const QByteArray &json, const QString &file);

/// The same for a file on disk. Fails also when it cannot be read, and when it holds the checksum of a table
/// and the one beside it is another. Where there is no table beside it, the method stands by itself.
Result<Method> readMethodFile(const QString &path);

} // namespace atlas
