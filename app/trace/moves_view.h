#pragma once

#include "app/state/background_run.h"
#include "core/index/trace.h"

#include <QWidget>

class QTableWidget;

namespace atlas {

class Document;
class SelectedAreas;
class HintLabel;

/// What would move the current area: for each of its values the smallest change that gives it another rank or
/// class. Searched in the background, while it is visible.
class MovesView : public QWidget
{
    Q_OBJECT

public:
    /// Vertical: as high as its rows need.
    MovesView(const Document &document, const SelectedAreas &areas, Qt::Orientation orientation,
              QWidget *parent = nullptr);

    bool isSearching() const { return m_run.isRunning(); }

signals:
    void movesShown();

protected:
    void hideEvent(QHideEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void search();
    void show(const std::vector<Move> &moves, size_t area);

    const Document &m_document;
    const SelectedAreas &m_areas;
    Qt::Orientation m_orientation;
    QTableWidget *m_table;
    HintLabel *m_hint;
    BackgroundRun m_run; ///< last, so that it ends first
};

} // namespace atlas
