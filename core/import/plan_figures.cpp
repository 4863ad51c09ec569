#include "core/import/plan_figures.h"

#include "core/import/column_facts.h"
#include "core/import/column_roles.h"
#include "core/import/header_rows.h"
#include "core/import/header_words.h"
#include "core/import/row_kinds.h"
#include "core/import/text.h"
#include "core/indicators/name_matching.h"

#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace atlas {

namespace {

/// A year and a month of it, as far as a text tells them; 0 for what it does not.
using Moment = std::pair<int, int>;

int monthIn(const QString &text)
{
    static const QRegularExpression word(
        QStringLiteral("(?:^|[^a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression slashed(QStringLiteral("^\\d{1,2}[/.](\\d{1,2})[/.]\\d{4}"));
    static const QRegularExpression iso(QStringLiteral("^\\d{4}-(\\d{2})(?:-\\d{2})?$"));
    static const QRegularExpression quarter(QStringLiteral("\\bq([1-4])\\b"),
                                            QRegularExpression::CaseInsensitiveOption);
    static const QString months = QStringLiteral("janfebmaraprmayjunjulaugsepoctnovdec");
    constexpr int letters = 3;
    if (const auto found = word.match(text); found.hasMatch())
        return static_cast<int>(months.indexOf(found.captured(1).toLower())) / letters + 1;
    for (const QRegularExpression *pattern : {&slashed, &iso})
        if (const auto found = pattern->match(text); found.hasMatch())
            return found.captured(1).toInt();
    const auto found = quarter.match(text);
    return found.hasMatch() ? found.captured(1).toInt() * letters : 0;
}

Moment momentOf(const QString &text)
{
    constexpr int century = 2000;
    static const QRegularExpression year(QStringLiteral("(?:19|20)[0-9]{2}"));
    static const QRegularExpression shortYear(QStringLiteral("^[a-z]{3,9}[- ']([0-9]{2})$"),
                                              QRegularExpression::CaseInsensitiveOption);
    if (const auto found = year.match(text); found.hasMatch())
        return {found.captured(0).toInt(), monthIn(text)};
    const auto found = shortYear.match(text);
    return found.hasMatch() ? Moment{century + found.captured(1).toInt(), monthIn(text)}
                            : Moment{0, monthIn(text)};
}

/// The order of time as far as texts tell it, then as text.
bool isEarlier(const QString &one, const QString &other)
{
    const Moment first = momentOf(one);
    const Moment second = momentOf(other);
    return first != second ? first < second : one < other;
}

/// What the column of this role says, in the order of first appearance.
QStringList textsOf(const Grid &grid, const DataRows &rows, const PlannedColumn &column)
{
    QStringList texts;
    QSet<QString> seen;
    for (int row = rows.first; row < rows.end; ++row) {
        const QString text = grid.cell(row, column.position).toString();
        if (text.isEmpty() || seen.contains(text))
            continue;
        seen.insert(text);
        texts << text;
    }
    return texts;
}

/// The spelling among `texts` of what a person asked for; empty when it is none of them.
QString spelledAs(const QStringList &texts, const QString &wanted)
{
    for (const QString &text : texts)
        if (text.compare(wanted.trimmed(), Qt::CaseInsensitive) == 0)
            return text;
    return {};
}

class Planner
{
public:
    Planner(const Grid &grid, const ImportPlan &wanted, const IndicatorMetadata *metadata,
            const KnownAreas &known)
        : m_grid(grid), m_wanted(wanted), m_metadata(metadata), m_known(known)
    {}

    PlannedFigures plan()
    {
        const HeaderRows header = findHeaderRows(m_grid, m_wanted);
        m_plan.sheet = m_grid.sheet;
        m_plan.headerRow = Grid::spreadsheetRow(header.row);
        m_plan.headerRows = header.count;
        m_plan.issues = header.issues;
        m_rows = findDataRows(m_grid, header.row + header.count);
        m_plan.layout = layoutByHeads(header.headers);
        m_facts = factsOfColumns(m_grid, static_cast<int>(header.headers.size()), m_rows, m_wanted.symbols);
        m_plan.columns = columnRoles({m_grid, m_rows, header.headers, m_facts, m_wanted, m_metadata, m_known},
                                     m_plan.layout, m_plan.issues);
        settleDecimalMarks();
        settleUnits();
        settlePeriod();
        settleYearlyColumns();
        settleLevel();
        PlannedFigures planned{.rows = m_rows};
        planned.filters = peopleFilters(m_grid, m_rows, m_plan.columns, m_wanted);
        for (const PeopleFilter &filter : planned.filters)
            describe(filter, m_plan.columns[static_cast<size_t>(filter.position)]);
        planned.plan = std::move(m_plan);
        planned.facts = std::move(m_facts);
        return planned;
    }

private:
    void remark(Severity severity, const QString &message)
    {
        m_plan.issues.push_back({severity, message, m_grid.file});
    }

    /// What its values are, and which is read.
    static void describe(const PeopleFilter &filter, PlannedColumn &column)
    {
        const QString values = listedValues(filter.values);
        const QString read = filter.read.isEmpty() ? Text::tr("(blank)") : filter.read;
        switch (filter.reads) {
        case PeopleFilter::Reads::All:
            column.reason = Text::tr("it says the same in all rows");
            break;
        case PeopleFilter::Reads::Total:
            column.reason = Text::tr("%1 of its values %2 is read").arg(read, values);
            break;
        case PeopleFilter::Reads::Chosen:
            column.reason = Text::tr("%1 of its values %2 is read, as chosen").arg(read, values);
            break;
        case PeopleFilter::Reads::Nothing:
        case PeopleFilter::Reads::Unsaid:
            column.reason = Text::tr("none of its values %1 is the total; say --filter").arg(values);
            column.isSure = false;
            break;
        }
    }

    const ColumnFacts &factsOfColumn(const PlannedColumn &column) const
    {
        return m_facts[static_cast<size_t>(column.position)];
    }

    /// By column first; where a column leaves it open, as the other columns of the file have it.
    void settleDecimalMarks()
    {
        int points = 0;
        int commas = 0;
        for (const PlannedColumn &column : m_plan.columns)
            if (holdsNumbers(column.role)) {
                const ColumnFacts &facts = factsOfColumn(column);
                points += facts.points > facts.commas ? 1 : 0;
                commas += facts.commas > facts.points ? 1 : 0;
            }
        for (PlannedColumn &column : m_plan.columns)
            if (holdsNumbers(column.role) && !m_grid.isTyped)
                settleDecimalMark(column, commas > 0 && points == 0);
    }

    void settleDecimalMark(PlannedColumn &column, bool othersHaveCommas)
    {
        const ColumnFacts &facts = factsOfColumn(column);
        if (const auto given = findHead(m_wanted.decimalMarks, column.header);
            given != m_wanted.decimalMarks.end()) {
            column.decimalMark = given->second;
            return;
        }
        const bool onlyPoints = facts.points > 0 && facts.commas == 0 && facts.ambiguousCommas == 0;
        const bool onlyCommas = facts.commas > 0 && facts.points == 0 && facts.ambiguousPoints == 0;
        const bool isPlain = onlyPoints || onlyCommas; // nothing is left to settle
        if (m_wanted.decimalMark && !isPlain) {
            column.decimalMark = *m_wanted.decimalMark;
            return;
        }
        if (facts.commas > 0 && facts.points > 0)
            remark(Severity::Warning,
                   Text::tr("%1 is written with decimal points (cells: %2) and with decimal commas (%3); it "
                            "is read with "
                            "%4. Write them alike, or say --decimal point or --decimal comma.")
                       .arg(column.header, QString::number(facts.points), QString::number(facts.commas),
                            facts.commas > facts.points ? Text::tr("commas") : Text::tr("points")));
        else if (facts.commas > 0 && facts.ambiguousPoints > facts.commas)
            remark(Severity::Warning, slipText(column, facts.commas, Text::tr("commas"),
                                               facts.ambiguousPoints, Text::tr("points")));
        else if (facts.points > 0 && facts.ambiguousCommas > facts.points)
            remark(Severity::Warning, slipText(column, facts.points, Text::tr("points"),
                                               facts.ambiguousCommas, Text::tr("commas")));
        if (facts.commas != facts.points) {
            column.decimalMark = facts.commas > facts.points ? DecimalMark::Comma : DecimalMark::Point;
            return;
        }
        if (facts.ambiguousCommas == 0 && (facts.ambiguousPoints == 0 || !othersHaveCommas))
            return;
        column.decimalMark = othersHaveCommas ? DecimalMark::Comma : DecimalMark::Point;
        column.isSure = false;
        if (facts.ambiguousCommas == 0)
            return;
        const QString read =
            othersHaveCommas ? Text::tr("a decimal comma, as in other columns") : Text::tr("thousands");
        remark(
            Severity::Warning,
            Text::tr(
                "%1: the comma in \"%2\" may part thousands or decimals; it is taken for %3. Say --decimal "
                "comma or --decimal point to settle it.")
                .arg(column.header, facts.exampleOfAmbiguous, read));
    }

    /// Of a column whose few plain cells settle what many others leave open.
    static QString slipText(const PlannedColumn &column, int few, const QString &mark, int many,
                            const QString &other)
    {
        return Text::tr("%1 is read with decimal %2, by few of its cells (%3); so the %4 in others (%5) part "
                        "thousands. "
                        "Say --decimal point or --decimal comma if that is wrong.")
            .arg(column.header, mark, QString::number(few), other, QString::number(many));
    }

    void settleUnits()
    {
        for (PlannedColumn &column : m_plan.columns) {
            if (!holdsNumbers(column.role))
                continue;
            const ColumnFacts &facts = factsOfColumn(column);
            if (facts.percents > 0 || saysPercent(column.header))
                column.unit = QStringLiteral("%");
            if (facts.percents > 0 && facts.percents < facts.numbers)
                settleMixedPercent(column, facts);
            if (facts.markers > 0)
                remark(
                    Severity::Note,
                    Text::tr(
                        "%1 has markers after %n of its numbers (\"%2\"); they are kept beside the numbers.",
                        nullptr, facts.markers)
                        .arg(column.header, facts.exampleOfMarker));
        }
    }

    void settleMixedPercent(PlannedColumn &column, const ColumnFacts &facts)
    {
        column.isSure = false;
        if (column.role == ColumnRole::Value) // of several indicators, each with a unit of its own
            return;
        column.hasShares = facts.least >= 0 && facts.greatestPlain <= 1 && facts.greatestPercent > 1;
        remark(Severity::Warning,
               column.hasShares
                   ? Text::tr("%1 mixes per cent signs and plain numbers up to 1; the plain ones are taken "
                              "for shares, "
                              "so that 0.05 is 5%. Check them, and write all of them alike.")
                         .arg(column.header)
                   : Text::tr(
                         "%1 mixes numbers with and without per cent signs; all are taken as per cent. Check "
                         "them, and write all of them alike.")
                         .arg(column.header));
    }

    void settlePeriod()
    {
        const PlannedColumn *column = m_plan.find(ColumnRole::Period);
        if (!column)
            return;
        m_plan.periods = textsOf(m_grid, m_rows, *column);
        std::sort(m_plan.periods.begin(), m_plan.periods.end(), isEarlier);
        choosePeriod(column->header);
    }

    void choosePeriod(const QString &header)
    {
        if (m_plan.periods.isEmpty())
            return;
        m_plan.period = m_plan.periods.back();
        m_plan.isPeriodChosen = !m_wanted.period.isEmpty();
        if (m_plan.isPeriodChosen) {
            m_plan.period = spelledAs(m_plan.periods, m_wanted.period);
            if (m_plan.period.isEmpty())
                m_plan.period = m_wanted.period; // reading it fails, and says which there are
        } else if (m_plan.periods.size() > 1) {
            const bool isEach = m_plan.find(ColumnRole::Variable) != nullptr;
            const QString text =
                isEach ? Text::tr("%1 has the periods %2; the latest of each indicator is read. Say "
                                  "--period for another.")
                       : Text::tr("%1 has the periods %2; the latest, %3, is read. Say --period for "
                                  "another.")
                             .arg(QStringLiteral("%1"), QStringLiteral("%2"), m_plan.period);
            remark(Severity::Note, text.arg(header, m_plan.periods.join(QStringLiteral(", "))));
        }
    }

    /// A head of a period alone is one of the file's only indicator.
    std::optional<YearlyHead> headOf(size_t i) const
    {
        const QString &header = m_plan.columns[i].header;
        if (isPeriodText(header))
            return YearlyHead{QFileInfo(m_grid.file).completeBaseName(), header};
        return yearlyHead(header);
    }

    /// Columns such as neet_2022 and neet_2023 are one indicator at two times.
    void settleYearlyColumns()
    {
        if (m_metadata || !m_plan.periods.isEmpty())
            return;
        QHash<QString, std::vector<size_t>> columnsOf;
        QStringList bases;
        QStringList periods;
        for (size_t i = 0; i < m_plan.columns.size(); ++i) {
            const auto head = headOf(i);
            if (m_plan.columns[i].role != ColumnRole::Indicator || !head
                || findHead(m_wanted.roles, m_plan.columns[i].header) != m_wanted.roles.end())
                continue;
            if (m_plan.find(head->base)) // which has figures of its own
                continue;
            if (!columnsOf.contains(head->base))
                bases << head->base;
            columnsOf[head->base].push_back(i);
        }
        constexpr size_t mostPeriods = 60; // more are numbers, not years
        bases.removeIf([&](const QString &base) { return columnsOf[base].size() > mostPeriods; });
        for (const QString &base : bases)
            if (columnsOf[base].size() > 1)
                for (const size_t i : columnsOf[base])
                    if (const QString period = headOf(i)->period; !periods.contains(period))
                        periods << period;
        if (periods.isEmpty())
            return;
        std::sort(periods.begin(), periods.end(), isEarlier);
        m_plan.periods = periods;
        choosePeriod(m_grid.file);
        for (const QString &base : bases)
            if (columnsOf[base].size() > 1)
                keepOnePeriod(base, columnsOf[base]);
    }

    /// The column of the period, else the last before it, else the first there is.
    void keepOnePeriod(const QString &base, const std::vector<size_t> &columns)
    {
        const auto periodOf = [this](size_t i) { return headOf(i)->period; };
        size_t kept = columns.front();
        for (const size_t i : columns) {
            const bool isAfter = isEarlier(m_plan.period, periodOf(i));
            const bool keptIsAfter = isEarlier(m_plan.period, periodOf(kept));
            if ((!isAfter && (keptIsAfter || isEarlier(periodOf(kept), periodOf(i))))
                || (isAfter && keptIsAfter && isEarlier(periodOf(i), periodOf(kept))))
                kept = i;
        }
        for (const size_t i : columns)
            m_plan.columns[i].base = base;
        for (const size_t i : columns)
            if (i != kept) {
                m_plan.columns[i].role = ColumnRole::Ignored;
                m_plan.columns[i].reason = Text::tr("another period of %1").arg(base);
            }
        if (periodOf(kept) != m_plan.period)
            remark(Severity::Warning, Text::tr("%1 has no figures of %2; those of %3 are read.")
                                          .arg(base, m_plan.period, periodOf(kept)));
    }

    void settleLevel()
    {
        const PlannedColumn *column = m_plan.find(ColumnRole::Level);
        if (!column)
            return;
        for (const QString &level : textsOf(m_grid, m_rows, *column))
            if (kindOfLevel(level) == RowKind::Area)
                m_plan.levels << level;
        if (!m_wanted.level.isEmpty()) {
            const QString found = spelledAs(textsOf(m_grid, m_rows, *column), m_wanted.level);
            m_plan.level = found.isEmpty() ? m_wanted.level : found;
            return;
        }
        if (m_plan.levels.isEmpty())
            return;
        m_plan.level = usualLevel(*column);
        if (m_plan.levels.size() > 1)
            remark(Severity::Note,
                   Text::tr("%1 has the levels %2; %3 is read. Say --level for another.")
                       .arg(column->header, m_plan.levels.join(QStringLiteral(", ")), m_plan.level));
    }

    /// The level of which most rows are known areas, else of which there are most rows.
    QString usualLevel(const PlannedColumn &column) const
    {
        QHash<QString, int> known;
        QHash<QString, int> rows;
        const PlannedColumn *code = m_plan.find(ColumnRole::Code);
        for (int row = m_rows.first; row < m_rows.end; ++row) {
            const QString level = m_grid.cell(row, column.position).toString();
            ++rows[level];
            if (code && m_known.codes.contains(m_grid.cell(row, code->position).toString().toUpper()))
                ++known[level];
        }
        return *std::max_element(
            m_plan.levels.begin(), m_plan.levels.end(), [&](const QString &a, const QString &b) {
                return std::pair(known.value(a), rows.value(a)) < std::pair(known.value(b), rows.value(b));
            });
    }

    const Grid &m_grid;
    const ImportPlan &m_wanted;
    const IndicatorMetadata *m_metadata;
    const KnownAreas &m_known;
    DataRows m_rows;
    std::vector<ColumnFacts> m_facts;
    FiguresPlan m_plan;
};

} // namespace

PlannedFigures planTable(const Grid &grid, const ImportPlan &wanted, const IndicatorMetadata *metadata,
                         const KnownAreas &known)
{
    return Planner(grid, wanted, metadata, known).plan();
}

void KnownAreas::add(const QString &code, const QString &name)
{
    if (!code.isEmpty())
        codes.insert(code.toUpper());
    if (const QString folded = foldName(name); !folded.isEmpty())
        names.insert(folded);
}

FiguresPlan planFigures(const Grid &grid, const ImportPlan &wanted, const IndicatorMetadata *metadata,
                        const KnownAreas &known)
{
    return planTable(grid, wanted, metadata, known).plan;
}

} // namespace atlas
