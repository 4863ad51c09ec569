#include "app/atlas/map_buttons.h"

#include "app/map/map_view.h"
#include "app/workspace/command_set.h"

#include <QAction>
#include <QEvent>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <vector>

namespace atlas {

MapButtons::MapButtons(MapView &map, const CommandSet &commands) : QFrame(&map), m_map(map)
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
    connect(&map, &MapView::painted, this, &MapButtons::place); // its pieces may stand elsewhere now
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
    constexpr int step = 4;
    QRect box(QPoint(m_map.width() - size.width() - margin, margin), size);
    const std::vector<QRectF> pieces = m_map.pieces();
    const auto isFree = [&pieces](const QRect &place) {
        return std::none_of(pieces.begin(), pieces.end(),
                            [&place](const QRectF &piece) { return piece.intersects(place); });
    };
    for (QRect lower = box; lower.bottom() < m_map.height() - margin; lower.translate(0, step))
        if (isFree(lower)) {
            box = lower;
            break;
        }
    if (geometry() != box)
        setGeometry(box);
    show();
}

} // namespace atlas
