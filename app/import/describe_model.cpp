#include "app/import/describe_model.h"

#include "app/widgets/data_text.h"

#include <algorithm>
#include <utility>

namespace atlas {

namespace {

QString pointsText(const DescribedIndicator &described)
{
    const bool isHigher = described.indicator.direction == Direction::HigherIsMoreDisengaged;
    switch (described.origin) {
    case DirectionOrigin::Person:
    case DirectionOrigin::Metadata:
        return isHigher ? DescribeModel::tr("higher") : DescribeModel::tr("lower");
    case DirectionOrigin::Name:
        return isHigher ? DescribeModel::tr("higher, by its name") : DescribeModel::tr("lower, by its name");
    case DirectionOrigin::Assumed:
        break;
    }
    return isHigher ? DescribeModel::tr("higher, to be decided") : DescribeModel::tr("lower, to be decided");
}

QString textOf(const DescribedIndicator &described, int column)
{
    switch (column) {
    case DescribeModel::Name:
        return described.indicator.name;
    case DescribeModel::Points:
        return pointsText(described);
    case DescribeModel::Domain:
        return described.domainName;
    case DescribeModel::Figures:
        return described.brief;
    default:
        return {};
    }
}

} // namespace

void DescribeModel::setIndicators(std::vector<DescribedIndicator> indicators)
{
    const bool areSame =
        std::equal(indicators.begin(), indicators.end(), m_indicators.begin(), m_indicators.end(),
                   [](const DescribedIndicator &a, const DescribedIndicator &b) {
                       return a.indicator.code == b.indicator.code;
                   });
    if (!areSame)
        beginResetModel();
    m_indicators = std::move(indicators);
    if (!areSame)
        endResetModel();
    else if (!m_indicators.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int DescribeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_indicators.size());
}

int DescribeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant DescribeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DescribedIndicator &described = m_indicators[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return textOf(described, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(index.column() == Name ? QStringLiteral("%1 (%2)").arg(described.indicator.name,
                                                                                   described.indicator.code)
                                                   : textOf(described, index.column()));
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | Qt::AlignLeft);
    default:
        return {};
    }
}

QVariant DescribeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | Qt::AlignLeft);
    if (role == Qt::ToolTipRole && section == Points)
        return tr("Whether a higher or a lower value means that more young people are disengaged");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Indicator");
    case Points:
        return tr("More disengaged is");
    case Domain:
        return tr("Domain");
    case Figures:
        return tr("Figures");
    default:
        return {};
    }
}

} // namespace atlas
