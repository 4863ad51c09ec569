#pragma once

#include "core/common/result.h"
#include "core/index/compute_index.h"
#include "core/project/method_file.h"
#include "core/render/picture_file.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;
class QTabWidget;

namespace atlas {

class Document;
class SelectedAreas;
class ComparisonModel;
class HintLabel;
class SlopeChart;
struct Error;
struct RankComparison;

/// A named method and its result for the data.
struct Outcome
{
    Method method;
    IndexResult result;
};

/// The ranks by two methods as a slope chart and as a table, summed up in a sentence; both can be exported. A
/// click selects an area.
class ComparisonPane : public QWidget
{
    Q_OBJECT

public:
    explicit ComparisonPane(const Document &document, SelectedAreas &areas, QWidget *parent = nullptr);

    /// Outcomes for the dataset on show.
    void showOutcomes(Outcome first, Outcome second);
    void showProblem(const Error &error);
    /// In place of chart and table: why there is nothing to compare, and what to do.
    void showNothing(const QString &whatToDo);
    void clear();

signals:
    void keepAsked();                  ///< what the window shows now should be kept
    void written(const QString &path); ///< exported; empty if it was not

private:
    struct Outcomes
    {
        Outcome first;
        Outcome second;
    };

    QWidget *makeSlopes();
    QWidget *makeTable();
    void setColumnWidths();
    void makeNothing();
    void showOtherTab();
    QString summaryOf(const RankComparison &comparison) const;
    static QString titleOf(const Outcomes &outcomes);
    Result<Picture> picture() const;
    void exportChart();
    void exportTable();

    const Document &m_document;
    SelectedAreas &m_areas;
    QStackedWidget *m_pages;
    QTabWidget *m_tabs = nullptr;
    QWidget *m_nothing;
    QLabel *m_whatToDo = nullptr;
    QLabel *m_chartTitle = nullptr;
    SlopeChart *m_chart = nullptr;
    ComparisonModel *m_model = nullptr;
    QTableView *m_table = nullptr;
    HintLabel *m_summary = nullptr;
    QPushButton *m_exportChart = nullptr;
    QPushButton *m_exportTable = nullptr;
    std::optional<Outcomes> m_outcomes; ///< on show
};

} // namespace atlas
