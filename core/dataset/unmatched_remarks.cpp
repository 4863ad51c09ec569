#include "core/dataset/unmatched_remarks.h"

#include "core/dataset/dataset.h"
#include "core/dataset/join_words.h"
#include "core/dataset/known_areas.h"
#include "core/dataset/likely_pairs.h"
#include "core/dataset/text.h"
#include "core/indicators/name_matching.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace atlas {

namespace {

constexpr size_t mostOneByOne = 10; ///< beyond, things are counted

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
    QString hint(const RowJoin &row) const
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
            if (const QString likely = likelyName(row); !likely.isEmpty())
                sentences << Text::tr("Did you mean %1?").arg(likely);
        return sentences.isEmpty() ? QString() : QLatin1Char(' ') + sentences.join(QLatin1Char(' '));
    }

    /// The only shape without a row that a row may have meant; empty for none.
    QString likelyName(const RowJoin &row) const
    {
        const auto position = static_cast<size_t>(&row - m_dataset.joinReport->rows.data());
        const auto found =
            std::lower_bound(m_likely.begin(), m_likely.end(), position,
                             [](const LikelyPair &pair, size_t place) { return pair.row < place; });
        const bool isFound = found != m_likely.end() && found->row == position && found->isOnly;
        return isFound ? m_dataset.areas[found->area].name : QString();
    }

    void remarkOnRowsWithoutShape()
    {
        m_likely = likelyPairs(m_boundaries, m_dataset.joinReport->rows);
        if (m_rows.size() <= mostOneByOne) {
            for (const RowJoin *row : m_rows)
                m_issues.push_back(
                    {Severity::Warning,
                     Text::tr("%1 matches no area of the boundaries; it is in the table but not on the map.")
                             .arg(m_dataset.areas[*row->area].name)
                         + hint(*row),
                     m_figures, row->row, m_dataset.areas[*row->area].code});
            return;
        }
        QStringList hints;
        for (size_t i = 0; i < m_rows.size() && i < mostOneByOne && hints.size() < mostExamples; ++i)
            if (const QString text = hint(*m_rows[i]); !text.isEmpty())
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
    std::vector<LikelyPair> m_likely;
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
