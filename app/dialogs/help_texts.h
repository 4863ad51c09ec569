#pragma once

#include <QList>
#include <QString>

#include <utility>

namespace atlas {

/// Rich text: what keys and mouse do. `commands` are keys of commands, and what they are for.
QString keysText(const QList<std::pair<QString, QString>> &commands);

} // namespace atlas
