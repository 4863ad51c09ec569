#include "core/aggregation/add_up.h"

#include "core/aggregation/add_up_rule.h"
#include "core/aggregation/lookup_index.h"
#include "core/aggregation/text.h"
#include "core/common/number_range.h"

#include <QHash>

#include <algorithm>

namespace atlas {

namespace {

constexpr qsizetype mostExamples = 3;

QString examplesOf(const QStringList &names)
{
    const QString some = names.mid(0, mostExamples).join(QStringLiteral(", "));
    return names.size() > mostExamples ? some + QStringLiteral(", \u2026") : some;
}

QString nameOf(const auto &area)
{
    return area.name.isEmpty() ? area.code.text : area.name;
}

/// An indicator's rule with the places of the columns that it reads.
struct PlacedRule
{
    const AddUpRule *rule = nullptr;
    size_t value = 0;
    std::optional<size_t> beside;
};

class Adder
{
public:
    Adder(const IndicatorTable &figures, const std::vector<Indicator> &indicators, const Lookup &lookup,
          const AddingUp &how)
        : m_figures(figures), m_indicators(indicators), m_lookup(lookup), m_how(how)
    {}

    Result<AddedUp> add()
    {
        placeRules();
        if (const auto checked = checkDivisors(); !checked)
            return checked.error();
        placeMembers();
        if (m_error)
            return *m_error;
        if (m_added.smaller.larger.empty())
            return Error{
                Text::tr("%1 and %2 have no area in common, so nothing can be added up. Check that both are "
                         "of the same kind of area and the same year.")
                    .arg(m_figures.file, m_lookup.file),
                {}};
        describe();
        for (LargerArea &area : m_added.smaller.larger)
            addRow(area);
        for (const size_t row : m_alone)
            m_added.table.rows.push_back(alone(m_figures.rows[row]));
        for (const IndicatorRow &row : m_figures.rows)
            m_added.smaller.table.rows.push_back(alone(row));
        remark();
        return std::move(m_added);
    }

private:
    size_t placeOf(const QString &column) const
    {
        const auto &all = m_figures.metadata.indicators;
        return static_cast<size_t>(std::find_if(all.begin(), all.end(),
                                                [&column](const Indicator &indicator) {
                                                    return indicator.code.compare(column, Qt::CaseInsensitive)
                                                           == 0;
                                                })
                                   - all.begin());
    }

    void placeRules()
    {
        for (const Indicator &indicator : m_indicators) {
            const auto found = findHead(m_how.rules, indicator.code);
            PlacedRule placed{.rule = &found->second,
                              .value = placeOf(valueColumn(found->first, found->second))};
            if (const QString beside = besideColumn(found->second); !beside.isEmpty())
                placed.beside = placeOf(beside);
            m_rules.push_back(placed);
        }
    }

    Result<Done> checkDivisors() const
    {
        for (const PlacedRule &rule : m_rules)
            for (const IndicatorRow &row : m_figures.rows)
                if (rule.beside && row.cells[*rule.beside].number < 0)
                    return Error{
                        Text::tr("%1, row %2: %3 is below zero for %4, so nothing can be weighed or divided "
                                 "by it. Correct it.")
                            .arg(m_figures.file, QString::number(row.row),
                                 m_figures.metadata.indicators[*rule.beside].code, nameOf(row)),
                        {}};
        return Done{};
    }

    /// Larger areas in the order of the lookup, each with those of its members that have rows.
    void placeMembers()
    {
        const LookupIndex index(m_lookup);
        std::vector<std::vector<size_t>> rowsOfPair(m_lookup.pairs.size());
        for (size_t row = 0; row < m_figures.rows.size(); ++row) {
            const auto &pairs = index.pairsOf(m_figures.rows[row].code, m_figures.rows[row].name);
            for (const size_t pair : pairs)
                rowsOfPair[pair].push_back(row);
            if (pairs.empty())
                (m_figures.rows[row].kind == RowKind::Area ? m_added.smaller.unplaced : m_alone)
                    .push_back(row);
        }
        QHash<QString, size_t> places;
        std::vector<LargerArea> all;
        for (size_t i = 0; i < m_lookup.pairs.size(); ++i) {
            const LookupPair &pair = m_lookup.pairs[i];
            const QString key = pair.larger.isEmpty() ? pair.largerName : pair.larger.text;
            if (!places.contains(key)) {
                places.insert(key, all.size());
                all.push_back({.code = pair.larger, .name = pair.largerName});
            }
            LargerArea &area = all[places[key]];
            if (rowsOfPair[i].size() > 1 && !m_error)
                m_error = givenTwice(rowsOfPair[i]);
            for (const size_t row : rowsOfPair[i]) {
                const auto &pairs = index.pairsOf(m_figures.rows[row].code, m_figures.rows[row].name);
                area.members.push_back({row, pair.share, pairs.size() > 1});
            }
            if (rowsOfPair[i].empty())
                area.absent.push_back({pair.smaller, pair.smallerName, pair.share});
        }
        for (LargerArea &area : all)
            if (!area.members.empty())
                m_added.smaller.larger.push_back(std::move(area));
            else
                m_bare << nameOf(area);
    }

    Error givenTwice(const std::vector<size_t> &rows) const
    {
        return {Text::tr("%1 gives the area %2 twice, in rows %3 and %4. Keep one of them.")
                    .arg(m_figures.file, nameOf(m_figures.rows[rows[0]]),
                         QString::number(m_figures.rows[rows[0]].row),
                         QString::number(m_figures.rows[rows[1]].row)),
                {}};
    }

    void describe()
    {
        for (IndicatorTable *table : {&m_added.table, &m_added.smaller.table}) {
            table->file = m_figures.file;
            table->metadata.indicators = m_indicators;
        }
        m_added.smaller.table.codeColumn = m_figures.codeColumn;
        m_added.smaller.table.nameColumn = m_figures.nameColumn;
        m_added.smaller.lookup = m_lookup.file;
        m_added.smaller.members = m_how.members;
        m_divided.resize(m_rules.size());
    }

    double countOf(double share) const { return m_how.members == MembersCount::Whole ? 1 : share; }

    AddUpPart partOf(const PlacedRule &rule, const IndicatorRow &row, double count) const
    {
        return {.value = &row.cells[rule.value],
                .beside = rule.beside ? &row.cells[*rule.beside] : nullptr,
                .count = count};
    }

    void addRow(LargerArea &area)
    {
        double all = 0;
        for (const AreaMember &member : area.members)
            all += countOf(member.share);
        for (const AbsentMember &member : area.absent)
            all += countOf(member.share);
        IndicatorRow row{.code = area.code, .name = area.name, .population = populationOf(area)};
        std::vector<AddUpPart> parts;
        for (size_t i = 0; i < m_rules.size(); ++i) {
            parts.clear();
            for (const AreaMember &member : area.members)
                parts.push_back(partOf(m_rules[i], m_figures.rows[member.row], countOf(member.share)));
            AddedCell added = addUpParts(*m_rules[i].rule, parts);
            area.coverage.push_back(added.counted / all);
            if (added.isDividedByZero)
                m_divided[i] << nameOf(area);
            row.cells.push_back(std::move(added.cell));
        }
        m_added.table.rows.push_back(std::move(row));
    }

    CellValue populationOf(const LargerArea &area) const
    {
        CellValue sum;
        for (const AreaMember &member : area.members)
            if (const CellValue &people = m_figures.rows[member.row].population; !people.isMissing())
                sum = {member.share * people.number + (sum.isMissing() ? 0 : sum.number), Missing::No, {}};
        return sum;
    }

    /// What the rules make of one row by itself. A country has no per cent of areas.
    IndicatorRow alone(const IndicatorRow &row) const
    {
        IndicatorRow one = row;
        one.groups.clear();
        one.cells.clear();
        one.denominators.clear();
        for (const PlacedRule &rule : m_rules) {
            const bool isWider = row.kind != RowKind::Area && rule.rule->kind == AddUpRule::Kind::Share;
            const AddUpPart part = partOf(rule, row, 1);
            const bool isOwn = rule.rule->kind == AddUpRule::Kind::Mean; // whatever weighs it
            one.cells.push_back(isWider ? CellValue{.missing = Missing::NotApplicable}
                                : isOwn ? row.cells[rule.value]
                                        : addUpParts(*rule.rule, {&part, 1}).cell);
        }
        return one;
    }

    void warn(const QString &message)
    {
        m_added.issues.push_back({Severity::Warning, message, m_figures.file});
    }

    void remark()
    {
        for (size_t i = 0; i < m_rules.size(); ++i) {
            if (m_rules[i].beside)
                remarkOnDivisors(m_rules[i]);
            if (!m_divided[i].isEmpty())
                warn(Text::tr("%1 cannot be added up for %2: %3 sums to zero there. It is taken as missing.")
                         .arg(m_indicators[i].code, examplesOf(m_divided[i]),
                              m_figures.metadata.indicators[*m_rules[i].beside].code));
        }
        if (m_how.members == MembersCount::Shared && !m_lookup.hasShares)
            warn(Text::tr("%1 has no shares, so areas count whole although they were to be shared out. Add a "
                          "column "
                          "called share.")
                     .arg(m_lookup.file));
        if (!m_bare.isEmpty())
            m_added.issues.push_back({Severity::Note,
                                      Text::tr("%n larger area(s) of %1 have no member with figures (%2).",
                                               nullptr, static_cast<int>(m_bare.size()))
                                          .arg(m_lookup.file, examplesOf(m_bare)),
                                      m_figures.file});
    }

    void remarkOnDivisors(const PlacedRule &rule)
    {
        QStringList without;
        QStringList byZero;
        for (const IndicatorRow &row : m_figures.rows) {
            const CellValue &value = row.cells[rule.value];
            const CellValue &beside = row.cells[*rule.beside];
            if (!value.isMissing() && beside.isMissing())
                without << nameOf(row);
            else if (!value.isMissing() && beside.number == 0 && value.number != 0)
                byZero << nameOf(row);
        }
        const QString &valueHead = m_figures.metadata.indicators[rule.value].code;
        const QString &besideHead = m_figures.metadata.indicators[*rule.beside].code;
        if (!without.isEmpty())
            warn(Text::tr("%n area(s) have %1 but no %2 (%3); they are left out of both sums.", nullptr,
                          static_cast<int>(without.size()))
                     .arg(valueHead, besideHead, examplesOf(without)));
        if (!byZero.isEmpty())
            warn(Text::tr("%n area(s) have %1, but 0 as %2 (%3). Check them.", nullptr,
                          static_cast<int>(byZero.size()))
                     .arg(valueHead, besideHead, examplesOf(byZero)));
    }

    const IndicatorTable &m_figures;
    const std::vector<Indicator> &m_indicators;
    const Lookup &m_lookup;
    const AddingUp &m_how;
    std::vector<PlacedRule> m_rules;
    std::vector<size_t> m_alone;        ///< rows of countries, regions and totals
    std::vector<QStringList> m_divided; ///< for each rule, larger areas that have no denominator
    std::optional<Error> m_error;
    QStringList m_bare; ///< larger areas without a member
    AddedUp m_added;
};

} // namespace

Result<AddedUp> addUp(const IndicatorTable &figures, const std::vector<Indicator> &indicators,
                      const Lookup &lookup, const AddingUp &how)
{
    return Adder(figures, indicators, lookup, how).add();
}

} // namespace atlas
