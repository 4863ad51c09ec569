#include "app/import/match_model.h"

#include "app/widgets/data_text.h"
#include "core/common/number_text.h"
#include "core/dataset/alias_file.h"
#include "core/dataset/join_words.h"

#include <QSet>

#include <algorithm>

namespace atlas {

std::vector<size_t> MatchSides::freeAreas() const
{
    std::vector<bool> haveRow(boundaries ? boundaries->size() : 0);
    for (const RowJoin &row : rows)
        if (row.fate == RowFate::Joined)
            haveRow[*row.area] = true;
    std::vector<size_t> areas;
    for (size_t i = 0; i < haveRow.size(); ++i)
        if (!haveRow[i])
            areas.push_back(i);
    return areas;
}

const LikelyPair *MatchSides::likelyOf(size_t row) const
{
    const auto found =
        std::lower_bound(likely.begin(), likely.end(), row,
                         [](const LikelyPair &pair, size_t position) { return pair.row < position; });
    const bool isFound = found != likely.end() && found->row == row && rows[row].fate == RowFate::WithoutShape
                         && rows[row].doubt != JoinDoubt::KeptApart;
    return isFound ? &*found : nullptr;
}

const std::pair<const QString, QString> *MatchSides::decided(size_t row) const
{
    const RowJoin &join = rows[row];
    if (join.by != JoinedBy::Alias && join.doubt != JoinDoubt::KeptApart)
        return nullptr;
    for (const QString &text : {join.code.text, join.name}) {
        const QString key = aliasKey(text);
        const auto found = std::find_if(matches.begin(), matches.end(), [&key](const auto &match) {
            return !key.isEmpty() && aliasKey(match.first) == key;
        });
        if (found != matches.end())
            return &*found;
    }
    return nullptr;
}

std::optional<size_t> MatchSides::firstOfSame(size_t row) const
{
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const RowJoin &other) {
        return other.fate == RowFate::Joined && other.area == rows[row].area;
    });
    if (!rows[row].area || found == rows.end())
        return {};
    return static_cast<size_t>(found - rows.begin());
}

void MatchModel::setSides(const MatchSides *sides)
{
    beginResetModel();
    m_sides = sides;
    m_items.clear();
    m_areDoubled.clear();
    m_areDecided.clear();
    if (m_sides && m_part == Part::OnlyInBoundaries) {
        m_items = m_sides->freeAreas();
    } else if (m_sides) {
        std::vector<int> rowsOfArea(m_sides->boundaries->size());
        for (const RowJoin &row : m_sides->rows)
            if (row.area && *row.area < rowsOfArea.size())
                ++rowsOfArea[*row.area];
        QSet<QString> decided;
        for (const auto &match : m_sides->matches)
            decided.insert(aliasKey(match.first));
        for (size_t i = 0; i < m_sides->rows.size(); ++i) {
            const RowJoin &row = m_sides->rows[i];
            const bool isApart = row.doubt == JoinDoubt::KeptApart;
            const bool isAlone = row.fate == RowFate::WithoutShape;
            if (m_part == Part::OnlyInTable ? isAlone : !isAlone || isApart)
                m_items.push_back(i);
            m_areDecided.push_back(
                isApart
                || (row.by == JoinedBy::Alias
                    && (decided.contains(aliasKey(row.code.text)) || decided.contains(aliasKey(row.name)))));
            m_areDoubled.push_back(row.area && *row.area < rowsOfArea.size() && rowsOfArea[*row.area] > 1);
        }
    }
    endResetModel();
}

int MatchModel::rowOf(size_t item) const
{
    const auto found = std::lower_bound(m_items.begin(), m_items.end(), item);
    return found != m_items.end() && *found == item ? static_cast<int>(found - m_items.begin()) : -1;
}

int MatchModel::countOf(Kind kind) const
{
    return static_cast<int>(std::count_if(m_items.begin(), m_items.end(),
                                          [this, kind](size_t item) { return (kindsOf(item) & kind) != 0; }));
}

int MatchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

int MatchModel::columnCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return m_part == Part::OnlyInBoundaries ? static_cast<int>(AreaColumnCount)
                                            : static_cast<int>(RowColumnCount);
}

int MatchModel::kindsOf(size_t row) const
{
    const RowJoin &join = m_sides->rows[row];
    int kinds = m_areDecided[row] ? Accepted : 0;
    if (join.fate == RowFate::Joined && join.by != JoinedBy::Code && join.by != JoinedBy::Alias)
        kinds |= NotByCode;
    if (join.fate == RowFate::Joined && join.doubt != JoinDoubt::None)
        kinds |= InDoubt;
    if (m_areDoubled[row] || join.fate == RowFate::SecondOfSame)
        kinds |= Doubled;
    if (join.fate == RowFate::Benchmark || join.fate == RowFate::LeftOut)
        kinds |= NotAnArea;
    return kinds;
}

/// How a row came to its area, and what speaks against it.
QString MatchModel::howText(size_t row) const
{
    const RowJoin &join = m_sides->rows[row];
    switch (join.fate) {
    case RowFate::Benchmark:
        return tr("a country, region or total, to compare with");
    case RowFate::LeftOut:
        return join.why.isEmpty() ? tr("left out") : tr("left out: %1", "reason").arg(join.why);
    case RowFate::WithoutShape:
        return tr("kept apart by you");
    case RowFate::SecondOfSame: {
        const auto first = m_sides->firstOfSame(row);
        const QString number = first ? QString::number(m_sides->rows[*first].row) : absentText;
        return join.doubt == JoinDoubt::OtherFigures
                   ? tr("of the same area as row %1, with other figures").arg(number)
                   : tr("repeats row %1").arg(number);
    }
    case RowFate::Joined:
        break;
    }
    QString way = m_areDecided[row] ? tr("accepted by you") : joinedByText(join.by);
    switch (join.doubt) {
    case JoinDoubt::OtherCode:
    case JoinDoubt::OtherCodes:
        return tr("%1; the codes differ", "by name").arg(way);
    case JoinDoubt::OtherName:
        return tr("%1; the names differ", "by code").arg(way);
    case JoinDoubt::NameOfAnother:
        return tr("%1; its name is that of another area", "by code").arg(way);
    default:
        return way;
    }
}

QString MatchModel::textOf(size_t item, int column) const
{
    if (m_part == Part::OnlyInBoundaries) {
        const BoundaryArea &area = m_sides->boundaries->areas[item];
        return column == AreaName ? area.name : area.code.text;
    }
    const RowJoin &row = m_sides->rows[item];
    const LikelyPair *pair = m_part == Part::OnlyInTable ? m_sides->likelyOf(item) : nullptr;
    switch (column) {
    case Name:
        return row.name;
    case Code:
        return row.code.text;
    case Row:
        return QString::number(row.row);
    case Area:
        if (pair)
            return called(m_sides->boundaries->areas[pair->area]);
        return m_part == Part::Joined && row.area && *row.area < m_sides->boundaries->size()
                   ? called(m_sides->boundaries->areas[*row.area])
                   : QString();
    case How:
        if (m_part == Part::Joined)
            return howText(item);
        if (row.doubt == JoinDoubt::KeptApart)
            return tr("kept apart by you");
        if (!pair)
            return {};
        return pair->isLikely() ? tr("likely: %1", "why").arg(likelyByText(*pair))
                                : tr("possible: %1", "why").arg(likelyByText(*pair));
    default:
        return {};
    }
}

QVariant MatchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const size_t item = itemAt(index.row());
    const bool isNumber = m_part != Part::OnlyInBoundaries && index.column() == Row;
    switch (role) {
    case Qt::DisplayRole:
        return textOf(item, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(textOf(item, index.column()));
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | Qt::AlignLeft); // numbers of rows are names
    case kindRole:
        return m_part == Part::Joined ? kindsOf(item) : 0;
    case sortRole:
        return isNumber ? QVariant(m_sides->rows[item].row) : QVariant(textOf(item, index.column()));
    default:
        return {};
    }
}

QVariant MatchModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | Qt::AlignLeft);
    if (role != Qt::DisplayRole)
        return {};
    if (m_part == Part::OnlyInBoundaries)
        return section == AreaName ? tr("Area") : tr("Code");
    switch (section) {
    case Name:
        return tr("Name in the table");
    case Code:
        return tr("Code");
    case Row:
        return tr("Row");
    case Area:
        return m_part == Part::Joined ? tr("Area of the boundaries") : tr("May be");
    case How:
        return m_part == Part::Joined ? tr("How") : tr("Why");
    default:
        return {};
    }
}

} // namespace atlas
