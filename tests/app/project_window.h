#pragma once

#include "app/shell/main_window.h"
#include "tests/app/answering.h"

#include <QMessageBox>
#include <QTemporaryDir>

#include <memory>

namespace atlas::test {

/// The window with the example, and a user who opens and saves projects in a folder of their own.
class ProjectWindow : public QObject
{
protected:
    /// For initTestCase(), init() and cleanup().
    void useOwnSettings();
    void begin();
    void end();

    void openWindow();
    /// Answers file dialogs with this file, or none, and message boxes with this button, and records what
    /// they say.
    void answer(const QString &file, QMessageBox::StandardButton button = QMessageBox::Ok);
    /// Presses a key in the window, even if a dialog has taken the focus.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::ControlModifier);
    void open(const QString &file);
    void saveAs(const QString &file);
    /// Switches an indicator off, tries a value, and shows another variable in other colours.
    void choose();
    QAction *action(const char *name) const { return m_window->findChild<QAction *>(name); }
    AtlasModel &model() { return m_window->model(); }
    QString path(const QString &name) const { return m_files->filePath(name); }

    QTemporaryDir m_settings;
    std::unique_ptr<QTemporaryDir> m_files;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Answering> m_answering;
    QStringList m_said;
    int m_asked = 0; ///< times a file was asked for
};

} // namespace atlas::test
