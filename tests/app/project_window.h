#pragma once

#include "app/shell/main_window.h"
#include "tests/app/answering.h"

#include <QMessageBox>
#include <QTemporaryDir>

#include <memory>

namespace atlas::test {

/// The window with the example, and a person who opens and saves projects in a folder of their own.
class ProjectWindow : public QObject
{
protected:
    /// For initTestCase(), init() and cleanup().
    void useOwnSettings();
    void begin();
    void end();

    void openWindow();
    /// Answers dialogs for files with this one and message boxes with this button, and keeps what they say.
    void answer(const QString &file, QMessageBox::StandardButton button = QMessageBox::Ok);
    /// Keys in the window, which a dialog may have taken the focus from.
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
    int m_asked = 0; ///< for files
};

} // namespace atlas::test
