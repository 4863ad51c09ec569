#pragma once

#include "app/shell/data_step.h"
#include "app/shell/import_command.h"
#include "app/state/dataset_loader.h"
#include "core/project/project_file.h"
#include "core/project/recovery_file.h"

#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>
#include <optional>

class QWidget;

namespace atlas {

struct AtlasModel;

/// The project that a window shows: opens and saves it, shows its name and whether it has unsaved choices in
/// the window's title, and asks before these are lost. Data opened without a project become one when saved.
class OpenProject : public QObject
{
    Q_OBJECT

public:
    OpenProject(AtlasModel &model, QWidget &window);

    /// Sets how a project's window layout is saved and restored.
    void setLayouts(std::function<QJsonObject()> save, std::function<void(const QJsonObject &)> restore);

    /// Path of the file; empty if what the window shows has none.
    const QString &path() const { return m_path; }
    /// Of the data on show.
    const DataSources &sources() const { return m_sources; }
    /// Whether choices differ from those in the file or, without a file, from those the data were opened
    /// with. The selection and the window layout are saved too, but changing only these is no reason to save.
    bool isModified() const;
    /// Whether anything differs that a project would hold, even if it is not worth a question.
    bool hasChanges() const;
    /// Asks about unsaved choices, if there are any. False if the user decides not to lose them after all.
    bool mayClose();
    /// All that the window shows, to be restored later.
    UnsavedWork work() const;
    /// Whether what is on show was restored, and not saved since.
    bool isRestored() const { return m_isRestored; }
    /// Shows it again once its data are loaded. It stays unsaved, and is saved where it would have been.
    void restore(const UnsavedWork &work);

    /// Asks for a project, then for its data through loadAsked().
    void openByDialog();
    void open(const QString &path);
    /// Opens data without a project.
    void openData(const DataSources &sources);
    /// Reads data in place of those on show, and keeps all choices. Once they are there, that is a step that
    /// undo takes back; `text` names it in the menu.
    void changeData(const DataSources &sources, const QString &text);
    /// Shows data that are read already, without a project.
    void openRead(const LoadedData &data, const DataSources &sources);
    /// Reads the figures on show again, of another of their periods, as changeData() does.
    void readPeriod(const QString &period);
    /// Shows what was loaded, with the choices of the project that asked for it. If they do not fit the data,
    /// the user is told and nothing changes. Waits while a question is open, and asks before losing choices
    /// made in the meantime.
    void show(const LoadedData &data, const DataSources &sources);

    /// Writes the file, asking where if there is none. False if nothing was written.
    bool save();
    bool saveAs();

signals:
    void loadAsked(const atlas::DataSources &sources);
    void changed();                                 ///< what work() holds may differ
    void declined();                                ///< the person does not want to save what is on show
    void opened(const atlas::DataSources &sources); ///< the document now shows them
    void written(const QString &path);
    void loadDropped(); ///< what still loads was for work that is no longer on show

private:
    struct Loading
    {
        QString path;
        Project project;
        bool isRestored = false;
        Issues issues = {}; ///< on what had to be left out
    };

    template <typename Ask>
    auto whileAsking(const Ask &ask);
    void forgetLoading();
    void showModified();
    void showChanged(const LoadedData &data, const DataSources &sources, const QString &text);
    void setSources(const DataSources &sources);
    void replaceData(const ShownData &shown);
    void showProject(const LoadedData &data, const Loading &loading);
    bool takesChanges(const LoadedData &data, const Loading &loading, bool &areSome);
    ShownWork shownWork() const;
    void bringBack(const ShownWork &work);
    void addUndo(ShownWork before);
    void showScenarios(const Loading &loading);
    QString question() const;
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
    QString m_name;                             ///< of the project's method
    std::optional<uint64_t> m_roundingBandSeed; ///< as given in its file
    Project m_saved;                            ///< the choices saved, as choices() gave them
    bool m_isRestored = false;                  ///< and not saved since
    bool m_isDataNew = false; ///< the files had changed since the project was saved, and it was not since
    std::optional<Loading> m_loading;  ///< while its data load
    std::optional<QString> m_changing; ///< name of the step, while data load that are to be one
    bool m_isAsking = false;
    QTimer m_answered;                  ///< fires once the caller of the question has moved on
    std::optional<ShownData> m_arrived; ///< while a question is open
    std::optional<Project> m_lost;      ///< choices the user has declined to save
};

} // namespace atlas
