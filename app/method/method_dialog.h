#pragma once

#include "app/state/background_run.h"
#include "app/widgets/tool_window.h"
#include "core/classification/quantiles.h"
#include "core/dataset/dataset.h"
#include "core/index/compute_index.h"

#include <memory>
#include <vector>

class QDialogButtonBox;
class QTabWidget;

namespace atlas {

class Snapshot;
class HintLabel;
class MethodPage;
class RanksPage;

/// Every choice behind the index, with what each option would do to the ranks beside it. Options come first,
/// numbers that can be typed have a page of their own. Nothing changes before OK.
class MethodDialog : public ToolWindow
{
    Q_OBJECT

public:
    explicit MethodDialog(const Snapshot &now, QWidget *parent = nullptr);

    /// Takes what the window shows now, for other choices than its own. The data must be the same.
    void follow(const Snapshot &now);

    const IndexSettings &settings() const { return m_settings; }
    QuantileRule quantileRule() const;

signals:
    void effectsShown(); ///< those of the present choices

private:
    void addPage(MethodPage *page, const QString &name, const QString &numbers = {});
    void showChoices(const IndexSettings &settings);
    void refresh();
    void showEffects();
    QString verdictOn(const IndexResult &result) const;

    std::shared_ptr<const Dataset> m_dataset;
    std::shared_ptr<const std::vector<double>> m_ranksBefore;
    IndexSettings m_settings;
    QTabWidget *m_tabs;
    QTabWidget *m_numbers; ///< one page of numbers for each page that has any
    std::vector<MethodPage *> m_pages;
    RanksPage *m_ranks;
    HintLabel *m_verdict;
    QDialogButtonBox *m_buttons;
    BackgroundRun m_effects; ///< what each option would change
};

} // namespace atlas
