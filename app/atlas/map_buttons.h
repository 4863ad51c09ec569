#pragma once

#include <QFrame>

namespace atlas {

class CommandSet;

/// The buttons at the corner of the map that zoom it.
class MapButtons : public QFrame
{
    Q_OBJECT

public:
    MapButtons(QWidget &map, const CommandSet &commands);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    QWidget &m_map;
};

} // namespace atlas
