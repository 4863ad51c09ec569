#include "app/dialogs/file_tasks.h"

#include "app/dialogs/export_dialog.h"
#include "app/dialogs/file_role.h"
#include "app/dialogs/messages.h"
#include "app/dialogs/text.h"
#include "app/state/document.h"
#include "app/state/preferences.h"
#include "core/common/files.h"
#include "core/common/output_files.h"
#include "core/project/project_check.h"
#include "core/tables/write_table.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace atlas {

namespace {

/// A file name made from a title: as it is, without what some system forbids in names.
QString fileNameFrom(const QString &title)
{
    QString name;
    for (const QChar character : title)
        name += character.isPrint() && !QStringLiteral("/\\:*?\"<>|").contains(character) ? character
                                                                                          : QLatin1Char(' ');
    constexpr qsizetype most = 100;
    name = name.simplified().left(most).trimmed();
    while (name.startsWith(QLatin1Char('.')) || name.startsWith(QLatin1Char('-')))
        name.remove(0, 1); // would be hidden, or be taken for an option
    while (name.endsWith(QLatin1Char('.')))
        name.chop(1);
    name = name.trimmed();
    return name.isEmpty() ? Text::tr("Disengagement atlas") : name;
}

/// The formats a file may be written in: extension and description.
using Formats = std::vector<std::pair<QString, QString>>;

/// Asks for a file in one of these formats; `usual` is the extension offered first.
QString askForFileIn(const QString &folder, QWidget *parent, const QString &caption, const QString &title,
                     const Formats &formats, const QString &usual)
{
    QFileDialog dialog(parent, caption, folder.isEmpty() ? QDir::homePath() : folder);
    QStringList filters;
    for (const auto &[suffix, name] : formats)
        filters << Text::tr("%1 (*.%2)", "kind of file, extension").arg(name, suffix);
    dialog.setNameFilters(filters);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    const auto useFormat = [&](const QString &filter) {
        const qsizetype place = std::max<qsizetype>(0, filters.indexOf(filter));
        dialog.setDefaultSuffix(
            formats[static_cast<size_t>(place)].first); // set before it asks whether to replace a file
    };
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog, useFormat);
    size_t first = 0;
    while (first + 1 < formats.size() && formats[first].first != usual)
        ++first;
    dialog.selectNameFilter(filters[static_cast<qsizetype>(first)]);
    useFormat(filters[static_cast<qsizetype>(first)]);
    dialog.selectFile(fileNameFrom(title) + QLatin1Char('.') + formats[first].first);
    dialog.setOption(QFileDialog::DontConfirmOverwrite); // its own question treats names as HTML
    while (dialog.exec() == QDialog::Accepted) {
        QString path = dialog.selectedFiles().constFirst();
        if (!QFileInfo::exists(path) || askToReplace(parent, path))
            return path;
    }
    return {};
}

/// As askForFileIn(), in the folder for exports, which is remembered.
QString askForFile(QWidget *parent, const QString &caption, const QString &title, const Formats &formats,
                   const QString &usual)
{
    Preferences preferences;
    ExportChoices choices = preferences.exportChoices();
    QString path = askForFileIn(choices.folder, parent, caption, title, formats, usual);
    if (path.isEmpty())
        return path;
    choices.folder = QFileInfo(path).absolutePath();
    preferences.setExportChoices(choices);
    return path;
}

QString report(QWidget *parent, const Result<Done> &written, const QString &path)
{
    if (written)
        return path;
    showError(parent, Text::tr("Not written"), written.error());
    return {};
}

} // namespace

Result<Done> checkKeepsInputs(const QString &output, const QStringList &inputs)
{
    if (const auto overwritten = findOverwritten({output}, inputs))
        return Error{Text::tr("%1 is open: the figures on show were read from it. Choose another name.")
                         .arg(*overwritten),
                     {}};
    return Done{};
}

std::optional<DataSources> sourcesOf(const QStringList &files)
{
    DataSources sources;
    for (const QString &file : files) {
        const FileRole role = fileRoleOf(file);
        QString &path = role == FileRole::Boundaries   ? sources.boundaries
                        : role == FileRole::Indicators ? sources.indicators
                        : role == FileRole::Lookup     ? sources.lookup
                                                       : sources.metadata;
        if (role == FileRole::None || !path.isEmpty())
            return {};
        path = file;
    }
    if (sources.indicators.isEmpty())
        return {};
    return sources;
}

QString askForProject(QWidget *parent)
{
    Preferences preferences;
    QString path = QFileDialog::getOpenFileName(parent, Text::tr("Open project"), preferences.projectFolder(),
                                                Text::tr("Projects (*.atlas)"));
    if (!path.isEmpty())
        preferences.setProjectFolder(QFileInfo(path).absolutePath());
    return path;
}

QString askWhereToSaveProject(const QString &title, QWidget *parent)
{
    Preferences preferences;
    const QString suffix = QStringLiteral("atlas");
    QString path = askForFileIn(preferences.projectFolder(), parent, Text::tr("Save project"), title,
                                {{suffix, Text::tr("Projects")}}, suffix);
    if (!path.isEmpty())
        preferences.setProjectFolder(QFileInfo(path).absolutePath());
    return path;
}

QString exportMapByDialog(const Snapshot &now, const std::vector<size_t> &selected, QWidget *parent)
{
    Preferences preferences;
    // Other data may be open by the time the dialog closes.
    const QString name = Text::tr("%1 - map", "name of a file: what the map shows").arg(now.shown().name);
    ExportDialog dialog(now, selected, preferences.exportChoices(), parent);
    if (dialog.exec() != QDialog::Accepted)
        return {};
    preferences.setExportChoices(dialog.choices());
    const MapScene scene = dialog.scene();
    const QString suffix = dialog.suffix();
    const QString path = askForFile(parent, Text::tr("Export map"), name,
                                    {{suffix, Text::tr("%1 files").arg(suffix.toUpper())}}, suffix);
    return path.isEmpty() ? path : report(parent, exportMap(scene, dialog.mapExport(), path), path);
}

QString exportTableByDialog(const Table &table, const std::vector<Method> &methods, const QStringList &inputs,
                            const QString &title, QWidget *parent)
{
    Formats formats;
    for (const QString &ending : tableEndings())
        formats.push_back({ending, Text::tr("%1 files").arg(ending.toUpper())});
    QString path = askForFile(parent, Text::tr("Export table"), title, formats, tableEndings().front());
    if (path.isEmpty())
        return path;
    const auto keeps = checkKeepsInputs(path, inputs);
    return report(parent, keeps ? writeTableAndMethods(table, methods, path) : keeps, path);
}

QString exportPictureByDialog(const std::function<Result<Picture>()> &make, const QString &title,
                              QWidget *parent)
{
    if (const auto picture = make(); !picture)
        return report(parent, picture.error(), {});
    const Formats formats = {{QStringLiteral("png"), Text::tr("Pictures")},
                             {QStringLiteral("svg"), Text::tr("Drawings")},
                             {QStringLiteral("pdf"), Text::tr("PDF pages")}};
    QString path =
        askForFile(parent, Text::tr("Export chart"), title, formats, Preferences().exportChoices().format);
    if (path.isEmpty())
        return path;
    const auto picture = make();
    return report(parent, picture ? exportPicture(*picture, path) : picture.error(), path);
}

std::optional<Method> openMethodByDialog(const Document &document, Scales scales, QWidget *parent)
{
    const QString path = QFileDialog::getOpenFileName(
        parent, Text::tr("Open method"), Preferences().exportChoices().folder, Text::tr("Methods (*.json)"));
    if (path.isEmpty())
        return {};
    auto method = readMethodFile(path);
    if (method && scales == Scales::Kept)
        method->choices.index.scale.references = method->scalesUsed;
    if (method)
        if (const auto fits = checkMethod(*method, *document.now().dataset()); !fits)
            method = inFile(path, fits.error());
    if (!method) {
        showError(parent, Text::tr("Not opened"), method.error());
        return {};
    }
    if (method->name.isEmpty())
        method->name = QFileInfo(path).baseName();
    return *std::move(method);
}

QString saveMethodByDialog(const Method &method, const QStringList &inputs, QWidget *parent)
{
    const QString suffix = QStringLiteral("method.json");
    QString path = askForFile(parent, Text::tr("Save method"), Text::tr("Disengagement index - method"),
                              {{suffix, Text::tr("Methods")}}, suffix);
    if (path.isEmpty())
        return path;
    const auto keeps = checkKeepsInputs(path, inputs);
    return report(parent, keeps ? writeWholeFile(path, writeMethod(method)) : keeps, path);
}

} // namespace atlas
