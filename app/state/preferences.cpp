#include "app/state/preferences.h"

#include "core/render/display_words.h"

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

QString layoutKey(const QString &name)
{
    return QStringLiteral("layout/") + name;
}

/// A path has slashes, which would make groups of it.
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

bool Preferences::showsMoves() const
{
    return read("panel/moves", false).toBool();
}

void Preferences::setShowsMoves(bool shows)
{
    write("panel/moves", shows);
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

DisplaySettings Preferences::display() const
{
    DisplaySettings display;
    display.palette = read("display/palette", display.palette).toString();
    for (const auto &[word, labels] : labelsWords())
        if (read("display/labels").toString() == word)
            display.labels = labels;
    display.classMarks = read("display/classMarks", display.classMarks).toBool();
    display.nodeScores = read("display/nodeScores", display.nodeScores).toBool();
    display.certainty = read("display/certainty", display.certainty).toBool();
    return display;
}

void Preferences::setDisplay(const DisplaySettings &display, const DisplaySettings &before)
{
    const auto keep = [&](const char *key, auto DisplaySettings::*choice, const QVariant &value) {
        if (display.*choice != before.*choice)
            write(key, value);
    };
    keep("display/palette", &DisplaySettings::palette, display.palette);
    keep("display/labels", &DisplaySettings::labels, wordFor(labelsWords(), display.labels));
    keep("display/classMarks", &DisplaySettings::classMarks, display.classMarks);
    keep("display/nodeScores", &DisplaySettings::nodeScores, display.nodeScores);
    keep("display/certainty", &DisplaySettings::certainty, display.certainty);
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
        sources = {.boundaries = read("data/boundaries").toString(),
                   .boundaryOptions = {.layer = read("data/layer").toString(),
                                       .codeField = read("data/codeField").toString(),
                                       .nameField = read("data/nameField").toString()},
                   .indicators = read("data/indicators").toString(),
                   .metadata = read("data/metadata").toString()};
    return sources;
}

void Preferences::setLastSources(const DataSources &sources)
{
    write("data/boundaries", sources.boundaries);
    write("data/layer", sources.boundaryOptions.layer);
    write("data/codeField", sources.boundaryOptions.codeField);
    write("data/nameField", sources.boundaryOptions.nameField);
    write("data/indicators", sources.indicators);
    write("data/metadata", sources.metadata);
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

} // namespace atlas
