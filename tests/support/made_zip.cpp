#include "tests/support/made_zip.h"

#include "tests/support/made_files.h"

#include <QFile>
#include <QtEndian>

#include <cpl_vsi.h>

namespace atlas::test {

QString writeZip(const QTemporaryDir &folder, const QString &name,
                 const std::vector<std::pair<QString, QByteArray>> &files)
{
    const QString path = folder.filePath(name);
    const QString root = QStringLiteral("/vsizip/{%1}").arg(path);
    // As long as this is open, files are added to the same zip.
    VSILFILE *zip = VSIFOpenL(root.toUtf8().constData(), "wb");
    bool written = zip != nullptr;
    for (const auto &[member, bytes] : files) {
        VSILFILE *file = VSIFOpenL((root + QLatin1Char('/') + member).toUtf8().constData(), "wb");
        if (!file)
            return {};
        written = VSIFWriteL(bytes.constData(), 1, static_cast<size_t>(bytes.size()), file)
                      == static_cast<size_t>(bytes.size())
                  && written;
        written = VSIFCloseL(file) == 0 && written;
    }
    written = written && VSIFCloseL(zip) == 0;
    return written ? path : QString();
}

std::vector<std::pair<QString, QByteArray>> filesForZip(const QTemporaryDir &folder, const QString &stem,
                                                        const QString &names)
{
    std::vector<std::pair<QString, QByteArray>> files;
    for (const QString &name : filesIn(folder))
        if (name.startsWith(stem))
            files.emplace_back(names.arg(name), readBytes(folder.filePath(name)));
    return files;
}

bool sayUnpackedSize(const QString &zip, quint32 bytes)
{
    constexpr qsizetype sizeInDirectory = 24;
    QByteArray content = readBytes(zip);
    const qsizetype entry = content.indexOf(QByteArray("PK\1\2", 4));
    QFile file(zip);
    if (entry < 0 || !file.open(QIODevice::WriteOnly))
        return false;
    qToLittleEndian(bytes, content.data() + entry + sizeInDirectory);
    return file.write(content) == content.size();
}

} // namespace atlas::test
