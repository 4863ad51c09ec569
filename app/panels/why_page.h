#pragma once

#include <QWidget>

#include <optional>

class QLabel;
class QVBoxLayout;

namespace atlas {

class Document;
class SelectedAreas;
class TraceView;

/// Why the current area ranks where it ranks: a waterfall from the mean to its score with the figures behind
/// each bar, and what it means in words.
class WhyPage : public QWidget
{
    Q_OBJECT

public:
    WhyPage(const Document &document, const SelectedAreas &areas, QWidget *parent = nullptr);

    void show(size_t area);

signals:
    /// As of TraceView.
    void whatIfAsked(size_t area, size_t indicator, std::optional<double> value);
    void windowAsked(); ///< the same with more room

private:
    const Document &m_document;
    const SelectedAreas &m_areas;
    QLabel *m_meaning;
    QVBoxLayout *m_traceRoom;
    TraceView *m_trace = nullptr; ///< made with the first area: charts take their time
};

} // namespace atlas
