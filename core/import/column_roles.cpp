#include "core/import/column_roles.h"

#include "core/import/header_words.h"
#include "core/import/key_scores.h"
#include "core/import/people_filters.h"
#include "core/import/repeated_rows.h"
#include "core/import/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace atlas {

namespace {

bool isNamed(const QString &header, const char *name)
{
    return header.compare(QLatin1String(name), Qt::CaseInsensitive) == 0;
}

/// The program's own name for what it computes; spreadsheets' row numbers are often called so too.
bool isReserved(const QString &header)
{
    return isNamed(header, "index");
}

class RoleFinder
{
public:
    RoleFinder(const ColumnEvidence &evidence, FiguresLayout layout, Issues &issues)
        : m_evidence(evidence), m_layout(layout), m_issues(issues)
    {
        for (int i = 0; i < evidence.headers.size(); ++i) {
            m_columns.push_back({.header = evidence.headers[i], .position = i});
            m_words.push_back(wordsOf(evidence.headers[i]));
        }
        m_isSettled.assign(m_columns.size(), false);
    }

    std::vector<PlannedColumn> find()
    {
        takeWanted();
        takeMetadata();
        takeLongColumns();
        takeByHead(ColumnRole::Level, saysLevel, Text::tr("its head says which level of areas"));
        takePeriod();
        takeCode();
        takeName();
        if (m_layout == FiguresLayout::OpenData)
            takeFilters();
        else if (m_layout == FiguresLayout::Long || (m_layout == FiguresLayout::Wide && keysRepeat()))
            takeTotals();
        if (m_layout != FiguresLayout::Fingertips && keysRepeat())
            takeParts();
        for (size_t i = 0; i < m_columns.size(); ++i)
            if (!m_isSettled[i])
                takeRest(i);
        return std::move(m_columns);
    }

private:
    const ColumnFacts &facts(size_t i) const { return m_evidence.facts[i]; }

    void settle(size_t i, ColumnRole role, const QString &reason, bool isSure = true)
    {
        m_columns[i].role = role;
        m_columns[i].reason = reason;
        m_columns[i].isSure = isSure;
        m_isSettled[i] = true;
    }

    bool has(ColumnRole role) const
    {
        for (size_t i = 0; i < m_columns.size(); ++i)
            if (m_isSettled[i] && m_columns[i].role == role)
                return true;
        return false;
    }

    /// Whether a person has given that role to a column.
    bool isChosen(ColumnRole role) const
    {
        const auto &roles = m_evidence.wanted.roles;
        return std::any_of(roles.begin(), roles.end(),
                           [role](const auto &each) { return each.second == role; });
    }

    void takeWanted()
    {
        const ImportPlan &wanted = m_evidence.wanted;
        const QString reason = Text::tr("chosen");
        for (size_t i = 0; i < m_columns.size(); ++i) {
            const QString &header = m_columns[i].header;
            if (!wanted.codeColumn.isEmpty() && header.compare(wanted.codeColumn, Qt::CaseInsensitive) == 0)
                settle(i, ColumnRole::Code, reason);
            else if (!wanted.nameColumn.isEmpty()
                     && header.compare(wanted.nameColumn, Qt::CaseInsensitive) == 0)
                settle(i, ColumnRole::Name, reason);
            else if (findHead(wanted.filters, header) != wanted.filters.end())
                settle(i, ColumnRole::Filter, reason);
            else if (const auto role = findHead(wanted.roles, header); role != wanted.roles.end())
                settle(i, isGivenElsewhere(role->second) ? ColumnRole::Ignored : role->second, reason);
        }
    }

    /// Whether another column has been named for the codes, or for the names.
    bool isGivenElsewhere(ColumnRole role) const
    {
        return (role == ColumnRole::Code && !m_evidence.wanted.codeColumn.isEmpty())
               || (role == ColumnRole::Name && !m_evidence.wanted.nameColumn.isEmpty());
    }

    void takeMetadata()
    {
        if (!m_evidence.metadata)
            return;
        QHash<QString, ColumnRole> roles;
        for (const Indicator &indicator : m_evidence.metadata->indicators) {
            roles.insert(indicator.code.toCaseFolded(), ColumnRole::Indicator);
            if (!indicator.denominator.isEmpty() && !roles.contains(indicator.denominator.toCaseFolded()))
                roles.insert(indicator.denominator.toCaseFolded(), ColumnRole::Denominator);
        }
        for (size_t i = 0; i < m_columns.size(); ++i)
            if (const auto role = roles.constFind(m_columns[i].header.toCaseFolded());
                role != roles.constEnd() && !m_isSettled[i])
                settle(i, *role, Text::tr("the metadata names it"));
    }

    /// Of a table with a row for each area and indicator.
    void takeLongColumns()
    {
        if (m_layout != FiguresLayout::Long && m_layout != FiguresLayout::Fingertips)
            return;
        for (size_t i = 0; i < m_columns.size(); ++i) {
            if (m_isSettled[i])
                continue;
            const QString joined = m_words[i].join(QLatin1Char(' '));
            if (!isChosen(ColumnRole::Value)
                && (joined == QLatin1String("value") || joined == QLatin1String("obs value")))
                settle(i, ColumnRole::Value, Text::tr("its head says value"));
            else if (m_layout == FiguresLayout::Fingertips && joined == QLatin1String("indicator name"))
                settle(i, ColumnRole::Ignored, Text::tr("names of the indicators"));
            else if (joined == QLatin1String("value note"))
                settle(i, ColumnRole::Note, Text::tr("its head says note on the value"));
            else if (!has(ColumnRole::Variable) && saysVariable(joined) && !facts(i).isEmpty())
                settle(i, ColumnRole::Variable, Text::tr("it says which indicator a row is of"));
            else if (m_layout == FiguresLayout::Fingertips
                     && (joined == QLatin1String("sex") || joined == QLatin1String("age")
                         || joined == QLatin1String("category")))
                settle(i, ColumnRole::Filter, Text::tr("it says which people are counted"));
            else if (m_layout == FiguresLayout::Fingertips
                     && joined.startsWith(QLatin1String("time period "))) // Sortable, range
                settle(i, ColumnRole::Ignored, Text::tr("it repeats the period"));
        }
    }

    bool saysVariable(const QString &words) const
    {
        if (m_layout == FiguresLayout::Fingertips)
            return words == QLatin1String("indicator id");
        for (const char *known : {"indicator", "variable", "measure", "metric", "indicator name",
                                  "indicator code", "icode", "statistic"})
            if (words == QLatin1String(known))
                return true;
        return false;
    }

    void takeByHead(ColumnRole role, bool (*says)(const QStringList &), const QString &reason)
    {
        for (size_t i = 0; i < m_columns.size() && !has(role); ++i)
            if (!m_isSettled[i] && says(m_words[i]) && !facts(i).isEmpty()
                && (role != ColumnRole::Level || facts(i).texts() > 0))
                settle(i, role, reason);
    }

    void takePeriod()
    {
        if (has(ColumnRole::Period))
            return;
        for (size_t i = 0; i < m_columns.size(); ++i)
            if (!m_isSettled[i] && saysPeriod(m_words[i]) && facts(i).periods * 10 >= facts(i).filled * 9
                && !facts(i).isEmpty()) {
                settle(i, ColumnRole::Period, Text::tr("its head and its cells say when"));
                return;
            }
        for (size_t i = 0; i < m_columns.size(); ++i) // years of DfE: 201516
            if (!m_isSettled[i] && m_words[i].join(QLatin1Char(' ')) == QLatin1String("time period")
                && !facts(i).isEmpty()) {
                settle(i, ColumnRole::Period, Text::tr("its head says when"));
                return;
            }
    }

    std::optional<size_t> best(const auto &scoreOf) const
    {
        std::optional<size_t> found;
        double highest = 0;
        for (size_t i = 0; i < m_columns.size(); ++i) {
            if (m_isSettled[i])
                continue;
            const std::optional<double> score = scoreOf(i);
            if (score && (!found || *score > highest)) {
                found = i;
                highest = *score;
            }
        }
        return found;
    }

    void takeCode()
    {
        if (has(ColumnRole::Code))
            return;
        if (const auto code = best([this](size_t i) { return scoreOfCode(i); })) {
            settle(*code, ColumnRole::Code,
                   facts(*code).isOfficial() ? Text::tr("its cells are codes of areas")
                                             : Text::tr("its head says code"));
            return;
        }
        if (has(ColumnRole::Name))
            return;
        // A table with names alone; else the first column of texts that tells all rows apart.
        const auto isKey = [this](size_t i) {
            return facts(i).texts() + facts(i).symbols > 0 && facts(i).numbers == 0
                   && facts(i).filled == facts(i).rows && distinctShare(m_evidence, i) == 1;
        };
        for (size_t i = 0; i < m_columns.size(); ++i)
            if (!m_isSettled[i] && !saysAreaName(m_words[i]) && isKey(i) && !anyName()) {
                settle(i, ColumnRole::Code, Text::tr("the first column that tells all rows apart"), false);
                return;
            }
    }

    /// Nothing for codes of areas that nobody knows beside names of another kind that are known.
    std::optional<double> scoreOfCode(size_t i) const
    {
        const auto score = codeScore(m_evidence, i, m_words[i]);
        if (!score || m_evidence.known.isEmpty() || areMostlyKnown(m_evidence, i, false))
            return score;
        for (size_t j = 0; j < m_columns.size(); ++j)
            if (j != i && areOfTwoKinds(m_words[i], m_words[j]) && saysAreaName(m_words[j])
                && areMostlyKnown(m_evidence, j, true))
                return {};
        return score;
    }

    /// Nothing for names of another kind of areas than the codes are of.
    std::optional<double> scoreOfName(size_t i) const
    {
        for (size_t j = 0; j < m_columns.size(); ++j)
            if (m_isSettled[j] && m_columns[j].role == ColumnRole::Code
                && areOfTwoKinds(m_words[i], m_words[j]))
                return {};
        return nameScore(m_evidence, i, m_words[i], isBesideCode(i));
    }

    bool anyName() const
    {
        for (size_t i = 0; i < m_columns.size(); ++i)
            if (!m_isSettled[i] && saysAreaName(m_words[i]) && facts(i).texts() > 0)
                return true;
        return false;
    }

    /// Texts beside the codes that tell all rows apart are their names, whatever their head says.
    bool isBesideCode(size_t i) const
    {
        constexpr int fewest = 5;
        const bool beside =
            (i > 0 && m_isSettled[i - 1] && m_columns[i - 1].role == ColumnRole::Code)
            || (i + 1 < m_columns.size() && m_isSettled[i + 1] && m_columns[i + 1].role == ColumnRole::Code);
        return beside && facts(i).rows >= fewest && facts(i).filled == facts(i).rows
               && !saysWiderArea(m_words[i]) && facts(i).numbers == 0 && distinctShare(m_evidence, i) == 1;
    }

    void takeName()
    {
        if (has(ColumnRole::Name))
            return;
        if (const auto name = best([this](size_t i) { return scoreOfName(i); }))
            settle(*name, ColumnRole::Name,
                   saysAreaName(m_words[*name]) ? Text::tr("its head says name")
                                                : Text::tr("its texts tell all rows apart, beside the codes"),
                   saysAreaName(m_words[*name]));
    }

    /// Open data say in columns of texts which pupils a row counts; one of the texts is the total.
    void takeFilters()
    {
        for (size_t i = 0; i < m_columns.size(); ++i)
            if (!m_isSettled[i] && facts(i).texts() > 0 && !facts(i).isNumeric() && hasTotal(i)
                && !saysWiderArea(m_words[i]) && !saysAreaCode(m_words[i]))
                settle(i, ColumnRole::Filter, Text::tr("it says which people are counted"));
    }

    bool keysRepeat() const
    {
        for (const ColumnRole role : {ColumnRole::Code, ColumnRole::Name})
            for (size_t i = 0; i < m_columns.size(); ++i)
                if (m_isSettled[i] && m_columns[i].role == role)
                    return distinctShare(m_evidence, i) < 1;
        return false;
    }

    bool hasTotal(size_t i) const
    {
        for (int row = m_evidence.rows.first; row < m_evidence.rows.end; ++row)
            if (isTotalText(m_evidence.grid.cell(row, static_cast<int>(i))))
                return true;
        return false;
    }

    /// Where areas have several rows, a column that has "Total" among its texts says which row is meant.
    void takeTotals()
    {
        for (size_t i = 0; i < m_columns.size(); ++i) {
            if (m_isSettled[i] || facts(i).texts() * 2 < facts(i).filled || facts(i).isEmpty())
                continue;
            if (hasTotal(i))
                settle(i, ColumnRole::Filter, Text::tr("one of its texts is the total"));
        }
    }

    /// Where most areas have several rows, columns of few texts that tell these apart say which row is
    /// meant: boys and girls, the terms of a year.
    void takeParts()
    {
        std::vector<PlannedColumn> settled;
        for (size_t i = 0; i < m_columns.size(); ++i)
            if (m_isSettled[i])
                settled.push_back(m_columns[i]);
        std::vector<int> rows;
        for (int row = m_evidence.rows.first; row < m_evidence.rows.end; ++row)
            if (!m_evidence.grid.isBlank(row))
                rows.push_back(row);
        const RepeatedRows repeated(m_evidence.grid, std::move(rows), keyPositions(settled));
        if (!repeated.areUsual())
            return;
        for (size_t i = 0; i < m_columns.size(); ++i) {
            if (m_isSettled[i] || !mayPart(i) || !repeated.areToldApartBy(static_cast<int>(i)))
                continue;
            if (!has(ColumnRole::Period) && facts(i).periods == facts(i).filled) {
                settle(i, ColumnRole::Period, Text::tr("its cells say when"), false);
                return takeParts(); // which tells more of the rows apart
            }
            settle(i, ColumnRole::Filter, Text::tr("it tells the rows of an area apart"));
        }
    }

    bool mayPart(size_t i) const
    {
        constexpr int most = 200;
        const ColumnFacts &about = facts(i);
        const bool isText = about.texts() > 0 && !about.isNumeric();
        const bool isPeople = saysPeople(m_words[i]) && about.integers == about.filled;
        if ((!isText && !isPeople && about.periods < about.filled) || about.isEmpty()
            || saysWiderArea(m_words[i]) || saysAreaCode(m_words[i]))
            return false;
        const int texts = distinctTexts(m_evidence.grid, static_cast<int>(i), m_evidence.rows);
        return texts <= most && texts * 2 <= about.filled;
    }

    void takeRest(size_t i)
    {
        const ColumnFacts &about = facts(i);
        const QStringList &words = m_words[i];
        if (about.isEmpty())
            return settle(i, ColumnRole::Ignored, Text::tr("it is empty"));
        if (isNamed(m_columns[i].header, "published_rank"))
            return settle(i, ColumnRole::PublishedRank, Text::tr("its head says so"));
        if (!about.isNumeric())
            return takeText(i);
        if (m_layout == FiguresLayout::Long || m_layout == FiguresLayout::Fingertips)
            return settle(i, ColumnRole::Ignored, Text::tr("the figures stand in another column"));
        if (m_evidence.metadata && about.integers == about.numbers && saysPopulation(words)
            && !isChosen(ColumnRole::Population))
            return settle(i, ColumnRole::Population, Text::tr("its head says population"), false);
        if (m_evidence.metadata)
            return settle(i, ColumnRole::Ignored, Text::tr("the metadata does not name it"));
        if (isReserved(m_columns[i].header)) {
            m_issues.push_back(
                {Severity::Note,
                 Text::tr("The column %1 is left out: columns of that name count rows, or hold an index "
                          "that is there already. Give it another name to make it an indicator.")
                     .arg(m_columns[i].header),
                 m_evidence.grid.file});
            return settle(i, ColumnRole::Ignored, Text::tr("the program's own name for its result"));
        }
        takeNumbers(i, words, about);
    }

    void takeNumbers(size_t i, const QStringList &words, const ColumnFacts &about)
    {
        const bool isWhole = about.integers == about.numbers;
        const bool isRowNumber =
            about.isRisingByOne && about.rows > 2 && m_columns[i].header.startsWith(Text::tr("column "));
        if (saysInterval(words))
            settle(i, ColumnRole::Ignored, Text::tr("a limit of an interval"));
        else if (saysPlace(words))
            settle(i, ColumnRole::Ignored, Text::tr("a place or a size on the map"));
        else if ((isWhole && (saysIdentifier(words) || saysAreaCode(words))) || isRowNumber)
            settle(i, ColumnRole::Ignored, Text::tr("numbers that name the row"));
        else if (saysWiderArea(words) && saysAreaCode(words))
            settle(i, ColumnRole::Ignored, Text::tr("codes of wider areas"));
        else if (saysPeriod(words) && about.periods == about.filled)
            settle(i, ColumnRole::Ignored, Text::tr("years"));
        else if (isWhole && saysClass(words))
            settle(i, ColumnRole::Ignored, Text::tr("classes of other figures"));
        else if (isWhole && about.least >= 1 && saysRank(words)
                 && (has(ColumnRole::PublishedRank) || words.front() != words.back()))
            settle(i, ColumnRole::Ignored, Text::tr("ranks of other figures"), false);
        else if (isWhole && about.least >= 1 && saysRank(words))
            settle(i, ColumnRole::PublishedRank, Text::tr("its head says rank, and it holds whole numbers"),
                   false);
        else if (isWhole && saysPopulation(words) && !isChosen(ColumnRole::Population))
            settle(i, ColumnRole::Population, Text::tr("its head says population"), false);
        else if (saysDenominator(words))
            settle(i, ColumnRole::Denominator, Text::tr("its head says how many are counted"), false);
        else if (saysNumerator(words))
            settle(i, ColumnRole::Numerator, Text::tr("its head says how many"), false);
        else if (!mayCount(i) || !takeCount(i))
            return settle(i, ColumnRole::Indicator, Text::tr("it holds numbers"));
        m_putAside << m_columns[i].header;
    }

    /// Whole numbers, also with points between thousands.
    bool mayCount(size_t i) const
    {
        const ColumnFacts &about = facts(i);
        return about.integers + about.ambiguousPoints >= about.numbers && about.least >= 0
               && about.percents == 0;
    }

    /// Whether a column of whole numbers is what a column of shares is made from; then that is its role.
    bool takeCount(size_t i)
    {
        const QStringList subject = subjectOf(m_words[i]);
        const bool isCount = saysCount(m_words[i]);
        if (!isCount && subject.isEmpty())
            return false;
        for (size_t j = 0; j < m_columns.size(); ++j) {
            const bool isShare =
                j != i && facts(j).isNumeric() && (saysShare(m_words[j]) || facts(j).percents > 0);
            if (!isShare || (m_isSettled[j] && m_columns[j].role != ColumnRole::Indicator))
                continue;
            const QStringList of = subjectOf(m_words[j]);
            const auto isIn = [](const QStringList &some, const QStringList &all) {
                return std::all_of(some.begin(), some.end(),
                                   [&all](const QString &word) { return all.contains(word); });
            };
            if (isCount && subject.isEmpty()) {
                settle(i, ColumnRole::Denominator,
                       Text::tr("its head says how many there are, beside shares of them"), false);
                return true;
            }
            if (isCount ? isIn(subject, of) || isIn(of, subject) : subject == of) {
                settle(i, ColumnRole::Numerator,
                       Text::tr("it counts what %1 is the share of").arg(m_columns[j].header), false);
                return true;
            }
        }
        return false;
    }

    void takeText(size_t i)
    {
        const ColumnFacts &about = facts(i);
        if (about.filled == about.symbols)
            return settle(i, ColumnRole::Ignored,
                          Text::tr("it holds no number, only symbols for missing values"));
        if (saysWiderArea(m_words[i]) && saysAreaCode(m_words[i]))
            return settle(i, ColumnRole::Ignored, Text::tr("codes of wider areas"));
        if (about.areaCodes == about.filled)
            return settle(i, ColumnRole::Ignored, Text::tr("codes of other areas"));
        constexpr int few = 3;
        if (about.filled > few && about.filled == about.rows
            && distinctShare(m_evidence, i) * about.filled < 2)
            return settle(i, ColumnRole::Ignored, Text::tr("it says the same in all rows"));
        if (about.numbers > 0 && about.periods < about.filled)
            m_issues.push_back({Severity::Warning,
                                Text::tr("%1 holds %n number(s) among texts and is taken as a column of "
                                         "texts. Say --role to make it "
                                         "an indicator.",
                                         nullptr, about.numbers)
                                    .arg(m_columns[i].header),
                                m_evidence.grid.file});
        settle(i, ColumnRole::Group, Text::tr("it holds texts"));
    }

public:
    /// Columns of numbers that are no indicators, which a person may wonder about.
    QStringList putAside() const { return m_putAside; }

private:
    const ColumnEvidence &m_evidence;
    FiguresLayout m_layout;
    Issues &m_issues;
    std::vector<PlannedColumn> m_columns;
    std::vector<QStringList> m_words;
    std::vector<bool> m_isSettled;
    QStringList m_putAside;
};

} // namespace

FiguresLayout layoutByHeads(const QStringList &headers)
{
    QSet<QString> heads;
    for (const QString &header : headers)
        heads.insert(wordsOf(header).join(QLatin1Char(' ')));
    const auto hasAll = [&heads](std::initializer_list<const char *> wanted) {
        return std::all_of(wanted.begin(), wanted.end(),
                           [&heads](const char *head) { return heads.contains(QLatin1String(head)); });
    };
    if (hasAll({"indicator id", "area code", "value", "time period"}))
        return FiguresLayout::Fingertips;
    if (hasAll({"time period", "geographic level"}))
        return FiguresLayout::OpenData;
    const bool hasValue = hasAll({"value"}) || hasAll({"obs value"});
    const bool hasVariable = hasAll({"indicator"}) || hasAll({"variable"}) || hasAll({"measure"})
                             || hasAll({"metric"}) || hasAll({"indicator name"}) || hasAll({"indicator code"})
                             || hasAll({"icode"}) || hasAll({"statistic"});
    return hasValue && hasVariable ? FiguresLayout::Long : FiguresLayout::Wide;
}

std::vector<PlannedColumn> columnRoles(const ColumnEvidence &evidence, FiguresLayout layout, Issues &issues)
{
    RoleFinder finder(evidence, layout, issues);
    std::vector<PlannedColumn> columns = finder.find();
    const QStringList aside = finder.putAside();
    const bool anyIndicator = std::any_of(columns.begin(), columns.end(), [](const PlannedColumn &column) {
        return column.role == ColumnRole::Indicator || column.role == ColumnRole::Value;
    });
    if (!anyIndicator) // better a population on the map than nothing
        for (PlannedColumn &column : columns)
            if (column.role == ColumnRole::Population || column.role == ColumnRole::Denominator
                || column.role == ColumnRole::Numerator) {
                column.role = ColumnRole::Indicator;
                column.reason = QCoreApplication::translate("ColumnRoles", "the only numbers there are");
            }
    constexpr qsizetype most = 8;
    if (!aside.isEmpty() && anyIndicator)
        issues.push_back({Severity::Note,
                          QCoreApplication::translate(
                              "ColumnRoles", "No indicators, by their heads: %1. Say --role to make one an "
                                             "indicator.")
                              .arg(aside.size() > most ? aside.first(most).join(QStringLiteral(", "))
                                                             + QStringLiteral(", \u2026")
                                                       : aside.join(QStringLiteral(", "))),
                          evidence.grid.file});
    return columns;
}

} // namespace atlas
