#pragma once

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

/// Every choice behind the index, and what each leads to while it is being made. Nothing changes before OK.
class MethodDialog : public ToolWindow
{
    Q_OBJECT

public:
    explicit MethodDialog(const Snapshot &now, QWidget *parent = nullptr);

    const IndexSettings &settings() const { return m_settings; }
    QuantileRule quantileRule() const;

private:
    void addPage(MethodPage *page, const QString &name);
    void showChoices(const IndexSettings &settings);
    void refresh();
    QString verdictOn(const IndexResult &result) const;

    std::shared_ptr<const Dataset> m_dataset;
    std::vector<double> m_ranksBefore;
    IndexSettings m_settings;
    QTabWidget *m_tabs;
    std::vector<MethodPage *> m_pages;
    RanksPage *m_ranks;
    HintLabel *m_verdict;
    QDialogButtonBox *m_buttons;
};

} // namespace atlas
