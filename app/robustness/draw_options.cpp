#include "app/robustness/draw_options.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QSignalBlocker>
#include <QSpinBox>

#include <limits>

namespace atlas {

DrawOptions::DrawOptions(QWidget *parent)
    : QWidget(parent), m_rounding(new QCheckBox(tr("&Rounding of the figures"))), m_weights(new QComboBox),
      m_spread(new QDoubleSpinBox), m_concentration(new QDoubleSpinBox),
      m_scale(new QCheckBox(tr("&Scale of the indicators"))),
      m_aggregation(new QCheckBox(tr("&Kind of mean"))),
      m_leaveOut(new QCheckBox(tr("&One indicator left out"))), m_draws(new QSpinBox), m_seed(new QSpinBox)
{
    m_rounding->setObjectName(QStringLiteral("rounding"));
    m_rounding->setToolTip(tr("Values anywhere within half a unit of their last printed decimal"));
    m_scale->setObjectName(QStringLiteral("varyScale"));
    m_scale->setToolTip(tr("The scale chosen, z-scores, min-max or percentile ranks"));
    m_aggregation->setObjectName(QStringLiteral("varyAggregation"));
    m_aggregation->setToolTip(tr("The mean chosen, the arithmetic or the geometric one"));
    m_leaveOut->setObjectName(QStringLiteral("leaveOut"));
    m_leaveOut->setToolTip(tr("All indicators, or all but one of them"));
    m_weights->setObjectName(QStringLiteral("varyWeights"));
    m_weights->addItem(tr("kept"), static_cast<int>(WeightDraw::Kept));
    m_weights->addItem(tr("each within a range"), static_cast<int>(WeightDraw::Around));
    m_weights->addItem(tr("any shares (Dirichlet)"), static_cast<int>(WeightDraw::Dirichlet));
    m_spread->setObjectName(QStringLiteral("spread"));
    m_spread->setRange(1, 100);
    m_spread->setDecimals(0);
    m_spread->setPrefix(QStringLiteral("± "));
    m_spread->setSuffix(QStringLiteral("%"));
    m_concentration->setObjectName(QStringLiteral("concentration"));
    m_concentration->setRange(0.1, 1000);
    m_concentration->setDecimals(1);
    m_concentration->setToolTip(tr("The higher, the nearer the shares stay to those of the index"));
    m_draws->setObjectName(QStringLiteral("draws"));
    m_draws->setRange(100, 1000000);
    m_draws->setSingleStep(1000);
    m_draws->setGroupSeparatorShown(true);
    m_seed->setObjectName(QStringLiteral("seed"));
    m_seed->setRange(0, std::numeric_limits<int>::max());
    m_seed->setToolTip(tr("The same seed gives the same draws"));

    auto *form = new QFormLayout(this);
    form->setContentsMargins({});
    form->addRow(m_rounding);
    form->addRow(m_scale);
    form->addRow(m_aggregation);
    form->addRow(m_leaveOut);
    form->addRow(tr("Weights:"), m_weights);
    form->addRow(tr("R&ange:"), m_spread);
    form->addRow(tr("Co&ncentration:"), m_concentration);
    form->addRow(tr("&Draws:"), m_draws);
    form->addRow(tr("Seed:"), m_seed);

    for (QCheckBox *box : {m_rounding, m_scale, m_aggregation, m_leaveOut})
        connect(box, &QCheckBox::toggled, this, &DrawOptions::changed);
    connect(m_weights, &QComboBox::currentIndexChanged, this, &DrawOptions::showRows);
    connect(m_weights, &QComboBox::currentIndexChanged, this, &DrawOptions::changed);
    for (QDoubleSpinBox *box : {m_spread, m_concentration})
        connect(box, &QDoubleSpinBox::valueChanged, this, &DrawOptions::changed);
    for (QSpinBox *box : {m_draws, m_seed})
        connect(box, &QSpinBox::valueChanged, this, &DrawOptions::changed);
    setSettings({});
}

void DrawOptions::showRows()
{
    auto *form = qobject_cast<QFormLayout *>(layout());
    const auto weights = static_cast<WeightDraw>(m_weights->currentData().toInt());
    form->setRowVisible(m_spread, weights == WeightDraw::Around);
    form->setRowVisible(m_concentration, weights == WeightDraw::Dirichlet);
}

void DrawOptions::setSettings(const DrawSettings &settings)
{
    const QSignalBlocker quiet(this);
    const Assumptions &varied = settings.assumptions;
    m_rounding->setChecked(varied.rounding);
    m_weights->setCurrentIndex(m_weights->findData(static_cast<int>(varied.weights)));
    m_spread->setValue(100 * varied.spread);
    m_concentration->setValue(varied.concentration);
    m_scale->setChecked(varied.scale);
    m_aggregation->setChecked(varied.aggregation);
    m_leaveOut->setChecked(varied.leaveOut);
    m_draws->setValue(settings.draws);
    m_seed->setValue(static_cast<int>(settings.seed));
    showRows();
    m_given = settings;
    m_shown = inBoxes();
}

DrawSettings DrawOptions::settings() const
{
    DrawSettings settings = inBoxes();
    const auto restore = [](auto &value, const auto &shown, const auto &given) {
        if (value == shown)
            value = given;
    };
    restore(settings.draws, m_shown.draws, m_given.draws);
    restore(settings.seed, m_shown.seed, m_given.seed);
    Assumptions &varied = settings.assumptions;
    restore(varied.spread, m_shown.assumptions.spread, m_given.assumptions.spread);
    restore(varied.concentration, m_shown.assumptions.concentration, m_given.assumptions.concentration);
    return settings;
}

DrawSettings DrawOptions::inBoxes() const
{
    DrawSettings settings{.draws = m_draws->value(), .seed = static_cast<uint64_t>(m_seed->value())};
    Assumptions &varied = settings.assumptions;
    varied.rounding = m_rounding->isChecked();
    varied.weights = static_cast<WeightDraw>(m_weights->currentData().toInt());
    varied.spread = m_spread->value() / 100;
    varied.concentration = m_concentration->value();
    varied.scale = m_scale->isChecked();
    varied.aggregation = m_aggregation->isChecked();
    varied.leaveOut = m_leaveOut->isChecked();
    return settings;
}

} // namespace atlas
