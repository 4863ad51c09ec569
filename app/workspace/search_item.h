#pragma once

#include <QString>
#include <QStringList>

#include <functional>

namespace atlas {

/// Something that can be found by its words.
struct SearchItem
{
    QString text;
    QString kind;       ///< "area", "indicator", "command"; shown beside it
    QStringList others; ///< what it is called besides: a code, a number. Matched only as a whole
    std::function<void()> run;
    std::function<bool()> canRun = {}; ///< always, if empty
};

} // namespace atlas
