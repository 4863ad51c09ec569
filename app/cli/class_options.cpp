#include "app/cli/class_options.h"

#include "app/cli/text.h"
#include "core/index/method_words.h"

#include <cmath>

namespace atlas::cli {

namespace {

void readBreaks(OptionReader &options, ClassScheme &scheme)
{
    if (!options.has("breaks"))
        return;
    scheme.breaks.clear();
    constexpr size_t most = 8;
    bool isGood = true;
    for (const QString &text : options.text("breaks").split(QLatin1Char(','))) {
        bool isNumber = false;
        const double bound = text.trimmed().toDouble(&isNumber);
        const bool rises = scheme.breaks.empty() || bound > scheme.breaks.back();
        isGood = isGood && isNumber && std::isfinite(bound) && rises;
        scheme.breaks.push_back(bound);
    }
    if (!isGood || scheme.breaks.size() > most) {
        options.fail("breaks", Text::tr("up to 8 rising numbers, such as 2.5,5,10"));
        return;
    }
    const auto count = static_cast<int>(scheme.breaks.size()) + 1;
    if (options.has("classes") && scheme.classCount != count)
        options.refuse(Text::tr("--breaks %1 makes %2 classes, not %3; leave out --classes.")
                           .arg(options.text("breaks"), QString::number(count), options.text("classes")));
    scheme.classCount = count;
}

} // namespace

void addClassOptions(OptionSet &options)
{
    options.startGroup(Text::tr("Classes"));
    options.addValue(QStringLiteral("classify"), Text::tr("method"),
                     Text::tr("How classes are cut: quantile, in place of bounds that a project or a method "
                              "file gives."));
    options.addValue(QStringLiteral("quantile-type"), Text::tr("type"),
                     Text::tr("Rule of the quantiles: 7 (spreadsheets), 6, 5, or ntile (equal counts). "
                              "Default: 7."));
    options.addValue(QStringLiteral("classes"), Text::tr("number"),
                     Text::tr("Number of classes, 2 to 9. Default: 4."));
    options.addValue(
        QStringLiteral("breaks"), Text::tr("a,b,..."),
        Text::tr("Own bounds between the classes, rising, in the unit of what the map shows; for a "
                 "table, of the score. A value equal to a bound goes with the smaller values."));
}

void readClassOptions(OptionReader &options, Request &request)
{
    ClassScheme &scheme = request.choices().scheme;
    if (options.has("breaks") && !request.isMap)
        request.choices().shown = indexCode; // bounds are scores, whatever the file shows on the map
    options.choice<int>("classify", 0, {{QStringLiteral("quantile"), 0}});
    if (options.has("classify") && options.has("breaks"))
        options.refuse(Text::tr("--breaks gives bounds of your own; leave out --classify."));
    if (options.has("classify"))
        scheme.breaks.clear();
    bool isWhole = true;
    if (options.has("classes"))
        scheme.classCount = options.text("classes").toInt(&isWhole);
    if (!isWhole || scheme.classCount < 2 || scheme.classCount > 9)
        options.fail("classes", Text::tr("a whole number from 2 to 9"));
    else if (options.has("classes"))
        scheme.breaks.clear(); // bounds from a file
    readBreaks(options, scheme);
    scheme.rule = options.choice("quantile-type", scheme.rule, quantileRuleWords());
}

} // namespace atlas::cli
