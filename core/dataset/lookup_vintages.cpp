#include "core/dataset/lookup_vintages.h"

#include "core/aggregation/lookup.h"
#include "core/dataset/join_words.h"
#include "core/dataset/known_areas.h"
#include "core/dataset/text.h"

#include <QHash>
#include <QSet>

namespace atlas {

namespace {

/// By the lookup's codes, those of the same land in the figures.
QHash<AreaCode, AreaCode> sameLand(const QSet<AreaCode> &ofLookup, const QSet<AreaCode> &ofFigures)
{
    QHash<AreaCode, AreaCode> codes;
    for (const KnownArea &area : knownAreas()) {
        if (area.extent != KnownArea::Extent::Same || area.becomes.size() != 1)
            continue;
        const AreaCode &before = area.code;
        const AreaCode &after = area.becomes.front();
        if (ofLookup.contains(before) && !ofFigures.contains(before) && ofFigures.contains(after))
            codes.insert(before, after);
        else if (ofLookup.contains(after) && !ofFigures.contains(after) && ofFigures.contains(before))
            codes.insert(after, before);
    }
    return codes;
}

QSet<AreaCode> codesOf(const Lookup &lookup)
{
    QSet<AreaCode> codes;
    for (const LookupPair &pair : lookup.pairs)
        codes.insert(pair.smaller);
    return codes;
}

QSet<AreaCode> codesOf(const IndicatorTable &figures)
{
    QSet<AreaCode> codes;
    for (const IndicatorRow &row : figures.rows)
        codes.insert(row.code);
    return codes;
}

} // namespace

Issues bridgeVintages(Lookup &lookup, const IndicatorTable &figures)
{
    const QHash<AreaCode, AreaCode> same = sameLand(codesOf(lookup), codesOf(figures));
    if (same.isEmpty())
        return {};
    QStringList pairs;
    for (auto code = same.begin(); code != same.end(); ++code)
        pairs << QStringLiteral("%1 = %2").arg(code.value().text, code.key().text);
    pairs.sort();
    for (LookupPair &pair : lookup.pairs)
        pair.smaller = same.value(pair.smaller, pair.smaller);
    return {{Severity::Note,
             Text::tr("%n area(s) have other codes in %1, of another year, and are the same land (%2).",
                      nullptr, static_cast<int>(same.size()))
                 .arg(lookup.file, examples(pairs)),
             figures.file}};
}

QString vintageHint(const Lookup &lookup, const IndicatorTable &figures)
{
    QStringList sentences;
    const auto add = [&sentences](const AreaCode &code) {
        if (const KnownArea *known = findKnownArea(code); known && sentences.size() < mostExamples)
            if (const QString text = successionText(*known);
                !text.isEmpty() && !sentences.contains(text + QLatin1Char('.')))
                sentences << text + QLatin1Char('.');
    };
    for (const IndicatorRow &row : figures.rows)
        add(row.code);
    for (const LookupPair &pair : lookup.pairs)
        add(pair.smaller);
    return sentences.isEmpty() ? QString() : QLatin1Char(' ') + sentences.join(QLatin1Char(' '));
}

} // namespace atlas
