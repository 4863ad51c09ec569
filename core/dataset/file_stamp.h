#pragma once

#include <QDateTime>
#include <QString>

#include <vector>

namespace atlas {

/// What tells that a file was written to, without reading it: size and time of it and of all that belong to
/// it, such as the .dbf of a shapefile or the tables of a geodatabase folder.
struct FileStamp
{
    struct Part
    {
        QString path;
        qint64 size = 0;
        QDateTime modified;

        bool operator==(const Part &) const = default;
    };

    std::vector<Part> parts; ///< none where there is no such file

    bool operator==(const FileStamp &) const = default;
};

FileStamp fileStampOf(const QString &path);

} // namespace atlas
