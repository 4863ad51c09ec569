#include "core/project/method_file.h"

#include "core/common/files.h"
#include "core/common/output_files.h"
#include "core/index/method_words.h"
#include "core/project/object_reader.h"
#include "core/tables/write_table.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace atlas {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MethodFile)
};

constexpr int newestVersion = 1;

QJsonArray pairOf(const ReferenceValues &values)
{
    return {values.first, values.second};
}

QJsonObject pairsOf(const std::map<QString, ReferenceValues> &values)
{
    QJsonObject object;
    for (const auto &[code, pair] : values)
        object.insert(code, pairOf(pair));
    return object;
}

void writeScale(QJsonObject &object, const ScaleSettings &scale)
{
    object[QLatin1String("normalise")] = wordFor(normalisationWords(), scale.normalisation);
    object[QLatin1String("sd")] = wordFor(standardDeviationWords(), scale.standardDeviation);
    object[QLatin1String("low")] = scale.low;
    object[QLatin1String("high")] = scale.high;
    object[QLatin1String("references")] = pairsOf(scale.references);
    object[QLatin1String("reference_area")] = scale.referenceArea;
    object[QLatin1String("missing")] = wordFor(missingRuleWords(), scale.missing);
    object[QLatin1String("group_column")] = scale.groupColumn;
    object[QLatin1String("outliers")] = wordFor(outlierRuleWords(), scale.outliers);
    QJsonObject own;
    for (const auto &[code, rule] : scale.outliersOf)
        own.insert(code, wordFor(outlierRuleWords(), rule));
    object[QLatin1String("outliers_of")] = own;
}

void readScale(ObjectReader &reader, ScaleSettings &scale)
{
    reader.choice("normalise", normalisationWords(), scale.normalisation);
    reader.choice("sd", standardDeviationWords(), scale.standardDeviation);
    reader.number("low", scale.low);
    reader.number("high", scale.high);
    if (!(scale.low < scale.high))
        reader.fail("high", scale.high);
    reader.pairs("references", scale.references);
    reader.text("reference_area", scale.referenceArea);
    reader.choice("missing", missingRuleWords(), scale.missing);
    reader.text("group_column", scale.groupColumn);
    reader.choice("outliers", outlierRuleWords(), scale.outliers);
    const QJsonObject own = reader.object("outliers_of");
    for (auto it = own.begin(); it != own.end(); ++it)
        reader.setWord("outliers_of", it.value(), outlierRuleWords(), scale.outliersOf[it.key()]);
}

void readIndex(ObjectReader &reader, IndexSettings &index)
{
    for (const QString &code : reader.texts("excluded"))
        index.excluded.insert(code);
    const QJsonObject weights = reader.object("weights");
    for (auto it = weights.begin(); it != weights.end(); ++it) {
        index.weights[it.key()] = it.value().toDouble();
        if (!isWeight(index.weights[it.key()]))
            reader.fail("weights", it.key());
    }
    readScale(reader, index.scale);
    reader.choice("levels", levelsWords(), index.levels);
    reader.choice("weighting", weightingWords(), index.weighting);
    reader.choice("aggregate", aggregationWords(), index.aggregation);
    const QJsonObject ofLevel = reader.object("aggregate_of_level");
    constexpr int lowestNode = 2;
    for (auto it = ofLevel.begin(); it != ofLevel.end(); ++it) {
        if (it.key().toInt() < lowestNode)
            reader.fail("aggregate_of_level", it.key());
        reader.setWord("aggregate_of_level", it.value(), aggregationWords(),
                       index.aggregationOfLevel[it.key().toInt()]);
    }
    reader.number("threshold", index.threshold);
    if (!(index.threshold >= 0 && index.threshold <= 1))
        reader.fail("threshold", index.threshold);
    reader.choice("rank_rule", rankRuleWords(), index.rankRule);
}

/// Seeds are written as texts: JSON's numbers cannot hold all of them.
uint64_t readSeed(ObjectReader &reader, const char *key, const QJsonValue &text)
{
    bool isWhole = false;
    const qulonglong seed = text.toString().toULongLong(&isWhole);
    if (!isWhole)
        reader.fail(key, text);
    return seed;
}

std::optional<DrawSettings> readDraws(ObjectReader &reader)
{
    const QJsonObject object = reader.object("draws");
    if (object.isEmpty())
        return {};
    const double count = object.value(QLatin1String("count")).toDouble();
    const QJsonValue vary = object.value(QLatin1String("vary"));
    const auto assumptions = assumptionsOf(vary.toString());
    const bool isCount = count >= 1 && count <= DrawSettings::mostDraws && count == std::floor(count);
    if (!isCount)
        reader.fail("count", object.value(QLatin1String("count")));
    if (!assumptions)
        reader.fail("vary", vary);
    return DrawSettings{.assumptions = assumptions.value_or(Assumptions()),
                        .draws = isCount ? static_cast<int>(count) : 1,
                        .seed = readSeed(reader, "seed", object.value(QLatin1String("seed")))};
}

/// The checksum of the table that a method made.
const QLatin1String tableKey("table_sha256");

QString checksumOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

/// `table` is the checksum of the table beside it; empty for a method that stands by itself.
QByteArray methodFile(const Method &method, const QString &table)
{
    QJsonObject object = methodObject(method);
    object[QLatin1String("disengagement_atlas_method")] = newestVersion;
    if (!table.isEmpty())
        object[tableKey] = table;
    return QJsonDocument(object).toJson();
}

/// The tables that a method may stand beside, by the names that methodPathOf() gives: "t.a.method.json" may
/// belong to "t.a.csv" or to "t.csv".
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

Method methodOf(const IndexSettings &settings, const ClassScheme &scheme, const Dataset &dataset,
                const IndexResult &result)
{
    Method method{.name = {}, .index = settings, .scheme = scheme, .scalesUsed = {}};
    if (!dataset.whatIfs.empty())
        return method;
    for (const size_t i : result.used)
        if (const auto reference = result.indicators[i].reference)
            method.scalesUsed[dataset.indicator(i).code] = *reference;
    return method;
}

QJsonObject methodObject(const Method &method)
{
    QJsonObject object;
    if (!method.name.isEmpty())
        object[QLatin1String("name")] = method.name;
    const IndexSettings &index = method.index;
    QJsonArray excluded;
    for (const QString &code : index.excluded)
        excluded.append(code);
    object[QLatin1String("excluded")] = excluded;
    QJsonObject weights;
    for (const auto &[code, weight] : index.weights)
        weights.insert(code, weight);
    object[QLatin1String("weights")] = weights;
    writeScale(object, index.scale);
    object[QLatin1String("levels")] = wordFor(levelsWords(), index.levels);
    object[QLatin1String("weighting")] = wordFor(weightingWords(), index.weighting);
    object[QLatin1String("aggregate")] = wordFor(aggregationWords(), index.aggregation);
    QJsonObject ofLevel;
    for (const auto &[level, aggregation] : index.aggregationOfLevel)
        ofLevel.insert(QString::number(level), wordFor(aggregationWords(), aggregation));
    object[QLatin1String("aggregate_of_level")] = ofLevel;
    object[QLatin1String("threshold")] = index.threshold;
    object[QLatin1String("rank_rule")] = wordFor(rankRuleWords(), index.rankRule);
    object[QLatin1String("classes")] = method.scheme.classCount;
    object[QLatin1String("quantile_type")] = wordFor(quantileRuleWords(), method.scheme.rule);
    QJsonArray breaks;
    for (const double bound : method.scheme.breaks)
        breaks.append(bound);
    object[QLatin1String("breaks")] = breaks;
    object[QLatin1String("scales_used")] = pairsOf(method.scalesUsed);
    if (method.draws)
        object[QLatin1String("draws")] =
            QJsonObject{{QStringLiteral("count"), method.draws->draws},
                        {QStringLiteral("seed"), QString::number(method.draws->seed)},
                        {QStringLiteral("vary"), varyText(method.draws->assumptions)}};
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
    if (version > newestVersion)
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
    Method whole{.name = QStringLiteral("any")};
    whole.draws = DrawSettings();
    whole.roundingBandSeed = 1;
    return methodObject(whole).keys();
}

Result<Method> readMethodObject(const QJsonObject &object, const QString &file)
{
    ObjectReader reader(object, file);
    Method method;
    reader.text("name", method.name);
    readIndex(reader, method.index);
    double classes = method.scheme.classCount;
    reader.number("classes", classes);
    if (!(classes >= 2 && classes <= 9) || classes != std::floor(classes))
        reader.fail("classes", classes);
    else
        method.scheme.classCount = static_cast<int>(classes);
    reader.choice("quantile_type", quantileRuleWords(), method.scheme.rule);
    reader.breaks("breaks", method.scheme);
    reader.pairs("scales_used", method.scalesUsed);
    method.draws = readDraws(reader);
    if (reader.has("rounding_band_seed"))
        method.roundingBandSeed = readSeed(reader, "rounding_band_seed", reader.value("rounding_band_seed"));
    reader.refuseOthers(knownNames());
    if (reader.error())
        return *reader.error();
    return method;
}

} // namespace atlas
