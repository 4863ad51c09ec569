#pragma once

#include "app/method/method_page.h"

class QDoubleSpinBox;
class QFormLayout;
class QTableWidget;

namespace atlas {

class HintLabel;

/// How indicators are put on one scale.
class ScalePage : public MethodPage
{
    Q_OBJECT

public:
    explicit ScalePage(const std::shared_ptr<const Dataset> &dataset);

    void read(const IndexSettings &settings) override;
    void write(IndexSettings &settings) const override;
    void showResult(const IndexSettings &settings, const IndexResult &result) override;

private:
    void makeReferences();
    void showRows();
    void showReferences(const ScaleSettings &scale);

    QFormLayout *m_form;
    QComboBox *m_scale;
    HintLabel *m_meaning;
    QComboBox *m_deviation;
    QWidget *m_range;
    QDoubleSpinBox *m_low;
    QDoubleSpinBox *m_high;
    QComboBox *m_area;
    QTableWidget *m_references = nullptr;
    HintLabel *m_referencesHint;
};

} // namespace atlas
