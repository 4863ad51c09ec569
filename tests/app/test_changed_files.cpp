#include "tests/app/made_areas.h"
#include "tests/app/project_window.h"
#include "tests/app/waiting.h"
#include "tests/support/test_program.h"

#include <QAction>
#include <QPushButton>
#include <QTest>

using namespace atlas;
using namespace atlas::test;

/// A project whose files are not as they were when it was saved.
class ChangedFilesTest : public ProjectWindow
{
    Q_OBJECT

private slots:
    void initTestCase() { useOwnSettings(); }
    void init();
    void cleanup() { end(); }
    void nothingIsAskedWhereNothingHasChanged();
    void whatHasChangedIsSaidFirst();
    void declinedChangesLeaveWhatIsOpen();
    void takenChangesAreSavedWithTheProject();
    void undoGoesBackBeforeTheChange();
    void theExampleIsNotKept();

private:
    void write(const QByteArray &figures) { writeBytes(*m_files, "figures.csv", figures); }
    void openProject(QMessageBox::StandardButton button);
    double first() const { return m_window->model().document.now().dataset()->cells[0][0].number; }

    QString m_informed;
};

/// A project with three areas is saved, and the example is open again.
void ChangedFilesTest::init()
{
    begin();
    const DataSources sources = writeSources(*m_files, goodFigures);
    m_window->openFiles({sources.indicators, sources.boundaries});
    COMES_TO(model().document.now().dataset()->areas.size(), size_t(3));
    saveAs(path("three.atlas"));
    action("openBuiltIn")->trigger();
    COMES_TO(model().document.now().dataset()->areas.size(), size_t(39));
    m_said.clear();
}

void ChangedFilesTest::openProject(QMessageBox::StandardButton button)
{
    m_answering = std::make_unique<Answering>([this, button](QDialog &shown) {
        auto *box = qobject_cast<QMessageBox *>(&shown);
        if (!box)
            return;
        m_said << box->text();
        m_informed = box->informativeText();
        QTest::mouseClick(box->button(button), Qt::LeftButton);
    });
    m_window->openFiles({path("three.atlas")});
}

void ChangedFilesTest::nothingIsAskedWhereNothingHasChanged()
{
    openProject(QMessageBox::Open);
    COMES_TO(model().document.now().dataset()->areas.size(), size_t(3));
    QCOMPARE(m_said, QStringList());
    QVERIFY(!m_window->isWindowModified());
}

void ChangedFilesTest::whatHasChangedIsSaidFirst()
{
    write("code,name,neet,soc\nE06000001,Hartlepool,5.4,1\nE06000002,Middlesbrough,[c],2\n");
    openProject(QMessageBox::Open);
    COMES_TO(model().document.now().dataset()->indicatorCount(), size_t(2));
    COMES_TO(m_said.size(), 1);
    QVERIFY2(m_said[0].contains("three.atlas"), qPrintable(m_said[0]));
    for (const char *said : {"soc", "absence", "Redcar", "[c]", "Hartlepool from 5.1 to 5.4"})
        QVERIFY2(m_informed.contains(said), qPrintable(m_informed));
    COMES_TO(first(), 5.4);
    QVERIFY(m_window->isWindowModified()); // the project has the old ones
}

void ChangedFilesTest::declinedChangesLeaveWhatIsOpen()
{
    write(QByteArray(goodFigures).replace("5.1", "5.4"));
    const auto before = model().document.now().givenDataset();
    openProject(QMessageBox::Cancel);
    COMES_TO(m_said.size(), 1);
    QCOMPARE(model().document.now().givenDataset(), before);
    QVERIFY(!m_window->windowTitle().startsWith("three"));
}

void ChangedFilesTest::takenChangesAreSavedWithTheProject()
{
    write(QByteArray(goodFigures).replace("5.1", "5.4"));
    openProject(QMessageBox::Open);
    COMES_TO(first(), 5.4);
    action("saveProject")->trigger();
    QVERIFY(!m_window->isWindowModified());
    action("openBuiltIn")->trigger();
    COMES_TO(model().document.now().dataset()->areas.size(), size_t(39));
    m_said.clear();
    openProject(QMessageBox::Cancel);
    COMES_TO(model().document.now().dataset()->areas.size(), size_t(3));
    QCOMPARE(m_said, QStringList());
}

void ChangedFilesTest::undoGoesBackBeforeTheChange()
{
    write(QByteArray(goodFigures).replace("5.1", "5.4"));
    const auto before = model().document.now().givenDataset();
    openProject(QMessageBox::Open);
    COMES_TO(first(), 5.4);
    action("undo")->trigger();
    QCOMPARE(model().document.now().givenDataset(), before);
    QVERIFY(!m_window->windowTitle().startsWith("three"));
    action("redo")->trigger();
    QCOMPARE(first(), 5.4);
    QVERIFY(m_window->windowTitle().startsWith("three.atlas"));
    QVERIFY(m_window->isWindowModified());
}

void ChangedFilesTest::theExampleIsNotKept()
{
    saveAs(path("example.atlas"));
    QVERIFY(!readBytes(path("example.atlas")).contains("figures\""));
    QVERIFY(readBytes(path("three.atlas")).contains("figures\""));
}

ATLAS_TEST(ChangedFilesTest)
#include "test_changed_files.moc"
