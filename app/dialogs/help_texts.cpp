#include "app/dialogs/help_texts.h"

#include "app/dialogs/text.h"

#include <utility>

namespace atlas {

namespace {

QString table(const QList<std::pair<QString, QString>> &rows)
{
    QString html = QStringLiteral("<table cellpadding=3>");
    for (const auto &[key, meaning] : rows)
        html += QStringLiteral("<tr><td><b>%1</b>&nbsp;&nbsp;</td><td>%2</td></tr>").arg(key, meaning);
    return html + QStringLiteral("</table>");
}

} // namespace

QString keysText(const QList<std::pair<QString, QString>> &commands)
{
    const QString mouse = table(
        {{Text::tr("Click"), Text::tr("select an area")},
         {Text::tr("Ctrl or Shift and click"), Text::tr("add an area to the selection")},
         {Text::tr("Shift and drag"), Text::tr("select the areas in a rectangle; with Ctrl too, add them")},
         {Text::tr("Double-click"), Text::tr("zoom to an area")},
         {Text::tr("Drag"), Text::tr("move the map")},
         {Text::tr("Wheel"), Text::tr("zoom about the pointer")}});
    const QString keys = table(QList<std::pair<QString, QString>>{
                                   {Text::tr("Tab"), Text::tr("go to the next part of the window")},
                                   {Text::tr("Arrows"), Text::tr("on the map: go to the neighbour that way")},
                                   {Text::tr("Enter"), Text::tr("select it; with Ctrl or Shift, add it")},
                                   {Text::tr("+, − and 0"), Text::tr("zoom in, zoom out, show all areas")},
                               }
                               + commands);
    return QStringLiteral("<h3>%1</h3>%2<h3>%3</h3>%4").arg(Text::tr("Mouse"), mouse, Text::tr("Keys"), keys);
}

} // namespace atlas
