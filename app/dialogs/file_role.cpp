#include "app/dialogs/file_role.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStringList>
#include <QTextStream>

namespace atlas {

FileRole fileRoleOf(const QString &path)
{
    static const QStringList shapes = {QStringLiteral("shp"),      QStringLiteral("gpkg"),
                                       QStringLiteral("geojson"),  QStringLiteral("json"),
                                       QStringLiteral("topojson"), QStringLiteral("fgb")};
    static const QStringList tables = {QStringLiteral("csv"), QStringLiteral("tsv"), QStringLiteral("txt")};
    static const QRegularExpression indicatorCode(QStringLiteral("(^|[,;\t])\\s*\"?iCode\"?\\s*([,;\t]|$)"),
                                                  QRegularExpression::CaseInsensitiveOption);
    const QString extension = QFileInfo(path).suffix().toLower();
    if (shapes.contains(extension))
        return FileRole::Boundaries;
    if (!tables.contains(extension))
        return FileRole::None;
    return indicatorCode.match(headerLineOf(path)).hasMatch() ? FileRole::Metadata : FileRole::Indicators;
}

QString headerLineOf(const QString &path)
{
    constexpr qint64 longest = 65536;
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    QTextStream stream(file.read(longest)); // sees a byte order mark
    return stream.readLine().trimmed();
}

} // namespace atlas
