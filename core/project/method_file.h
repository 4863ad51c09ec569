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

/// Named choices and looks, with what is needed to reproduce a table.
struct Method
{
    QString name = {}; ///< the user's name for it; often empty
    Choices choices = {};
    /// None if the method covers only how the index and its classes are made, and leaves what is shown, what
    /// is tried and how it looks unchanged, as version 1 files do.
    std::optional<Looks> looks = {};
    /// What fixed the scale of each indicator, by code. Put into `index.scale.references`, it scores later
    /// data on the same scale.
    std::map<QString, ReferenceValues> scalesUsed = {};
    /// The random draws whose ranks are in the table, and the seed of those for its rounding band.
    std::optional<DrawSettings> draws = {};
    std::optional<uint64_t> roundingBandSeed = {};

    bool operator==(const Method &) const = default;
};

/// The method behind a result. If values are tried, the scales are not kept, since they depend on those
/// values rather than the data.
Method methodOf(const Choices &choices, const Looks &looks, const Dataset &dataset,
                const IndexResult &result);

/// Applies the method to choices and looks. Without looks, it changes only the index and its classes; if
/// these have bounds of their own, which are scores, the index is shown.
void useMethod(const Method &method, Choices &choices, Looks &looks);

/// A method as JSON. Numbers read back exactly.
QByteArray writeMethod(const Method &method);

/// A method as part of another file, whose version it shares.
QJsonObject methodObject(const Method &method);
Result<Method> readMethodObject(const QJsonObject &object, const QString &file);

/// The file beside a table that records how it was made: "table.method.json" for "table.csv". If two methods
/// made it, `part` tells them apart: "table.a.method.json".
QString methodPathOf(const QString &tablePath, const QString &part = {});

/// Writes a table as writeTable() does and, beside it, the methods that made it: one, or those of its columns
/// _a and _b. Each holds the table's checksum. If any file cannot be written, fails and writes none.
Result<Done> writeTableAndMethods(const Table &table, const std::vector<Method> &methods,
                                  const QString &path);

/// Reads a method back. `file` names it in messages. Fails if it is not JSON, is of a later version, or has a
/// word or number that is not allowed.
Result<Method> readMethod(const QByteArray &json, const QString &file);

/// Reads a method from disk. Also fails if the file cannot be read, or holds the checksum of a table and the
/// one beside it does not match. With no table beside it, the method stands on its own.
Result<Method> readMethodFile(const QString &path);

} // namespace atlas
