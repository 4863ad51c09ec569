#pragma once

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace atlas {

class Document;
class SelectedAreas;
class TraceView;

/// Why the current area ranks where it ranks: rank, class, a waterfall from the mean to its score with the
/// figures behind each bar, what it means in words, and what would move it.
class AreaPanel : public QWidget
{
    Q_OBJECT

public:
    explicit AreaPanel(const Document &document, const SelectedAreas &areas, QWidget *parent = nullptr);

signals:
    /// As of TraceView.
    void whatIfAsked(size_t area, size_t indicator, std::optional<double> value);
    void windowAsked(); ///< the same with more room

private:
    void makeTrace();
    void refresh();

    const Document &m_document;
    const SelectedAreas &m_areas;
    QStackedWidget *m_pages;
    QLabel *m_name;
    QLabel *m_rank;
    QLabel *m_class;
    QLabel *m_meaning;
    QVBoxLayout *m_traceRoom;
    QVBoxLayout *m_movesRoom;
    QToolButton *m_showMoves;
    QTimer m_later;               ///< the panel follows when the map and the table have
    TraceView *m_trace = nullptr; ///< made with the first area: charts take their time
};

} // namespace atlas
