#include "app/panels/contribution_model.h"

#include "app/state/atlas_state.h"
#include "core/common/number_text.h"

#include <QGuiApplication>
#include <QPalette>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace atlas {

ContributionModel::ContributionModel(const AtlasState &state, QObject *parent)
    : QAbstractTableModel(parent), m_state(state)
{
    connect(&state, &AtlasState::selectionChanged, this, &ContributionModel::rebuild);
    connect(&state, &AtlasState::resultChanged, this, &ContributionModel::rebuild);
    rebuild();
}

void ContributionModel::rebuild()
{
    beginResetModel();
    m_order.clear();
    m_zLimit = 0;
    if (m_state.currentArea()) {
        m_order.resize(m_state.dataset()->indicatorCount());
        std::iota(m_order.begin(), m_order.end(), size_t(0));
        const auto key = [this](size_t indicator) {
            const double z = zOf(indicator) - m_state.result().indicators[indicator].centre;
            return std::pair{!m_state.result().isUsed(indicator), std::isnan(z) ? 1e300 : -z};
        };
        std::stable_sort(m_order.begin(), m_order.end(), [&](size_t a, size_t b) { return key(a) < key(b); });
        for (const size_t i : m_state.result().used)
            m_zLimit = std::fmax(m_zLimit, m_state.result().indicators[i].greatest);
        if (m_state.indexSettings().scale.normalisation == Normalisation::ZScore)
            m_zLimit = std::fmax(m_zLimit, 1);
    }
    endResetModel();
}

double ContributionModel::zOf(size_t indicator) const
{
    const auto area = m_state.currentArea();
    return area ? m_state.result().indicators[indicator].values[*area]
                : std::numeric_limits<double>::quiet_NaN();
}

int ContributionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int ContributionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ContributionModel::text(size_t indicator, int column) const
{
    const Indicator &about = m_state.dataset()->indicator(indicator);
    const QLocale locale;
    switch (column) {
    case Name:
        return about.shortName;
    case Raw:
        if (const double filling = m_state.result().indicators[indicator].filling(*m_state.currentArea());
            !std::isnan(filling))
            return tr("(%1)", "a value filled in").arg(roundedNumber(filling, about.decimals, locale));
        return roundedNumber(m_state.dataset()->cells[indicator][*m_state.currentArea()].number,
                             about.decimals, locale)
               + (m_state.dataset()->isWhatIf(indicator, *m_state.currentArea()) ? tr("?", "a value tried")
                                                                                 : QString());
    case Mean:
        return roundedNumber(m_state.result().indicators[indicator].mean, about.decimals, locale);
    default:
        if (m_state.result().isUsed(indicator))
            return m_state.indexSettings().scale.normalisation == Normalisation::ZScore
                       ? signedNumber(zOf(indicator), 2, locale)
                       : roundedNumber(zOf(indicator), 2, locale);
        return m_state.indexSettings().uses(about.code) ? tr("no spread") : tr("off");
    }
}

double ContributionModel::weightPercent(size_t indicator) const
{
    return 100 * m_state.result().share(indicator, *m_state.currentArea());
}

QString ContributionModel::toolTip(size_t indicator) const
{
    const Indicator &about = m_state.dataset()->indicator(indicator);
    const QString effect = about.direction == Direction::HigherIsMoreDisengaged
                               ? tr("A value above the mean pushes the area up.")
                               : tr("A value below the mean pushes the area up.");
    QStringList lines = {about.name, effect};
    const double share = m_state.result().contribution(indicator, *m_state.currentArea());
    if (!std::isnan(share) && m_state.result().isAdditive())
        lines << tr("Adds %1 to the index.").arg(signedNumber(share, 3, QLocale()));
    if (!std::isnan(share) && m_state.result().isWeighted())
        lines << tr("Has %1% of the weight.").arg(roundedNumber(weightPercent(indicator), 1, QLocale()));
    if (!about.source.isEmpty())
        lines << tr("Source: %1, %2").arg(about.source, about.period);
    return lines.join(QLatin1Char('\n'));
}

QVariant ContributionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const size_t indicator = m_order[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(indicator, index.column());
    case Qt::ToolTipRole:
        return toolTip(indicator);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(index.column() == Name ? Qt::AlignLeft : Qt::AlignRight)
                                   | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        if (!m_state.result().isUsed(indicator))
            return QGuiApplication::palette().brush(QPalette::PlaceholderText);
        return {};
    case zRole: // from the mean, so that bars show what pushes up and what down
        return m_state.result().isUsed(indicator)
                   ? zOf(indicator) - m_state.result().indicators[indicator].centre
                   : std::numeric_limits<double>::quiet_NaN();
    case zLimitRole:
        return m_zLimit;
    default:
        return {};
    }
}

QVariant ContributionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(section == Name ? Qt::AlignLeft : Qt::AlignRight)
                                   | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Z)
        return m_state.indexSettings().scale.normalisation == Normalisation::ZScore
                   ? tr("Standard deviations from the mean, turned so that higher is more disengaged")
                   : tr("The value on the scale that all indicators share; higher is more disengaged");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Indicator");
    case Raw:
        return tr("Value");
    case Mean:
        return tr("Mean");
    default:
        return m_state.indexSettings().scale.normalisation == Normalisation::ZScore ? tr("z-score")
                                                                                    : tr("Scaled");
    }
}

} // namespace atlas
