#pragma once

#include "app/import/assistant_page.h"
#include "app/import/describe_model.h"
#include "core/statistics/indicator_quality.h"

#include <QString>

#include <functional>
#include <memory>
#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QSplitter;
class QTableView;

namespace atlas {

class DescriptionForm;
class HintLabel;
class HistogramView;
class NoticeBar;

/// What the indicators are: name, unit, direction, domain, weight, decimals, source and period, each to be
/// changed; and what their figures are like.
class DescribePage : public AssistantPage
{
    Q_OBJECT

public:
    explicit DescribePage(QWidget *parent = nullptr);

    QString title() const override;
    void showDraft(const ImportDraft &draft) override;
    /// Indicators whose direction nobody says and no name tells.
    int openQuestions() const override;
    bool holdsUp() const override { return false; }
    void showFirstQuestion() override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeTop();
    QWidget *makeParts();
    QWidget *makeList();
    QWidget *makeDetails();
    void listen();
    void takeFigures();
    void findQualities();
    void refreshList();
    void refreshWords();
    void refreshDetails();
    void refreshFigures(size_t indicator);
    std::vector<size_t> selected() const;
    std::optional<size_t> current() const;
    void select(size_t indicator);
    void describe(const std::function<void(ColumnDescription &)> &change, bool isOfOneAlone);
    void describeOne(size_t indicator, const std::function<void(ColumnDescription &)> &change);
    void confirmDirections();
    void takeAsNumbers();
    void resetSelected();
    QString domainName(const Indicator &indicator) const;
    QStringList domainNames() const;
    QStringList standIns() const;
    void hideEmptyColumns();

    ImportDraft m_draft;          ///< with the plan as it has been changed since
    IndicatorMetadata m_metadata; ///< with these changes, until the files have been read with them
    std::shared_ptr<const Dataset> m_dataset; ///< without shapes where the join failed; null without figures
    std::shared_ptr<const Dataset> m_qualitiesOf;
    std::vector<IndicatorQuality> m_qualities; ///< one for each indicator; none where there are too many
    QLabel *m_title = nullptr;
    HintLabel *m_summary = nullptr;
    NoticeBar *m_notice = nullptr;
    QPushButton *m_confirm = nullptr;
    QSplitter *m_parts = nullptr;
    QLineEdit *m_find = nullptr;
    QTableView *m_list = nullptr;
    DescribeModel *m_model = nullptr;
    QSortFilterProxyModel *m_filter = nullptr;
    QLabel *m_name = nullptr;
    HintLabel *m_column = nullptr;
    DescriptionForm *m_form = nullptr;
    HistogramView *m_histogram = nullptr;
    QLabel *m_figures = nullptr;
    QLabel *m_quality = nullptr;
    QPushButton *m_numbers = nullptr;
    QPushButton *m_reset = nullptr;
};

} // namespace atlas
