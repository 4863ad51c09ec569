#pragma once

#include "app/widgets/tool_window.h"

#include <optional>

namespace atlas {

class Document;
class SelectedAreas;
class MovesView;
class TraceView;

/// Why the current area ranks where it ranks, and what would move it, in a window with room for all of it.
/// Stays open beside the main window and follows the selection.
class TraceDialog : public ToolWindow
{
    Q_OBJECT

public:
    TraceDialog(const Document &document, const SelectedAreas &areas, QWidget *parent);

    bool isSearching() const;

signals:
    void movesShown();
    void written(const QString &path); ///< exported; empty when it was not
    /// As of TraceView.
    void whatIfAsked(size_t area, size_t indicator, std::optional<double> value);

private:
    TraceView *m_trace;
    MovesView *m_moves;
};

} // namespace atlas
