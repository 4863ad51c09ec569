#include "core/import/describe_columns.h"

#include "core/import/text.h"

#include <QSet>

#include <algorithm>

namespace atlas {

namespace {

bool isSame(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

/// A code that no indicator and no part of an index has.
QString freeCode(const IndicatorMetadata &metadata, const QString &wanted)
{
    const auto isTaken = [&metadata](const QString &code) {
        const auto has = [&code](const auto &each) { return isSame(each.code, code); };
        return isSame(code, QStringLiteral("index"))
               || std::any_of(metadata.indicators.begin(), metadata.indicators.end(), has)
               || std::any_of(metadata.aggregates.begin(), metadata.aggregates.end(), has);
    };
    QString code = wanted;
    for (int number = 2; isTaken(code); ++number)
        code = QStringLiteral("%1_%2").arg(wanted).arg(number);
    return code;
}

/// What domains are a part of: the only aggregate that is above all others; empty for none.
QString topOf(const IndicatorMetadata &metadata)
{
    QString top;
    for (const Aggregate &aggregate : metadata.aggregates) {
        const bool isAbove =
            std::any_of(metadata.aggregates.begin(), metadata.aggregates.end(),
                        [&aggregate](const Aggregate &each) { return each.parent == aggregate.code; });
        if (!aggregate.parent.isEmpty() || !isAbove)
            continue;
        if (!top.isEmpty())
            return {};
        top = aggregate.code;
    }
    return top;
}

/// The code of a domain that is called so, new or not.
QString domainCalled(IndicatorMetadata &metadata, const QString &text)
{
    const auto find = [&](const auto &isIt) {
        return std::find_if(metadata.aggregates.begin(), metadata.aggregates.end(), isIt);
    };
    auto found = find([&text](const Aggregate &aggregate) { return isSame(aggregate.code, text); });
    if (found == metadata.aggregates.end())
        found = find([&text](const Aggregate &aggregate) { return isSame(aggregate.name, text); });
    if (found != metadata.aggregates.end())
        return found->code;
    QString code = freeCode(metadata, text);
    metadata.aggregates.push_back({.code = code, .name = text, .parent = topOf(metadata)});
    return code;
}

/// Parts of the index that nothing is a part of any more.
void dropEmptyDomains(IndicatorMetadata &metadata)
{
    const auto isEmpty = [&metadata](const Aggregate &aggregate) {
        const auto isAbove = [&aggregate](const QString &parent) { return parent == aggregate.code; };
        return std::none_of(metadata.indicators.begin(), metadata.indicators.end(),
                            [&](const Indicator &each) { return isAbove(each.domain); })
               && std::none_of(metadata.aggregates.begin(), metadata.aggregates.end(),
                               [&](const Aggregate &each) { return isAbove(each.parent); });
    };
    for (auto empty = std::find_if(metadata.aggregates.begin(), metadata.aggregates.end(), isEmpty);
         empty != metadata.aggregates.end();
         empty = std::find_if(metadata.aggregates.begin(), metadata.aggregates.end(), isEmpty))
        metadata.aggregates.erase(empty);
}

void remarkOnOthers(const IndicatorMetadata &metadata, const FiguresPlan &plan,
                    const std::map<QString, ColumnDescription> &descriptions, const QString &file,
                    Issues &issues)
{
    QSet<QString> known;
    for (const Indicator &indicator : metadata.indicators)
        known.insert(indicator.code.toCaseFolded());
    for (const PlannedColumn &column : plan.columns) { // which may be left out on purpose
        known.insert(column.header.toCaseFolded());
        known.insert(column.base.toCaseFolded());
    }
    QStringList others;
    for (const auto &description : descriptions)
        if (!known.contains(description.first.toCaseFolded()))
            others << description.first;
    if (!others.isEmpty())
        issues.push_back({Severity::Warning,
                          Text::tr("What was decided of %1 is not used, because the file has no such column.")
                              .arg(others.join(QStringLiteral(", "))),
                          file});
}

} // namespace

const ColumnDescription *findDescription(const std::map<QString, ColumnDescription> &descriptions,
                                         const QString &code, const QString &header)
{
    for (const QString &head : {header, code})
        if (const auto found = findHead(descriptions, head); found != descriptions.end())
            return &found->second;
    return nullptr;
}

void describeIndicator(Indicator &indicator, const ColumnDescription &said)
{
    if (!said.name.isEmpty()) {
        if (indicator.shortName == indicator.name) // otherwise it was given for itself
            indicator.shortName = said.name;
        indicator.name = said.name;
    }
    if (!said.unit.isEmpty())
        indicator.unit = said.unit;
    indicator.direction = said.direction.value_or(indicator.direction);
    indicator.weight = said.weight.value_or(indicator.weight);
    indicator.decimals = said.decimals.value_or(indicator.decimals);
    if (!said.source.isEmpty())
        indicator.source = said.source;
    if (!said.period.isEmpty())
        indicator.period = said.period;
}

void describeColumns(IndicatorMetadata &metadata, const QStringList &heads, const FiguresPlan &plan,
                     const std::map<QString, ColumnDescription> &descriptions, const QString &file,
                     Issues &issues)
{
    if (descriptions.empty())
        return;
    bool anyMoved = false;
    for (size_t i = 0; i < metadata.indicators.size(); ++i) {
        const auto *said =
            findDescription(descriptions, metadata.indicators[i].code, heads[static_cast<qsizetype>(i)]);
        if (!said)
            continue;
        describeIndicator(metadata.indicators[i], *said);
        if (const QString domain = said->domain.trimmed(); !domain.isEmpty()) {
            metadata.indicators[i].domain = domainCalled(metadata, domain);
            anyMoved = true;
        }
    }
    if (anyMoved)
        dropEmptyDomains(metadata);
    remarkOnOthers(metadata, plan, descriptions, file, issues);
}

} // namespace atlas
