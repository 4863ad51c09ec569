#pragma once

#include "core/index/compute_index.h"
#include "core/project/method_file.h"

#include <QWidget>

#include <optional>

class QPushButton;
class QTableView;

namespace atlas {

class Document;
class SelectedAreas;
class ComparisonModel;
class HintLabel;
class SlopeChart;
struct Error;
struct RankComparison;

/// A method under its name, with what it makes of the data.
struct Outcome
{
    Method method;
    IndexResult result;
};

/// Two methods' ranks as a slope chart and as a table, with what they come to in a sentence; both are
/// exported from here. A click selects an area.
class ComparisonPane : public QWidget
{
    Q_OBJECT

public:
    explicit ComparisonPane(const Document &document, SelectedAreas &areas, QWidget *parent = nullptr);

    /// Of the dataset on show.
    void showOutcomes(Outcome first, Outcome second);
    void showProblem(const Error &error);
    void clear();

signals:
    void written(const QString &path); ///< exported; empty when it was not

private:
    struct Outcomes
    {
        Outcome first;
        Outcome second;
    };

    QWidget *makeSlopes();
    QWidget *makeTable();
    QString summaryOf(const RankComparison &comparison) const;
    void exportChart();
    void exportTable();

    const Document &m_document;
    SelectedAreas &m_areas;
    SlopeChart *m_chart = nullptr;
    ComparisonModel *m_model = nullptr;
    QTableView *m_table = nullptr;
    HintLabel *m_summary = nullptr;
    QPushButton *m_exportChart = nullptr;
    QPushButton *m_exportTable = nullptr;
    std::optional<Outcomes> m_outcomes; ///< on show
};

} // namespace atlas
