#include "app/cli/plan_options.h"

#include "app/cli/text.h"
#include "core/project/plan_object.h"

#include <utility>

namespace atlas::cli {

namespace {

/// Gives a column a role; another that a plan gave it to loses it.
void giveRole(OptionReader &options, const QString &column, ColumnRole role,
              std::map<QString, ColumnRole> &given, ImportPlan &plan)
{
    for (auto &[header, former] : plan.roles)
        if (isForOneColumn(role) && former == role && header.compare(column, Qt::CaseInsensitive) != 0)
            former = ColumnRole::Ignored;
    for (const auto &[header, other] : given)
        if (isForOneColumn(role) && other == role)
            options.refuse(Text::tr("--role makes both %1 and %2 the %3; name one column for it.")
                               .arg(header, column, columnRoleText(role)));
    given[column] = role;
    setByHead(plan.roles, column, role);
}

void readRoles(OptionReader &options, ImportPlan &plan)
{
    std::map<QString, ColumnRole> given;
    for (const QString &part : namedListOf(options.text("role"))) {
        const NamedValue named = namedValueOf(part);
        if (named.name.isEmpty())
            options.fail("role", Text::tr("columns with roles, such as pupils=population"));
        else
            giveRole(options, named.name,
                     options.wordOf("role", named.value, ColumnRole::Ignored, columnRoleWords()), given,
                     plan);
    }
}

void readHeaderRow(OptionReader &options, ImportPlan &plan)
{
    if (!options.has("header-row"))
        return;
    constexpr int lastRow = 1 << 20;
    bool isNumber = false;
    plan.headerRow = options.text("header-row").toInt(&isNumber);
    plan.headerRows = 0;
    if (!isNumber || plan.headerRow < 1 || plan.headerRow > lastRow)
        options.fail("header-row", Text::tr("the number of a row, from 1"));
}

void readFilters(OptionReader &options, ImportPlan &plan)
{
    for (const QString &text : options.texts("filter")) {
        const qsizetype sign = text.indexOf(QLatin1Char('='));
        if (sign < 1)
            options.fail("filter", Text::tr("a column and one of its values, such as sex=Total"));
        else
            setByHead(plan.filters, text.left(sign).trimmed(), text.mid(sign + 1).trimmed());
    }
}

void readNoValues(OptionReader &options, ImportPlan &plan)
{
    if (!options.has("no-value"))
        return;
    for (const QString &part : listOf(options.text("no-value"))) {
        const NamedValue named = namedValueOf(part);
        const QString text = named.name.isEmpty() ? named.value : named.name;
        plan.symbols[text.toLower()] =
            named.name.isEmpty()
                ? Missing::NotYetDue
                : options.wordOf("no-value", named.value, Missing::NotYetDue, missingWords());
    }
}

/// Takes what a plan says of boundaries where no option of its own says otherwise.
void takeBoundaryPlan(const OptionReader &options, const BoundaryOptions &planned, BoundaryOptions &taken)
{
    const BoundaryOptions given = std::exchange(taken, planned);
    for (const auto &[name, member] :
         {std::pair{"layer", &BoundaryOptions::layer}, std::pair{"code-field", &BoundaryOptions::codeField},
          std::pair{"name-field", &BoundaryOptions::nameField}, std::pair{"crs", &BoundaryOptions::crs},
          std::pair{"projection", &BoundaryOptions::projection}})
        if (options.has(name))
            taken.*member = given.*member;
}

void readPlans(OptionReader &options, DataSources &sources)
{
    for (const QString &path : options.texts("plan")) {
        auto plans = atlas::readPlans(path);
        if (!plans) {
            options.cannotRead(plans.error());
            continue;
        }
        if (plans->figures)
            sources.plan = *std::move(plans->figures);
        const bool areBuiltIn = sources.boundaries == builtInSources().boundaries;
        if (plans->boundaries && !areBuiltIn)
            takeBoundaryPlan(options, *plans->boundaries, sources.boundaryOptions);
    }
}

} // namespace

void addPlanOptions(OptionSet &options)
{
    options.startGroup(Text::tr("How figures are read"));
    options.addRepeated(QStringLiteral("plan"), Text::tr("file"),
                        Text::tr("A plan that \"inspect --json\" wrote, of figures or of boundaries; may be "
                                 "repeated. Other options override it."));
    options.addValue(QStringLiteral("sheet"), Text::tr("name"),
                     Text::tr("Sheet of a workbook, table of a database, or file in a zip."));
    options.addValue(QStringLiteral("header-row"), Text::tr("number"),
                     Text::tr("Row with the heads of the columns, as a spreadsheet counts it."));
    options.addValue(QStringLiteral("code-column"), Text::tr("name"),
                     Text::tr("Column with the area codes."));
    options.addValue(QStringLiteral("name-column"), Text::tr("name"),
                     Text::tr("Column with the area names."));
    options.addValue(
        QStringLiteral("role"), Text::tr("column=role,..."),
        Text::tr("What columns are: code, name, indicator, denominator, numerator, population, period, "
                 "level, group, published-rank, variable, value, note, filter, ignored."));
    options.addValue(QStringLiteral("decimal"), Text::tr("mark"),
                     Text::tr("What stands before decimals: point or comma."));
    options.addValue(
        QStringLiteral("no-value"), Text::tr("text,..."),
        Text::tr(
            "Texts that stand for no value, beside the usual symbols: -1 or \"not asked\". Say why as in "
            "-1=suppressed (blank, suppressed, not-applicable, not-available), or number for a figure."));
    options.addValue(QStringLiteral("period"), Text::tr("period"),
                     Text::tr("Which of several periods, as the file writes it. Default: the latest."));
    options.addValue(QStringLiteral("level"), Text::tr("level"),
                     Text::tr("Which of several levels of areas, as the file writes it."));
    options.addRepeated(QStringLiteral("filter"), Text::tr("column=value"),
                        Text::tr("Which rows are read where a column parts those of an area, such as "
                                 "sex=Boys; once for each column. Default: the total."));
}

void readPlanOptions(OptionReader &options, DataSources &sources)
{
    readPlans(options, sources);
    ImportPlan &plan = sources.plan;
    for (const auto &[name, text] :
         {std::pair{"sheet", &plan.sheet}, std::pair{"code-column", &plan.codeColumn},
          std::pair{"name-column", &plan.nameColumn}, std::pair{"period", &plan.period},
          std::pair{"level", &plan.level}})
        if (options.has(name))
            *text = options.text(name);
    readHeaderRow(options, plan);
    readRoles(options, plan);
    readFilters(options, plan);
    readNoValues(options, plan);
    if (options.has("decimal")) {
        plan.decimalMarks.clear();
        plan.decimalMark = options.choice(
            "decimal", DecimalMark::Point,
            {{QStringLiteral("point"), DecimalMark::Point}, {QStringLiteral("comma"), DecimalMark::Comma}});
    }
}

} // namespace atlas::cli
