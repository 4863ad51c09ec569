#include "app/charts/slope_chart.h"
#include "app/compare/compare_dialog.h"
#include "app/dialogs/export_dialog.h"
#include "app/dialogs/issues_dialog.h"
#include "app/dialogs/messages.h"
#include "app/dialogs/open_dialog.h"
#include "app/main_window.h"
#include "app/map/map_widget.h"
#include "app/method/method_dialog.h"
#include "app/robustness/rank_chart.h"
#include "app/robustness/robustness_dialog.h"
#include "app/scenarios/scenarios_dialog.h"
#include "app/state/preferences.h"
#include "app/trace/trace_dialog.h"
#include "app/trace/trace_view.h"
#include "app/widgets/data_text.h"
#include "core/common/plain_text.h"
#include "core/project/method_file.h"
#include "tests/app/loaded_state.h"
#include "tests/support/made_files.h"
#include "tests/support/opened_files.h"
#include "tests/support/test_program.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QGraphicsTextItem>
#include <QGraphicsView>
#include <QGroupBox>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QSettings>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>
#include <QTimer>
#include <QToolTip>
#include <QUndoStack>
#include <QXmlStreamReader>

#include <memory>

using namespace atlas;
using namespace atlas::test;

namespace {

/// What names may be: `picture` is a file that none of them may open.
QStringList hostileNames(const QString &picture)
{
    return {"Cambridge & Peterborough",        "<b>bold</b> & <i>slanted</i>",
            "<script>alert(1)</script>",       "<img src=\"file://" + picture + "\">",
            "<img src='" + picture + "'/>",    "&lt;b&gt; &amp;",
            "\"quoted\" 'name' `too`",         QStringLiteral("شمال <u>x"),
            QStringLiteral("a\u0001b\uFFFEc"), "half" + QString(QChar(0xD800)),
            "<!DOCTYPE html><p>page",          "a %1 %2 &x"};
}

/// The example, with every text replaced.
std::shared_ptr<const Dataset> hostileData(const QStringList &names)
{
    auto data = std::make_shared<Dataset>(*builtInDataset());
    qsizetype next = 0;
    const auto name = [&] { return names[next++ % names.size()]; };
    for (Area &area : data->areas)
        area.name = name();
    for (Indicator &indicator : data->metadata.indicators)
        for (QString *text : {&indicator.name, &indicator.shortName, &indicator.unit, &indicator.period,
                              &indicator.source, &indicator.description})
            *text = name();
    for (Aggregate &domain : data->metadata.aggregates)
        domain.name = name();
    GroupColumn groups{"<b>region</b>", {}};
    for (size_t area = 0; area < data->areas.size(); ++area)
        groups.texts.push_back(names[static_cast<qsizetype>(area) % 3]);
    data->groups = {groups};
    data->indicatorSource = names[1] + names[2];
    data->boundarySource = names[3];
    for (const QString &text : names)
        data->issues.push_back({.severity = Severity::Warning, .message = text, .file = text, .row = 3});
    return data;
}

/// Texts that Qt shows, by whether it may take them for HTML.
struct ShownTexts
{
    QStringList guessed; ///< HTML when they look like it
    QStringList html;
    QStringList withKeys; ///< where "&" makes a key of the next letter
    QSet<QString> seen;   ///< what a person reads

    void guess(const QString &text)
    {
        if (!text.isEmpty())
            guessed << text;
    }
};

void collect(const QAbstractItemModel &model, ShownTexts &texts, const QModelIndex &parent = {})
{
    for (int row = 0; row < model.rowCount(parent); ++row)
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            for (const int role : {Qt::ToolTipRole, Qt::StatusTipRole, Qt::WhatsThisRole})
                texts.guess(index.data(role).toString());
            collect(model, texts, index);
        }
    for (const Qt::Orientation orientation : {Qt::Horizontal, Qt::Vertical})
        for (int section = 0; section < model.columnCount() && !parent.isValid(); ++section)
            for (const int role : {Qt::ToolTipRole, Qt::StatusTipRole, Qt::WhatsThisRole})
                texts.guess(model.headerData(section, orientation, role).toString());
}

void collect(const QWidget &widget, ShownTexts &texts)
{
    for (const QString &tip : {widget.toolTip(), widget.statusTip(), widget.whatsThis()})
        texts.guess(tip);
    for (const QAction *action : widget.actions()) {
        texts.guess(action->toolTip());
        texts.withKeys << action->text();
    }
    if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        if (label->textFormat() == Qt::AutoText)
            texts.guess(label->text());
        else if (label->textFormat() == Qt::RichText)
            texts.html << label->text();
        if (label->buddy())
            texts.withKeys << label->text();
        if (label->textFormat() == Qt::PlainText)
            texts.seen.insert(label->text());
    }
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        texts.withKeys << button->text();
    if (const auto *group = qobject_cast<const QGroupBox *>(&widget))
        texts.withKeys << group->title();
    if (const auto *bar = qobject_cast<const QTabBar *>(&widget))
        for (int tab = 0; tab < bar->count(); ++tab) {
            texts.withKeys << bar->tabText(tab);
            texts.guess(bar->tabToolTip(tab));
        }
    if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget); view && view->model())
        collect(*view->model(), texts);
    if (const auto *box = qobject_cast<const QComboBox *>(&widget))
        collect(*box->model(), texts);
    if (const auto *view = qobject_cast<const QGraphicsView *>(&widget))
        for (const QGraphicsItem *item : view->scene()->items())
            if (const auto *text = dynamic_cast<const QGraphicsTextItem *>(item)) {
                texts.html << text->toHtml().section("<body", 1);
                texts.seen.insert(text->toPlainText());
            }
}

/// What a person reads of a text that Qt may take for HTML.
QString asRead(const QString &text)
{
    if (!Qt::mightBeRichText(text))
        return text;
    QTextDocument document;
    document.setHtml(text);
    return document.toPlainText();
}

/// Whether any markup of the names is left in HTML.
bool hasMarkup(const QString &html)
{
    for (const char *markup :
         {"<b>bold", "<i>", "<u>", "<script", "<img", "<!DOCTYPE html><p>page", "<b>region"})
        if (html.contains(QLatin1String(markup)))
            return true;
    return false;
}

struct Drawing
{
    QString title;
    QString words;
    QString error;
    QSet<QString> elements;
};

Drawing readSvg(const QByteArray &bytes)
{
    Drawing drawing;
    QXmlStreamReader xml(bytes);
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isCharacters())
            drawing.words += xml.text();
        if (!xml.isStartElement())
            continue;
        drawing.elements.insert(xml.name().toString());
        if (xml.name() == QLatin1String("title"))
            drawing.title = xml.readElementText();
    }
    drawing.error = xml.errorString();
    return drawing;
}

void verifyDrawing(const Result<QByteArray> &svg, const QString &title)
{
    QVERIFY(svg);
    const Drawing drawing = readSvg(*svg);
    QCOMPARE(drawing.error, QString());
    QCOMPARE(drawing.title, plainLine(title));
    QVERIFY(drawing.elements.contains("text"));
    for (const QString element : {"script", "img", "b", "i", "u", "a", "foreignObject"})
        QVERIFY2(!drawing.elements.contains(element), qPrintable(element));
}

} // namespace

/// The real windows, with texts that look like markup wherever data have texts.
class HostileNamesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void everyViewShowsPlainText();
    void noToolTipOpensAFile();
    void undoSaysTheNameAndMakesNoKeyOfIt();
    void messagesArePlainText();
    void mapsAreWrittenInEveryFormat_data();
    void mapsAreWrittenInEveryFormat();
    void chartsAreWritten();
    void filesMayBeCalledAnything();

private:
    AtlasState &state() { return m_window->state(); }
    template <typename Dialog>
    Dialog *openedBy(const char *action)
    {
        m_window->findChild<QAction *>(action)->trigger();
        auto *dialog = m_window->findChild<Dialog *>();
        dialog->resize(1200, 900); // so that no label is cut
        QCoreApplication::processEvents();
        return dialog;
    }
    void openEverything();
    ShownTexts everyText();
    QStringList mapToolTips();

    QTemporaryDir m_settings;
    QTemporaryDir m_folder;
    QString m_picture;
    QStringList m_names;
    std::unique_ptr<MainWindow> m_window;
    std::vector<std::unique_ptr<QDialog>> m_dialogs;
};

void HostileNamesTest::initTestCase()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    QCoreApplication::setOrganizationName("disengagement-atlas");
    QCoreApplication::setApplicationName("disengagement-atlas-test");
    m_picture = m_folder.filePath("picture.png");
    QImage picture(4, 4, QImage::Format_RGB32);
    picture.fill(Qt::red);
    QVERIFY(picture.save(m_picture));
    m_names = hostileNames(m_picture);
}

void HostileNamesTest::init()
{
    QSettings().clear();
    QStringList scenarios;
    for (const QString &name : m_names.mid(0, 5))
        scenarios << QString::fromUtf8(writeMethod({.name = name}));
    Preferences().setScenarios(builtInSources().indicators, scenarios);
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1400, 900);
    m_window->show();
    QTRY_VERIFY(state().dataset());
    state().setDataset(hostileData(m_names));
    state().setSelectedAreas({0, 1, 2, 3, 4}, 3);
}

void HostileNamesTest::cleanup()
{
    m_dialogs.clear();
    m_window.reset();
}

/// With draws, so that every column and every sentence is there.
void HostileNamesTest::openEverything()
{
    openedBy<TraceDialog>("trace");
    openedBy<CompareDialog>("compare");
    openedBy<ScenariosDialog>("scenarios")->findChild<QComboBox *>("first")->setCurrentIndex(3);
    openedBy<IssuesDialog>("remarks");
    auto *robustness = openedBy<RobustnessDialog>("robustness");
    QSignalSpy drawn(robustness, &RobustnessDialog::drawn);
    robustness->draw({.draws = 100});
    QVERIFY(drawn.wait(30000));
    const DataSources strange{
        .boundaries = m_names[1] + ".shp", .indicators = m_names[3], .metadata = m_names[0]};
    m_dialogs.push_back(std::make_unique<MethodDialog>(state()));
    m_dialogs.push_back(std::make_unique<ExportDialog>(state(), ExportChoices()));
    m_dialogs.push_back(std::make_unique<OpenDialog>(strange));
    for (const auto &dialog : m_dialogs)
        dialog->show();
    QCoreApplication::processEvents();
}

/// What the pointer is told on each area of the map.
QStringList HostileNamesTest::mapToolTips()
{
    QStringList texts;
    MapWidget &map = m_window->map();
    for (size_t area = 0; area < state().dataset()->areas.size(); ++area) {
        if (!state().dataset()->hasShape(area))
            continue;
        const QPoint place = map.viewport().toScreen(state().shapes()->labelPoint(area).centre).toPoint();
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
    for (const QString &shown : {QString(indexCode), state().dataset()->indicator(0).code}) {
        DisplaySettings display = state().display();
        display.shown = shown;
        display.nodeScores = true;
        display.labels = Labels::Name;
        state().setDisplay(display);
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

void HostileNamesTest::mapsAreWrittenInEveryFormat_data()
{
    QTest::addColumn<int>("name");
    for (int name = 0; name < m_names.size(); ++name)
        QTest::newRow(qPrintable(QString("name %1").arg(name))) << name;
}

void HostileNamesTest::mapsAreWrittenInEveryFormat()
{
    QFETCH(const int, name);
    const QString &title = m_names[name];
    ExportDialog dialog(state(), {});
    MapScene scene = dialog.scene();
    scene.title = title;
    scene.source = title;
    scene.rule = title;
    const MapExport map = dialog.mapExport();
    verifyDrawing(renderMap(scene, map, PictureFormat::Svg), title);
    const auto png = renderMap(scene, map, PictureFormat::Png);
    QVERIFY(png);
    QCOMPARE(QImage::fromData(*png).text("Title"), plainLine(title));
    const auto pdf = renderMap(scene, map, PictureFormat::Pdf);
    QVERIFY(pdf && pdf->startsWith("%PDF-"));
}

void HostileNamesTest::chartsAreWritten()
{
    openEverything();
    const QString &title = m_names[2];
    const auto slopes = m_window->findChild<SlopeChart *>()->picture(title, m_names);
    QVERIFY(slopes);
    verifyDrawing(renderPicture(*slopes, PictureFormat::Svg), title);
    const auto ranks = m_window->findChild<RankChart *>()->picture(title, m_names);
    QVERIFY(ranks);
    verifyDrawing(renderPicture(*ranks, PictureFormat::Svg), title);
    auto *trace = m_window->findChild<TraceDialog *>()->findChild<TraceView *>();
    QTRY_VERIFY(trace->picture());
    const Picture waterfall = *trace->picture();
    verifyDrawing(renderPicture(waterfall, PictureFormat::Svg), waterfall.title);
    // As typed, in the drawing too.
    const Drawing drawing = readSvg(*renderPicture(waterfall, PictureFormat::Svg));
    QVERIFY(drawing.words.contains(state().dataset()->areas[3].name));
    for (const auto &picture : {*slopes, *ranks, waterfall})
        QVERIFY(renderPicture(picture, PictureFormat::Pdf) && renderPicture(picture, PictureFormat::Png));
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
    m_window->resize(1400, 900);
    m_window->show();
    QTRY_VERIFY(state().dataset());
    QVERIFY(!state().issues().empty());
    openedBy<IssuesDialog>("remarks");
    const ShownTexts texts = everyText();
    for (const QString &text : texts.guessed)
        if (Qt::mightBeRichText(text))
            QVERIFY2(!hasMarkup(text), qPrintable(text));
    QVERIFY(std::any_of(texts.seen.begin(), texts.seen.end(),
                        [&name](const QString &text) { return text.contains(name + ".csv"); }));
    ExportDialog dialog(state(), {});
    verifyDrawing(renderMap(dialog.scene(), dialog.mapExport(), PictureFormat::Svg), dialog.scene().title);
}

ATLAS_TEST(HostileNamesTest)

#include "test_hostile_names.moc"
