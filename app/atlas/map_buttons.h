#pragma once

#include <QFrame>

namespace atlas {

class CommandSet;
class MapView;

/// The buttons at the right edge of the map that zoom it, below what stands in the corner.
class MapButtons : public QFrame
{
    Q_OBJECT

public:
    MapButtons(MapView &map, const CommandSet &commands);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    MapView &m_map;
};

} // namespace atlas
