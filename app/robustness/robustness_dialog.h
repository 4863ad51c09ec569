#pragma once

#include "app/widgets/copied_data.h"
#include "app/widgets/tool_window.h"
#include "core/common/result.h"
#include "core/render/picture_file.h"
#include "core/robustness/sensitivity.h"

#include <vector>

class QProgressBar;
class QPushButton;
class QTableWidget;

namespace atlas {

class Document;
class SelectedAreas;
class DrawOptions;
class DrawRun;
class HintLabel;
class NoticeBar;
class RankChart;

/// How certain the ranks are: asks for draws with other figures, weights and methods, and shows their
/// findings. Stays open beside the main window.
class RobustnessDialog : public ToolWindow
{
    Q_OBJECT

public:
    RobustnessDialog(const Document &document, DrawRun &run, SelectedAreas &areas, QWidget *parent);

signals:
    void written(const QString &path); ///< exported; empty if it was not

private:
    QWidget *makeChoices();
    QWidget *makeResults();
    void follow();
    void showStart();
    void showEnd();
    Result<Picture> picture() const;
    Result<Copyable> copyable() const;
    void exportChart();
    void showFindings();
    void showSensitivity(const RankSensitivity &sensitivity);
    void showLeftOut(const std::vector<LeftOut> &leftOut);
    void showFormer();
    void followDropped();
    void clear();

    const Document &m_document;
    DrawRun &m_run;
    SelectedAreas &m_areas;
    DrawOptions *m_options = nullptr;
    QPushButton *m_draw = nullptr;
    QPushButton *m_cancel = nullptr;
    QProgressBar *m_progress = nullptr;
    HintLabel *m_status = nullptr;
    NoticeBar *m_former = nullptr; ///< over draws of a former method
    RankChart *m_chart = nullptr;
    QPushButton *m_exportChart = nullptr;
    QString m_found; ///< the findings of the draws on show, in a sentence
    QTableWidget *m_sensitivity = nullptr;
    QTableWidget *m_leftOut = nullptr;
};

} // namespace atlas
