#include "app/actions/file_tasks.h"

#include "app/dialogs/export_dialog.h"
#include "app/dialogs/messages.h"
#include "app/dialogs/open_dialog.h"
#include "app/state/atlas_state.h"
#include "app/state/preferences.h"
#include "core/common/files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

namespace atlas {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FileTasks)
};

/// A file name made of a title: letters, figures and hyphens.
QString fileNameFrom(const QString &title)
{
    QString name;
    for (const QChar character : title.toLower()) {
        if (character.isLetterOrNumber())
            name += character;
        else if (!name.isEmpty() && !name.endsWith(QLatin1Char('-')))
            name += QLatin1Char('-');
    }
    while (name.endsWith(QLatin1Char('-')))
        name.chop(1);
    return name.isEmpty() ? QStringLiteral("map") : name;
}

QString askForFile(QWidget *parent, const QString &caption, const QString &title, const QString &suffix,
                   const QString &filter)
{
    Preferences preferences;
    ExportChoices choices = preferences.exportChoices();
    QFileDialog dialog(parent, caption, choices.folder.isEmpty() ? QDir::homePath() : choices.folder, filter);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(suffix); // before it asks whether to replace a file
    dialog.selectFile(fileNameFrom(title) + QLatin1Char('.') + suffix);
    if (dialog.exec() != QDialog::Accepted)
        return {};
    QString path = dialog.selectedFiles().constFirst();
    choices.folder = QFileInfo(path).absolutePath();
    preferences.setExportChoices(choices);
    return path;
}

QString report(QWidget *parent, const Result<Done> &written, const QString &path)
{
    if (written)
        return path;
    showError(parent, Text::tr("Not exported"), written.error());
    return {};
}

} // namespace

std::optional<DataSources> askForSources(QWidget *parent)
{
    OpenDialog dialog(Preferences().lastSources(), parent);
    if (dialog.exec() != QDialog::Accepted)
        return {};
    return dialog.sources();
}

QString exportMapByDialog(const AtlasState &state, QWidget *parent)
{
    Preferences preferences;
    const QString name = state.shown().name; // other data may be open when the dialog has been closed
    ExportDialog dialog(state, preferences.exportChoices(), parent);
    if (dialog.exec() != QDialog::Accepted)
        return {};
    preferences.setExportChoices(dialog.choices());
    const MapScene scene = dialog.scene();
    const QString suffix = dialog.suffix();
    const QString path = askForFile(parent, Text::tr("Export map"), name, suffix,
                                    Text::tr("%1 files (*.%2)").arg(suffix.toUpper(), suffix));
    return path.isEmpty() ? path : report(parent, exportMap(scene, dialog.mapExport(), path), path);
}

QString exportTableByDialog(const TextTable &table, const Method &method, QWidget *parent)
{
    QString path = askForFile(parent, Text::tr("Export table"), Text::tr("Disengagement table"),
                              QStringLiteral("csv"), Text::tr("CSV files (*.csv)"));
    if (path.isEmpty())
        return path;
    auto written = writeWholeFile(path, writeTextTable(table));
    if (written)
        written = writeWholeFile(methodPathOf(path), writeMethod(method));
    return report(parent, written, path);
}

} // namespace atlas
