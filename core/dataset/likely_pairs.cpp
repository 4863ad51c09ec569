#include "core/dataset/likely_pairs.h"

#include "core/boundaries/boundary_set.h"
#include "core/common/code_text.h"
#include "core/common/placeholder_code.h"
#include "core/dataset/alias_file.h"
#include "core/dataset/join_report.h"
#include "core/dataset/join_words.h"
#include "core/dataset/known_areas.h"
#include "core/dataset/text.h"
#include "core/indicators/name_likeness.h"

#include <QHash>
#include <QMultiHash>

#include <algorithm>
#include <tuple>

namespace atlas {

namespace {

constexpr double likely = 0.65;       ///< sure enough to be accepted with others
constexpr double possible = 0.5;      ///< of what fits several, or other boundaries
constexpr double doubtful = 0.4;      ///< of areas of different kinds
constexpr double aboutAsSure = 0.08;  ///< less parts two that fit
constexpr double said = 2;            ///< what a person said before goes before all guesses
constexpr size_t mostPairs = 4000000; ///< that are compared letter by letter

bool isCode(const QString &text)
{
    return !text.isEmpty() && !isPlaceholderCode(text);
}

/// How sure a likeness of names makes a pair.
double surenessOf(const NameLikeness &likeness)
{
    constexpr double ofNote = 0.97;
    constexpr double ofWords = 0.95;
    constexpr double ofPart = 0.45;
    constexpr double perShare = 0.4;
    constexpr double perLetter = 1.5;
    switch (likeness.kind) {
    case Likeness::Note:
        return ofNote;
    case Likeness::Words:
        return ofWords;
    case Likeness::Part:
        return ofPart + perShare * likeness.share;
    case Likeness::Spelling:
        return 1 - perLetter * (1 - likeness.share);
    case Likeness::None:
        break;
    }
    return 0;
}

LikelyBy reasonOf(Likeness kind)
{
    switch (kind) {
    case Likeness::Note:
        return LikelyBy::Note;
    case Likeness::Part:
        return LikelyBy::Part;
    case Likeness::Spelling:
        return LikelyBy::Spelling;
    default:
        return LikelyBy::Words;
    }
}

/// Gathers all that fits, then gives each row and each area to the surest.
class PairFinder
{
public:
    PairFinder(const BoundarySet &boundaries, const std::vector<RowJoin> &rows)
        : m_boundaries(boundaries), m_joins(rows)
    {
        std::vector<bool> haveRow(boundaries.size());
        for (size_t i = 0; i < rows.size(); ++i) {
            if (rows[i].fate == RowFate::Joined)
                haveRow[*rows[i].area] = true;
            if (rows[i].fate == RowFate::WithoutShape && rows[i].doubt != JoinDoubt::KeptApart)
                m_rows.push_back(i);
        }
        for (size_t i = 0; i < haveRow.size(); ++i)
            if (!haveRow[i])
                m_areas.push_back(i);
    }

    std::vector<LikelyPair> find(const std::vector<RememberedPair> &remembered)
    {
        if (m_rows.empty() || m_areas.empty())
            return {};
        addRemembered(remembered);
        addSuccessors();
        if (m_rows.size() * m_areas.size() <= mostPairs)
            addAlike();
        else
            addSameWords();
        return chosen();
    }

private:
    const RowJoin &rowAt(size_t index) const { return m_joins[index]; }
    const BoundaryArea &shapeAt(size_t index) const { return m_boundaries.areas[index]; }

    void add(LikelyPair pair)
    {
        const QString &code = rowAt(pair.row).code.text;
        const QString &other = shapeAt(pair.area).code.text;
        pair.isOfOtherKind = pair.by != LikelyBy::Successor && isOnsCode(code) && isOnsCode(other)
                             && !areCodesOfOneKind(code, other);
        if (pair.isOfOtherKind)
            pair.sureness = std::min(pair.sureness, doubtful);
        m_found.push_back(pair);
    }

    void addRemembered(const std::vector<RememberedPair> &remembered)
    {
        if (remembered.empty())
            return;
        QMultiHash<QString, size_t> rows;
        QMultiHash<QString, size_t> areas;
        for (const size_t i : m_rows)
            for (const QString &text : {rowAt(i).code.text, rowAt(i).name})
                if (isCode(text))
                    rows.insert(aliasKey(text), i);
        for (const size_t i : m_areas)
            for (const QString &text : {shapeAt(i).code.text, shapeAt(i).name})
                if (isCode(text))
                    areas.insert(aliasKey(text), i);
        for (const RememberedPair &pair : remembered)
            for (const size_t row : rows.values(aliasKey(pair.figures)))
                for (const size_t area : areas.values(aliasKey(pair.boundary)))
                    add({.row = row, .area = area, .by = LikelyBy::Remembered, .sureness = said});
    }

    void addSuccessors()
    {
        constexpr double ofSameLand = 0.95;
        QHash<AreaCode, size_t> areas;
        for (const size_t i : m_areas)
            areas.insert(shapeAt(i).code, i);
        for (const size_t row : m_rows) {
            const KnownArea *known = findKnownArea(rowAt(row).code);
            const bool isSame = known && known->extent == KnownArea::Extent::Same;
            if (!isSame && (!known || known->extent != KnownArea::Extent::Other))
                continue;
            for (const AreaCode &code : known->becomes)
                if (const auto area = areas.constFind(code); area != areas.constEnd())
                    add({.row = row,
                         .area = *area,
                         .by = LikelyBy::Successor,
                         .sureness = isSame ? ofSameLand : possible});
        }
    }

    std::vector<NameForms> rowForms() const
    {
        std::vector<NameForms> forms;
        forms.reserve(m_rows.size());
        for (const size_t row : m_rows)
            forms.push_back(formsOf(nameOf(rowAt(row))));
        return forms;
    }

    std::vector<NameForms> areaForms() const
    {
        std::vector<NameForms> forms;
        forms.reserve(m_areas.size());
        for (const size_t area : m_areas)
            forms.push_back(formsOf(shapeAt(area).name));
        return forms;
    }

    void addNamed(size_t row, size_t area, const NameLikeness &likeness)
    {
        if (likeness.kind != Likeness::None)
            add({.row = row,
                 .area = area,
                 .by = reasonOf(likeness.kind),
                 .letters = likeness.letters,
                 .sureness = surenessOf(likeness)});
    }

    void addAlike()
    {
        const std::vector<NameForms> rows = rowForms();
        const std::vector<NameForms> areas = areaForms();
        for (size_t i = 0; i < rows.size(); ++i) {
            if (isOnsCode(nameOf(rowAt(m_rows[i]))))
                continue; // neighbours have codes that differ in one digit
            for (size_t j = 0; j < areas.size(); ++j)
                addNamed(m_rows[i], m_areas[j], likenessOf(rows[i], areas[j]));
        }
    }

    void addSameWords()
    {
        QMultiHash<QString, size_t> areas;
        const std::vector<NameForms> ofAreas = areaForms();
        for (size_t i = 0; i < ofAreas.size(); ++i)
            if (!ofAreas[i].plain.isEmpty())
                areas.insert(ofAreas[i].plain, i);
        const std::vector<NameForms> rows = rowForms();
        for (size_t i = 0; i < rows.size(); ++i)
            for (const size_t j : areas.values(rows[i].plain))
                addNamed(m_rows[i], m_areas[j], likenessOf(rows[i], ofAreas[j]));
    }

    /// Whether a row or an area has something else that fits about as well as its best.
    static bool fitsSeveral(const QHash<size_t, std::vector<double>> &surenesses, size_t of)
    {
        const auto &all = *surenesses.constFind(of);
        const double best = *std::max_element(all.begin(), all.end());
        return std::count_if(all.begin(), all.end(),
                             [best](double sureness) { return sureness > best - aboutAsSure; })
               > 1;
    }

    /// One for each row and area, the surest, for however many reasons.
    void keepBestReasons()
    {
        std::sort(m_found.begin(), m_found.end(), [](const LikelyPair &a, const LikelyPair &b) {
            return std::tuple(a.row, a.area, -a.sureness) < std::tuple(b.row, b.area, -b.sureness);
        });
        m_found.erase(std::unique(m_found.begin(), m_found.end(),
                                  [](const LikelyPair &a, const LikelyPair &b) {
                                      return a.row == b.row && a.area == b.area;
                                  }),
                      m_found.end());
    }

    std::vector<LikelyPair> chosen()
    {
        keepBestReasons();
        QHash<size_t, std::vector<double>> ofRow;
        QHash<size_t, std::vector<double>> ofArea;
        for (const LikelyPair &pair : m_found) {
            ofRow[pair.row].push_back(pair.sureness);
            ofArea[pair.area].push_back(pair.sureness);
        }
        for (LikelyPair &pair : m_found) {
            pair.isOnly = !fitsSeveral(ofRow, pair.row) && !fitsSeveral(ofArea, pair.area);
            if (!pair.isOnly)
                pair.sureness = std::min(pair.sureness, possible);
        }
        std::stable_sort(m_found.begin(), m_found.end(),
                         [](const LikelyPair &a, const LikelyPair &b) { return a.sureness > b.sureness; });
        QHash<size_t, bool> taken;
        QHash<size_t, bool> given;
        std::vector<LikelyPair> pairs;
        for (const LikelyPair &pair : m_found) {
            if (taken.contains(pair.area) || given.contains(pair.row))
                continue;
            taken.insert(pair.area, true);
            given.insert(pair.row, true);
            pairs.push_back(pair);
            pairs.back().sureness = std::min(pair.sureness, 1.0);
        }
        std::sort(pairs.begin(), pairs.end(),
                  [](const LikelyPair &a, const LikelyPair &b) { return a.row < b.row; });
        return pairs;
    }

    const BoundarySet &m_boundaries;
    const std::vector<RowJoin> &m_joins;
    std::vector<size_t> m_rows;  ///< without a shape
    std::vector<size_t> m_areas; ///< without a row
    std::vector<LikelyPair> m_found;
};

} // namespace

bool LikelyPair::isLikely() const
{
    return isOnly && !isOfOtherKind && sureness >= likely;
}

std::vector<LikelyPair> likelyPairs(const BoundarySet &boundaries, const std::vector<RowJoin> &rows,
                                    const std::vector<RememberedPair> &remembered)
{
    return PairFinder(boundaries, rows).find(remembered);
}

QString likelyByText(const LikelyPair &pair)
{
    if (pair.isOfOtherKind)
        return Text::tr("alike, but another kind of area");
    if (!pair.isOnly)
        return Text::tr("one of several that fit");
    switch (pair.by) {
    case LikelyBy::Remembered:
        return Text::tr("accepted before");
    case LikelyBy::Successor:
        return pair.sureness > possible ? Text::tr("the same land under a newer code")
                                        : Text::tr("a newer code, with other boundaries");
    case LikelyBy::Note:
        return Text::tr("the same but for a note");
    case LikelyBy::Words:
        return Text::tr("the same words");
    case LikelyBy::Part:
        return Text::tr("a part of the name");
    case LikelyBy::Spelling:
        break;
    }
    return Text::tr("%n letter(s) differ", nullptr, pair.letters);
}

} // namespace atlas
