#include "core/project/add_up_object.h"

#include "core/index/method_words.h"
#include "core/project/object_reader.h"

#include <QJsonArray>

namespace atlas {

namespace {

using Kind = AddUpRule::Kind;
using Condition = AddUpRule::Condition;

const Words<Kind> &kindWords()
{
    static const Words<Kind> words = {{QStringLiteral("sum"), Kind::Sum},
                                      {QStringLiteral("mean"), Kind::Mean},
                                      {QStringLiteral("rate"), Kind::Rate},
                                      {QStringLiteral("share"), Kind::Share}};
    return words;
}

const Words<Condition> &conditionWords()
{
    static const Words<Condition> words = {{QStringLiteral("<"), Condition::Less},
                                           {QStringLiteral("<="), Condition::LessOrEqual},
                                           {QStringLiteral("="), Condition::Equal},
                                           {QStringLiteral(">="), Condition::GreaterOrEqual},
                                           {QStringLiteral(">"), Condition::Greater}};
    return words;
}

const Words<MembersCount> &membersWords()
{
    static const Words<MembersCount> words = {{QStringLiteral("whole"), MembersCount::Whole},
                                              {QStringLiteral("shared"), MembersCount::Shared}};
    return words;
}

QJsonObject ruleObject(const QString &code, const AddUpRule &rule)
{
    QJsonObject object{{QStringLiteral("indicator"), code},
                       {QStringLiteral("rule"), wordFor(kindWords(), rule.kind)}};
    if (!rule.column.isEmpty())
        object[QLatin1String("column")] = rule.column;
    if (!rule.denominator.isEmpty())
        object[QLatin1String("denominator")] = rule.denominator;
    if (rule.kind == Kind::Share) {
        object[QLatin1String("condition")] = wordFor(conditionWords(), rule.condition);
        object[QLatin1String("bound")] = rule.bound;
    }
    return object;
}

/// What a rule cannot do without.
void requireText(ObjectReader &reader, const char *key, const QString &text)
{
    if (text.isEmpty())
        reader.fail(key, reader.value(key));
}

void readRule(ObjectReader &reader, const QJsonValue &value, AddingUp &how)
{
    ObjectReader inside = reader.inside(value.toObject());
    QString code;
    AddUpRule rule;
    inside.text("indicator", code);
    requireText(inside, "indicator", code);
    if (!inside.has("rule"))
        inside.fail("rule", inside.value("rule"));
    inside.choice("rule", kindWords(), rule.kind);
    inside.text("column", rule.column);
    inside.text("denominator", rule.denominator);
    if (rule.kind != Kind::Sum)
        requireText(inside, "column", rule.column);
    if (rule.kind == Kind::Rate)
        requireText(inside, "denominator", rule.denominator);
    inside.choice("condition", conditionWords(), rule.condition);
    inside.number("bound", rule.bound);
    inside.refuseOthers({QStringLiteral("indicator"), QStringLiteral("rule"), QStringLiteral("column"),
                         QStringLiteral("denominator"), QStringLiteral("condition"),
                         QStringLiteral("bound")});
    reader.take(inside);
    how.rules[code] = rule;
}

} // namespace

QJsonObject addingUpObject(const AddingUp &how)
{
    QJsonObject object;
    QJsonArray rules;
    for (const auto &[code, rule] : how.rules)
        rules.append(ruleObject(code, rule));
    if (!rules.isEmpty())
        object[QLatin1String("rules")] = rules;
    if (!how.largerColumns.isEmpty())
        object[QLatin1String("larger")] = QJsonArray::fromStringList(how.largerColumns);
    if (how.members != MembersCount::Whole)
        object[QLatin1String("members")] = wordFor(membersWords(), how.members);
    return object;
}

AddingUp readAddingUp(ObjectReader &plan)
{
    AddingUp how;
    ObjectReader reader = plan.inside(plan.object("adding_up"));
    for (const QJsonValue rule : reader.array("rules"))
        readRule(reader, rule, how);
    how.largerColumns = reader.texts("larger");
    reader.choice("members", membersWords(), how.members);
    reader.refuseOthers({QStringLiteral("rules"), QStringLiteral("larger"), QStringLiteral("members")});
    plan.take(reader);
    return how;
}

} // namespace atlas
