#pragma once

#include "core/common/result.h"
#include "core/render/picture_file.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QStackedWidget;
class QTabWidget;

namespace atlas {

class AreaBars;
class Document;
class HintLabel;
class SelectedAreas;
class MembersPage;
class SourcesPage;
class SurePage;

/// What there is to know of the selection: for one area a sentence, why it ranks where it ranks, how sure
/// that is, what would move it and where its figures come from; for several, how they compare.
class Inspector : public QWidget
{
    Q_OBJECT

public:
    Inspector(const Document &document, SelectedAreas &areas, QWidget *parent = nullptr);

signals:
    /// As of TraceView.
    void whatIfAsked(size_t area, size_t indicator, std::optional<double> value);
    void traceAsked();      ///< the reasons with more room
    void sureAsked();       ///< the window that draws ranks
    void comparisonAsked(); ///< the selected areas with more room
    void endWhatIfAsked();
    void written(const QString &path);

private:
    QWidget *makeHead();
    QWidget *makeComparison();
    Result<Picture> pictureOfBars() const;
    void refresh();
    void showArea(size_t area);
    void showComparison();

    const Document &m_document;
    SelectedAreas &m_areas;
    QStackedWidget *m_pages;
    QTabWidget *m_tabs;
    QLabel *m_name = nullptr;
    QLabel *m_class = nullptr;
    QLabel *m_sentence = nullptr; ///< for somebody who reads nothing else
    QLabel *m_rank = nullptr;
    SurePage *m_sure;
    SourcesPage *m_sources;
    MembersPage *m_members;
    QLabel *m_several = nullptr;
    AreaBars *m_bars = nullptr;
    HintLabel *m_leftOut = nullptr; ///< how many selected areas the bars have no room for
    QTimer m_later;                 ///< follows when the map and the table have
};

} // namespace atlas
