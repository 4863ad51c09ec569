#pragma once

#include "app/method/method_page.h"

class QFormLayout;
class QTreeWidget;
class QTreeWidgetItem;

namespace atlas {

class HintLabel;

/// What the index is made of, with what weights, and how they are combined.
class WeightsPage : public MethodPage
{
    Q_OBJECT

public:
    explicit WeightsPage(const std::shared_ptr<const Dataset> &dataset);

    void read(const IndexSettings &settings) override;
    void write(IndexSettings &settings) const override;
    void showResult(const IndexSettings &settings, const IndexResult &result) override;
    QWidget *numbers() const override { return m_numbers; }

signals:
    void edited(); ///< a share was typed

private:
    void makeOptions();
    void makeTree();
    void makeAggregations();
    void rebuildTree(const IndexResult &result);
    void shareEdited(QTreeWidgetItem *item, int column);

    QFormLayout *m_form;
    OptionList *m_levels = nullptr;
    OptionList *m_weighting = nullptr;
    QWidget *m_numbers;
    QTreeWidget *m_tree;
    HintLabel *m_hint;
    OptionList *m_aggregation = nullptr;
    std::vector<QComboBox *> m_ofLevel; ///< of the levels from 2 on, where the index has several
    std::map<QString, double> m_byHand; ///< shares in per cent by code; none when weights follow a rule
};

} // namespace atlas
