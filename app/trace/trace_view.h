#pragma once

#include "core/index/trace.h"
#include "core/render/picture_file.h"

#include <QTimer>
#include <QWidget>

#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QTableWidget;

namespace atlas {

class Document;
class SelectedAreas;
class HintLabel;
class WaterfallView;

/// How the score of the current area comes about at any node: a waterfall from the mean to the score, and a
/// table of its parts, whose values can be edited to try others. Follows the selection, and the node on show
/// while one is: when the event that changed them has been dealt with, since a chart takes its time.
class TraceView : public QWidget
{
    Q_OBJECT

public:
    /// Horizontal: the table stands beside the waterfall; vertical: below it, both as high as they need.
    TraceView(const Document &document, const SelectedAreas &areas, Qt::Orientation orientation,
              QWidget *parent = nullptr);

    bool hasChart() const;
    WaterfallView &chart() { return *m_waterfall; }
    /// The waterfall for a file. Fails when there is none.
    Result<Picture> picture() const;
    /// What its file is called, without an extension: "Lancashire - why rank 10".
    QString pictureName() const;

signals:
    void refreshed();
    /// The user tries a value; nothing brings that of the data back.
    void whatIfAsked(size_t area, size_t indicator, std::optional<double> value);
    void valueTyped(size_t area, size_t indicator,
                    std::optional<double> value); ///< the same, before the editor ends
    void nonsenseTyped();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void arrange(Qt::Orientation orientation);
    void listNodes();
    void followShown();
    void refresh();
    size_t node() const;
    QString rankLine(const Trace &trace, size_t area) const;
    void showTrace(const Trace &trace, size_t area);
    void addStep(const TraceStep &step, size_t area);
    void fit();
    void openMember(int position);
    void tryValue(int row, int column);
    QString nameOf(const IndexMember &member) const;
    QString rawText(size_t indicator, size_t area) const;

    const Document &m_document;
    const SelectedAreas &m_areas;
    Qt::Orientation m_orientation;
    QLabel *m_title;
    QComboBox *m_node;
    WaterfallView *m_waterfall;
    QTableWidget *m_steps;
    HintLabel *m_hint;
    QString m_lastShown;                ///< code
    std::vector<IndexMember> m_members; ///< of the rows
    QTimer m_later;                     ///< runs while what is shown is of the state before
};

} // namespace atlas
