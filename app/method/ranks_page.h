#pragma once

#include "app/method/method_page.h"
#include "core/classification/quantiles.h"

namespace atlas {

class HintLabel;

/// Ranks of ties, and the rule of the classes.
class RanksPage : public MethodPage
{
    Q_OBJECT

public:
    RanksPage(const std::shared_ptr<const Dataset> &dataset, int classCount, QuantileRule rule);

    void read(const IndexSettings &settings) override;
    void write(IndexSettings &settings) const override;
    void showResult(const IndexSettings &settings, const IndexResult &result) override;
    QuantileRule quantileRule() const;

private:
    int m_classCount;
    QComboBox *m_ties;
    HintLabel *m_tiesHint;
    QComboBox *m_quantiles;
    HintLabel *m_classesHint;
};

} // namespace atlas
