#include "app/method/ranks_page.h"

#include "app/widgets/hint_label.h"
#include "core/classification/classify.h"
#include "core/common/value_order.h"

#include <QFormLayout>
#include <QSignalBlocker>

#include <algorithm>

namespace atlas {

RanksPage::RanksPage(const std::shared_ptr<const Dataset> &dataset, int classCount, QuantileRule rule)
    : MethodPage(dataset), m_classCount(classCount), m_tiesHint(new HintLabel(this)),
      m_classesHint(new HintLabel(this))
{
    m_ties =
        newChoiceBox<RankRule>("ties", {{tr("The best of their ranks: 1, 2, 2, 4"), RankRule::Minimum},
                                        {tr("The mean of their ranks: 1, 2.5, 2.5, 4"), RankRule::Average},
                                        {tr("One rank, none left out: 1, 2, 2, 3"), RankRule::Dense}});
    m_quantiles = newChoiceBox<QuantileRule>(
        "quantiles", {{tr("Type 7, as in spreadsheets"), QuantileRule::Type7},
                      {tr("Type 6 (Weibull)"), QuantileRule::Type6},
                      {tr("Type 5 (Hazen)"), QuantileRule::Type5},
                      {tr("Equal counts from the top (NTILE)"), QuantileRule::Ntile}});
    chooseIn(*m_quantiles, rule);
    auto *form = new QFormLayout(this);
    form->addRow(tr("Areas with equal &scores share:"), m_ties);
    form->addRow(QString(), m_tiesHint);
    form->addRow(tr("&Classes are cut by:"), m_quantiles);
    form->addRow(QString(), m_classesHint);
    for (HintLabel *hint : {m_tiesHint, m_classesHint})
        hint->setWordWrap(true);
    for (QComboBox *box : {m_ties, m_quantiles})
        connect(box, &QComboBox::currentIndexChanged, this, &MethodPage::changed);
}

void RanksPage::read(const IndexSettings &settings)
{
    const QSignalBlocker quiet(this);
    chooseIn(*m_ties, settings.rankRule);
}

void RanksPage::write(IndexSettings &settings) const
{
    settings.rankRule = chosenIn<RankRule>(*m_ties);
}

void RanksPage::showResult(const IndexSettings &, const IndexResult &result)
{
    std::vector<double> scores = sortedNumbers(result.scores);
    const auto different = std::unique(scores.begin(), scores.end()) - scores.begin();
    const int tied = result.rankedCount - static_cast<int>(different);
    m_tiesHint->setHint(tied == 0 ? tr("No two areas have the same score now.")
                                  : tr("%n area(s) share the score of another now.", nullptr, tied));
    QStringList counts;
    for (const int count : classifyByQuantiles(result.scores, m_classCount, quantileRule()).counts)
        counts << locale().toString(count);
    m_classesHint->setHint(
        counts.isEmpty() ? tr("There are no classes: the scores do not differ.")
                         : tr("Areas in each class, least disengaged first: %1.").arg(counts.join(tr(", "))));
}

QuantileRule RanksPage::quantileRule() const
{
    return chosenIn<QuantileRule>(*m_quantiles);
}

} // namespace atlas
