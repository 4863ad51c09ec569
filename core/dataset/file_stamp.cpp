#include "core/dataset/file_stamp.h"

#include <QDir>
#include <QFileInfo>

namespace atlas {

FileStamp fileStampOf(const QString &path)
{
    const QFileInfo file(path);
    if (path.isEmpty() || !file.exists())
        return {};
    QFileInfoList parts = {file};
    if (file.isDir())
        parts = QDir(path).entryInfoList(QDir::Files, QDir::Name);
    else if (file.suffix().compare(QLatin1String("shp"), Qt::CaseInsensitive) == 0)
        parts = file.dir().entryInfoList({file.completeBaseName() + QLatin1String(".*")}, QDir::Files,
                                         QDir::Name);
    FileStamp stamp;
    for (const QFileInfo &part : parts)
        stamp.parts.push_back({part.absoluteFilePath(), part.size(), part.lastModified()});
    return stamp;
}

} // namespace atlas
