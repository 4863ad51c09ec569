#pragma once

#include "app/state/background_run.h"
#include "app/widgets/tool_window.h"
#include "core/robustness/monte_carlo.h"
#include "core/robustness/sensitivity.h"

#include <memory>
#include <vector>

class QProgressBar;
class QPushButton;
class QTableWidget;

namespace atlas {

class AtlasState;
class DrawOptions;
class HintLabel;
class RankChart;

/// How sure the ranks are: draws with other figures, weights and methods, in the background, and what they
/// show. Stays open beside the window. Results go when the index they were drawn for does.
class RobustnessDialog : public ToolWindow
{
    Q_OBJECT

public:
    RobustnessDialog(AtlasState &state, QWidget *parent);

    /// Starts draws that were chosen elsewhere.
    void draw(const DrawSettings &how);
    bool isDrawing() const { return m_run.isRunning(); }

signals:
    void drawingEnded();               ///< before what it gave, if anything, is with the state
    void written(const QString &path); ///< exported; empty when it was not
    void drawn();                      ///< results are on show

private:
    struct Findings
    {
        std::shared_ptr<const RankUncertainty> ranks;
        RankSensitivity sensitivity;
        std::vector<LeftOut> leftOut;
    };

    QWidget *makeChoices();
    QWidget *makeResults();
    void startDrawing(const DrawSettings &how);
    void exportChart();
    void showFindings(const Findings &findings);
    void showSensitivity(const RankSensitivity &sensitivity);
    void showLeftOut(const std::vector<LeftOut> &leftOut);
    void dropResults();

    AtlasState &m_state;
    DrawOptions *m_options = nullptr;
    QPushButton *m_draw = nullptr;
    QPushButton *m_cancel = nullptr;
    QProgressBar *m_progress = nullptr;
    HintLabel *m_status = nullptr;
    RankChart *m_chart = nullptr;
    QPushButton *m_exportChart = nullptr;
    QString m_found; ///< what came of the draws on show, in a sentence
    QTableWidget *m_sensitivity = nullptr;
    QTableWidget *m_leftOut = nullptr;
    BackgroundRun m_run; ///< last, so that it ends first
};

} // namespace atlas
