#include "app/cli/index_options.h"

#include "app/cli/text.h"
#include "core/common/number_range.h"
#include "core/project/method_file.h"

namespace atlas::cli {

namespace {

/// Two numbers separated by a colon; nothing if it is anything else.
std::optional<ReferenceValues> pairOf(const QString &text)
{
    const QStringList parts = text.split(QLatin1Char(':'));
    if (parts.size() != 2)
        return {};
    bool isFirst = false;
    bool isSecond = false;
    const ReferenceValues pair{parts[0].trimmed().toDouble(&isFirst), parts[1].trimmed().toDouble(&isSecond)};
    if (!isFirst || !isSecond || !isComputableScale(pair.first) || !isComputableScale(pair.second))
        return {};
    return pair;
}

void keepScales(Method &method, OptionReader &options)
{
    method.choices.index.scale.references = method.scalesUsed;
    if (method.scalesUsed.empty())
        options.refuse(Text::tr("--keep-scales: the file does not say which scales its data made; leave the "
                                "option out."));
}

/// The method file's choices, looks and draws replace the project's.
void readMethodOption(OptionReader &options, Request &request)
{
    const bool keeps = options.has("keep-scales");
    if (keeps && !options.has("method") && request.projectFile.isEmpty())
        return options.refuse(
            Text::tr("--keep-scales keeps the scales of a --method file or a --project; name one."));
    if (options.has("method")) {
        auto method = readMethodAt(options, options.text("method"));
        if (!method)
            return;
        const QString shown = request.choices().shown;
        useMethod(*method, request.choices(), request.looks());
        if (request.isMap && !method->looks && shown != request.choices().shown) {
            request.choices().shown = shown; // the method's bounds are scores, but this is another variable
            request.choices().scheme = request.choices().otherScheme();
        }
        if (method->looks)
            request.triedFile = options.text("method");
        method->choices = request.choices();
        method->looks = request.looks();
        request.project.method = *std::move(method);
    }
    if (keeps)
        keepScales(request.project.method, options);
}

void readScale(OptionReader &options, ScaleSettings &scale)
{
    scale.normalisation = options.choice("normalise", scale.normalisation, normalisationWords());
    scale.standardDeviation = options.choice("sd", scale.standardDeviation, standardDeviationWords());
    scale.missing = options.choice("missing", scale.missing, missingRuleWords());
    if (options.has("group-column"))
        scale.groupColumn = options.text("group-column");
    if (options.has("reference-area"))
        scale.referenceArea = options.text("reference-area");
    if (options.has("range")) {
        const auto range = pairOf(options.text("range"));
        if (!range || range->first >= range->second || !isComputable(range->first)
            || !isComputable(range->second))
            options.fail("range", Text::tr("the ends of the scale, such as 0:100"));
        else
            std::tie(scale.low, scale.high) = std::pair{range->first, range->second};
    }
    for (const QString &part : namedListOf(options.text("reference"))) {
        const NamedValue named = namedValueOf(part);
        const auto pair = pairOf(named.value);
        if (named.name.isEmpty() || !pair)
            options.fail("reference", Text::tr("codes with two numbers, such as a=0:10,b=2.5:40"));
        else if (pair->first == pair->second)
            options.refuse(
                Text::tr(
                    "--reference gives %1 two equal values, which make no scale; give two different ones.")
                    .arg(named.name));
        else
            scale.references[named.name] = *pair;
    }
    QStringList rules;
    for (const auto &[word, rule] : outlierRuleWords())
        rules << word;
    for (const QString &part : namedListOf(options.text("outliers"), rules)) {
        const NamedValue named = namedValueOf(part);
        OutlierRule &rule = named.name.isEmpty() ? scale.outliers : scale.outliersOf[named.name];
        rule = options.wordOf("outliers", named.value, rule, outlierRuleWords());
    }
}

void readWeights(OptionReader &options, std::map<QString, double> &weights)
{
    const QStringList parts = namedListOf(options.text("weights"));
    if (!options.has("weights"))
        return;
    weights.clear();
    if (parts.isEmpty())
        options.refuse(Text::tr("--weights gives no weight; give codes with weights, such as a=2,b=0.5."));
    for (const QString &part : parts) {
        const NamedValue named = namedValueOf(part);
        bool isNumber = false;
        const double weight = named.value.toDouble(&isNumber);
        if (named.name.isEmpty() || !isNumber || !isWeight(weight))
            options.fail("weights", Text::tr("codes with numbers above zero, such as a=2,b=0.5"));
        else if (!weights.emplace(named.name, weight).second)
            options.refuse(Text::tr("--weights gives %1 two weights; keep one of them.").arg(named.name));
    }
}

void readAggregation(OptionReader &options, IndexSettings &index)
{
    constexpr int lowestNode = 2;
    for (const QString &part : listOf(options.text("aggregate"))) {
        const NamedValue named = namedValueOf(part);
        bool isNumber = false;
        const int level = named.name.toInt(&isNumber);
        if (!named.name.isEmpty() && (!isNumber || level < lowestNode)) {
            options.fail("aggregate", Text::tr("methods, with levels from 2 before them, such as "
                                               "arithmetic,3=geometric"));
            continue;
        }
        Aggregation &method = named.name.isEmpty() ? index.aggregation : index.aggregationOfLevel[level];
        method = options.wordOf("aggregate", named.value, method, aggregationWords());
    }
}

void readThreshold(OptionReader &options, double &threshold)
{
    if (!options.has("threshold"))
        return;
    bool isNumber = false;
    threshold = options.text("threshold").toDouble(&isNumber);
    if (!isNumber || !isComputable(threshold) || !(threshold >= 0 && threshold <= 1))
        options.fail("threshold", Text::tr("a number from 0 to 1"));
}

} // namespace

std::optional<Method> readMethodAt(OptionReader &options, const QString &path)
{
    auto method = readMethodFile(path);
    if (method)
        return *std::move(method);
    options.cannotRead(method.error());
    return {};
}

void addIndexOptions(OptionSet &options)
{
    options.startGroup(Text::tr("Method"));
    options.addValue(QStringLiteral("method"), Text::tr("file"),
                     Text::tr("Method file written beside a table. Other options override it."));
    options.addSwitch(
        QStringLiteral("keep-scales"),
        Text::tr("Score on the scales that the method file or the project was made with, not on those of "
                 "the data."));
    options.addValue(QStringLiteral("exclude"), Text::tr("code,..."), Text::tr("Indicators to switch off."));
    options.addValue(QStringLiteral("only"), Text::tr("code,..."),
                     Text::tr("Indicators to use, all others off."));
    options.addValue(
        QStringLiteral("missing"), Text::tr("rule"),
        Text::tr("What a missing value counts as: available (nothing; the area is scored on the others), "
                 "leave-out (the area has no score), mean, median or group-mean of the indicator. "
                 "Default: available."));
    options.addValue(
        QStringLiteral("group-column"), Text::tr("name"),
        Text::tr("Column of the indicator file that groups areas. Default: its first column of texts."));
    options.addValue(
        QStringLiteral("threshold"), Text::tr("share"),
        Text::tr("Least share of the values that an area needs for a score, 0 to 1. Default: 0."));
    options.addValue(
        QStringLiteral("outliers"), Text::tr("rule,code=rule,..."),
        Text::tr("What is done about indicators with |skewness| above 2 and kurtosis above 3.5: keep, "
                 "winsorise, log, or treat (winsorise, else log); rule alone for all, code=rule for one. "
                 "Default: keep."));
    options.addValue(
        QStringLiteral("normalise"), Text::tr("method"),
        Text::tr("How indicators are put on one scale: zscore, minmax, percentile, rank, borda, target, "
                 "goalposts, reference or share. Default: zscore."));
    options.addValue(QStringLiteral("sd"), Text::tr("kind"),
                     Text::tr("Standard deviation: sample or population. Default: sample."));
    options.addValue(QStringLiteral("range"), Text::tr("low:high"),
                     Text::tr("Ends of the scale of minmax and goalposts. Default: 0:1."));
    options.addValue(
        QStringLiteral("reference"), Text::tr("code=a:b,..."),
        Text::tr(
            "What fixes the scale of an indicator in place of its own values: mean and SD (zscore), least "
            "and greatest, start and target, or goalposts, as measured."));
    options.addValue(QStringLiteral("reference-area"), Text::tr("code"),
                     Text::tr("Code of the area that \"reference\" compares with."));
    options.addValue(
        QStringLiteral("levels"), Text::tr("kind"),
        Text::tr("What the index is made of: flat (all indicators at once), nested (domains first), or given "
                 "(nested where there are levels above the domains). Default: given."));
    options.addValue(
        QStringLiteral("weighting"), Text::tr("kind"),
        Text::tr(
            "Weights: given (by the metadata), equal, or pca (first principal component). Default: given."));
    options.addValue(
        QStringLiteral("weights"), Text::tr("code=w,..."),
        Text::tr("Weights of indicators or domains, in place of all others; only their ratios matter."));
    options.addValue(
        QStringLiteral("aggregate"), Text::tr("method,level=method,..."),
        Text::tr("How values are combined: arithmetic, geometric, harmonic or copeland; method alone for all "
                 "levels, level=method for one, counted from 2 for domains. Default: arithmetic."));
    options.addValue(QStringLiteral("rank-rule"), Text::tr("rule"),
                     Text::tr("Rank of areas with equal scores: min, average or dense. Default: min."));
}

void readIndexOptions(OptionReader &options, Request &request)
{
    request.methodFile = options.text("method");
    readMethodOption(options, request);
    request.only = {options.text("only"), listOf(options.text("only"))};
    request.exclude = {options.text("exclude"), listOf(options.text("exclude"))};
    for (const auto &[name, codes] :
         {std::pair{"only", &request.only}, std::pair{"exclude", &request.exclude}})
        if (options.has(name) && codes->parts.isEmpty())
            options.refuse(Text::tr("--%1 names no indicator; give their codes, with commas between them.")
                               .arg(QLatin1String(name)));
    IndexSettings &index = request.choices().index;
    readScale(options, index.scale);
    readWeights(options, index.weights);
    readAggregation(options, index);
    readThreshold(options, index.threshold);
    index.levels = options.choice("levels", index.levels, levelsWords());
    index.weighting = options.choice("weighting", index.weighting, weightingWords());
    index.rankRule = options.choice("rank-rule", index.rankRule, rankRuleWords());
}

} // namespace atlas::cli
