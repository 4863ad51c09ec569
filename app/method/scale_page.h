#pragma once

#include "app/method/method_page.h"

#include <optional>

class QDoubleSpinBox;
class QFormLayout;
class QPushButton;
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
    QWidget *numbers() const override { return m_numbers; }

private:
    void makeScales();
    void makeReferences();
    void showRows();
    void showReferences(const ScaleSettings &scale);
    void showTaken(int row, const std::optional<ReferenceValues> &taken);

    OptionList *m_scale = nullptr;
    HintLabel *m_meaning;
    OptionList *m_deviation = nullptr;
    QWidget *m_range;
    QDoubleSpinBox *m_low;
    QDoubleSpinBox *m_high;
    QComboBox *m_area;
    QTableWidget *m_references = nullptr;
    QWidget *m_numbers;
    QPushButton *m_toNumbers;
    QFormLayout *m_form;
    HintLabel *m_problem;
    HintLabel *m_referencesHint;
};

} // namespace atlas
