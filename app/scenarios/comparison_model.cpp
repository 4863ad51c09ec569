#include "app/scenarios/comparison_model.h"

#include "app/widgets/data_text.h"
#include "core/common/number_text.h"
#include "core/common/plain_text.h"
#include "core/index/figure_text.h"
#include "core/render/cell_format.h"

#include <cmath>
#include <limits>
#include <utility>

namespace atlas {

namespace {

/// NaN for the 0 that stands for no rank or class.
double orNone(double rank)
{
    return rank == 0 ? std::numeric_limits<double>::quiet_NaN() : rank;
}

/// A scenario's name as the head of a narrow column: two short lines, broken between words.
QString narrow(const QString &name)
{
    constexpr qsizetype most = 11;
    QString line = plainLine(name);
    if (line.size() <= most)
        return line;
    const qsizetype space = line.lastIndexOf(QLatin1Char(' '), most);
    const qsizetype end = space > 0 ? space : most;
    QString rest = line.mid(end).trimmed();
    if (rest.size() > most)
        rest = rest.left(most - 1).trimmed() + QChar(0x2026);
    return line.left(end) + QLatin1Char('\n') + rest;
}

} // namespace

void ComparisonModel::show(std::shared_ptr<const Dataset> dataset, Side first, Side second,
                           RankComparison comparison)
{
    beginResetModel();
    m_dataset = std::move(dataset);
    m_first = std::move(first);
    m_second = std::move(second);
    m_comparison = std::move(comparison);
    endResetModel();
}

void ComparisonModel::clear()
{
    show({}, {}, {}, {});
}

int ComparisonModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_comparison.shifts.size());
}

int ComparisonModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

double ComparisonModel::numberOf(size_t area, int column) const
{
    switch (column) {
    case FirstRank:
        return orNone(m_first.ranks[area]);
    case SecondRank:
        return orNone(m_second.ranks[area]);
    case Shift:
        return m_comparison.shifts[area];
    case FirstScore:
        return m_first.scores[area];
    case SecondScore:
        return m_second.scores[area];
    case FirstClass:
        return orNone(m_comparison.firstClasses[area]);
    default:
        return orNone(m_comparison.secondClasses[area]);
    }
}

QString ComparisonModel::textOf(size_t area, int column) const
{
    const double number = numberOf(area, column);
    if (std::isnan(number))
        return absentText;
    switch (column) {
    case FirstRank:
    case SecondRank:
        return rankText(number, m_locale);
    case Shift:
        return rankShiftText(number, m_locale);
    case FirstScore:
    case SecondScore:
        return roundedNumber(number, 2, m_locale);
    default:
        return classMark(static_cast<int>(number), (column == FirstClass ? m_first : m_second).scheme);
    }
}

QVariant ComparisonModel::data(const QModelIndex &index, int role) const
{
    const auto area = static_cast<size_t>(index.row());
    const bool isName = index.column() == Name;
    const QString &name = m_dataset->areas[area].name;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((isName ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::DisplayRole)
        return isName ? name : textOf(area, index.column());
    if (role == Qt::ToolTipRole && isName)
        return plainToolTip(name);
    if (role != sortRole)
        return {};
    if (isName)
        return name;
    const double number = numberOf(area, index.column());
    return std::isnan(number) ? QVariant() : number;
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool isFirst = section == FirstRank || section == FirstScore || section == FirstClass;
    const QString &title = isFirst ? m_first.title : m_second.title;
    if (role == Qt::ToolTipRole && section == Shift)
        return plainToolTip(tr("Places moved from %1 to %2; a negative number means more disengaged")
                                .arg(m_first.title, m_second.title));
    if (role == Qt::ToolTipRole && section != Name)
        return plainToolTip(title);
    if (role == Qt::AccessibleTextRole && section != Name && section != Shift)
        return tr("%1, %2", "rank, score or class; scenario").arg(kindOf(section), title);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (section == Name || section == Shift)
        return kindOf(section);
    return tr("%1\n%2", "rank, score or class; scenario").arg(kindOf(section), narrow(title));
}

QString ComparisonModel::kindOf(int section)
{
    switch (section) {
    case Name:
        return tr("Area");
    case Shift:
        return tr("Shift");
    case FirstRank:
    case SecondRank:
        return tr("Rank");
    case FirstScore:
    case SecondScore:
        return tr("Score");
    default:
        return tr("Class");
    }
}

} // namespace atlas
