#include "app/import/assistant.h"

#include "app/map/map_widget.h"
#include "app/widgets/file_field.h"
#include "app/widgets/hint_label.h"
#include "tests/app/made_areas.h"
#include "tests/app/project_window.h"
#include "tests/app/waiting.h"
#include "tests/support/test_program.h"

#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace atlas;
using namespace atlas::test;

/// Files that are opened: what is asked, what is said, and what comes of it in the window.
class AssistantTest : public ProjectWindow
{
    Q_OBJECT

private slots:
    void initTestCase() { useOwnSettings(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void aGoodFileNeedsOneClick();
    void enterOpensWhatIsReady();
    void aRefusedFileKeepsEveryPath();
    void bothSidesAreNamedWhereNothingMatches();
    void onlyTheLastChoiceIsRead();
    void readingCanBeStopped();
    void aFileThatIsWrittenMeanwhileIsReadAgain();
    void aFileThatVanishesIsSaid();
    void whatNobodyHasSeenIsNotOpened();
    void theNextQuestionIsShown();
    void goodFilesOpenByThemselves();
    void doubtfulFilesComeForward();
    void aRefusedFileLeavesWhatIsOpen();
    void closingHalfWayLeavesWhatIsOpen();
    void undoTakesAnImportBack();
    void aNewerFileDropsAnOlder();
    void nextMonthsFileGoesThroughTheSamePlan();
    void openOffersWhatWasOpenLast();

private:
    template <typename Widget>
    static Widget *in(const QWidget &assistant, const char *name)
    {
        auto *found = assistant.findChild<Widget *>(name);
        if (!found)
            qFatal("there is no %s", name);
        return found;
    }
    static QString state(const Assistant &assistant) { return in<HintLabel>(assistant, "state")->text(); }
    static QPushButton *openButton(const Assistant &assistant) { return in<QPushButton>(assistant, "open"); }
    Assistant *inWindow() const { return m_window->findChild<Assistant *>(); }
};

void AssistantTest::aGoodFileNeedsOneClick()
{
    Assistant assistant;
    assistant.show();
    QVERIFY(!openButton(assistant)->isEnabled());
    const DataSources sources = writeSources(*m_files, goodFigures);
    assistant.setSources(sources);
    COMES_TRUE(assistant.canOpen());
    QCOMPARE(assistant.openQuestions(), 0);
    QVERIFY(!in<QPushButton>(assistant, "next")->isVisible());
    QVERIFY2(state(assistant).startsWith("2 indicator") && state(assistant).contains("3 of 3 area"),
             qPrintable(state(assistant)));
    QTest::mouseClick(openButton(assistant), Qt::LeftButton);
    QCOMPARE(assistant.result(), int(QDialog::Accepted));
    QCOMPARE(assistant.sources(), sources);
    QCOMPARE(assistant.data().dataset->areas.size(), size_t(3));
    QVERIFY(assistant.data().shapes);
    QCOMPARE(&assistant.data().shapes->boundaries(), assistant.data().dataset->boundaries.get());
}

void AssistantTest::enterOpensWhatIsReady()
{
    Assistant assistant;
    assistant.show();
    COMES_TRUE(assistant.isActiveWindow());
    QTest::keyClick(assistant.focusWidget() ? assistant.focusWidget() : &assistant, Qt::Key_Return);
    QVERIFY(assistant.isVisible()); // there is nothing to open
    assistant.setSources(writeSources(*m_files, goodFigures));
    COMES_TRUE(assistant.canOpen());
    QTest::keyClick(&assistant, Qt::Key_Return);
    QCOMPARE(assistant.result(), int(QDialog::Accepted));
}

void AssistantTest::aRefusedFileKeepsEveryPath()
{
    Assistant assistant;
    assistant.show();
    const DataSources sources = writeSources(
        *m_files,
        "code,name,neet\nE06000001,Hartlepool,5\nE06000001,Hartlepool,6\nE06000002,Middlesbrough,1\n");
    assistant.setSources(sources);
    COMES_TRUE(assistant.error().has_value());
    QVERIFY(in<HintLabel>(assistant, "state")->isProblem());
    QVERIFY2(state(assistant).contains("E06000001"), qPrintable(state(assistant)));
    QVERIFY(!openButton(assistant)->isEnabled() && assistant.isVisible());
    QCOMPARE(in<FileField>(assistant, "boundaries")->path(), sources.boundaries);
    QCOMPARE(in<FileField>(assistant, "indicators")->path(), sources.indicators);
    QVERIFY(in<QTableView>(assistant, "fileRows")->model()->rowCount() > 2); // to see what is wrong
    QVERIFY(assistant.openQuestions() > 0);
}

void AssistantTest::bothSidesAreNamedWhereNothingMatches()
{
    Assistant assistant;
    assistant.setSources(writeSources(*m_files, "code,name,neet\n805,Far,5\n806,Away,6\n"));
    COMES_TRUE(assistant.error().has_value());
    QVERIFY2(state(assistant).contains("E06000001") && state(assistant).contains("805"),
             qPrintable(state(assistant)));
}

void AssistantTest::onlyTheLastChoiceIsRead()
{
    Assistant assistant;
    QSignalSpy ended(&assistant, &Assistant::readingEnded);
    assistant.setSources(writeSources(*m_files, doubtfulFigures, "first.csv"));
    const DataSources second = writeSources(*m_files, goodFigures, "second.csv");
    assistant.setSources(second);
    COMES_TRUE(!ended.isEmpty());
    QVERIFY(assistant.canOpen());
    QCOMPARE(assistant.sources(), second);
    QCOMPARE(assistant.data().dataset->metadata.indicators[1].code, QString("absence"));
    QCOMPARE(ended.count(), 1);
}

void AssistantTest::readingCanBeStopped()
{
    Assistant assistant;
    assistant.show();
    assistant.setSources(writeSources(*m_files, goodFigures));
    QVERIFY(assistant.isReading());
    assistant.cancelReading();
    QVERIFY(!assistant.isReading() && !assistant.canOpen());
    QVERIFY(state(assistant).contains("stopped"));
    QTest::mouseClick(in<QPushButton>(assistant, "again"), Qt::LeftButton);
    COMES_TRUE(assistant.canOpen());
}

void AssistantTest::aFileThatIsWrittenMeanwhileIsReadAgain()
{
    Assistant assistant;
    assistant.show();
    assistant.setSources(writeSources(*m_files, goodFigures));
    COMES_TRUE(assistant.canOpen());
    writeBytes(*m_files, "figures.csv", QByteArray(goodFigures) + "E06000004,Stockton,8.25,6\n");
    COMES_TRUE(assistant.canOpen() && assistant.data().dataset->areas.size() == 4);
    QVERIFY2(in<HintLabel>(assistant, "news")->text().contains("figures.csv"),
             qPrintable(in<HintLabel>(assistant, "news")->text()));
}

void AssistantTest::aFileThatVanishesIsSaid()
{
    Assistant assistant;
    assistant.show();
    const DataSources sources = writeSources(*m_files, goodFigures);
    assistant.setSources(sources);
    COMES_TRUE(assistant.canOpen());
    QVERIFY(QFile::remove(sources.indicators));
    COMES_TRUE(!assistant.canOpen() && !assistant.isReading());
    QVERIFY2(state(assistant).contains("figures.csv"), qPrintable(state(assistant)));
    QVERIFY(!openButton(assistant)->isEnabled());
    QCOMPARE(in<FileField>(assistant, "indicators")->path(), sources.indicators);
    QVERIFY(in<HintLabel>(*in<FileField>(assistant, "indicators"), "hint")->isProblem());
    writeBytes(*m_files, "figures.csv", goodFigures);
    QTest::mouseClick(in<QPushButton>(assistant, "again"), Qt::LeftButton);
    COMES_TRUE(assistant.canOpen());
    QVERIFY(!in<HintLabel>(*in<FileField>(assistant, "indicators"), "hint")->isProblem());
}

void AssistantTest::whatNobodyHasSeenIsNotOpened()
{
    Assistant assistant;
    assistant.show();
    assistant.setSources(writeSources(*m_files, goodFigures));
    COMES_TRUE(assistant.canOpen());
    writeBytes(*m_files, "figures.csv", QByteArray(goodFigures).replace("7.3", "700.3"));
    QTest::mouseClick(openButton(assistant), Qt::LeftButton); // before the change has been noticed
    QVERIFY(assistant.isVisible());
    COMES_TRUE(assistant.canOpen());
    QCOMPARE(assistant.data().dataset->cells[0][2].number, 700.3);
    QTest::mouseClick(openButton(assistant), Qt::LeftButton);
    QCOMPARE(assistant.result(), int(QDialog::Accepted));
}

void AssistantTest::theNextQuestionIsShown()
{
    Assistant assistant;
    assistant.show();
    assistant.setSources(writeSources(*m_files, doubtfulFigures));
    COMES_TRUE(assistant.canOpen());
    QCOMPARE(assistant.openQuestions(), 1);
    auto *next = in<QPushButton>(assistant, "next");
    QVERIFY(next->isVisible());
    QVERIFY2(next->text().contains("(2)"), qPrintable(next->text())); // one of them holds nothing up
    auto *pages = in<QTabWidget>(assistant, "pages");
    QVERIFY(pages->tabText(1).contains("(1)"));
    QTest::mouseClick(next, Qt::LeftButton);
    QCOMPARE(pages->currentIndex(), 1);
    QTest::mouseClick(in<QPushButton>(assistant, "confirm"), Qt::LeftButton);
    COMES_TRUE(assistant.canOpen());
    QCOMPARE(assistant.openQuestions(), 0);
    QVERIFY2(next->text().contains("(1)"), qPrintable(next->text()));
    QTest::mouseClick(next, Qt::LeftButton);
    QCOMPARE(pages->currentIndex(), 3); // which way pupils point
}

void AssistantTest::goodFilesOpenByThemselves()
{
    const DataSources sources = writeSources(*m_files, goodFigures);
    m_window->openFiles({sources.indicators, sources.boundaries});
    COMES_TO(model().document.now().dataset()->areas.size(), size_t(3));
    QVERIFY(!inWindow() || !inWindow()->isVisible());
    QVERIFY(m_window->map().isVisible());
}

void AssistantTest::doubtfulFilesComeForward()
{
    const DataSources sources = writeSources(*m_files, doubtfulFigures);
    m_window->openFiles({sources.indicators, sources.boundaries});
    COMES_TRUE(inWindow() && inWindow()->isVisible());
    QCOMPARE(model().document.now().dataset()->areas.size(), size_t(39)); // what was open still is
    QCOMPARE(in<QTabWidget>(*inWindow(), "pages")->currentIndex(), 1);    // where the question is
    QVERIFY(inWindow()->canOpen());
    QTest::mouseClick(openButton(*inWindow()), Qt::LeftButton);
    COMES_TO(model().document.now().dataset()->areas.size(), size_t(3));
}

void AssistantTest::aRefusedFileLeavesWhatIsOpen()
{
    const auto before = model().document.now().givenDataset();
    m_window->openFiles({writeBytes(*m_files, "bad.csv", "just,a\nletter,to\nsomebody,else\n")});
    COMES_TRUE(inWindow() && inWindow()->isVisible());
    QVERIFY(inWindow()->error());
    QTest::keyClick(inWindow(), Qt::Key_Escape);
    COMES_TRUE(!inWindow());
    QCOMPARE(model().document.now().givenDataset(), before);
}

void AssistantTest::closingHalfWayLeavesWhatIsOpen()
{
    const auto before = model().document.now().givenDataset();
    action("open")->trigger();
    QVERIFY(inWindow() && inWindow()->isVisible() && inWindow()->isReading());
    QTest::keyClick(inWindow(), Qt::Key_Escape);
    COMES_TRUE(!inWindow());
    QCOMPARE(model().document.now().givenDataset(), before);
    action("open")->trigger();
    QVERIFY(inWindow()->isReading());
    m_window.reset(); // with everything that is under way
}

void AssistantTest::undoTakesAnImportBack()
{
    choose();
    const auto before = model().document.snapshot();
    const auto selected = before->givenDataset()->areas[3].code;
    model().selection.select({selected});
    answer({}, QMessageBox::Discard);
    const DataSources sources = writeSources(*m_files, goodFigures);
    m_window->openFiles({sources.indicators, sources.boundaries});
    COMES_TO(model().document.now().dataset()->areas.size(), size_t(3));
    QVERIFY2(model().undoStack.undoText().contains("figures.csv"), qPrintable(model().undoStack.undoText()));
    action("undo")->trigger();
    QCOMPARE(model().document.now().givenDataset(), before->givenDataset());
    QVERIFY(model().document.now().choices() == before->choices());
    QCOMPARE(model().selection.current(), selected);
    QVERIFY(m_window->isWindowModified());
    action("redo")->trigger();
    QCOMPARE(model().document.now().dataset()->areas.size(), size_t(3));
    QVERIFY(!m_window->isWindowModified());
    action("undo")->trigger();
    QCOMPARE(model().document.now().dataset()->areas.size(), size_t(39));
}

void AssistantTest::aNewerFileDropsAnOlder()
{
    const DataSources first = writeSources(*m_files, doubtfulFigures, "first.csv");
    const DataSources second = writeSources(*m_files, goodFigures, "second.csv");
    m_window->openFiles({first.indicators, first.boundaries});
    m_window->openFiles({second.indicators, second.boundaries});
    COMES_TO(model().document.now().dataset()->areas.size(), size_t(3));
    QCOMPARE(model().document.now().dataset()->metadata.indicators[1].code, QString("absence"));
    COMES_TRUE(!inWindow());
}

void AssistantTest::nextMonthsFileGoesThroughTheSamePlan()
{
    DataSources october = writeSources(*m_files, goodFigures, "october.csv");
    october.plan.roles["absence"] = ColumnRole::Ignored;
    Progress progress;
    const auto open = loadDataset(october, progress);
    QVERIFY(open);
    Assistant assistant({*open, october});
    assistant.show();
    const DataSources november = writeSources(
        *m_files,
        "code,name,neet,absence,soc\nE06000001,Hartlepool,5.5,3,1\nE06000002,Middlesbrough,6.2,4,2\n",
        "november.csv");
    assistant.setSources(november);
    COMES_TRUE(assistant.canOpen());
    QVERIFY(assistant.sources().plan == october.plan);
    QCOMPARE(assistant.data().dataset->indicatorCount(), size_t(2)); // neet and soc
    const QString news = in<HintLabel>(assistant, "news")->text();
    for (const char *said : {"october.csv", "soc", "Hartlepool from 5.1 to 5.5", "Redcar"})
        QVERIFY2(news.contains(said), qPrintable(news));
}

void AssistantTest::openOffersWhatWasOpenLast()
{
    const DataSources sources = writeSources(*m_files, goodFigures);
    m_window->openFiles({sources.indicators, sources.boundaries});
    COMES_TO(model().document.now().dataset()->areas.size(), size_t(3));
    action("open")->trigger();
    QVERIFY(inWindow());
    COMES_TRUE(inWindow()->canOpen());
    QCOMPARE(inWindow()->sources(), sources);
    QTest::keyClick(inWindow(), Qt::Key_Escape);
}

ATLAS_TEST(AssistantTest)
#include "test_assistant.moc"
