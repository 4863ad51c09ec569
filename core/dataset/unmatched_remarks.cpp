#include "core/dataset/unmatched_remarks.h"

#include "core/common/nearest_text.h"
#include "core/dataset/dataset.h"
#include "core/dataset/join_words.h"
#include "core/dataset/known_areas.h"
#include "core/dataset/text.h"
#include "core/indicators/name_matching.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace atlas {

namespace {

constexpr size_t mostOneByOne = 10; ///< beyond, things are counted

/// Names of shapes without a row; none where there are too many to compare with.
struct FreeNames
{
    QStringList names;
    QStringList lower; ///< the same in small letters
};

/// The words and numbers of a name that tell neighbours apart: "North", "2".
QStringList tellingWords(const QString &lower)
{
    static const QSet<QString> directions = {QStringLiteral("north"), QStringLiteral("south"),
                                             QStringLiteral("east"), QStringLiteral("west")};
    QStringList telling;
    for (const QString &word : looseName(lower).split(QLatin1Char(' ')))
        if (directions.contains(word)
            || std::any_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); }))
            telling << word;
    return telling;
}

/// The only name that begins with these words; empty where there are none or several.
QString longerName(const QString &lower, const FreeNames &free)
{
    QString found;
    for (qsizetype i = 0; i < free.names.size(); ++i) {
        const QString &name = free.lower[i];
        if (!name.startsWith(lower) || name.size() == lower.size() || name[lower.size()].isLetterOrNumber())
            continue;
        if (!found.isEmpty())
            return {};
        found = free.names[i];
    }
    return found;
}

/// What a name that is mistyped or cut short may have meant; empty where nothing is near.
QString nearestName(const QString &name, const FreeNames &free)
{
    const QString lower = name.toLower();
    if (lower.isEmpty())
        return {};
    const QString nearest = nearestTo(lower, free.lower);
    if (nearest.isEmpty() || tellingWords(lower) != tellingWords(nearest))
        return longerName(lower, free);
    return free.names[free.lower.indexOf(nearest)];
}

class UnmatchedRemarks
{
public:
    UnmatchedRemarks(const Dataset &dataset, QString figures)
        : m_dataset(dataset), m_boundaries(*dataset.boundaries), m_figures(std::move(figures))
    {}

    Issues make()
    {
        for (const RowJoin &row : m_dataset.joinReport->rows)
            if (row.fate == RowFate::WithoutShape)
                m_rows.push_back(&row);
        if (!m_rows.empty())
            remarkOnRowsWithoutShape();
        remarkOnShapesWithoutRow();
        return std::move(m_issues);
    }

private:
    /// What the row is of, if the boundaries have what came after it or the row has its code.
    const KnownArea *formerArea(const RowJoin &row) const
    {
        if (const KnownArea *known = findKnownArea(row.code))
            return known;
        const KnownArea *known = findFormerArea(nameOf(row));
        const auto cameAfter = [known](const BoundaryArea &area) {
            return std::find(known->becomes.begin(), known->becomes.end(), area.code) != known->becomes.end();
        };
        const bool isOnMap =
            known && std::any_of(m_boundaries.areas.begin(), m_boundaries.areas.end(), cameAfter);
        return isOnMap ? known : nullptr;
    }

    /// Why a row has no shape, or what it may have meant: a sentence with a space before it.
    QString hint(const RowJoin &row, const FreeNames &free) const
    {
        QStringList sentences;
        if (row.doubt == JoinDoubt::SeveralOfOneName)
            sentences << Text::tr("Several areas of the boundaries have that name.");
        if (row.doubt == JoinDoubt::OtherKind)
            sentences << Text::tr("The boundaries' %1 is another kind of area.")
                             .arg(called(m_boundaries.areas[*row.other]));
        if (row.doubt == JoinDoubt::HasRow)
            sentences << Text::tr("The boundaries' %1 has a row of its own.")
                             .arg(called(m_boundaries.areas[*row.other]));
        if (const KnownArea *known = formerArea(row))
            if (const QString text = successionText(*known); !text.isEmpty())
                sentences << text + QLatin1Char('.');
        if (sentences.isEmpty())
            if (const QString nearest = nearestName(nameOf(row), free); !nearest.isEmpty())
                sentences << Text::tr("Did you mean %1?").arg(nearest);
        return sentences.isEmpty() ? QString() : QLatin1Char(' ') + sentences.join(QLatin1Char(' '));
    }

    FreeNames freeNames() const
    {
        constexpr qsizetype most = 5000;
        FreeNames free;
        for (size_t i = 0; i < m_boundaries.size(); ++i) {
            if (m_dataset.areas[i].hasData)
                continue;
            free.names << m_dataset.areas[i].name;
            free.lower << m_dataset.areas[i].name.toLower();
        }
        return free.names.size() > most ? FreeNames() : free;
    }

    void remarkOnRowsWithoutShape()
    {
        const FreeNames free = freeNames();
        if (m_rows.size() <= mostOneByOne) {
            for (const RowJoin *row : m_rows)
                m_issues.push_back(
                    {Severity::Warning,
                     Text::tr("%1 matches no area of the boundaries; it is in the table but not on the map.")
                             .arg(m_dataset.areas[*row->area].name)
                         + hint(*row, free),
                     m_figures, row->row, m_dataset.areas[*row->area].code});
            return;
        }
        QStringList hints;
        for (size_t i = 0; i < m_rows.size() && i < mostOneByOne && hints.size() < mostExamples; ++i)
            if (const QString text = hint(*m_rows[i], free); !text.isEmpty())
                hints << QStringLiteral("%1: %2").arg(called(*m_rows[i]), text.trimmed());
        const QString more = hints.isEmpty() ? QString() : QLatin1Char(' ') + hints.join(QLatin1Char(' '));
        const QString some = examplesOf(m_rows, [](const RowJoin &row) { return called(row); });
        m_issues.push_back(
            {Severity::Warning,
             Text::tr(
                 "%1 rows match no area of the boundaries (%2); they are in the table but not on the map.")
                     .arg(countText(m_rows.size()), some)
                 + more,
             m_figures});
    }

    void remarkOnShapesWithoutRow()
    {
        std::vector<const Area *> bare;
        for (const Area &area : m_dataset.areas)
            if (!area.hasData)
                bare.push_back(&area);
        const QString &file = m_boundaries.file;
        if (bare.size() <= mostOneByOne) {
            for (const Area *area : bare)
                m_issues.push_back(
                    {Severity::Warning,
                     Text::tr("%1 is on the map but the figures have no row for it.").arg(area->name), file,
                     0, area->code});
            return;
        }
        QStringList names;
        for (size_t i = 0; i < bare.size() && names.size() <= mostExamples; ++i)
            names << called(bare[i]->code.text, bare[i]->name);
        m_issues.push_back({Severity::Warning,
                            Text::tr("%1 areas are on the map but the figures have no row for them (%2).")
                                .arg(countText(bare.size()), examples(names)),
                            file});
    }

    const Dataset &m_dataset;
    const BoundarySet &m_boundaries;
    QString m_figures;
    RowJoins m_rows; ///< those without a shape
    Issues m_issues;
};

} // namespace

Issues unmatchedRemarks(const Dataset &dataset, const QString &figures)
{
    return dataset.hasMap() ? UnmatchedRemarks(dataset, figures).make() : Issues();
}

Error nothingInCommon(const BoundarySet &boundaries, const std::vector<RowJoin> &rows, const QString &figures)
{
    QString shape = called(boundaries.areas.front());
    QString row = rows.empty() ? QString() : called(rows.front());
    QSet<QString> names;
    for (const RowJoin &one : rows)
        names.insert(foldName(nameOf(one)));
    const auto pair = std::find_if(boundaries.areas.begin(), boundaries.areas.end(), [&](const auto &area) {
        return !area.name.isEmpty() && names.contains(foldName(area.name));
    });
    if (pair != boundaries.areas.end()) {
        shape = called(*pair);
        row = called(*std::find_if(rows.begin(), rows.end(), [&](const RowJoin &one) {
            return foldName(nameOf(one)) == foldName(pair->name);
        }));
    }
    return Error{
        Text::tr("%1 and %2 have no area in common: the boundaries have %3, the figures %4. Check that "
                 "both use the same codes or names.")
            .arg(boundaries.file, figures, shape, row),
        {}};
}

} // namespace atlas
