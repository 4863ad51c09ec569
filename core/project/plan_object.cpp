#include "core/project/plan_object.h"

#include "core/common/files.h"
#include "core/project/add_up_object.h"
#include "core/project/description_object.h"
#include "core/project/object_reader.h"
#include "core/project/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <array>

namespace atlas {

namespace {

const Words<DecimalMark> &decimalMarkWords()
{
    static const Words<DecimalMark> words = {{QStringLiteral("point"), DecimalMark::Point},
                                             {QStringLiteral("comma"), DecimalMark::Comma}};
    return words;
}

QString markWord(DecimalMark mark)
{
    return decimalMarkWords()[mark == DecimalMark::Point ? 0 : 1].first;
}

void addText(QJsonObject &object, const char *key, const QString &text)
{
    if (!text.isEmpty())
        object[QLatin1String(key)] = text;
}

void readColumn(ObjectReader &reader, const QJsonValue &value, ImportPlan &plan)
{
    const QJsonObject column = value.toObject();
    ObjectReader inside = reader.inside(column);
    QString header;
    inside.text("header", header);
    if (header.isEmpty())
        inside.fail("header", column.value(QLatin1String("header")));
    if (column.contains(QLatin1String("role"))) {
        auto role = ColumnRole::Ignored;
        inside.setWord("role", column.value(QLatin1String("role")), columnRoleWords(), role);
        plan.roles[header] = role;
    }
    if (column.contains(QLatin1String("decimal"))) {
        auto mark = DecimalMark::Point;
        inside.setWord("decimal", column.value(QLatin1String("decimal")), decimalMarkWords(), mark);
        plan.decimalMarks[header] = mark;
    }
    reader.take(inside);
}

void readSymbols(ObjectReader &reader, ImportPlan &plan)
{
    const QJsonObject symbols = reader.object("symbols");
    for (auto symbol = symbols.begin(); symbol != symbols.end(); ++symbol) {
        auto missing = Missing::Blank;
        reader.setWord("symbols", symbol.value(), missingWords(), missing);
        plan.symbols.insert(symbol.key().toLower(), missing);
    }
}

void readFilters(ObjectReader &reader, ImportPlan &plan)
{
    const QJsonObject filters = reader.object("filters");
    for (auto filter = filters.begin(); filter != filters.end(); ++filter) {
        if (!filter.value().isString())
            reader.fail("filters", filter.value());
        plan.filters[filter.key()] = filter.value().toString();
    }
}

/// What a filter column says, and which of it is read.
void describeFilter(const PeopleFilter &filter, QJsonObject &column)
{
    column[QLatin1String("values")] = QJsonArray::fromStringList(filter.values);
    if (filter.reads == PeopleFilter::Reads::Total || filter.reads == PeopleFilter::Reads::Chosen)
        column[QLatin1String("reads")] = filter.read;
}

int readRowNumber(ObjectReader &reader, const char *key, int least, int most)
{
    if (!reader.has(key))
        return 0;
    const double number = reader.value(key).toDouble(-1);
    if (number < least || number > most || number != static_cast<int>(number)) {
        reader.fail(key, reader.value(key));
        return 0;
    }
    return static_cast<int>(number);
}

bool isPlanOfFigures(const QJsonObject &object)
{
    constexpr std::array plansHave = {"columns", "header_row", "matches", "descriptions", "adding_up"};
    return std::any_of(plansHave.begin(), plansHave.end(),
                       [&object](const char *member) { return object.contains(QLatin1String(member)); });
}

bool isPlanOfBoundaries(const QJsonObject &object)
{
    return object.value(QLatin1String("kind")) == QLatin1String("boundaries");
}

BoundaryOptions readBoundaryPlan(ObjectReader &reader)
{
    BoundaryOptions options;
    reader.text("layer", options.layer);
    reader.text("code_field", options.codeField);
    reader.text("name_field", options.nameField);
    reader.text("crs", options.crs);
    reader.text("projection", options.projection);
    return options;
}

} // namespace

const Words<Missing> &missingWords()
{
    static const Words<Missing> words = {{QStringLiteral("blank"), Missing::Blank},
                                         {QStringLiteral("suppressed"), Missing::Suppressed},
                                         {QStringLiteral("not-applicable"), Missing::NotApplicable},
                                         {QStringLiteral("not-available"), Missing::NotYetDue},
                                         {QStringLiteral("number"), Missing::No}};
    return words;
}

QJsonObject planObject(const ImportPlan &plan)
{
    QJsonObject object;
    addText(object, "sheet", plan.sheet);
    if (plan.headerRow > 0)
        object[QLatin1String("header_row")] = plan.headerRow;
    if (plan.headerRows > 0)
        object[QLatin1String("header_rows")] = plan.headerRows;
    addText(object, "code_column", plan.codeColumn);
    addText(object, "name_column", plan.nameColumn);
    if (plan.decimalMark)
        object[QLatin1String("decimal")] = markWord(*plan.decimalMark);
    addText(object, "period", plan.period);
    addText(object, "level", plan.level);
    if (const QJsonObject how = addingUpObject(plan.addingUp); !how.isEmpty())
        object[QLatin1String("adding_up")] = how;
    QJsonArray columns;
    QSet<QString> headers;
    for (const auto &[header, role] : plan.roles)
        headers.insert(header);
    for (const auto &[header, mark] : plan.decimalMarks)
        headers.insert(header);
    QStringList sorted(headers.begin(), headers.end());
    sorted.sort();
    for (const QString &header : sorted) {
        QJsonObject column{{QStringLiteral("header"), header}};
        if (const auto role = plan.roles.find(header); role != plan.roles.end())
            column[QLatin1String("role")] = columnRoleWord(role->second);
        if (const auto mark = plan.decimalMarks.find(header); mark != plan.decimalMarks.end())
            column[QLatin1String("decimal")] = markWord(mark->second);
        columns.append(column);
    }
    if (!columns.isEmpty())
        object[QLatin1String("columns")] = columns;
    QJsonObject symbols;
    for (auto symbol = plan.symbols.begin(); symbol != plan.symbols.end(); ++symbol)
        symbols[symbol.key()] = wordFor(missingWords(), symbol.value());
    if (!symbols.isEmpty())
        object[QLatin1String("symbols")] = symbols;
    QJsonObject filters;
    for (const auto &[header, value] : plan.filters)
        filters[header] = value;
    if (!filters.isEmpty())
        object[QLatin1String("filters")] = filters;
    if (const QJsonObject matches = matchesObject(plan); !matches.isEmpty())
        object[QLatin1String("matches")] = matches;
    if (const QJsonObject descriptions = descriptionsObject(plan); !descriptions.isEmpty())
        object[QLatin1String("descriptions")] = descriptions;
    return object;
}

QJsonObject planObject(const FiguresPlan &plan, const std::vector<PeopleFilter> &filters)
{
    QJsonObject object{{QStringLiteral("header_row"), plan.headerRow},
                       {QStringLiteral("header_rows"), plan.headerRows}};
    addText(object, "sheet", plan.sheet);
    if (plan.isPeriodChosen)
        addText(object, "period", plan.period);
    else
        addText(object, "latest_period", plan.period);
    addText(object, "level", plan.level);
    if (plan.periods.size() > 1)
        object[QLatin1String("periods")] = QJsonArray::fromStringList(plan.periods);
    if (plan.levels.size() > 1)
        object[QLatin1String("levels")] = QJsonArray::fromStringList(plan.levels);
    QJsonArray columns;
    for (const PlannedColumn &column : plan.columns) {
        QJsonObject described{{QStringLiteral("header"), column.header},
                              {QStringLiteral("decimal"), markWord(column.decimalMark)},
                              {QStringLiteral("reason"), column.reason},
                              {QStringLiteral("sure"), column.isSure}};
        if (column.base.isEmpty())
            described[QLatin1String("role")] = columnRoleWord(column.role);
        addText(described, "one_period_of", column.base);
        addText(described, "unit", column.unit);
        for (const PeopleFilter &filter : filters)
            if (filter.position == column.position)
                describeFilter(filter, described);
        columns.append(described);
    }
    object[QLatin1String("columns")] = columns;
    QJsonObject chosen; // a total is found again, whatever it is called then
    for (const PeopleFilter &filter : filters)
        if (filter.reads == PeopleFilter::Reads::Chosen)
            chosen[filter.header] = filter.read;
    if (!chosen.isEmpty())
        object[QLatin1String("filters")] = chosen;
    return object;
}

ImportPlan readPlan(ObjectReader &reader)
{
    constexpr int lastRow = 1 << 20;
    constexpr int mostRows = 3;
    ImportPlan plan;
    reader.text("sheet", plan.sheet);
    plan.headerRow = readRowNumber(reader, "header_row", 1, lastRow);
    plan.headerRows = readRowNumber(reader, "header_rows", 1, mostRows);
    reader.text("code_column", plan.codeColumn);
    reader.text("name_column", plan.nameColumn);
    if (reader.has("decimal")) {
        auto mark = DecimalMark::Point;
        reader.choice("decimal", decimalMarkWords(), mark);
        plan.decimalMark = mark;
    }
    reader.text("period", plan.period);
    reader.text("level", plan.level);
    plan.addingUp = readAddingUp(reader);
    for (const QJsonValue column : reader.array("columns"))
        readColumn(reader, column, plan);
    readSymbols(reader, plan);
    readFilters(reader, plan);
    readMatches(reader, plan);
    readDescriptions(reader, plan);
    return plan;
}

QJsonObject planObject(const BoundaryOptions &options)
{
    QJsonObject object;
    addText(object, "layer", options.layer);
    addText(object, "code_field", options.codeField);
    addText(object, "name_field", options.nameField);
    addText(object, "crs", options.crs);
    addText(object, "projection", options.projection);
    return object;
}

Result<Plans> readPlans(const QString &path)
{
    const auto bytes = readWholeFile(path, Text::tr("The plan"));
    if (!bytes)
        return bytes.error();
    const QJsonDocument document = QJsonDocument::fromJson(*bytes);
    const QJsonArray objects = document.isArray() ? document.array() : QJsonArray{document.object()};
    Plans plans;
    for (const QJsonValue value : objects) {
        const QJsonObject object = value.toObject();
        ObjectReader reader(object, fileNameOf(path));
        if (isPlanOfFigures(object) && !plans.figures)
            plans.figures = readPlan(reader);
        else if (isPlanOfBoundaries(object) && !plans.boundaries)
            plans.boundaries = readBoundaryPlan(reader);
        if (reader.error())
            return *reader.error();
    }
    if (!plans.figures && !plans.boundaries)
        return Error{Text::tr("%1 is no plan. Write one with \"inspect --json\" and the file of figures.")
                         .arg(fileNameOf(path)),
                     {}};
    return plans;
}

Result<ImportPlan> readPlanFile(const QString &path)
{
    auto plans = readPlans(path);
    if (!plans)
        return plans.error();
    if (!plans->figures)
        return Error{Text::tr("%1 is a plan of boundaries, not of figures.").arg(fileNameOf(path)), {}};
    return *std::move(plans->figures);
}

} // namespace atlas
