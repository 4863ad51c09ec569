#pragma once

#include "app/state/dataset_loader.h"
#include "core/project/project_file.h"

#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>
#include <optional>

class QWidget;

namespace atlas {

struct AtlasModel;

/// The project that a window shows: opens and saves it, says in the window's title what it is called and
/// whether choices differ from those saved, and asks before they are lost. Data that are opened without a
/// project become one when they are saved.
class OpenProject : public QObject
{
    Q_OBJECT

public:
    OpenProject(AtlasModel &model, QWidget &window);

    /// How a project's arrangement of the window is asked for and restored.
    void setLayouts(std::function<QJsonObject()> save, std::function<void(const QJsonObject &)> restore);

    /// Path of the file; empty while what the window shows has none.
    const QString &path() const { return m_path; }
    /// Whether choices differ from those in the file or, without one, from those that the data were opened
    /// with. The selection and the arrangement of the window are saved too, but changing them alone is no
    /// reason to save.
    bool isModified() const;
    /// False when there is something unsaved that its user does not want to lose after all.
    bool mayClose();

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
    void opened(const atlas::DataSources &sources); ///< the document shows them
    void written(const QString &path);

private:
    struct Loading
    {
        QString path;
        Project project;
    };

    struct Arrival
    {
        LoadedData data;
        DataSources sources;
    };

    template <typename Ask>
    auto whileAsking(const Ask &ask);
    void showModified();
    void showProject(const LoadedData &data, const Loading &loading);
    bool write(const QString &path);
    void setPath(const QString &path);
    Project choices() const;
    Project project() const;

    AtlasModel &m_model;
    QWidget &m_window;
    std::function<QJsonObject()> m_saveLayouts;
    std::function<void(const QJsonObject &)> m_restoreLayouts;
    DataSources m_sources;
    QString m_path;
    QString m_name;                             ///< that the project's method goes by
    std::optional<uint64_t> m_roundingBandSeed; ///< that its file gives
    Project m_saved;                            ///< its choices, as choices() gave them
    std::optional<Loading> m_loading;           ///< while its data are loaded
    bool m_isAsking = false;
    QTimer m_answered;                ///< once the caller of the question has gone on
    std::optional<Arrival> m_arrived; ///< while something is being asked
    std::optional<Project> m_lost;    ///< its user does not want to save these choices
};

} // namespace atlas
