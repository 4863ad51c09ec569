#pragma once

#include "app/state/background_run.h"
#include "core/robustness/rounding_band.h"

#include <QObject>
#include <QTimer>

#include <cstdint>

namespace atlas {

class Document;
class SelectedAreas;

/// Where the method has no exact rounding band, draws one in the background as soon as there is an area to
/// explain, and hands it to the document.
class RoundingRun : public QObject
{
    Q_OBJECT

public:
    RoundingRun(Document &document, const SelectedAreas &areas, QObject *parent = nullptr);

    /// What draws of results to come begin with.
    void setSeed(uint64_t seed) { m_seed = seed; }

private:
    void consider();
    void start();

    Document &m_document;
    const SelectedAreas &m_areas;
    uint64_t m_seed = RoundingDraws::usualSeed;
    QTimer m_pause; ///< while choices change quickly nothing is drawn
    BackgroundRun m_run;
};

} // namespace atlas
