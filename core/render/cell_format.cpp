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

QString classMark(int classNumber, const ClassScheme &scheme)
{
    if (classNumber == 0)
        return {};
    const bool areQuartiles = scheme.classCount == 4 && scheme.breaks.empty();
    return (areQuartiles ? QStringLiteral("Q") : QString()) + QString::number(classNumber);
}

QString classText(int classNumber, const ClassScheme &scheme)
{
    QString mark = classMark(classNumber, scheme);
    if (classNumber == 0)
        return QCoreApplication::translate("CellFormat", "not classed");
    if (classNumber == 1)
        return QCoreApplication::translate("CellFormat", "%1, least disengaged").arg(mark);
    if (classNumber == scheme.classCount)
        return QCoreApplication::translate("CellFormat", "%1, most disengaged").arg(mark);
    return mark;
}

} // namespace atlas
