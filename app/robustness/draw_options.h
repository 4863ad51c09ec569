#pragma once

#include "core/robustness/monte_carlo.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QSpinBox;

namespace atlas {

/// What the draws vary, how many there are, and the seed.
class DrawOptions : public QWidget
{
    Q_OBJECT

public:
    explicit DrawOptions(QWidget *parent = nullptr);

    /// Says nothing of a change. What a box cannot show in full stays as it is until the box is changed.
    void setSettings(const DrawSettings &settings);
    DrawSettings settings() const;

signals:
    void changed();

private:
    void showRows();
    DrawSettings inBoxes() const;

    DrawSettings m_given;
    DrawSettings m_shown; ///< how the boxes show them
    QCheckBox *m_rounding;
    QComboBox *m_weights;
    QDoubleSpinBox *m_spread;
    QDoubleSpinBox *m_concentration;
    QCheckBox *m_scale;
    QCheckBox *m_aggregation;
    QCheckBox *m_leaveOut;
    QSpinBox *m_draws;
    QSpinBox *m_seed;
};

} // namespace atlas
