#include "app/method/ranks_page.h"

#include "app/widgets/hint_label.h"
#include "core/classification/classify.h"
#include "core/common/value_order.h"
#include "core/snapshot/snapshot.h"

#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace atlas {

RanksPage::RanksPage(const Snapshot &now)
    : MethodPage(now.dataset()), m_classCount(now.choices().scheme.classCount),
      m_classesBefore(now.shownIndex()->classification.classes), m_tiesHint(new HintLabel(this)),
      m_classesHint(new HintLabel(this))
{
    m_ties = newOptionList<RankRule>("ties", tr("Areas with equal scores share"),
                                     {{tr("The best of their ranks: 1, 2, 2, 4"), RankRule::Minimum},
                                      {tr("The mean of their ranks: 1, 2.5, 2.5, 4"), RankRule::Average},
                                      {tr("One rank, none left out: 1, 2, 2, 3"), RankRule::Dense}});
    m_ties->apply = [](IndexSettings &settings, int value) {
        settings.rankRule = static_cast<RankRule>(value);
    };
    m_quantiles =
        newOptionList<QuantileRule>("quantiles", tr("Classes are cut by"),
                                    {{tr("Type 7, as in spreadsheets"), QuantileRule::Type7},
                                     {tr("Type 6 (Weibull)"), QuantileRule::Type6},
                                     {tr("Type 5 (Hazen)"), QuantileRule::Type5},
                                     {tr("Equal counts from the top (NTILE)"), QuantileRule::Ntile}});
    chooseIn(*m_quantiles, now.choices().scheme.rule);
    auto *rows = new QVBoxLayout(this);
    rows->addWidget(m_ties);
    rows->addWidget(m_tiesHint);
    rows->addSpacing(12);
    rows->addWidget(m_quantiles);
    rows->addWidget(m_classesHint);
    rows->addStretch(1);
    for (OptionList *list : {m_ties, m_quantiles})
        connect(list, &OptionList::chosenByUser, this, &MethodPage::changed);
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
    m_tiesHint->setHint(tied == 0 ? tr("At present no two areas have the same score.")
                                  : tr("%n area(s) share the score of another now.", nullptr, tied));
    showClasses(result);
}

void RanksPage::showClasses(const IndexResult &result)
{
    for (const int value : m_quantiles->values()) {
        const auto cut =
            classifyByQuantiles(result.scores, m_classCount, static_cast<QuantileRule>(value)).classes;
        int moved = 0;
        for (size_t area = 0; area < cut.size() && area < m_classesBefore.size(); ++area)
            moved += cut[area] == m_classesBefore[area] ? 0 : 1;
        m_quantiles->showEffect(value,
                                {moved == 0 ? tr("moves no area to another class")
                                            : tr("moves %n area(s) to another class", nullptr, moved)});
    }
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
