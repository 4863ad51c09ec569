#pragma once

#include "core/render/theme.h"

#include <QColor>
#include <QFont>

class QWidget;

namespace atlas {

/// The font and colours of a chart, on screen or in a file.
struct ChartStyle
{
    QFont font;
    QColor paper;
    QColor header; ///< behind the axis
    QColor ink;
    QColor faint;   ///< of lines that say nothing
    QColor mark;    ///< behind what is selected
    QColor markInk; ///< on it
};

ChartStyle chartStyleOf(const QWidget &widget);

/// Black on white, in the font of maps.
ChartStyle chartStyleOfFiles();

} // namespace atlas
