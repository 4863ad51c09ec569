#pragma once

#include "core/common/result.h"
#include "core/index/compute_index.h"
#include "core/project/method_file.h"
#include "core/render/picture_file.h"

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
    void clear();

signals:
    void written(const QString &path); ///< exported; empty if it was not

private:
    struct Outcomes
    {
        Outcome first;
        Outcome second;
    };

    QWidget *makeSlopes();
    QWidget *makeTable();
    QString summaryOf(const RankComparison &comparison) const;
    Result<Picture> picture() const;
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
