#include "app/method/method_dialog.h"

#include "app/method/option_effects.h"
#include "app/method/option_list.h"
#include "app/method/ranks_page.h"
#include "app/method/scale_page.h"
#include "app/method/treatment_page.h"
#include "app/method/weights_page.h"
#include "app/state/document.h"
#include "app/widgets/hint_label.h"
#include "core/common/number_text.h"
#include "core/index/figure_text.h"
#include "core/index/method_text.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace atlas {

MethodDialog::MethodDialog(const Snapshot &now, QWidget *parent)
    : ToolWindow(QStringLiteral("methodDialog"), tr("How the index is made"), {860, 680}, parent),
      m_dataset(now.dataset()),
      m_ranksBefore(std::make_shared<const std::vector<double>>(now.result().ranks)),
      m_settings(now.indexSettings()), m_tabs(new QTabWidget(this)), m_numbers(new QTabWidget(this)),
      m_ranks(new RanksPage(now)), m_verdict(new HintLabel(this)),
      m_buttons(new QDialogButtonBox(
          QDialogButtonBox::Ok | QDialogButtonBox::Cancel | QDialogButtonBox::RestoreDefaults, this))
{
    setProperty("helpTopic", QStringLiteral("part-method"));
    addPage(new ScalePage(m_dataset), tr("S&cale"), tr("What fixes each scale"));
    addPage(new WeightsPage(m_dataset), tr("Wei&ghts"), tr("Weights"));
    addPage(new TreatmentPage(m_dataset), tr("&Missing and outliers"), tr("Outliers"));
    addPage(m_ranks, tr("Ran&ks and classes"));
    m_numbers->setDocumentMode(true);
    m_tabs->addTab(m_numbers, tr("&Numbers"));
    auto *about = new HintLabel(this);
    about->setHint(tr("Beside each option is what it would do to the ranks now on show."));
    m_verdict->setObjectName(QStringLiteral("verdict"));
    m_verdict->setWordWrap(true);
    m_verdict->setMinimumHeight(2 * m_verdict->fontMetrics().lineSpacing());
    m_buttons->button(QDialogButtonBox::RestoreDefaults)->setText(tr("As in the &paper"));
    auto *rows = new QVBoxLayout(this);
    rows->addWidget(about);
    rows->addWidget(m_tabs, 1);
    rows->addWidget(m_verdict);
    rows->addWidget(m_buttons);

    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this,
            [this] { showChoices({.excluded = m_settings.excluded}); });
    showChoices(m_settings);
}

void MethodDialog::addPage(MethodPage *page, const QString &name, const QString &numbers)
{
    m_pages.push_back(page);
    auto *scrolled = new QScrollArea; // on a low screen
    scrolled->setWidgetResizable(true);
    scrolled->setFrameShape(QFrame::NoFrame);
    scrolled->setWidget(page);
    scrolled->viewport()->setAutoFillBackground(false); // the tab's own shows through
    page->setAutoFillBackground(false);
    m_tabs->addTab(scrolled, name);
    if (QWidget *shown = page->numbers()) {
        m_numbers->addTab(shown, numbers);
        connect(page, &MethodPage::numbersAsked, this, [this, shown] {
            m_tabs->setCurrentWidget(m_numbers);
            m_numbers->setCurrentWidget(shown);
        });
    }
    connect(page, &MethodPage::changed, this, &MethodDialog::refresh);
}

/// The indicators in use are chosen elsewhere.
void MethodDialog::follow(const Snapshot &now)
{
    m_ranksBefore = std::make_shared<const std::vector<double>>(now.result().ranks);
    m_settings.excluded = now.indexSettings().excluded;
    refresh();
}

QuantileRule MethodDialog::quantileRule() const
{
    return m_ranks->quantileRule();
}

void MethodDialog::showChoices(const IndexSettings &settings)
{
    m_settings = settings;
    for (MethodPage *page : m_pages)
        page->read(settings);
    refresh();
}

void MethodDialog::refresh()
{
    for (const MethodPage *page : m_pages)
        page->write(m_settings);
    const IndexResult result = computeIndex(*m_dataset, m_settings);
    for (MethodPage *page : m_pages)
        page->showResult(m_settings, result);
    if (result.refusal)
        m_verdict->setProblem(result.refusal->message);
    else
        m_verdict->setHint(verdictOn(result));
    const bool isRangeGood = m_settings.scale.low < m_settings.scale.high;
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(!result.refusal && isRangeGood);
    showEffects();
}

/// In the background, because a large coverage takes a while for so many methods.
void MethodDialog::showEffects()
{
    std::vector<std::pair<OptionList *, int>> options;
    std::vector<IndexSettings> settings;
    for (const MethodPage *page : m_pages) {
        for (OptionList *list : page->lists()) {
            if (!list->apply)
                continue;
            for (const int value : list->values()) {
                options.emplace_back(list, value);
                list->apply(settings.emplace_back(m_settings), value);
            }
        }
    }
    m_effects.start([dataset = m_dataset, before = m_ranksBefore, settings = std::move(settings)](
                        Progress &progress) { return rankEffects(*dataset, *before, settings, progress); },
                    [this, options = std::move(options)](const std::vector<RankEffect> &effects) {
                        for (size_t i = 0; i < effects.size(); ++i)
                            options[i].first->showEffect(options[i].second,
                                                         effectText(effects[i], *m_dataset, locale()));
                        emit effectsShown();
                    });
}

/// The method in words, and how many areas it moves.
QString MethodDialog::verdictOn(const IndexResult &result) const
{
    int moved = 0;
    double farthest = 0;
    for (size_t area = 0; area < result.ranks.size(); ++area) {
        const double shift = std::abs(result.ranks[area] - (*m_ranksBefore)[area]);
        moved += shift > 0 ? 1 : 0;
        farthest = std::max(farthest, shift);
    }
    const QString method = methodText(m_settings, result);
    const QString change = moved == 0 ? tr("no area changes rank")
                                      : tr("%n area(s) change rank", nullptr, moved)
                                            + tr(", by up to %1").arg(rankText(farthest, locale()));
    return tr("%1: %2.", "method: change").arg(capitalised(method), change);
}

} // namespace atlas
