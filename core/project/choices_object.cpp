#include "core/project/choices_object.h"

#include "core/index/method_words.h"
#include "core/project/text.h"
#include "core/render/looks_words.h"

#include <QJsonArray>
#include <QSet>

#include <cmath>
#include <utility>

namespace atlas {

namespace {

void writeScale(QJsonObject &object, const ScaleSettings &scale)
{
    object[QLatin1String("normalise")] = wordFor(normalisationWords(), scale.normalisation);
    object[QLatin1String("sd")] = wordFor(standardDeviationWords(), scale.standardDeviation);
    object[QLatin1String("low")] = scale.low;
    object[QLatin1String("high")] = scale.high;
    object[QLatin1String("references")] = pairsObject(scale.references);
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

void writeIndex(QJsonObject &object, const IndexSettings &index)
{
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
}

void readWeights(ObjectReader &reader, std::map<QString, double> &weights)
{
    const QJsonObject object = reader.object("weights");
    for (auto it = object.begin(); it != object.end(); ++it) {
        weights[it.key()] = it.value().toDouble();
        if (!isWeight(weights[it.key()]))
            reader.fail("weights", it.key(), it.value());
    }
}

void readIndex(ObjectReader &reader, IndexSettings &index)
{
    for (const QString &code : reader.texts("excluded"))
        index.excluded.insert(code);
    readWeights(reader, index.weights);
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

void writeScheme(QJsonObject &object, const ClassScheme &scheme)
{
    object[QLatin1String("classes")] = scheme.classCount;
    object[QLatin1String("quantile_type")] = wordFor(quantileRuleWords(), scheme.rule);
    QJsonArray breaks;
    for (const double bound : scheme.breaks)
        breaks.append(bound);
    object[QLatin1String("breaks")] = breaks;
}

void readScheme(ObjectReader &reader, ClassScheme &scheme)
{
    double classes = scheme.classCount;
    reader.number("classes", classes);
    if (!(classes >= 2 && classes <= 9) || classes != std::floor(classes))
        reader.fail("classes", classes);
    else
        scheme.classCount = static_cast<int>(classes);
    reader.choice("quantile_type", quantileRuleWords(), scheme.rule);
    reader.breaks("breaks", scheme);
}

QJsonArray triedArray(const std::vector<TriedValue> &tried)
{
    QJsonArray values;
    for (const TriedValue &value : tried)
        values.append(QJsonObject{{QStringLiteral("area"), value.area.text},
                                  {QStringLiteral("indicator"), value.indicator},
                                  {QStringLiteral("value"), value.value}});
    return values;
}

void readTried(ObjectReader &reader, std::vector<TriedValue> &tried)
{
    if (!reader.has("tried"))
        return;
    tried.clear();
    QSet<std::pair<QString, QString>> cells;
    const QJsonArray values = reader.array("tried");
    for (const QJsonValue value : values) {
        ObjectReader cell = reader.inside(value.toObject());
        TriedValue read;
        cell.text("area", read.area.text);
        cell.text("indicator", read.indicator);
        cell.number("value", read.value);
        cell.refuseOthers({QStringLiteral("area"), QStringLiteral("indicator"), QStringLiteral("value")});
        if (read.area.isEmpty() || read.indicator.isEmpty() || !cell.has("value"))
            cell.fail("tried", value);
        reader.take(cell);
        const auto key = std::pair{read.area.text, read.indicator};
        if (cells.contains(key))
            reader.fail(Text::tr("%1 tries two values of %2 for area %3. Keep one of them.")
                            .arg(reader.file(), read.indicator, read.area.text));
        cells.insert(key);
        tried.push_back(std::move(read));
    }
}

} // namespace

QJsonObject choicesObject(const Choices &choices)
{
    QJsonObject object;
    writeIndex(object, choices.index);
    writeScheme(object, choices.scheme);
    object[QLatin1String("shown")] = choices.shown;
    object[QLatin1String("node_scores")] = choices.nodeScores;
    object[QLatin1String("tried")] = triedArray(choices.tried);
    return object;
}

void readChoices(ObjectReader &reader, Choices &choices)
{
    readIndex(reader, choices.index);
    readScheme(reader, choices.scheme);
    reader.text("shown", choices.shown);
    reader.flag("node_scores", choices.nodeScores);
    readTried(reader, choices.tried);
}

QJsonObject looksObject(const Looks &looks)
{
    return {
        {QStringLiteral("palette"), looks.palette},
        {QStringLiteral("labels"), wordFor(labelsWords(), looks.labels)},
        {QStringLiteral("class_marks"), looks.classMarks},
        {QStringLiteral("certainty"), looks.certainty},
        {QStringLiteral("cell_colours"), wordFor(cellColoursWords(), looks.cellColours)},
        {QStringLiteral("cell_bars"), looks.cellBars},
        {QStringLiteral("benchmarks"), looks.benchmarks},
        {QStringLiteral("insets"), looks.insets},
        {QStringLiteral("people"), looks.people},
    };
}

void readLooks(ObjectReader &reader, Looks &looks)
{
    reader.choice("palette", paletteWords(), looks.palette);
    reader.choice("labels", labelsWords(), looks.labels);
    reader.flag("class_marks", looks.classMarks);
    reader.flag("certainty", looks.certainty);
    reader.choice("cell_colours", cellColoursWords(), looks.cellColours);
    reader.flag("cell_bars", looks.cellBars);
    reader.flag("benchmarks", looks.benchmarks);
    reader.flag("insets", looks.insets);
    reader.flag("people", looks.people);
    reader.refuseOthers(looksObject({}).keys());
}

} // namespace atlas
