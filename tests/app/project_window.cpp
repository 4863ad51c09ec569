#include "tests/app/project_window.h"
#include "tests/app/changes.h"

#include "tests/app/loaded_state.h"
#include "tests/app/waiting.h"

#include <QAbstractButton>
#include <QFileDialog>
#include <QLineEdit>
#include <QListView>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

namespace atlas::test {

void ProjectWindow::useOwnSettings()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    QCoreApplication::setOrganizationName("disengagement-atlas");
    QCoreApplication::setApplicationName("disengagement-atlas-test");
    QLocale::setDefault(QLocale::c());
}

void ProjectWindow::begin()
{
    QSettings().clear();
    m_files = std::make_unique<QTemporaryDir>();
    m_said.clear();
    m_asked = 0;
    openWindow();
}

void ProjectWindow::end()
{
    m_answering.reset();
    m_window.reset();
}

void ProjectWindow::openWindow()
{
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1600, 900); // the offscreen screen is smaller than people's
    m_window->show();
    COMES_TRUE(model().document.now().dataset());
}

void ProjectWindow::answer(const QString &file, QMessageBox::StandardButton button)
{
    m_answering = std::make_unique<Answering>([this, file, button](QDialog &shown) {
        if (auto *message = qobject_cast<QMessageBox *>(&shown)) {
            m_said << message->text();
            auto *chosen = message->button(button);
            chosen ? QTest::mouseClick(chosen, Qt::LeftButton) : message->accept();
        } else if (auto *dialog = qobject_cast<QFileDialog *>(&shown)) {
            ++m_asked;
            if (file.isEmpty()) {
                dialog->reject();
                return;
            }
            dialog->findChild<QListView *>("listView")->clearSelection(); // which goes before what is typed
            dialog->findChild<QLineEdit *>("fileNameEdit")->setText(file);
            QMetaObject::invokeMethod(dialog, "accept");
        }
    });
}

void ProjectWindow::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    m_window->activateWindow();
    COMES_TRUE(m_window->isActiveWindow());
    QTest::keyClick(m_window.get(), key, modifiers);
}

void ProjectWindow::open(const QString &file)
{
    answer(file);
    QSignalSpy opened(&model().document, &Document::changed);
    press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    COMES_TRUE(opened.count() > 0);
}

void ProjectWindow::saveAs(const QString &file)
{
    answer(file);
    press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(QFile::exists(file));
}

void ProjectWindow::choose()
{
    setIndexSettings(model().document,
                     {.excluded = {"imd_worst_10pct"},
                      .scale = {.normalisation = Normalisation::MinMax, .low = 1, .high = 100},
                      .aggregation = Aggregation::Geometric});
    const size_t area = areaNamed(*model().document.now().dataset(), "Lancashire");
    Choices choices = model().document.now().choices();
    choices.shown = "soc_1_3";
    choices.scheme = {3, {30.5, 40}};
    choices.nodeScores = true;
    choices.tried = {{model().document.now().dataset()->areas[area].code, "neet_16_18", 0.1 + 0.2}};
    model().document.set(choices, {.palette = "greens", .labels = Labels::Name, .classMarks = false});
    model().areas.select({area, 3}, area);
}

} // namespace atlas::test
