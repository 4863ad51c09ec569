#include "tests/app/hostile_window.h"

#include "app/dialogs/export_dialog.h"
#include "app/dialogs/issues_dialog.h"
#include "app/dialogs/messages.h"
#include "app/map/map_widget.h"
#include "app/scenarios/scenarios_dialog.h"
#include "core/common/plain_text.h"
#include "tests/app/drawing_text.h"
#include "tests/app/shown_texts.h"
#include "tests/support/made_files.h"
#include "tests/support/opened_files.h"
#include "tests/support/test_program.h"

#include <QAbstractButton>
#include <QApplication>
#include <QHelpEvent>
#include <QListWidget>
#include <QMessageBox>
#include <QTest>
#include <QTextDocument>
#include <QTimer>
#include <QToolTip>

using namespace atlas;
using namespace atlas::test;

namespace {

/// Whether any markup of the names is left in HTML.
bool hasMarkup(const QString &html)
{
    for (const char *markup :
         {"<b>bold", "<i>", "<u>", "<script", "<img", "<!DOCTYPE html><p>page", "<b>region"})
        if (html.contains(QLatin1String(markup)))
            return true;
    return false;
}

} // namespace

/// What the screen makes of texts that look like markup.
class HostileNamesTest : public HostileWindow
{
    Q_OBJECT

private slots:
    void initTestCase() { makeNames(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void everyViewShowsPlainText();
    void noToolTipOpensAFile();
    void undoSaysTheNameAndMakesNoKeyOfIt();
    void messagesArePlainText();
    void filesMayBeCalledAnything();

private:
    ShownTexts everyText();
    QStringList mapToolTips();
};

/// What the pointer is told on each area of the map.
QStringList HostileNamesTest::mapToolTips()
{
    QStringList texts;
    MapWidget &map = m_window->map();
    for (size_t area = 0; area < model().document.now().dataset()->areas.size(); ++area) {
        if (!model().document.now().dataset()->hasShape(area))
            continue;
        const QPoint place =
            map.viewport().toScreen(model().document.now().shapes()->labelPoint(area).centre).toPoint();
        QHelpEvent help(QEvent::ToolTip, place, map.mapToGlobal(place));
        QApplication::sendEvent(&map, &help);
        texts << QToolTip::text();
    }
    QToolTip::hideText();
    return texts;
}

ShownTexts HostileNamesTest::everyText()
{
    ShownTexts texts;
    for (const QString &shown : {QString(indexCode), model().document.now().dataset()->indicator(0).code}) {
        Choices choices = model().document.now().choices();
        choices.shown = shown;
        choices.nodeScores = true;
        model().document.set(choices, {.labels = Labels::Name});
        QCoreApplication::processEvents();
        for (const QWidget *widget : QApplication::allWidgets())
            collect(*widget, texts);
        for (const QString &tip : mapToolTips())
            texts.guess(tip);
    }
    for (const QString &text : texts.guessed)
        texts.seen.insert(asRead(text));
    return texts;
}

void HostileNamesTest::everyViewShowsPlainText()
{
    openEverything();
    const ShownTexts texts = everyText();
    QVERIFY(texts.guessed.size() > 500);
    for (const QString &text : texts.guessed)
        if (Qt::mightBeRichText(text))
            QVERIFY2(!hasMarkup(text), qPrintable(text));
    for (const QString &html : texts.html)
        QVERIFY2(!hasMarkup(html), qPrintable(html));
    for (const QString &text : texts.withKeys)
        for (const QString &name : m_names)
            QVERIFY2(!name.contains('&') || !text.contains(name), qPrintable(text));
    for (const QString &name : m_names) {
        const auto isRead = [&name](const QString &text) { return text.contains(plainLine(name)); };
        QVERIFY2(std::any_of(texts.seen.begin(), texts.seen.end(), isRead), qPrintable(name));
    }
}

void HostileNamesTest::noToolTipOpensAFile()
{
    OpenedFiles opened(m_folder.path());
    if (!opened.isWatching())
        QSKIP("What is opened cannot be watched here.");
    openEverything();
    for (const QString &text : everyText().guessed)
        QToolTip::showText({200, 200}, text);
    for (const auto &dialog : m_dialogs)
        dialog->repaint();
    QCoreApplication::processEvents();
    QCOMPARE(opened.names(), QStringList());
    QToolTip::showText({200, 200}, m_names[4]); // it would have been seen
    QCOMPARE(opened.names(), QStringList("picture.png"));
    QToolTip::hideText();
}

void HostileNamesTest::undoSaysTheNameAndMakesNoKeyOfIt()
{
    const auto undoText = [this] {
        for (const QAction *action : m_window->findChildren<QAction *>())
            if (action->shortcut() == QKeySequence(QKeySequence::Undo))
                return action->text();
        return QString();
    };
    auto *dialog = openedBy<ScenariosDialog>("scenarios");
    auto *list = dialog->findChild<QListWidget *>("scenarios");
    list->setCurrentRow(1);
    dialog->findChild<QAbstractButton *>("delete")->click();
    QCOMPARE(undoText(), QString("&Undo delete Cambridge && Peterborough"));
}

void HostileNamesTest::messagesArePlainText()
{
    for (const QString &name : m_names) {
        QTimer::singleShot(0, this, [&name] {
            auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            QVERIFY(box);
            const bool isPlain = box->textFormat() == Qt::PlainText && box->text() == plainLine(name);
            box->reject();
            QVERIFY(isPlain);
        });
        showError(m_window.get(), name, {name, name});
        QTimer::singleShot(0, this, [] {
            auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            QVERIFY(box);
            const bool isPlain = box->textFormat() == Qt::PlainText;
            box->reject();
            QVERIFY(isPlain);
        });
        QVERIFY(!askToReplace(m_window.get(), name));
    }
}

void HostileNamesTest::filesMayBeCalledAnything()
{
    QTemporaryDir folder(m_folder.filePath("a&b <i>c-XXXXXX"));
    const QString name = "x&y <img src='picture.png'>";
    const QString boundaries = writeLayer(folder, name + ".geojson",
                                          {{{"A1", "<b>North</b>", squareWkt(0, 0, 1000)},
                                            {"A2", "South & West", squareWkt(1000, 0, 1000)},
                                            {"A3", "East", squareWkt(2000, 0, 1000)}}});
    const QString indicators =
        writeBytes(folder, name + ".csv", "uCode,uName,a&b,<b>c</b>\nA1,,1,2\nA2,,2,<u>x\nA9,<i>None,1,3\n");
    QVERIFY(!boundaries.isEmpty());
    m_window = std::make_unique<MainWindow>(DataSources{.boundaries = boundaries, .indicators = indicators});
    m_window->resize(1600, 900);
    m_window->resize(1400, 900);
    m_window->show();
    QTRY_VERIFY(model().document.now().dataset());
    QVERIFY(!model().document.now().issues().empty());
    openedBy<IssuesDialog>("remarks");
    const ShownTexts texts = everyText();
    for (const QString &text : texts.guessed)
        if (Qt::mightBeRichText(text))
            QVERIFY2(!hasMarkup(text), qPrintable(text));
    QVERIFY(std::any_of(texts.seen.begin(), texts.seen.end(),
                        [&name](const QString &text) { return text.contains(name + ".csv"); }));
    ExportDialog dialog(model().document.now(), model().areas.areas(), {});
    verifyDrawing(renderMap(dialog.scene(), dialog.mapExport(), PictureFormat::Svg), dialog.scene().title);
}

ATLAS_TEST(HostileNamesTest)

#include "test_hostile_names.moc"
