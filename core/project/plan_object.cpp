#include "core/project/plan_object.h"

#include "core/common/files.h"
#include "core/project/add_up_object.h"
#include "core/project/object_reader.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace atlas {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PlanObject)
};

const Words<DecimalMark> &decimalMarkWords()
{
    static const Words<DecimalMark> words = {{QStringLiteral("point"), DecimalMark::Point},
                                             {QStringLiteral("comma"), DecimalMark::Comma}};
    return words;
}

const Words<Missing> &missingWords()
{
    static const Words<Missing> words = {{QStringLiteral("blank"), Missing::Blank},
                                         {QStringLiteral("suppressed"), Missing::Suppressed},
                                         {QStringLiteral("not-applicable"), Missing::NotApplicable},
                                         {QStringLiteral("not-available"), Missing::NotYetDue}};
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

/// The object of the figures among several that were inspected together.
QJsonObject figuresAmong(const QJsonArray &inspected)
{
    for (const QJsonValue value : inspected)
        if (value.toObject().contains(QLatin1String("columns")))
            return value.toObject();
    return {};
}

} // namespace

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
    return object;
}

QJsonObject planObject(const FiguresPlan &plan)
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
        columns.append(described);
    }
    object[QLatin1String("columns")] = columns;
    return object;
}

ImportPlan readPlan(ObjectReader &reader)
{
    constexpr int lastRow = 1 << 20;
    constexpr int mostRows = 2;
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
    return plan;
}

Result<ImportPlan> readPlanFile(const QString &path)
{
    const auto bytes = readWholeFile(path, Text::tr("The plan"));
    if (!bytes)
        return bytes.error();
    const QJsonDocument document = QJsonDocument::fromJson(*bytes);
    const QJsonObject object = document.isArray() ? figuresAmong(document.array()) : document.object();
    if (!object.contains(QLatin1String("columns")) && !object.contains(QLatin1String("header_row"))
        && !object.contains(QLatin1String("adding_up")))
        return Error{Text::tr("%1 is no plan. Write one with \"inspect --json\" and the file of figures.")
                         .arg(fileNameOf(path)),
                     {}};
    ObjectReader reader(object, fileNameOf(path));
    ImportPlan plan = readPlan(reader);
    if (reader.error())
        return *reader.error();
    return plan;
}

} // namespace atlas
