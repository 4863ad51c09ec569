#include "app/atlas/map_buttons.h"

#include "app/workspace/command_set.h"

#include <QAction>
#include <QEvent>
#include <QToolButton>
#include <QVBoxLayout>

namespace atlas {

MapButtons::MapButtons(QWidget &map, const CommandSet &commands) : QFrame(&map), m_map(map)
{
    setObjectName(QStringLiteral("mapButtons"));
    setAutoFillBackground(true);
    setFrameShape(QFrame::StyledPanel);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(1, 1, 1, 1);
    rows->setSpacing(0);
    for (const char *name : {"zoomIn", "zoomOut", "fit"}) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(commands.action(QLatin1String(name)));
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::NoFocus); // the map has these keys itself
        rows->addWidget(button);
    }
    map.installEventFilter(this);
    place();
}

bool MapButtons::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QFrame::eventFilter(watched, event);
}

void MapButtons::place()
{
    constexpr int margin = 10;
    const QSize size = sizeHint();
    setGeometry(QRect(QPoint(m_map.width() - size.width() - margin, margin), size));
    show();
}

} // namespace atlas
