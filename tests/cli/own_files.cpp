#include "tests/cli/own_files.h"

#include <QFile>

namespace atlas::test {

MadeLayer fourAreas()
{
    MadeLayer layer;
    const QByteArrayList names = {"Avon", "St Bees", "Cam & Isis", "Derwent"};
    for (int i = 0; i < names.size(); ++i)
        layer.features.push_back(
            {"E3700000" + QByteArray::number(i + 1), names[i], squareWkt(400000 + 10000 * i, 300000, 10000)});
    return layer;
}

void writeOwnFiles(const QTemporaryDir &folder)
{
    writeLayer(folder, "areas.shp", fourAreas());
    writeBytes(folder, "figures.csv",
               "uCode,uName,neet,progress\n"
               "E37000001,Avon,1.5,70\n"
               "E37000002,St Bees,2.5,60\n"
               "E37000003,Cam & Isis,3.5,65\n"
               "E37000004,Derwent,5.5,50\n");
    writeBytes(folder, "metadata.csv",
               "iCode,iName,Direction,Type\n"
               "neet,Not in education,1,Indicator\n"
               "progress,Expected progress,-1,Indicator\n");
}

void rewriteAreas(const QTemporaryDir &folder, const MadeLayer &layer)
{
    for (const QString extension : {"shp", "shx", "dbf", "prj", "cpg"})
        QFile::remove(folder.filePath("areas." + extension));
    writeLayer(folder, "areas.shp", layer);
}

void replaceIn(const QTemporaryDir &folder, const QString &name, const QByteArray &before,
               const QByteArray &after)
{
    writeBytes(folder, name, readBytes(folder.filePath(name)).replace(before, after));
}

} // namespace atlas::test
