#pragma once

#include "app/state/background_run.h"
#include "core/robustness/rounding_band.h"

#include <QObject>
#include <QTimer>

#include <cstdint>

namespace atlas {

class Document;
class SelectedAreas;

/// If the method has no exact rounding band, draws one in the background as soon as there is an area to
/// explain, and passes it to the document.
class RoundingRun : public QObject
{
    Q_OBJECT

public:
    RoundingRun(Document &document, const SelectedAreas &areas, QObject *parent = nullptr);

    /// The seed for draws; those made with another are made again.
    void setSeed(uint64_t seed);
    uint64_t seed() const { return m_seed; }

private:
    void consider();
    void start();

    Document &m_document;
    const SelectedAreas &m_areas;
    uint64_t m_seed = RoundingDraws::usualSeed;
    QTimer m_pause; ///< nothing is drawn while choices change quickly
    BackgroundRun m_run;
};

} // namespace atlas
