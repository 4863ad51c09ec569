#pragma once

#include "app/state/recent_files.h"
#include "core/dataset/likely_pairs.h"
#include "core/dataset/load_dataset.h"
#include "core/index/choices.h"
#include "core/render/looks.h"
#include "core/render/theme.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace atlas {

/// How the program should look.
enum class ThemeChoice { System, Light, Dark };

/// Where and how the last map was exported.
struct ExportChoices
{
    QString folder;
    QString format = QStringLiteral("png");
    bool inMillimetres = true;
    double widthMm = 170;
    double heightMm = 200;
    double dpi = 300;
    int widthPixels = 1200;
    int heightPixels = 1400;
    bool legend = true;
    bool key = true;
    bool title = true;
    bool source = true;

    bool operator==(const ExportChoices &) const = default;
};

/// What is remembered from one run to the next. Only this class touches the settings file. Read and written
/// on request, never watched.
class Preferences
{
public:
    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);
    /// The layout of a workspace, as it saved it.
    QJsonObject workspaceLayout(const QString &name) const;
    void setWorkspaceLayout(const QString &name, const QJsonObject &layout);
    /// `name` is the object name of a window or a header.
    QByteArray layout(const QString &name) const;
    void setLayout(const QString &name, const QByteArray &layout);

    /// How much larger than usual the text of the help is, in points; below 0 where it is smaller.
    int helpTextSteps() const;
    void setHelpTextSteps(int steps);

    ThemeChoice theme() const;
    void setTheme(ThemeChoice theme);
    Looks looks() const;
    /// Saves whatever differs from `before`.
    void setLooks(const Looks &looks, const Looks &before);
    /// The choices to start with: the usual ones, except for whether tables have the scores of all domains.
    Choices choices() const;
    void setNodeScores(bool nodeScores);
    ExportChoices exportChoices() const;
    void setExportChoices(const ExportChoices &choices);
    /// Where a project was last opened or saved; empty at first.
    QString projectFolder() const;
    void setProjectFolder(const QString &folder);
    /// The files opened last, for the open dialog; the built-in sources if there are none.
    DataSources lastSources() const;
    void setLastSources(const DataSources &sources);
    /// The stop at which the tour was left; -1 once it was seen to its end, and at first.
    int tourStop() const;
    void setTourStop(int stop);
    /// What was open, the last first.
    QList<RecentFile> recentFiles() const;
    void setRecentFiles(const QList<RecentFile> &recent);
    /// The methods kept for an indicator file, each as writeMethod() wrote it.
    QStringList scenarios(const QString &indicatorFile) const;
    void setScenarios(const QString &indicatorFile, const QStringList &scenarios);
    /// Pairs of areas that a person accepted, in whatever files; the last one last, and no more than a few
    /// thousand.
    std::vector<RememberedPair> rememberedPairs() const;
    void setRememberedPairs(const std::vector<RememberedPair> &pairs);
};

} // namespace atlas
