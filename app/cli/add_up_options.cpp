#include "app/cli/add_up_options.h"

#include "app/cli/text.h"
#include "core/aggregation/add_up_rule.h"
#include "core/aggregation/lookup.h"

namespace atlas::cli {

namespace {

/// The word for the lookup that is built in, as in project files.
const QString builtIn = QStringLiteral("built-in");

void readRules(OptionReader &options, AddingUp &how)
{
    for (const QString &text : options.texts("add-up")) {
        const QString code = text.section(QLatin1Char('='), 0, 0).trimmed();
        const QString said = text.section(QLatin1Char('='), 1);
        const auto rule = ruleOf(said);
        if (code.isEmpty() || !rule) {
            const bool isMean = said.trimmed() == QLatin1String("mean");
            return options.refuse(
                isMean ? Text::tr("--add-up %1 needs a column that weighs the areas, such as %1:headcount.")
                             .arg(text)
                       : Text::tr("--add-up %1 is not understood; give CODE=sum, CODE=mean:COLUMN, "
                                  "CODE=rate:NUMERATOR/DENOMINATOR or CODE=share:COLUMN<=NUMBER.")
                             .arg(text));
        }
        if (how.rules.contains(code))
            return options.refuse(Text::tr("--add-up names %1 twice; give it one rule.").arg(code));
        how.rules[code] = *rule;
    }
}

} // namespace

void addAddUpOptions(OptionSet &options)
{
    options.startGroup(Text::tr("From smaller to larger areas"));
    options.addRepeated(
        QStringLiteral("add-up"), Text::tr("code=rule"),
        Text::tr(
            "Add the figures of smaller areas up: CODE=sum; CODE=mean:COLUMN, weighted by it; "
            "CODE=rate:NUMERATOR/DENOMINATOR, in per cent; CODE=share:COLUMN<=NUMBER, the per cent of areas "
            "that are so (also <, =, >= and >). Once for each indicator; columns without a rule are left "
            "out."));
    options.addValue(
        QStringLiteral("lookup"), Text::tr("file"),
        Text::tr("Table of smaller areas, the larger ones that they are part of and, where there is "
                 "one, the share. Default: \"built-in\", the 39 LEPs from the districts or "
                 "upper-tier authorities of 2014."));
    options.addValue(
        QStringLiteral("larger"), Text::tr("column,..."),
        Text::tr("Columns with the larger areas: of the lookup, or without one of the figures."));
    options.addValue(QStringLiteral("members"), Text::tr("how"),
                     Text::tr("whole: an area with any part in a larger one counts whole there (default); "
                              "shared: it counts by its share."));
}

void readAddUpOptions(OptionReader &options, DataSources &sources)
{
    AddingUp &how = sources.plan.addingUp;
    if (options.has("indicators")) // the lookup belonged to others
        sources.lookup.clear();
    if (options.has("add-up")) {
        how.rules.clear();
        readRules(options, how);
    }
    if (options.has("lookup")) {
        sources.lookup = options.text("lookup") == builtIn ? builtInLookup() : options.text("lookup");
        how.largerColumns.clear();
    }
    if (options.has("larger")) {
        how.largerColumns = listOf(options.text("larger"));
        if (how.largerColumns.isEmpty())
            options.fail("larger", Text::tr("the names of columns"));
    }
    how.members = options.choice(
        "members", how.members,
        {{QStringLiteral("whole"), MembersCount::Whole}, {QStringLiteral("shared"), MembersCount::Shared}});
    for (const char *name : {"lookup", "larger", "members"})
        if (options.has(name) && how.rules.empty())
            return options.refuse(Text::tr("--%1 needs --add-up, which says how each indicator is added up.")
                                      .arg(QLatin1String(name)));
}

} // namespace atlas::cli
