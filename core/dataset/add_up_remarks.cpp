#include "core/dataset/add_up_remarks.h"

#include "core/aggregation/add_up.h"
#include "core/aggregation/add_up_rule.h"
#include "core/dataset/join_words.h"
#include "core/dataset/known_areas.h"
#include "core/dataset/text.h"

#include <QSet>

#include <algorithm>
#include <set>

namespace atlas {

namespace {

/// Below it, a larger area's figure stands for too small a part of it to go without a warning.
constexpr double enoughCoverage = 2.0 / 3;

/// What became of areas where that is what `others` has in their place; sentences with a space before them.
QString successionOf(const std::vector<AreaCode> &codes, const std::vector<AreaCode> &others)
{
    const QSet<AreaCode> known(others.begin(), others.end());
    QStringList sentences;
    for (const AreaCode &code : codes) {
        const KnownArea *area = findKnownArea(code);
        if (area && sentences.size() < mostExamples
            && std::any_of(area->becomes.begin(), area->becomes.end(),
                           [&known](const AreaCode &after) { return known.contains(after); }))
            sentences << successionText(*area) + QLatin1Char('.');
    }
    return sentences.isEmpty() ? QString() : QLatin1Char(' ') + sentences.join(QLatin1Char(' '));
}

QString nameOf(const LargerArea &area)
{
    return area.name.isEmpty() ? area.code.text : area.name;
}

class AddUpRemarks
{
public:
    AddUpRemarks(const AddedUp &added, const Lookup &lookup, const AddingUp &how)
        : m_added(added), m_smaller(added.smaller), m_lookup(lookup), m_how(how)
    {}

    Issues make(const QStringList &columnsWithoutRule)
    {
        sayHow();
        if (!columnsWithoutRule.isEmpty())
            remark(Severity::Note, Text::tr("No rule adds up %1; what has no rule is left out. Say --add-up "
                                            "COLUMN=RULE to add one up.")
                                       .arg(columnsWithoutRule.join(QStringLiteral(", "))));
        remarkOnUnplaced();
        remarkOnAbsent();
        remarkOnCoverage();
        remarkOnOverlaps();
        return std::move(m_issues);
    }

private:
    void remark(Severity severity, const QString &message)
    {
        m_issues.push_back({severity, message, m_smaller.table.file});
    }

    void sayHow()
    {
        QStringList rules;
        for (const Indicator &indicator : m_added.table.metadata.indicators) {
            const auto rule = findHead(m_how.rules, indicator.code);
            rules << QStringLiteral("%1: %2").arg(indicator.code, ruleSentence(rule->first, rule->second));
        }
        const QString counted = m_how.members == MembersCount::Whole
                                    ? Text::tr("every area with any part in a larger one counts whole")
                                    : Text::tr("areas are shared out");
        const size_t areas = m_smaller.table.rows.size() - m_smaller.unplaced.size();
        remark(Severity::Note,
               Text::tr("%1 areas are added up to %2 by %3; %4. %5.", "count, count, lookup, how, rules")
                   .arg(countText(areas), countText(m_smaller.larger.size()), m_lookup.file, counted,
                        rules.join(QStringLiteral("; "))));
    }

    void remarkOnUnplaced()
    {
        if (m_smaller.unplaced.empty())
            return;
        QStringList names;
        std::vector<AreaCode> codes;
        const std::vector<AreaCode> ofLookup = codesOfLookup();
        for (const size_t row : m_smaller.unplaced) {
            const IndicatorRow &area = m_smaller.table.rows[row];
            codes.push_back(area.code);
            if (names.size() <= mostExamples)
                names << called(area.code.text, area.name);
        }
        remark(Severity::Warning, Text::tr("%n area(s) are in no larger area of %1 and count nowhere (%2).",
                                           nullptr, static_cast<int>(codes.size()))
                                          .arg(m_lookup.file, examples(names))
                                      + successionOf(codes, ofLookup) + successionOf(ofLookup, codes));
    }

    std::vector<AreaCode> codesOfLookup() const
    {
        std::set<AreaCode> codes;
        for (const LookupPair &pair : m_lookup.pairs)
            codes.insert(pair.smaller);
        return {codes.begin(), codes.end()};
    }

    void remarkOnAbsent()
    {
        QStringList names;
        QSet<QString> seen;
        for (const LargerArea &area : m_smaller.larger)
            for (const AbsentMember &member : area.absent) {
                const QString name = called(member.code.text, member.name);
                if (seen.contains(name))
                    continue;
                seen.insert(name);
                names << name;
            }
        if (!names.isEmpty())
            remark(Severity::Note,
                   Text::tr(
                       "%n area(s) of %1 have no figures (%2); their larger areas are added up without them.",
                       nullptr, static_cast<int>(names.size()))
                       .arg(m_lookup.file, examples(names)));
    }

    /// Of all indicators of an area the least.
    void remarkOnCoverage()
    {
        QStringList names;
        int count = 0;
        constexpr double hundred = 100;
        for (const LargerArea &area : m_smaller.larger) {
            const double least = *std::min_element(area.coverage.begin(), area.coverage.end());
            if (least >= enoughCoverage)
                continue;
            if (++count <= mostExamples + 1)
                names
                    << QStringLiteral("%1: %2 %").arg(nameOf(area), QString::number(qRound(least * hundred)));
        }
        if (count > 0)
            remark(
                Severity::Warning,
                Text::tr("For %n larger area(s) few members have figures (%1); what is added up there stands "
                         "for that part alone.",
                         nullptr, count)
                    .arg(examples(names)));
    }

    void remarkOnOverlaps()
    {
        QSet<size_t> rows;
        for (const LargerArea &area : m_smaller.larger)
            for (const AreaMember &member : area.members)
                if (member.isElsewhere)
                    rows.insert(member.row);
        if (!rows.isEmpty())
            remark(Severity::Note, Text::tr("%n area(s) are in several larger ones and count in each.",
                                            nullptr, static_cast<int>(rows.size())));
    }

    const AddedUp &m_added;
    const SmallerAreas &m_smaller;
    const Lookup &m_lookup;
    const AddingUp &m_how;
    Issues m_issues;
};

} // namespace

Issues addUpRemarks(const AddedUp &added, const Lookup &lookup, const AddingUp &how,
                    const QStringList &columnsWithoutRule)
{
    return AddUpRemarks(added, lookup, how).make(columnsWithoutRule);
}

} // namespace atlas
