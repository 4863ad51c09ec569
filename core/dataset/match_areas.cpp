#include "core/dataset/match_areas.h"

#include "core/common/code_text.h"
#include "core/common/placeholder_code.h"
#include "core/dataset/alias_file.h"
#include "core/dataset/row_comparison.h"
#include "core/dataset/shape_index.h"
#include "core/dataset/text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace atlas {

namespace {

constexpr size_t noRow = static_cast<size_t>(-1);

/// Files with one column of keys may hold names where codes are looked for, and the other way round.
const QString &nameOrCode(const IndicatorRow &row)
{
    return row.name.isEmpty() ? row.code.text : row.name;
}

AreaCode codeOrName(const IndicatorRow &row)
{
    return row.code.isEmpty() ? AreaCode{row.name} : row.code;
}

/// Goes over the rows again and again, each time with a less certain way to find their shapes.
class Matcher
{
public:
    Matcher(const BoundarySet &boundaries, const IndicatorTable &table, const QHash<QString, size_t> &aliases,
            JoinTrouble trouble)
        : m_boundaries(boundaries), m_table(table), m_aliases(aliases), m_trouble(trouble),
          m_shapes(boundaries), m_joins(table.rows.size()), m_rowOfShape(boundaries.size(), noRow)
    {}

    Result<std::vector<RowJoin>> match()
    {
        listRows();
        if (m_boundaries.size() > 0) {
            matchByCode();
            matchByName(JoinedBy::Name, RowKind::Area, &ShapeIndex::byName);
            matchByName(JoinedBy::OtherSpelling, RowKind::Area, &ShapeIndex::byLooseName);
            matchByName(JoinedBy::KnownName, RowKind::Area, &ShapeIndex::byKnownName);
            for (const RowKind kind : {RowKind::Region, RowKind::Country, RowKind::Total})
                matchByName(JoinedBy::Name, kind, &ShapeIndex::byName);
        }
        findSpoiltDoubles();
        setBenchmarksApart();
        if (m_error)
            return *m_error;
        return std::move(m_joins);
    }

private:
    using FindByName = std::optional<size_t> (ShapeIndex::*)(const QString &);

    const IndicatorRow &rowAt(size_t index) const { return m_table.rows[index]; }
    const BoundaryArea &shapeAt(size_t index) const { return m_boundaries.areas[index]; }

    void listRows()
    {
        m_kinds.reserve(m_table.rows.size());
        for (size_t i = 0; i < m_joins.size(); ++i) {
            m_joins[i].row = rowAt(i).row;
            m_joins[i].code = rowAt(i).code;
            m_joins[i].name = rowAt(i).name;
            m_kinds.push_back(rowAt(i).kind);
        }
    }

    /// By alias too: what a person says counts most.
    void matchByCode()
    {
        for (size_t i = 0; i < m_joins.size(); ++i) {
            const IndicatorRow &row = rowAt(i);
            if (const auto alias = aliasOf(row)) {
                if (*alias == keptApart)
                    m_joins[i].doubt = JoinDoubt::KeptApart;
                else
                    claim(i, *alias, JoinedBy::Alias);
                continue;
            }
            const AreaCode code = codeOrName(row);
            if (isPlaceholderCode(code.text))
                continue;
            if (const auto shape = m_shapes.byCode(code))
                claimByCode(i, *shape, JoinedBy::Code);
            else
                m_left.push_back(i);
        }
        for (const size_t i : std::exchange(m_left, {}))
            if (const auto shape = m_shapes.byMendedCode(codeOrName(rowAt(i)).text))
                claimByCode(i, *shape, JoinedBy::MendedCode);
        for (size_t i = 0; i < m_joins.size(); ++i)
            if (m_joins[i].by == JoinedBy::Nothing && m_joins[i].doubt != JoinDoubt::KeptApart)
                m_left.push_back(i);
    }

    std::optional<size_t> aliasOf(const IndicatorRow &row) const
    {
        if (m_aliases.isEmpty())
            return {};
        for (const QString &text : {row.code.text, row.name})
            if (const auto found = m_aliases.constFind(aliasKey(text)); found != m_aliases.constEnd())
                return *found;
        return {};
    }

    void claimByCode(size_t row, size_t shape, JoinedBy by)
    {
        RowJoin &join = m_joins[row];
        checkName(join, row, shape);
        const size_t holder = m_rowOfShape[shape];
        const bool isMisnamed = join.doubt == JoinDoubt::NameOfAnother;
        if (holder != noRow && isMisnamed != (m_joins[holder].doubt == JoinDoubt::NameOfAnother)) {
            // Of two rows with one code, that with the name of another area belongs there.
            release(isMisnamed ? row : holder);
            if (isMisnamed)
                return;
        }
        claim(row, shape, by);
    }

    /// The name may be another, or even that of another shape. Of most rows it is the same.
    void checkName(RowJoin &join, size_t row, size_t shape)
    {
        const IndicatorRow &given = rowAt(row);
        if (given.name.isEmpty() || given.code.isEmpty() || given.name == shapeAt(shape).name)
            return;
        const auto other = m_shapes.byName(given.name);
        if (other && *other != shape) {
            join.doubt = JoinDoubt::NameOfAnother;
            join.other = other;
        } else if (!saySame(shapeAt(shape), given)) {
            join.doubt = JoinDoubt::OtherName;
        }
    }

    void release(size_t row)
    {
        RowJoin &join = m_joins[row];
        if (join.area)
            m_rowOfShape[*join.area] = noRow;
        join.fate = RowFate::WithoutShape;
        join.by = JoinedBy::Nothing;
        join.area.reset();
        join.doubt = JoinDoubt::None;
        join.other.reset();
    }

    void claim(size_t row, size_t shape, JoinedBy by)
    {
        RowJoin &join = m_joins[row];
        const size_t holder = m_rowOfShape[shape];
        join.by = by;
        join.area = shape;
        if (holder == noRow) {
            m_rowOfShape[shape] = row;
            join.fate = RowFate::Joined;
        } else {
            join.fate = RowFate::SecondOfSame;
            if (!haveSameFigures(rowAt(holder), rowAt(row)))
                fail(shapeAt(shape).name.isEmpty() ? shapeAt(shape).code.text : shapeAt(shape).name, row,
                     holder);
        }
    }

    void matchByName(JoinedBy by, RowKind kind, FindByName find)
    {
        std::vector<size_t> left;
        for (const size_t i : m_left) {
            if (m_kinds[i] != kind) {
                left.push_back(i);
                continue;
            }
            const auto shape = (m_shapes.*find)(nameOrCode(rowAt(i)));
            if (!shape || !claimByName(i, *shape, by))
                left.push_back(i);
            if (!shape && by == JoinedBy::Name && m_shapes.isNameOfSeveral(nameOrCode(rowAt(i))))
                m_joins[i].doubt = JoinDoubt::SeveralOfOneName;
        }
        m_left = std::move(left);
    }

    /// False, and a doubt, when the row is of another area than the shape.
    bool claimByName(size_t row, size_t shape, JoinedBy by)
    {
        RowJoin &join = m_joins[row];
        const QString &code = rowAt(row).code.text;
        const QString &other = shapeAt(shape).code.text;
        const bool haveCodes = !rowAt(row).name.isEmpty() && !code.isEmpty() && !other.isEmpty()
                               && !isPlaceholderCode(code) && !isPlaceholderCode(other);
        const bool haveOnsCodes = haveCodes && isOnsCode(code) && isOnsCode(other);
        const bool areOfOneKind = haveCodes && areCodesOfOneKind(code, other);
        const auto doubt = [&join, shape](JoinDoubt what) {
            if (join.doubt == JoinDoubt::None)
                join.other = shape;
            join.doubt = join.doubt == JoinDoubt::None ? what : join.doubt;
            return false;
        };
        if (haveOnsCodes && !areOfOneKind)
            return doubt(JoinDoubt::OtherKind);
        if (const size_t holder = m_rowOfShape[shape]; holder != noRow) {
            const bool isArea = m_kinds[row] == RowKind::Area;
            const bool isAsCertain = by == JoinedBy::Name || m_joins[holder].by == by;
            const bool isSecond =
                isArea && (haveSameFigures(rowAt(holder), rowAt(row)) || (isAsCertain && !haveOnsCodes));
            if (!isSecond)
                return doubt(JoinDoubt::HasRow);
        }
        join.doubt = JoinDoubt::None;
        join.other.reset();
        if (haveCodes)
            doubt(areOfOneKind ? JoinDoubt::OtherCode : JoinDoubt::OtherCodes);
        claim(row, shape, by);
        return true;
    }

    /// Rows without a shape have a code twice when the one was spoilt on its way. The reader has compared
    /// them as they are.
    void findSpoiltDoubles()
    {
        QHash<QString, size_t> rowOfCode;
        std::vector<size_t> spoilt;
        for (size_t i = 0; i < m_joins.size(); ++i)
            if (!m_joins[i].area && plainCode(rowAt(i).code.text) != rowAt(i).code.text)
                spoilt.push_back(i);
        if (spoilt.empty())
            return;
        for (size_t i = 0; i < m_joins.size(); ++i)
            if (!m_joins[i].area && isOnsCode(plainCode(rowAt(i).code.text)))
                markDouble(rowOfCode, i);
    }

    void markDouble(QHash<QString, size_t> &rowOfCode, size_t row)
    {
        const QString code = plainCode(rowAt(row).code.text);
        const auto known = rowOfCode.constFind(code);
        if (known == rowOfCode.constEnd()) {
            rowOfCode.insert(code, row);
            return;
        }
        m_joins[row].fate = RowFate::SecondOfSame;
        if (!haveSameFigures(rowAt(*known), rowAt(row)))
            fail(code, row, *known);
    }

    void setBenchmarksApart()
    {
        if (m_kinds.empty())
            return;
        const RowKind finest = *std::min_element(m_kinds.begin(), m_kinds.end(), isFiner);
        for (size_t i = 0; i < m_joins.size(); ++i)
            if (m_joins[i].fate == RowFate::WithoutShape && isFiner(finest, m_kinds[i]))
                m_joins[i].fate = RowFate::Benchmark;
    }

    static bool isFiner(RowKind a, RowKind b)
    {
        constexpr std::array order = {RowKind::Area, RowKind::Region, RowKind::Country, RowKind::Total};
        return std::find(order.begin(), order.end(), a) < std::find(order.begin(), order.end(), b);
    }

    void fail(const QString &area, size_t row, size_t holder)
    {
        m_joins[row].doubt = JoinDoubt::OtherFigures;
        if (m_error || m_trouble == JoinTrouble::Report)
            return;
        const int first = std::min(rowAt(row).row, rowAt(holder).row);
        m_error = Error{Text::tr("%1, row %2: %3 has a row already, under another spelling and with other "
                                 "figures (row %4). Keep one of them.")
                            .arg(m_table.file, QString::number(std::max(rowAt(row).row, rowAt(holder).row)),
                                 area, QString::number(first)),
                        {}};
    }

    const BoundarySet &m_boundaries;
    const IndicatorTable &m_table;
    const QHash<QString, size_t> &m_aliases;
    JoinTrouble m_trouble;
    ShapeIndex m_shapes;
    std::vector<RowKind> m_kinds;
    std::vector<RowJoin> m_joins;
    std::vector<size_t> m_rowOfShape;
    std::vector<size_t> m_left; ///< rows that are still to be joined
    std::optional<Error> m_error;
};

} // namespace

Result<std::vector<RowJoin>> matchAreas(const BoundarySet &boundaries, const IndicatorTable &table,
                                        const QHash<QString, size_t> &aliases, JoinTrouble trouble)
{
    return Matcher(boundaries, table, aliases, trouble).match();
}

std::vector<RowJoin> reportJoin(const BoundarySet &boundaries, const IndicatorTable &table,
                                const std::map<QString, QString> &matches)
{
    const auto placed = placeAliases({.file = {}, .aliases = {}, .matches = matches}, boundaries);
    auto joins = matchAreas(boundaries, table, placed ? placed->shapes : QHash<QString, size_t>(),
                            JoinTrouble::Report);
    return joins ? *std::move(joins) : std::vector<RowJoin>();
}

} // namespace atlas
