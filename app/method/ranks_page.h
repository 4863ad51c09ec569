#pragma once

#include "app/method/method_page.h"
#include "core/classification/quantiles.h"

#include <vector>

namespace atlas {

class HintLabel;
class Snapshot;

/// Ranks of ties, and the rule of the classes.
class RanksPage : public MethodPage
{
    Q_OBJECT

public:
    RanksPage(const Snapshot &now);

    void read(const IndexSettings &settings) override;
    void write(IndexSettings &settings) const override;
    void showResult(const IndexSettings &settings, const IndexResult &result) override;
    QuantileRule quantileRule() const;

private:
    void showClasses(const IndexResult &result);

    int m_classCount;
    std::vector<int> m_classesBefore;
    OptionList *m_ties;
    HintLabel *m_tiesHint;
    OptionList *m_quantiles;
    HintLabel *m_classesHint;
};

} // namespace atlas
