#pragma once

#include "app/state/atlas_state.h"
#include "app/state/dataset_loader.h"
#include "core/project/project_file.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <optional>

class QUndoStack;
class QWidget;

namespace atlas {

/// The project that a window shows: opens and saves it, says in the window's title what it is called and
/// whether choices differ from those saved, and asks before they are lost. Data that are opened without a
/// project become one when they are saved.
class OpenProject : public QObject
{
    Q_OBJECT

public:
    OpenProject(AtlasState &state, QUndoStack &undoStack, QWidget &window);

    /// Path of the file; empty while what the window shows has none.
    const QString &path() const { return m_path; }
    /// Whether choices differ from those in the file. The selection is saved with them and is none.
    bool isModified() const;
    /// False when there is something unsaved that its user does not want to lose after all.
    bool mayClose();

    /// The draws of a project just opened were not made.
    void dropDraws();

    /// Asks for a project, and for its data at loadAsked().
    void openByDialog();
    void open(const QString &path);
    /// Data without a project.
    void openData(const DataSources &sources);
    /// Shows what was loaded, with the choices of the project that it was asked for by. When they do not fit
    /// the data, the window's user is told and all stays as it was. Waits for the answer where something is
    /// being asked, and asks before choices are lost that were made meanwhile.
    void show(const LoadedData &data, const DataSources &sources);

    /// Writes the file, which is asked for when there is none. False when nothing was written.
    bool save();
    bool saveAs();

signals:
    void loadAsked(const atlas::DataSources &sources);
    void opened(const atlas::DataSources &sources);  ///< the state shows them
    void drawsAsked(const atlas::DrawSettings &how); ///< of the project just opened
    void written(const QString &path);

private:
    struct Loading
    {
        QString path;
        Project project;
    };
    struct SavedChoices
    {
        AllChoices ofView;
        std::optional<DrawSettings> draws;

        bool operator==(const SavedChoices &) const = default;
    };

    struct Arrival
    {
        LoadedData data;
        DataSources sources;
    };

    template <typename Ask>
    auto whileAsking(const Ask &ask);
    void showProject(const LoadedData &data, const Loading &loading);
    bool write(const QString &path);
    void setPath(const QString &path);
    SavedChoices choices() const;
    std::optional<DrawSettings> draws() const;
    Project project() const;

    AtlasState &m_state;
    QUndoStack &m_undoStack;
    QWidget &m_window;
    DataSources m_sources;
    QString m_path;
    SavedChoices m_saved;
    Project m_unshown; ///< what the file says and the window has no place for; it is written again
    std::optional<DrawSettings> m_drawsUnderWay; ///< asked for, and not there yet
    std::optional<Loading> m_loading;            ///< while its data are loaded
    bool m_isAsking = false;
    QTimer m_answered;                  ///< once the caller of the question has gone on
    std::optional<Arrival> m_arrived;   ///< while something is being asked
    std::optional<SavedChoices> m_lost; ///< its user does not want to save these
};

} // namespace atlas
