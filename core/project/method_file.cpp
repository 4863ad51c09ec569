#include "core/project/method_file.h"

#include "core/common/files.h"
#include "core/common/output_files.h"
#include "core/project/choices_object.h"
#include "core/project/draws_object.h"
#include "core/project/object_reader.h"
#include "core/project/text.h"
#include "core/tables/write_table.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <optional>
#include <utility>

namespace atlas {

namespace {

/// Version 1 did not say what is shown, what is tried or how it looks.
constexpr int newestMethod = 2;

/// The checksum of the table that a method made.
const QLatin1String tableKey("table_sha256");

QString checksumOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

/// `table` is the checksum of the table beside it; empty for a method on its own.
QByteArray methodFile(const Method &method, const QString &table)
{
    QJsonObject object = methodObject(method);
    object[QLatin1String("disengagement_atlas_method")] = newestMethod;
    if (!table.isEmpty())
        object[tableKey] = table;
    return QJsonDocument(object).toJson();
}

/// The tables a method may belong to, by the names that methodPathOf() gives: "t.a.method.json" may go with
/// "t.a.csv" or "t.csv".
QStringList tablesBeside(const QString &methodPath)
{
    static const QRegularExpression ending(QStringLiteral("^(.+?)(\\.[ab])?\\.method\\.json$"));
    const auto match = ending.match(methodPath);
    QStringList tables;
    for (const QString &stem : {match.captured(1) + match.captured(2), match.captured(1)})
        if (const QString table = stem + QStringLiteral(".csv"); QFileInfo(table).isFile())
            tables << table;
    return tables;
}

bool hasChecksum(const QString &path, const QString &checksum)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && checksumOf(file.readAll()) == checksum;
}

Result<Done> checkTableBeside(const QString &methodPath, const QString &checksum)
{
    const QStringList tables = tablesBeside(methodPath);
    const bool isMade = std::any_of(tables.begin(), tables.end(),
                                    [&](const QString &table) { return hasChecksum(table, checksum); });
    if (checksum.isEmpty() || tables.isEmpty() || isMade)
        return Done{};
    return Error{Text::tr("%1 did not make %2 as it stands beside it: the table has been changed, or its "
                          "writing was broken off. Write the table again, or move %1 to another folder to "
                          "use it by itself.")
                     .arg(fileNameOf(methodPath), fileNameOf(tables.constFirst())),
                 {}};
}

} // namespace

Method methodOf(const Choices &choices, const Looks &looks, const Dataset &dataset, const IndexResult &result)
{
    Method method{.choices = choices, .looks = looks};
    if (!dataset.whatIfs.empty())
        return method;
    for (const size_t i : result.used)
        if (const auto reference = result.indicators[i].reference)
            method.scalesUsed[dataset.indicator(i).code] = *reference;
    return method;
}

void useMethod(const Method &method, Choices &choices, Looks &looks)
{
    if (method.looks) {
        choices = method.choices;
        looks = *method.looks;
        return;
    }
    choices.index = method.choices.index;
    choices.scheme = method.choices.scheme;
    if (!choices.scheme.breaks.empty())
        choices.shown = indexCode; // bounds are scores
}

QJsonObject methodObject(const Method &method)
{
    QJsonObject object = choicesObject(method.choices);
    if (!method.name.isEmpty())
        object[QLatin1String("name")] = method.name;
    if (method.looks)
        object[QLatin1String("looks")] = looksObject(*method.looks);
    object[QLatin1String("scales_used")] = pairsObject(method.scalesUsed);
    if (method.draws)
        object[QLatin1String("draws")] = drawsObject(*method.draws);
    if (method.roundingBandSeed)
        object[QLatin1String("rounding_band_seed")] = QString::number(*method.roundingBandSeed);
    return object;
}

QByteArray writeMethod(const Method &method)
{
    return methodFile(method, {});
}

QString methodPathOf(const QString &tablePath, const QString &part)
{
    const qsizetype dot = tablePath.lastIndexOf(QLatin1Char('.'));
    const bool hasSuffix = dot > tablePath.lastIndexOf(QLatin1Char('/'));
    return (hasSuffix ? tablePath.left(dot) : tablePath) + (part.isEmpty() ? part : QLatin1Char('.') + part)
           + QStringLiteral(".method.json");
}

Result<Done> writeTableAndMethods(const Table &table, const std::vector<Method> &methods, const QString &path)
{
    const auto bytes = tableBytes(table, path);
    if (!bytes)
        return bytes.error();
    std::vector<OutputFile> files = {{path, *bytes}};
    const QString made = checksumOf(files.front().bytes);
    for (size_t i = 0; i < methods.size(); ++i) {
        const QString part =
            methods.size() == 1 ? QString() : QString(QLatin1Char(static_cast<char>('a' + i)));
        files.push_back({methodPathOf(path, part), methodFile(methods[i], made)});
    }
    return writeWholeFiles(files);
}

Result<Method> readMethod(const QByteArray &json, const QString &file)
{
    QJsonParseError problem{};
    QJsonObject object = QJsonDocument::fromJson(json, &problem).object();
    const int version = object.take(QLatin1String("disengagement_atlas_method")).toInt();
    if (problem.error != QJsonParseError::NoError || version < 1)
        return Error{
            Text::tr("%1 is not a method of this program. Give a file that a table was written with.")
                .arg(file),
            problem.errorString()};
    if (version > newestMethod)
        return Error{Text::tr("%1 is of a later version of this program. Update the program.").arg(file), {}};
    object.remove(tableKey);
    return readMethodObject(object, file);
}

Result<Method> readMethodFile(const QString &path)
{
    const auto bytes = readWholeFile(path, Text::tr("The method file"));
    if (!bytes)
        return bytes.error();
    auto method = readMethod(*bytes, fileNameOf(path));
    if (!method)
        return method;
    const QString checksum = QJsonDocument::fromJson(*bytes).object().value(tableKey).toString();
    const auto belongs = checkTableBeside(path, checksum);
    return belongs ? std::move(method) : belongs.error();
}

/// The names that methodObject() can write.
static QStringList knownNames()
{
    return methodObject({.name = QStringLiteral("any"),
                         .looks = Looks(),
                         .draws = DrawSettings(),
                         .roundingBandSeed = RoundingDraws::usualSeed})
        .keys();
}

Result<Method> readMethodObject(const QJsonObject &object, const QString &file)
{
    ObjectReader reader(object, file);
    Method method;
    reader.text("name", method.name);
    readChoices(reader, method.choices);
    if (reader.has("looks")) {
        ObjectReader looks = reader.inside(reader.object("looks"));
        readLooks(looks, method.looks.emplace());
        reader.take(looks);
    }
    reader.pairs("scales_used", method.scalesUsed);
    method.draws = readDraws(reader, "draws", DrawsMade::Yes);
    if (reader.has("rounding_band_seed"))
        method.roundingBandSeed = readSeed(reader, "rounding_band_seed", reader.value("rounding_band_seed"));
    reader.refuseOthers(knownNames());
    if (reader.error())
        return *reader.error();
    return method;
}

} // namespace atlas
