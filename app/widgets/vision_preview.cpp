#include "app/widgets/vision_preview.h"

#include <QAction>
#include <QGraphicsEffect>
#include <QLabel>
#include <QMainWindow>
#include <QPainter>
#include <QToolBar>

namespace atlas {

namespace {

/// Draws a widget, with all that is in it, as it is seen.
class VisionEffect : public QGraphicsEffect
{
public:
    explicit VisionEffect(Vision vision) : m_vision(vision) {}

protected:
    void draw(QPainter *painter) override
    {
        QPoint offset;
        const QPixmap source = sourcePixmap(Qt::DeviceCoordinates, &offset, NoPad);
        if (source.isNull())
            return;
        const QImage seen = seenAs(source.toImage(), m_vision);
        const QTransform before = painter->worldTransform();
        painter->setWorldTransform(QTransform());
        if (seen.isNull()) // memory is short
            painter->drawPixmap(offset, source);
        else
            painter->drawImage(offset, seen);
        painter->setWorldTransform(before);
    }

private:
    Vision m_vision;
};

/// How map and table are shown, within a sentence.
QString shownText(Vision vision)
{
    switch (vision) {
    case Vision::Deuteranopia:
        return VisionPreview::tr("as seen with deuteranopia (no green cones)");
    case Vision::Protanopia:
        return VisionPreview::tr("as seen with protanopia (no red cones)");
    case Vision::Tritanopia:
        return VisionPreview::tr("as seen with tritanopia (no blue cones)");
    default:
        return VisionPreview::tr("in greyscale, as in black and white print");
    }
}

} // namespace

QString visionText(Vision vision)
{
    switch (vision) {
    case Vision::Deuteranopia:
        return VisionPreview::tr("Deuteranopia (no green cones)");
    case Vision::Protanopia:
        return VisionPreview::tr("Protanopia (no red cones)");
    case Vision::Tritanopia:
        return VisionPreview::tr("Tritanopia (no blue cones)");
    case Vision::Greyscale:
        return VisionPreview::tr("Greyscale, as in black and white print");
    case Vision::Full:
        break;
    }
    return VisionPreview::tr("Full colour vision");
}

VisionPreview::VisionPreview(std::vector<QWidget *> widgets, QObject *parent)
    : QObject(parent), m_widgets(widgets.begin(), widgets.end())
{}

void VisionPreview::setVision(Vision vision)
{
    if (vision == m_vision)
        return;
    m_vision = vision;
    for (const QPointer<QWidget> &widget : m_widgets)
        if (widget)
            widget->setGraphicsEffect(vision == Vision::Full ? nullptr
                                                             : new VisionEffect(vision)); // it owns it
    showBar();
    emit changed();
}

void VisionPreview::showBar()
{
    if (m_vision == Vision::Full) {
        delete m_bar;
        return;
    }
    if (!m_bar) {
        QMainWindow *window = nullptr;
        for (const QPointer<QWidget> &widget : m_widgets)
            if (widget && !window)
                window = qobject_cast<QMainWindow *>(widget->window());
        if (!window)
            return;
        m_bar = new QToolBar(tr("Preview of colours"), window);
        m_bar->setObjectName(QStringLiteral("visionBar"));
        m_bar->setMovable(false);
        m_bar->setContextMenuPolicy(Qt::PreventContextMenu);
        m_words = new QLabel(m_bar);
        m_words->setObjectName(QStringLiteral("visionWords"));
        m_words->setContentsMargins(8, 2, 12, 2);
        m_bar->addWidget(m_words);
        QAction *end = m_bar->addAction(tr("End preview"));
        end->setObjectName(QStringLiteral("endVision"));
        end->setToolTip(tr("Show map and table in their own colours again"));
        connect(
            end, &QAction::triggered, this, [this] { setVision(Vision::Full); }, Qt::QueuedConnection);
        window->addToolBarBreak();
        window->addToolBar(m_bar);
    }
    m_words->setText(tr("Preview: map and table %1. What is copied, printed or exported keeps its colours.")
                         .arg(shownText(m_vision)));
    m_bar->show();
}

} // namespace atlas
