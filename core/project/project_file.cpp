#include "core/project/project_file.h"

#include "core/aggregation/lookup.h"
#include "core/common/files.h"
#include "core/common/postgres_table.h"
#include "core/project/draws_object.h"
#include "core/project/object_reader.h"
#include "core/project/plan_object.h"
#include "core/project/record_object.h"
#include "core/project/text.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <optional>
#include <utility>

namespace atlas {

namespace {

constexpr int newestProject = 2;

/// Stands for the built-in example, or for one of its files.
const QString builtIn = QStringLiteral("built-in");

const Words<Coordinates> &coordinatesWords()
{
    static const Words<Coordinates> words = {
        {QStringLiteral("as-declared"), Coordinates::AsDeclared},
        {QStringLiteral("national-grid"), Coordinates::NationalGrid},
    };
    return words;
}

QString writtenPath(const QString &path, const QString &builtInPath, const QString &folder)
{
    if (path.isEmpty() || path == builtInPath)
        return path.isEmpty() ? path : builtIn;
    if (isPostgresTable(path))
        return path;
    const QString absolute = QFileInfo(path).absoluteFilePath();
    const QString relative = folder.isEmpty() ? absolute : QDir(folder).relativeFilePath(absolute);
    const bool isMistakable = relative == builtIn || relative.startsWith(QLatin1Char(':'));
    return isMistakable ? QStringLiteral("./") + relative : relative;
}

QString readPath(const QString &written, const QString &builtInPath, const QDir &folder)
{
    if (written.isEmpty() || written == builtIn)
        return written.isEmpty() ? written : builtInPath;
    if (isPostgresTable(written))
        return written;
    // To Qt, a name that begins with a colon is a file inside the program.
    const bool isInProgram = written.startsWith(QLatin1Char(':'));
    return QDir::cleanPath(folder.absoluteFilePath(isInProgram ? QStringLiteral("./") + written : written));
}

QJsonValue writtenSources(const DataSources &sources, const QString &folder)
{
    const DataSources example = builtInSources();
    if (sources == example)
        return builtIn;
    QJsonObject object;
    const auto add = [&object](const char *key, const QString &text) {
        if (!text.isEmpty())
            object[QLatin1String(key)] = text;
    };
    add("boundaries", writtenPath(sources.boundaries, example.boundaries, folder));
    add("layer", sources.boundaryOptions.layer);
    add("code_field", sources.boundaryOptions.codeField);
    add("name_field", sources.boundaryOptions.nameField);
    add("crs", sources.boundaryOptions.crs);
    add("projection", sources.boundaryOptions.projection);
    if (!sources.boundaries.isEmpty())
        add("coordinates", wordFor(coordinatesWords(), sources.boundaryOptions.coordinates));
    add("indicators", writtenPath(sources.indicators, example.indicators, folder));
    add("metadata", writtenPath(sources.metadata, example.metadata, folder));
    add("aliases", writtenPath(sources.aliases, {}, folder));
    add("lookup", writtenPath(sources.lookup, builtInLookup(), folder));
    if (const QJsonObject plan = planObject(sources.plan); !plan.isEmpty())
        object[QLatin1String("plan")] = plan;
    return object;
}

Result<DataSources> readSources(const QJsonObject &object, const QString &file, const QDir &folder)
{
    const DataSources example = builtInSources();
    ObjectReader reader(object, file);
    DataSources sources;
    const auto readFile = [&](const char *key, const QString &builtInPath, QString &path) {
        reader.text(key, path);
        if (path.contains(QChar::Null))
            reader.fail(key, path);
        path = readPath(path, builtInPath, folder);
    };
    readFile("boundaries", example.boundaries, sources.boundaries);
    reader.text("layer", sources.boundaryOptions.layer);
    reader.text("code_field", sources.boundaryOptions.codeField);
    reader.text("name_field", sources.boundaryOptions.nameField);
    reader.text("crs", sources.boundaryOptions.crs);
    reader.text("projection", sources.boundaryOptions.projection);
    if (sources.boundaries == example.boundaries)
        sources.boundaryOptions.coordinates = example.boundaryOptions.coordinates;
    reader.choice("coordinates", coordinatesWords(), sources.boundaryOptions.coordinates);
    readFile("indicators", example.indicators, sources.indicators);
    if (sources.indicators == example.indicators)
        sources.metadata = builtIn; // unless the file says otherwise
    readFile("metadata", example.metadata, sources.metadata);
    readFile("aliases", {}, sources.aliases);
    readFile("lookup", builtInLookup(), sources.lookup);
    ObjectReader plan = reader.inside(reader.object("plan"));
    sources.plan = readPlan(plan);
    reader.take(plan);
    reader.refuseOthers({QStringLiteral("boundaries"), QStringLiteral("layer"), QStringLiteral("code_field"),
                         QStringLiteral("name_field"), QStringLiteral("crs"), QStringLiteral("projection"),
                         QStringLiteral("coordinates"), QStringLiteral("indicators"),
                         QStringLiteral("metadata"), QStringLiteral("aliases"), QStringLiteral("lookup"),
                         QStringLiteral("plan")});
    if (reader.error())
        return *reader.error();
    if (sources.indicators.isEmpty())
        return Error{Text::tr("%1 names no indicator file. Add \"indicators\" to its \"data\", or write "
                              "\"built-in\" for the built-in example.")
                         .arg(file),
                     {}};
    return sources;
}

/// Version 1 kept bounds for the index apart from bounds for what is shown.
std::optional<Error> checkBounds(const QJsonObject &project, const QString &file)
{
    const QString shown =
        project.value(QLatin1String("looks")).toObject().value(QLatin1String("shown")).toString(indexCode);
    const QJsonObject method = project.value(QLatin1String("method")).toObject();
    if (shown == indexCode || method.value(QLatin1String("breaks")).toArray().isEmpty())
        return {};
    return Error{
        Text::tr("%1 gives bounds to the classes of the index, and shows %2. Show the index, or leave "
                 "its \"breaks\" out of \"method\".")
            .arg(file, shown),
        {}};
}

/// Turns a version 1 project into one of version 2. Version 1 kept what is shown among the looks, and the
/// bounds of the index apart from those of another variable.
QJsonObject upgraded(QJsonObject project)
{
    if (!project.value(QLatin1String("method")).isObject() && project.contains(QLatin1String("method")))
        return project; // to be refused later
    QJsonObject method = project.take(QLatin1String("method")).toObject();
    QJsonValue looks = project.take(QLatin1String("looks"));
    const auto move = [](QJsonObject &from, const char *key, QJsonObject &to) {
        if (from.contains(QLatin1String(key)))
            to[QLatin1String(key)] = from.take(QLatin1String(key));
    };
    if (looks.isObject()) {
        QJsonObject object = looks.toObject();
        move(object, "shown", method);
        move(object, "node_scores", method);
        if (method.value(QLatin1String("shown")).toString(indexCode) != indexCode)
            move(object, "breaks", method);
        looks = object;
    }
    if (!looks.isUndefined())
        method[QLatin1String("looks")] = looks;
    move(project, "tried", method);
    project[QLatin1String("method")] = method;
    return project;
}

Result<std::vector<Method>> readScenarios(ObjectReader &reader, const QString &file)
{
    std::vector<Method> scenarios;
    const QJsonArray objects = reader.array("scenarios");
    for (const QJsonValue object : objects) {
        if (!object.isObject())
            reader.fail("scenarios", object);
        auto method = readMethodObject(object.toObject(), file);
        if (!method)
            return method.error();
        scenarios.push_back(*std::move(method));
    }
    return scenarios;
}

Result<Project> readObject(const QJsonObject &object, const QString &file, const QDir &folder)
{
    Project project;
    ObjectReader reader(object, file);
    if (reader.value("data").isObject()) {
        auto sources = readSources(reader.object("data"), file, folder);
        if (!sources)
            return sources.error();
        project.sources = *std::move(sources);
    } else if (reader.has("data") && reader.value("data") != QJsonValue(builtIn)) {
        reader.fail("data", reader.value("data"));
    }
    auto method = readMethodObject(reader.object("method"), file);
    if (!method)
        return method.error();
    project.method = *std::move(method);
    if (!project.method.looks)
        project.method.looks.emplace();
    for (const QString &code : reader.texts("selection"))
        project.selection.push_back({code});
    reader.text("current", project.current.text);
    auto scenarios = readScenarios(reader, file);
    if (!scenarios)
        return scenarios.error();
    project.scenarios = *std::move(scenarios);
    project.drawSettings = readDraws(reader, "draw_settings", DrawsMade::NotYet)
                               .value_or(project.method.draws.value_or(DrawSettings()));
    project.layouts = reader.object("layouts");
    if (reader.has("figures")) {
        QString text;
        reader.text("figures", text);
        if (auto figures = readRecord(text))
            project.figures = *std::move(figures);
        else
            reader.fail("figures", QJsonValue(text.left(20)));
    }
    reader.refuseOthers({QStringLiteral("disengagement_atlas_project"), QStringLiteral("data"),
                         QStringLiteral("method"), QStringLiteral("selection"), QStringLiteral("current"),
                         QStringLiteral("scenarios"), QStringLiteral("draw_settings"),
                         QStringLiteral("layouts"), QStringLiteral("figures")});
    if (reader.error())
        return *reader.error();
    return project;
}

} // namespace

QByteArray writeProject(const Project &project, const QString &folder)
{
    QJsonObject object{
        {QStringLiteral("disengagement_atlas_project"), newestProject},
        {QStringLiteral("data"), writtenSources(project.sources, folder)},
        {QStringLiteral("method"), methodObject(project.method)},
    };
    QJsonArray selection;
    for (const AreaCode &code : project.selection)
        selection.append(code.text);
    object[QLatin1String("selection")] = selection;
    if (project.scenarios && !project.scenarios->empty()) {
        QJsonArray scenarios;
        for (const Method &scenario : *project.scenarios)
            scenarios.append(methodObject(scenario));
        object[QLatin1String("scenarios")] = scenarios;
    }
    if (project.drawSettings != project.method.draws.value_or(DrawSettings()))
        object[QLatin1String("draw_settings")] = drawsObject(project.drawSettings);
    if (!project.layouts.isEmpty())
        object[QLatin1String("layouts")] = project.layouts;
    if (const QString figures = recordText(project.figures); !figures.isEmpty())
        object[QLatin1String("figures")] = figures;
    if (!project.current.isEmpty())
        object[QLatin1String("current")] = project.current.text;
    return QJsonDocument(object).toJson();
}

Result<Project> readProject(const QByteArray &json, const QString &path)
{
    const QString file = fileNameOf(path);
    QJsonParseError problem{};
    const QJsonObject object = QJsonDocument::fromJson(json, &problem).object();
    const int version = object.value(QLatin1String("disengagement_atlas_project")).toInt();
    if (problem.error != QJsonParseError::NoError || version < 1)
        return Error{
            Text::tr("%1 is not a project of this program. Choose a file saved with File, Save project.")
                .arg(file),
            problem.error == QJsonParseError::NoError ? QString() : problem.errorString()};
    if (version > newestProject)
        return Error{Text::tr("%1 is of a later version of this program. Update the program.").arg(file), {}};
    const QDir folder = QFileInfo(path).absoluteDir();
    if (version == newestProject)
        return readObject(object, file, folder);
    if (const auto error = checkBounds(object, file))
        return *error;
    auto project = readObject(upgraded(object), file, folder);
    if (project)
        project->scenarios.reset();
    return project;
}

Result<Project> readProjectFile(const QString &path)
{
    const auto bytes = readWholeFile(path, Text::tr("The project file"));
    return bytes ? readProject(*bytes, path) : bytes.error();
}

} // namespace atlas
