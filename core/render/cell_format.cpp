#include "core/render/cell_format.h"

#include "core/render/theme.h"

#include <QCoreApplication>

namespace atlas {

CellFormat cellFormat(int classNumber, std::span<const QColor> colours)
{
    if (classNumber == 0)
        return {};
    const QColor &background = colours[static_cast<size_t>(classNumber - 1)];
    return {background, readableOn(background), classMark(classNumber, static_cast<int>(colours.size()))};
}

QString classMark(int classNumber, int classCount)
{
    if (classNumber == 0)
        return {};
    return (classCount == 4 ? QStringLiteral("Q") : QString()) + QString::number(classNumber);
}

QString classText(int classNumber, int classCount)
{
    QString mark = classMark(classNumber, classCount);
    if (classNumber == 0)
        return QCoreApplication::translate("CellFormat", "not classed");
    if (classNumber == 1)
        return QCoreApplication::translate("CellFormat", "%1, least disengaged").arg(mark);
    if (classNumber == classCount)
        return QCoreApplication::translate("CellFormat", "%1, most disengaged").arg(mark);
    return mark;
}

} // namespace atlas
