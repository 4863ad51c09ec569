#include "app/dialogs/file_tasks.h"
#include "app/import/assistant.h"
#include "app/panels/status_line.h"
#include "app/shell/main_window.h"

#include <QFileInfo>

// How files come into the window: by themselves where they raise no question, else through the assistant.

namespace atlas {

void MainWindow::openFiles(const QStringList &names)
{
    QStringList files;
    for (const QString &name : names)
        files << QFileInfo(name).absoluteFilePath();
    if (files.size() == 1
        && QFileInfo(files.front()).suffix().compare(QLatin1String("atlas"), Qt::CaseInsensitive) == 0) {
        m_project.open(files.front());
        return;
    }
    if (const auto sources = sourcesOf(files))
        openSources(*sources);
    else if (!files.isEmpty())
        askForData(files);
}

void MainWindow::askForData(const QStringList &files)
{
    makeAssistant();
    if (files.isEmpty())
        m_assistant->setSources(m_preferences.lastSources());
    else
        m_assistant->takeFiles(files);
    m_assistant->open();
}

/// In the background; the assistant comes forward only if there is something to decide.
void MainWindow::openSources(const DataSources &sources)
{
    m_loader.cancel();
    makeAssistant();
    connect(m_assistant, &Assistant::progressed, this, [this](double fraction) {
        if (m_assistant && !m_assistant->isVisible())
            m_status->showProgress(fraction);
    });
    connect(m_assistant, &Assistant::readingEnded, this, &MainWindow::settleAssistant);
    m_assistant->setSources(sources);
}

/// One at a time: what an older one reads is not wanted any more.
void MainWindow::makeAssistant()
{
    dropAssistant();
    m_assistant = new Assistant({m_model.document.now().givenDataset(), m_project.sources()}, this);
    connect(m_assistant, &QDialog::accepted, this, &MainWindow::takeAssistant);
    connect(m_assistant, &QDialog::finished, m_assistant, &QObject::deleteLater);
}

void MainWindow::dropAssistant()
{
    if (!m_assistant)
        return;
    m_assistant->disconnect(this);
    m_assistant->deleteLater();
    m_assistant = nullptr;
    m_status->hideProgress();
}

void MainWindow::settleAssistant()
{
    if (!m_assistant || m_assistant->isVisible())
        return;
    m_status->hideProgress();
    if (!m_assistant->canOpen() || m_assistant->openQuestions() > 0) {
        m_assistant->open();
        return;
    }
    takeAssistant();
    dropAssistant();
}

void MainWindow::takeAssistant()
{
    m_loader.cancel(); // what is still loading would take the place of this
    m_project.openRead(m_assistant->data(), m_assistant->sources());
}

} // namespace atlas
