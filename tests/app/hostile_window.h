#pragma once

#include "app/shell/main_window.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace atlas::test {

/// The real windows, with text that looks like markup wherever data have text.
class HostileWindow : public QObject
{
protected:
    /// For initTestCase(), init() and cleanup().
    void makeNames();
    void begin();
    void end();

    AtlasModel &model() { return m_window->model(); }
    template <typename Dialog>
    Dialog *openedBy(const char *action)
    {
        m_window->findChild<QAction *>(action)->trigger();
        auto *dialog = m_window->findChild<Dialog *>();
        dialog->resize(1200, 900); // so that no label is cut off
        QCoreApplication::processEvents();
        return dialog;
    }
    /// With draws, so that every column and every sentence appears.
    void openEverything();

    QTemporaryDir m_settings;
    QTemporaryDir m_folder;
    QString m_picture; ///< a file that no name must be able to open
    QStringList m_names;
    std::unique_ptr<MainWindow> m_window;
    std::vector<std::unique_ptr<QDialog>> m_dialogs;
};

} // namespace atlas::test
