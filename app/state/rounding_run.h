#pragma once

#include "app/state/background_run.h"

#include <QObject>
#include <QTimer>

namespace atlas {

class AtlasState;

/// Where the method has no exact rounding band, draws one in the background as soon as there is an area to
/// explain, and hands it to the state.
class RoundingRun : public QObject
{
    Q_OBJECT

public:
    explicit RoundingRun(AtlasState &state, QObject *parent = nullptr);

private:
    void consider();
    void start();

    AtlasState &m_state;
    QTimer m_pause; ///< while choices change quickly nothing is drawn
    BackgroundRun m_run;
};

} // namespace atlas
