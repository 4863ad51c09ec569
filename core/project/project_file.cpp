#include "core/project/project_file.h"

#include "core/common/files.h"
#include "core/project/object_reader.h"
#include "core/render/display_words.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <optional>
#include <utility>

namespace atlas {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProjectFile)
};

constexpr int newestVersion = 1;

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

QString writtenPath(const QString &path, const QString &builtInPath, const QDir &folder)
{
    if (path.isEmpty() || path == builtInPath)
        return path.isEmpty() ? path : builtIn;
    const QString relative = folder.relativeFilePath(QFileInfo(path).absoluteFilePath());
    const bool isMistakable = relative == builtIn || relative.startsWith(QLatin1Char(':'));
    return isMistakable ? QStringLiteral("./") + relative : relative;
}

QString readPath(const QString &written, const QString &builtInPath, const QDir &folder)
{
    if (written.isEmpty() || written == builtIn)
        return written.isEmpty() ? written : builtInPath;
    // A name that begins with a colon is for Qt that of a file inside the program.
    const bool isInProgram = written.startsWith(QLatin1Char(':'));
    return QDir::cleanPath(folder.absoluteFilePath(isInProgram ? QStringLiteral("./") + written : written));
}

QJsonValue writtenSources(const DataSources &sources, const QDir &folder)
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
    if (!sources.boundaries.isEmpty())
        add("coordinates", wordFor(coordinatesWords(), sources.boundaryOptions.coordinates));
    add("indicators", writtenPath(sources.indicators, example.indicators, folder));
    add("metadata", writtenPath(sources.metadata, example.metadata, folder));
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
    if (sources.boundaries == example.boundaries)
        sources.boundaryOptions.coordinates = example.boundaryOptions.coordinates;
    reader.choice("coordinates", coordinatesWords(), sources.boundaryOptions.coordinates);
    readFile("indicators", example.indicators, sources.indicators);
    if (sources.indicators == example.indicators)
        sources.metadata = builtIn; // unless it says otherwise
    readFile("metadata", example.metadata, sources.metadata);
    reader.refuseOthers({QStringLiteral("boundaries"), QStringLiteral("layer"), QStringLiteral("code_field"),
                         QStringLiteral("name_field"), QStringLiteral("coordinates"),
                         QStringLiteral("indicators"), QStringLiteral("metadata")});
    if (reader.error())
        return *reader.error();
    if (sources.indicators.isEmpty())
        return Error{Text::tr("%1 names no indicator file. Add \"indicators\" to its \"data\", or write "
                              "\"built-in\" for the built-in example.")
                         .arg(file),
                     {}};
    return sources;
}

QJsonObject writtenLooks(const DisplaySettings &display)
{
    QJsonObject object{
        {QStringLiteral("shown"), display.shown},
        {QStringLiteral("palette"), display.palette},
        {QStringLiteral("labels"), wordFor(labelsWords(), display.labels)},
        {QStringLiteral("class_marks"), display.classMarks},
        {QStringLiteral("node_scores"), display.nodeScores},
        {QStringLiteral("certainty"), display.certainty},
    };
    if (display.shown == indexCode) // whose bounds are the method's
        return object;
    QJsonArray breaks;
    for (const double bound : display.breaks)
        breaks.append(bound);
    object[QLatin1String("breaks")] = breaks;
    return object;
}

Result<DisplaySettings> readLooks(const QJsonObject &object, const QString &file, const ClassScheme &ofIndex)
{
    ObjectReader reader(object, file);
    DisplaySettings display;
    reader.text("shown", display.shown);
    reader.choice("palette", paletteWords(), display.palette);
    reader.choice("labels", labelsWords(), display.labels);
    reader.flag("class_marks", display.classMarks);
    reader.flag("node_scores", display.nodeScores);
    reader.flag("certainty", display.certainty);
    QStringList known = {QStringLiteral("shown"),       QStringLiteral("palette"),
                         QStringLiteral("labels"),      QStringLiteral("class_marks"),
                         QStringLiteral("node_scores"), QStringLiteral("certainty")};
    ClassScheme scheme = ofIndex;
    if (display.shown != indexCode) {
        scheme.breaks.clear();
        reader.breaks("breaks", scheme);
        known << QStringLiteral("breaks");
    }
    display.setScheme(scheme);
    reader.refuseOthers(known);
    if (reader.error())
        return *reader.error();
    return display;
}

QJsonArray writtenTried(const std::vector<TriedValue> &tried)
{
    QJsonArray values;
    for (const TriedValue &value : tried)
        values.append(QJsonObject{{QStringLiteral("area"), value.area.text},
                                  {QStringLiteral("indicator"), value.indicator},
                                  {QStringLiteral("value"), value.value}});
    return values;
}

Result<std::vector<TriedValue>> readTried(const QJsonArray &values, const QString &file)
{
    std::vector<TriedValue> tried;
    QSet<std::pair<QString, QString>> cells;
    for (const QJsonValue value : values) {
        ObjectReader reader(value.toObject(), file);
        TriedValue read;
        reader.text("area", read.area.text);
        reader.text("indicator", read.indicator);
        reader.number("value", read.value);
        reader.refuseOthers({QStringLiteral("area"), QStringLiteral("indicator"), QStringLiteral("value")});
        if (read.area.isEmpty() || read.indicator.isEmpty() || !reader.has("value"))
            reader.fail("tried", value);
        if (reader.error())
            return *reader.error();
        const auto cell = std::pair{read.area.text, read.indicator};
        if (cells.contains(cell))
            return Error{Text::tr("%1 tries two values of %2 for area %3. Keep one of them.")
                             .arg(file, read.indicator, read.area.text),
                         {}};
        cells.insert(cell);
        tried.push_back(std::move(read));
    }
    return tried;
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
    auto display = readLooks(reader.object("looks"), file, project.method.scheme);
    if (!display)
        return display.error();
    project.display = *std::move(display);
    if (project.display.shown != indexCode && !project.method.scheme.breaks.empty())
        return Error{
            Text::tr("%1 gives bounds to the classes of the index, and shows %2. Show the index, or leave "
                     "its \"breaks\" out of \"method\".")
                .arg(file, project.display.shown),
            {}};
    auto tried = readTried(reader.array("tried"), file);
    if (!tried)
        return tried.error();
    project.tried = *std::move(tried);
    for (const QString &code : reader.texts("selection"))
        project.selection.push_back({code});
    reader.text("current", project.current.text);
    reader.refuseOthers({QStringLiteral("disengagement_atlas_project"), QStringLiteral("data"),
                         QStringLiteral("method"), QStringLiteral("looks"), QStringLiteral("tried"),
                         QStringLiteral("selection"), QStringLiteral("current")});
    if (reader.error())
        return *reader.error();
    return project;
}

} // namespace

QByteArray writeProject(const Project &project, const QString &folder)
{
    QJsonObject object{
        {QStringLiteral("disengagement_atlas_project"), newestVersion},
        {QStringLiteral("data"), writtenSources(project.sources, QDir(folder))},
        {QStringLiteral("method"), methodObject(project.method)},
        {QStringLiteral("looks"), writtenLooks(project.display)},
        {QStringLiteral("tried"), writtenTried(project.tried)},
    };
    QJsonArray selection;
    for (const AreaCode &code : project.selection)
        selection.append(code.text);
    object[QLatin1String("selection")] = selection;
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
    if (version > newestVersion)
        return Error{Text::tr("%1 is of a later version of this program. Update the program.").arg(file), {}};
    return readObject(object, file, QFileInfo(path).absoluteDir());
}

Result<Project> readProjectFile(const QString &path)
{
    const auto bytes = readWholeFile(path, Text::tr("The project file"));
    return bytes ? readProject(*bytes, path) : bytes.error();
}

} // namespace atlas
