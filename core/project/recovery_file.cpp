#include "core/project/recovery_file.h"

#include "core/common/files.h"
#include "core/project/text.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace atlas {

namespace {

constexpr int newestRecovery = 1;
const QLatin1String versionKey("disengagement_atlas_unsaved");
const QLatin1String projectKey("project");
const QLatin1String pathKey("project_path");
const QLatin1String keptKey("kept");
const QLatin1String declinedKey("declined");

} // namespace

QByteArray writeUnsavedWork(const UnsavedWork &work)
{
    const QJsonObject object{
        {versionKey, newestRecovery},
        {projectKey, QJsonDocument::fromJson(writeProject(work.project, {})).object()},
        {pathKey, work.projectPath},
        {keptKey, work.keptAt.toUTC().toString(Qt::ISODate)},
        {declinedKey, work.wasDeclined},
    };
    return QJsonDocument(object).toJson();
}

Result<UnsavedWork> readUnsavedWork(const QByteArray &json, const QString &path)
{
    QJsonParseError problem{};
    const QJsonObject object = QJsonDocument::fromJson(json, &problem).object();
    const QDateTime keptAt = QDateTime::fromString(object.value(keptKey).toString(), Qt::ISODate);
    const bool isKnown =
        object.value(versionKey).toInt() == newestRecovery && object.value(projectKey).isObject();
    if (problem.error != QJsonParseError::NoError || !isKnown || !keptAt.isValid())
        return Error{
            Text::tr("%1 holds no work that this version of the program can restore.").arg(fileNameOf(path)),
            problem.errorString()};
    auto project = readProject(QJsonDocument(object.value(projectKey).toObject()).toJson(), path);
    if (!project)
        return project.error();
    return UnsavedWork{.project = *std::move(project),
                       .projectPath = object.value(pathKey).toString(),
                       .keptAt = keptAt.toLocalTime(),
                       .wasDeclined = object.value(declinedKey).toBool()};
}

} // namespace atlas
