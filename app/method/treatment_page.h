#pragma once

#include "app/method/method_page.h"

class QFormLayout;
class QSpinBox;
class QTableWidget;

namespace atlas {

class HintLabel;

/// What is done about missing values and about values far from all others.
class TreatmentPage : public MethodPage
{
    Q_OBJECT

public:
    explicit TreatmentPage(const std::shared_ptr<const Dataset> &dataset);

    void read(const IndexSettings &settings) override;
    void write(IndexSettings &settings) const override;
    void showResult(const IndexSettings &settings, const IndexResult &result) override;
    QWidget *numbers() const override { return m_numbers; }

private:
    void makeOptions();
    void makeTable();
    void showRow(int row, const ScaleSettings &scale, const Normalised &result);

    QFormLayout *m_form;
    OptionList *m_missing = nullptr;
    QComboBox *m_groups;
    QSpinBox *m_threshold;
    HintLabel *m_missingHint;
    OptionList *m_outliers = nullptr;
    QWidget *m_numbers;
    QTableWidget *m_table = nullptr;
    std::vector<QComboBox *> m_own; ///< rule of each indicator
};

} // namespace atlas
