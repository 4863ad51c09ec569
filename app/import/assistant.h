#pragma once

#include "app/import/draft_run.h"
#include "app/state/dataset_loader.h"

#include <QDialog>
#include <QFileSystemWatcher>
#include <QStringList>
#include <QTimer>

#include <memory>
#include <vector>

class QLabel;
class QProgressBar;
class QPushButton;
class QTabWidget;
class QToolButton;

namespace atlas {

class FilesPage;
class HintLabel;

/// What is open while other files are chosen.
struct OpenData
{
    std::shared_ptr<const Dataset> dataset; ///< null where there is nothing
    DataSources sources;
};

/// Opens files in one window: which they are, how they will be read, and what is to be decided. Every change
/// is read again in the background; what is open stays so until the last click. Whoever shows it takes data()
/// and sources() once it was accepted.
class Assistant : public QDialog
{
    Q_OBJECT

public:
    explicit Assistant(OpenData open = {}, QWidget *parent = nullptr);
    ~Assistant() override;

    /// Shows files and begins to read them.
    void setSources(const DataSources &sources);
    /// Puts files where they belong.
    void takeFiles(const QStringList &paths);

    DataSources sources() const { return m_draft.sources; }
    /// Of the files as they are chosen now; without a dataset while they are read or cannot be.
    LoadedData data() const;
    bool isReading() const { return m_run.isReading(); }
    bool canOpen() const { return m_draft.dataset && !m_run.isReading(); }
    /// How many things only a person can decide, and has not.
    int openQuestions() const;
    const std::optional<Error> &error() const { return m_draft.error; }
    void cancelReading();

    void accept() override;

signals:
    void progressed(double fraction); ///< 0 to 1, a few times a second while files are read
    void readingEnded();              ///< with data, or with an error or questions

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void makePages();
    void addPage(AssistantPage *page);
    QWidget *makeState();
    QWidget *makeButtons();
    std::vector<EarlierPlan> earlierPlans() const;
    void read();
    void readIfWritten();
    QStringList written() const;
    void take(const ReadDraft &read);
    void takePlan(const ImportPlan &plan, const AssistantPage *from);
    void takeSources(const DataSources &sources, const AssistantPage *from);
    void watch();
    void showDraft(const AssistantPage *but = nullptr);
    void showState();
    void showBadges();
    void showError(const Error &error);
    QString summary() const;
    QString news() const;
    void goToNextQuestion();

    OpenData m_open;
    DraftRun m_run;
    ImportDraft m_draft; ///< of the last reading, with what was decided since
    std::optional<CarriedPlan> m_carried;
    std::shared_ptr<const MapShapes> m_shapes;
    FilesRead m_files;
    QFileSystemWatcher m_watcher;
    QTimer m_settled;      ///< fires once nothing has been written for a moment
    QStringList m_written; ///< names of files that were written to meanwhile

    std::vector<AssistantPage *> m_pages;
    FilesPage *m_filesPage = nullptr;
    QTabWidget *m_tabs = nullptr;
    HintLabel *m_state = nullptr;
    HintLabel *m_news = nullptr;
    QToolButton *m_more = nullptr;
    QLabel *m_details = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_stop = nullptr;
    QPushButton *m_again = nullptr;
    QPushButton *m_next = nullptr;
    QPushButton *m_openButton = nullptr;
    QString m_newsText;
    bool m_wasStopped = false;
};

} // namespace atlas
