#include "core/aggregation/lookup_columns.h"

#include "core/aggregation/text.h"
#include "core/import/header_rows.h"
#include "core/import/header_words.h"
#include "core/indicators/name_matching.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <map>

namespace atlas {

namespace {

/// What a head says: the kind of area, which of several, and whether its code or its name.
struct HeadParts
{
    QString word;
    int number = 0;
    bool saysCode = false;
    bool saysName = false;
};

/// "LEP14CD2", "lep2_code", "LAD 2014 name": the year is of no account.
HeadParts partsOf(const QString &header)
{
    static const QRegularExpression joined(
        QStringLiteral("^([a-z]+?)(\\d{2}|\\d{4})?(cd|nm|code|name)(\\d?)$"));
    static const QRegularExpression numbered(QStringLiteral("^(.*[a-z])(\\d{1,4})$"));
    const QStringList words = wordsOf(header);
    if (words.size() == 1)
        if (const auto match = joined.match(words.front()); match.hasMatch())
            return {.word = match.captured(1),
                    .number = match.captured(4).toInt(),
                    .saysCode = match.captured(3).startsWith(QLatin1Char('c')),
                    .saysName = match.captured(3).startsWith(QLatin1Char('n'))};
    HeadParts parts;
    QStringList rest;
    for (const QString &word : words) {
        bool isNumber = false;
        const int number = word.toInt(&isNumber);
        constexpr int mostColumns = 9;
        if (isNumber && number <= mostColumns)
            parts.number = number;
        else if (word == QLatin1String("code") || word == QLatin1String("cd"))
            parts.saysCode = true;
        else if (word == QLatin1String("name") || word == QLatin1String("nm"))
            parts.saysName = true;
        else if (!isNumber)
            rest << word;
    }
    if (rest.isEmpty())
        return parts;
    if (const auto match = numbered.match(rest.back()); match.hasMatch()) {
        rest.back() = match.captured(1);
        if (match.captured(2).size() == 1)
            parts.number = match.captured(2).toInt();
    }
    parts.word = rest.join(QLatin1Char(' '));
    return parts;
}

bool saysShare(const QString &header)
{
    static const QSet<QString> known = {QStringLiteral("share"),    QStringLiteral("proportion"),
                                        QStringLiteral("fraction"), QStringLiteral("percentage"),
                                        QStringLiteral("percent"),  QStringLiteral("pct"),
                                        QStringLiteral("%")};
    const QStringList words = wordsOf(header);
    return std::any_of(words.begin(), words.end(), [](const QString &word) { return known.contains(word); });
}

class ColumnFinder
{
public:
    ColumnFinder(const Grid &grid, const LookupWanted &wanted) : m_grid(grid), m_wanted(wanted) {}

    Result<LookupColumns> find()
    {
        const HeaderRows header = findHeaderRows(m_grid, {});
        m_headers = header.headers;
        m_found.rows = findDataRows(m_grid, header.row + header.count);
        gatherKinds();
        if (m_kinds.size() < 2)
            return Error{
                Text::tr("%1 does not say which areas are part of which. A lookup has a column for the "
                         "smaller area, one for the larger area and, where there is one, a share.")
                    .arg(m_grid.file),
                {}};
        const size_t smaller = smallestKind();
        const auto larger = largerKind(smaller);
        if (!larger)
            return larger.error();
        m_found.smaller = m_kinds[smaller];
        m_found.larger = m_wanted.largerHeads.isEmpty() ? m_kinds[*larger] : namedKind();
        for (size_t i = 0; i < m_kinds.size(); ++i)
            m_found.hasFiner =
                m_found.hasFiner || (i != smaller && distinct(m_kinds[i]) > distinct(m_kinds[smaller]));
        return std::move(m_found);
    }

private:
    /// Columns of codes and names by what their heads have in common. Names count where there is no code.
    void gatherKinds()
    {
        std::map<QString, std::map<int, KeyColumns>> columns;
        QStringList order;
        for (int i = 0; i < m_headers.size(); ++i) {
            const ColumnFacts facts = factsOf(m_grid, i, m_found.rows, {});
            if (saysShare(m_headers[i]) && facts.numbers > 0) {
                if (!m_found.share)
                    m_found.share = i;
                m_found.isPercent = m_found.isPercent || saysPercent(m_headers[i]) || facts.percents > 0;
                continue;
            }
            const HeadParts parts = partsOf(m_headers[i]);
            const bool isCode = facts.isOfficial() || parts.saysCode;
            if (facts.isEmpty() ? !parts.saysCode && !parts.saysName
                                : !isCode && facts.texts() * 2 < facts.filled)
                continue;
            if (!columns.contains(parts.word))
                order << parts.word;
            KeyColumns &keys = columns[parts.word][parts.number];
            std::optional<int> &place = isCode ? keys.code : keys.name;
            if (!place)
                place = i;
        }
        const bool anyCode = std::any_of(columns.begin(), columns.end(), [](const auto &kind) {
            return std::any_of(kind.second.begin(), kind.second.end(),
                               [](const auto &keys) { return keys.second.code.has_value(); });
        });
        for (const QString &word : order) {
            AreaKind kind{.word = word};
            for (const auto &[number, keys] : columns[word])
                if (keys.code || !anyCode)
                    kind.columns.push_back(keys);
            if (!kind.columns.empty())
                m_kinds.push_back(std::move(kind));
        }
        countKeys();
    }

    void countKeys()
    {
        for (const AreaKind &kind : m_kinds) {
            QSet<QString> keys;
            for (const KeyColumns &columns : kind.columns)
                for (int row = m_found.rows.first; row < m_found.rows.end; ++row)
                    keys.insert(m_grid.cell(row, columns.code ? *columns.code : *columns.name).toString());
            keys.remove(QString());
            m_distinct[kind.word] = static_cast<int>(keys.size());
            m_keys.push_back(std::move(keys));
        }
    }

    int distinct(const AreaKind &kind) const { return m_distinct.at(kind.word); }

    /// How many of a kind's areas are among those.
    int known(size_t kind, const KnownAreas &areas) const
    {
        return static_cast<int>(
            std::count_if(m_keys[kind].begin(), m_keys[kind].end(), [&](const QString &key) {
                return areas.codes.contains(key.toUpper()) || areas.names.contains(foldName(key));
            }));
    }

    size_t smallestKind() const
    {
        size_t best = 0;
        for (size_t i = 1; i < m_kinds.size(); ++i)
            if (std::pair(known(i, m_wanted.smaller), distinct(m_kinds[i]))
                > std::pair(known(best, m_wanted.smaller), distinct(m_kinds[best])))
                best = i;
        return best;
    }

    /// Codes of the boundaries, else the next columns to the right that have fewer areas.
    Result<size_t> largerKind(size_t smaller)
    {
        for (const QString &head : m_wanted.largerHeads)
            if (!m_headers.contains(head, Qt::CaseInsensitive))
                return Error{Text::tr("%1 has no column %2. Its columns are: %3.")
                                 .arg(m_grid.file, head, m_headers.join(QStringLiteral(", "))),
                             {}};
        std::vector<size_t> others;
        for (size_t step = 1; step < m_kinds.size(); ++step)
            others.push_back((smaller + step) % m_kinds.size());
        std::stable_sort(others.begin(), others.end(), [&](size_t a, size_t b) {
            const auto isLarger = [&](size_t i) {
                return distinct(m_kinds[i]) <= distinct(m_kinds[smaller]);
            };
            return std::pair(known(a, m_wanted.larger), isLarger(a))
                   > std::pair(known(b, m_wanted.larger), isLarger(b));
        });
        if (known(others.front(), m_wanted.larger) == 0 && m_wanted.largerHeads.isEmpty())
            for (size_t i = 1; i < others.size(); ++i)
                if (distinct(m_kinds[others[i]]) <= distinct(m_kinds[smaller]))
                    m_found.otherLarger << m_kinds[others[i]].word;
        return others.front();
    }

    /// The columns that a person named, each with the names beside its codes.
    AreaKind namedKind() const
    {
        AreaKind named{.word = m_wanted.largerHeads.join(QStringLiteral(", "))};
        for (const QString &head : m_wanted.largerHeads) {
            const auto place =
                static_cast<int>(std::find_if(m_headers.begin(), m_headers.end(),
                                              [&head](const QString &one) {
                                                  return one.compare(head, Qt::CaseInsensitive) == 0;
                                              })
                                 - m_headers.begin());
            KeyColumns keys{.code = place};
            for (const AreaKind &kind : m_kinds)
                for (const KeyColumns &columns : kind.columns)
                    if (columns.code == place)
                        keys = columns;
            named.columns.push_back(keys);
        }
        return named;
    }

    const Grid &m_grid;
    const LookupWanted &m_wanted;
    QStringList m_headers;
    std::vector<AreaKind> m_kinds;
    std::vector<QSet<QString>> m_keys; ///< of each kind
    std::map<QString, int> m_distinct; ///< areas of each kind
    LookupColumns m_found;
};

} // namespace

Result<LookupColumns> findLookupColumns(const Grid &grid, const LookupWanted &wanted)
{
    return ColumnFinder(grid, wanted).find();
}

} // namespace atlas
