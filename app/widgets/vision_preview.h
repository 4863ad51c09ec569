#pragma once

#include "core/render/colour_vision.h"

#include <QObject>
#include <QPointer>

#include <vector>

class QLabel;
class QToolBar;
class QWidget;

namespace atlas {

/// What readers with this vision see, in a few words: "Deuteranopia (no green cones)".
QString visionText(Vision vision);

/// Shows widgets as other readers see them, on the screen alone: nothing that is copied, printed or written
/// changes. A bar at the top of their window says so, and ends it.
class VisionPreview : public QObject
{
    Q_OBJECT

public:
    VisionPreview(std::vector<QWidget *> widgets, QObject *parent);

    Vision vision() const { return m_vision; }
    void setVision(Vision vision);

signals:
    void changed();

private:
    void showBar();

    std::vector<QPointer<QWidget>> m_widgets;
    Vision m_vision = Vision::Full;
    QPointer<QToolBar> m_bar; ///< made when it is first needed
    QPointer<QLabel> m_words;
};

} // namespace atlas
