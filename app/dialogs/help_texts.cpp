#include "app/dialogs/help_texts.h"

#include <QCoreApplication>

#include <utility>

namespace atlas {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(HelpTexts)
};

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

QString methodHelpText()
{
    const QStringList steps = {
        Text::tr("Each indicator is put on one scale: the mean of all areas is taken off, and the rest is "
                 "divided by "
                 "the standard deviation. This is the z-score."),
        Text::tr("Where a low value means more disengagement (professional occupations, expected progress), "
                 "the sign "
                 "is turned, so that higher always means more disengaged."),
        Text::tr("The index is the mean of the z-scores of the indicators that are switched on. Where the "
                 "metadata give weights, it is the weighted mean. An area with missing values is scored on "
                 "those it has, and a remark says so."),
        Text::tr("Rank 1 is most disengaged. Equal scores share the better rank."),
        Text::tr("Quartiles are cut at quantiles of type 7, the rule of spreadsheets. A value equal to a "
                 "break stays "
                 "in the lower class, so equal values are never split."),
    };
    QString html = QStringLiteral("<ol>");
    for (const QString &step : steps)
        html += QStringLiteral("<li style='margin-bottom: 6px'>%1</li>").arg(step);
    return QStringLiteral("<p>%1</p>")
               .arg(Text::tr("Edit, Method offers other ways. Without a choice of yours:"))
           + html
           + QStringLiteral("</ol><p>%1</p>")
                 .arg(Text::tr(
                     "The method is that of The Careers &amp; Enterprise Company (2016). Its printed "
                     "ranks were made from figures before rounding; from the printed figures, 14 of 39 "
                     "ranks come out equal and none differs by more than 2."));
}

} // namespace atlas
