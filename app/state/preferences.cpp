#include "app/state/preferences.h"

#include "core/project/choices_object.h"
#include "core/project/object_reader.h"
#include "core/project/plan_object.h"

#include <QJsonDocument>
#include <QSettings>
#include <QUrl>

namespace atlas {

namespace {

QVariant read(const char *key, const QVariant &fallback = {})
{
    return QSettings().value(QLatin1String(key), fallback);
}

void write(const char *key, const QVariant &value)
{
    QSettings().setValue(QLatin1String(key), value);
}

QJsonObject readObject(const char *key)
{
    return QJsonDocument::fromJson(read(key).toByteArray()).object();
}

DataSources readSources(const QString &place)
{
    const QSettings settings;
    const auto text = [&](const char *key) { return settings.value(place + QLatin1String(key)).toString(); };
    ObjectReader plan(QJsonDocument::fromJson(text("plan").toUtf8()).object(), {});
    DataSources sources{.boundaries = text("boundaries"),
                        .boundaryOptions = {.layer = text("layer"),
                                            .codeField = text("codeField"),
                                            .nameField = text("nameField"),
                                            .crs = text("crs"),
                                            .projection = text("projection")},
                        .indicators = text("indicators"),
                        .plan = readPlan(plan),
                        .metadata = text("metadata"),
                        .aliases = text("aliases"),
                        .lookup = text("lookup")};
    const DataSources builtIn = builtInSources();
    if (sources.boundaries == builtIn.boundaries)
        sources.boundaryOptions.coordinates = builtIn.boundaryOptions.coordinates;
    return sources;
}

void writeSources(const QString &place, const DataSources &sources)
{
    QSettings settings;
    const auto write = [&](const char *key, const QString &text) {
        settings.setValue(place + QLatin1String(key), text);
    };
    write("boundaries", sources.boundaries);
    write("layer", sources.boundaryOptions.layer);
    write("codeField", sources.boundaryOptions.codeField);
    write("nameField", sources.boundaryOptions.nameField);
    write("indicators", sources.indicators);
    write("metadata", sources.metadata);
    write("aliases", sources.aliases);
    write("lookup", sources.lookup);
    write("crs", sources.boundaryOptions.crs);
    write("projection", sources.boundaryOptions.projection);
    const QJsonObject plan = planObject(sources.plan);
    write("plan",
          plan.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(plan).toJson(QJsonDocument::Compact)));
}

QString layoutKey(const QString &name)
{
    return QStringLiteral("layout/") + name;
}

/// A path contains slashes, which would create groups.
QString scenariosKey(const QString &indicatorFile)
{
    return QStringLiteral("scenarios/") + QString::fromLatin1(QUrl::toPercentEncoding(indicatorFile));
}

} // namespace

QByteArray Preferences::windowGeometry() const
{
    return read("window/geometry").toByteArray();
}

void Preferences::setWindowGeometry(const QByteArray &geometry)
{
    write("window/geometry", geometry);
}

QByteArray Preferences::layout(const QString &name) const
{
    return QSettings().value(layoutKey(name)).toByteArray();
}

void Preferences::setLayout(const QString &name, const QByteArray &layout)
{
    QSettings().setValue(layoutKey(name), layout);
}

int Preferences::helpTextSteps() const
{
    return read("help/textSteps", 0).toInt();
}

void Preferences::setHelpTextSteps(int steps)
{
    write("help/textSteps", steps);
}

ThemeChoice Preferences::theme() const
{
    const QString name = read("window/theme").toString();
    if (name == QLatin1String("dark"))
        return ThemeChoice::Dark;
    return name == QLatin1String("light") ? ThemeChoice::Light : ThemeChoice::System;
}

void Preferences::setTheme(ThemeChoice theme)
{
    write("window/theme", theme == ThemeChoice::Dark    ? QStringLiteral("dark")
                          : theme == ThemeChoice::Light ? QStringLiteral("light")
                                                        : QStringLiteral("system"));
}

Looks Preferences::looks() const
{
    Looks looks;
    ObjectReader reader(readObject("looks"), {});
    readLooks(reader, looks);
    return looks;
}

void Preferences::setLooks(const Looks &looks, const Looks &before)
{
    QJsonObject kept = readObject("looks");
    const QJsonObject now = looksObject(looks);
    const QJsonObject then = looksObject(before);
    for (auto member = now.begin(); member != now.end(); ++member)
        if (member.value() != then.value(member.key()))
            kept[member.key()] = member.value();
    write("looks", QJsonDocument(kept).toJson(QJsonDocument::Compact));
}

Choices Preferences::choices() const
{
    Choices choices;
    ObjectReader reader(readObject("choices"), {});
    readChoices(reader, choices);
    return choices;
}

void Preferences::setNodeScores(bool nodeScores)
{
    const QString member = QStringLiteral("node_scores");
    const QJsonObject all = choicesObject({.nodeScores = nodeScores});
    write("choices", QJsonDocument(QJsonObject{{member, all.value(member)}}).toJson(QJsonDocument::Compact));
}

QJsonObject Preferences::workspaceLayout(const QString &name) const
{
    return QJsonDocument::fromJson(layout(QStringLiteral("workspace/") + name)).object();
}

void Preferences::setWorkspaceLayout(const QString &name, const QJsonObject &layout)
{
    setLayout(QStringLiteral("workspace/") + name, QJsonDocument(layout).toJson(QJsonDocument::Compact));
}

ExportChoices Preferences::exportChoices() const
{
    ExportChoices choices;
    choices.folder = read("export/folder").toString();
    choices.format = read("export/format", choices.format).toString();
    choices.inMillimetres = read("export/inMillimetres", choices.inMillimetres).toBool();
    choices.widthMm = read("export/widthMm", choices.widthMm).toDouble();
    choices.heightMm = read("export/heightMm", choices.heightMm).toDouble();
    choices.dpi = read("export/dpi", choices.dpi).toDouble();
    choices.widthPixels = read("export/widthPixels", choices.widthPixels).toInt();
    choices.heightPixels = read("export/heightPixels", choices.heightPixels).toInt();
    choices.legend = read("export/legend", choices.legend).toBool();
    choices.key = read("export/key", choices.key).toBool();
    choices.title = read("export/title", choices.title).toBool();
    choices.source = read("export/source", choices.source).toBool();
    return choices;
}

void Preferences::setExportChoices(const ExportChoices &choices)
{
    write("export/folder", choices.folder);
    write("export/format", choices.format);
    write("export/inMillimetres", choices.inMillimetres);
    write("export/widthMm", choices.widthMm);
    write("export/heightMm", choices.heightMm);
    write("export/dpi", choices.dpi);
    write("export/widthPixels", choices.widthPixels);
    write("export/heightPixels", choices.heightPixels);
    write("export/legend", choices.legend);
    write("export/key", choices.key);
    write("export/title", choices.title);
    write("export/source", choices.source);
}

QString Preferences::projectFolder() const
{
    return read("project/folder").toString();
}

void Preferences::setProjectFolder(const QString &folder)
{
    write("project/folder", folder);
}

DataSources Preferences::lastSources() const
{
    DataSources sources = builtInSources();
    if (!read("data/indicators").toString().isEmpty())
        sources = readSources(QStringLiteral("data/"));
    return sources;
}

void Preferences::setLastSources(const DataSources &sources)
{
    writeSources(QStringLiteral("data/"), sources);
}

int Preferences::tourStop() const
{
    return read("tour/stop", -1).toInt();
}

void Preferences::setTourStop(int stop)
{
    write("tour/stop", stop);
}

QList<RecentFile> Preferences::recentFiles() const
{
    QList<RecentFile> recent;
    const int count = read("recent/count").toInt();
    for (int i = 0; i < count; ++i) {
        const QString place = QStringLiteral("recent/%1/").arg(i);
        const QSettings settings;
        recent << RecentFile{.project = settings.value(place + QStringLiteral("project")).toString(),
                             .sources = readSources(place),
                             .title = settings.value(place + QStringLiteral("title")).toString(),
                             .opened = settings.value(place + QStringLiteral("opened")).toDateTime(),
                             .picture = settings.value(place + QStringLiteral("picture")).toByteArray()};
    }
    return recent;
}

void Preferences::setRecentFiles(const QList<RecentFile> &recent)
{
    QSettings().remove(QStringLiteral("recent"));
    write("recent/count", recent.size());
    for (qsizetype i = 0; i < recent.size(); ++i) {
        const QString place = QStringLiteral("recent/%1/").arg(i);
        QSettings settings;
        settings.setValue(place + QStringLiteral("project"), recent[i].project);
        settings.setValue(place + QStringLiteral("title"), recent[i].title);
        settings.setValue(place + QStringLiteral("opened"), recent[i].opened);
        settings.setValue(place + QStringLiteral("picture"), recent[i].picture);
        writeSources(place, recent[i].sources);
    }
}

QStringList Preferences::scenarios(const QString &indicatorFile) const
{
    return QSettings().value(scenariosKey(indicatorFile)).toStringList();
}

void Preferences::setScenarios(const QString &indicatorFile, const QStringList &scenarios)
{
    if (scenarios.isEmpty())
        QSettings().remove(scenariosKey(indicatorFile));
    else
        QSettings().setValue(scenariosKey(indicatorFile), scenarios);
}

std::vector<RememberedPair> Preferences::rememberedPairs() const
{
    const QStringList texts = read("match/pairs").toStringList();
    std::vector<RememberedPair> pairs;
    for (qsizetype i = 0; i + 1 < texts.size(); i += 2)
        pairs.push_back({texts[i], texts[i + 1]});
    return pairs;
}

void Preferences::setRememberedPairs(const std::vector<RememberedPair> &pairs)
{
    constexpr size_t most = 3000;
    QStringList texts;
    for (size_t i = pairs.size() > most ? pairs.size() - most : 0; i < pairs.size(); ++i)
        texts << pairs[i].figures << pairs[i].boundary;
    write("match/pairs", texts);
}

} // namespace atlas
