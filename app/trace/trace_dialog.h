#pragma once

#include "app/state/background_run.h"
#include "core/index/trace.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace atlas {

class AtlasState;
class HintLabel;
class WaterfallView;

/// How the score of the current area comes about at any node, figure by figure, and what would move it. Stays
/// open beside the window and follows the selection.
class TraceDialog : public QDialog
{
    Q_OBJECT

public:
    TraceDialog(const AtlasState &state, QWidget *parent);

    bool isSearching() const { return m_run.isRunning(); }

signals:
    void movesShown();
    /// The user tries a value; nothing brings that of the data back.
    void whatIfAsked(size_t area, size_t indicator, std::optional<double> value);
    void valueTyped(size_t area, size_t indicator,
                    std::optional<double> value); ///< the same, before the editor ends
    void nonsenseTyped();

protected:
    void hideEvent(QHideEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeTrace();
    void listNodes();
    void refresh();
    void showTrace(const Trace &trace, size_t area);
    void addStep(const TraceStep &step, size_t area);
    void startMoves(size_t area);
    void showMoves(const std::vector<Move> &moves);
    void openMember(int position);
    void exportChart();
    void tryValue(int row, int column);
    QString nameOf(const IndexMember &member) const;

    const AtlasState &m_state;
    QLabel *m_title;
    QComboBox *m_node;
    WaterfallView *m_waterfall = nullptr;
    QTableWidget *m_steps = nullptr;
    HintLabel *m_stepsHint;
    QPushButton *m_exportChart = nullptr;
    QTableWidget *m_moves;
    HintLabel *m_movesHint;
    std::vector<IndexMember> m_members; ///< of the rows
    BackgroundRun m_run;                ///< last, so that it ends first
};

} // namespace atlas
