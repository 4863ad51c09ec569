#pragma once

#include "app/import/assistant_page.h"
#include "app/import/match_model.h"
#include "app/state/background_run.h"

#include <QString>

#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QTableView;

namespace atlas {

class HintLabel;
class MatchFilter;
class NoticeBar;

/// Which rows of the figures belong to which areas of the boundaries: what was joined and how, what is only
/// on one side, and pairs that are likely. A person accepts pairs one by one or all at once, makes others by
/// hand, keeps rows apart and takes all of it back.
class MatchPage : public AssistantPage
{
    Q_OBJECT

public:
    explicit MatchPage(QWidget *parent = nullptr);

    QString title() const override;
    void showDraft(const ImportDraft &draft) override;
    /// Pairs that are likely, and not yet accepted or kept apart; one where nothing is joined at all.
    int openQuestions() const override;
    void showFirstQuestion() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Side
    {
        QTableView *view = nullptr;
        MatchModel *model = nullptr;
        MatchFilter *filter = nullptr;
        QLabel *head = nullptr;
    };

    QWidget *makeTop();
    QWidget *makeParts();
    QWidget *makeOpen();
    QWidget *makeJoined();
    Side makeSide(MatchModel::Part part, const char *name, const QString &accessibleName);
    void listen();
    void takeSides(const ImportDraft &draft);
    void findLikely();
    void refresh();
    void refreshColumns();
    void refreshWords();
    void refreshKinds();
    void refreshButtons();

    std::vector<size_t> selectedIn(const Side &side) const;
    void select(const Side &side, size_t item);
    /// The area that goes with the selected rows of the table: chosen by hand, or likely.
    std::optional<size_t> areaFor(size_t row) const;
    void showLikelyArea();
    void joinSelected();
    void joinAllLikely();
    void keepApart();
    void undo();
    void showPairs();
    void decide(const std::vector<RememberedPair> &accepted);

    ImportPlan m_plan;
    MatchSides m_sides;
    BackgroundRun m_finding;
    QString m_figureFile;
    QString m_boundaryFile;
    NoticeBar *m_error = nullptr;
    QLabel *m_title = nullptr;
    HintLabel *m_summary = nullptr;
    QLineEdit *m_find = nullptr;
    QSplitter *m_parts = nullptr;
    QWidget *m_open = nullptr;
    QWidget *m_decided = nullptr;
    HintLabel *m_pair = nullptr;
    Side m_rows;
    Side m_areas;
    Side m_joined;
    QComboBox *m_kinds = nullptr;
    QPushButton *m_join = nullptr;
    QPushButton *m_apart = nullptr;
    QPushButton *m_joinAll = nullptr;
    QPushButton *m_undo = nullptr;
    QPushButton *m_pairs = nullptr;
};

} // namespace atlas
