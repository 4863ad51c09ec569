#include "app/import/files_page.h"

#include "app/dialogs/file_role.h"
#include "app/import/assistant.h"
#include "app/state/preferences.h"
#include "app/widgets/file_field.h"
#include "app/widgets/hint_label.h"
#include "tests/app/made_areas.h"
#include "tests/app/own_settings.h"
#include "tests/app/waiting.h"
#include "tests/support/made_workbook.h"
#include "tests/support/test_program.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>
#include <QUrl>

using namespace atlas;
using namespace atlas::test;

/// Which files make up the dataset.
class AssistantFilesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void init();
    void openNeedsFigures();
    void aPathWithoutAFileIsMarked_data();
    void aPathWithoutAFileIsMarked();
    void blanksAroundAPathDoNotMatter();
    void theLastFilesAreOffered();
    void theExampleIsOneButtonAndShownInWords();
    void builtInMetadataStayWithFiguresOfTheSameColumns();
    void builtInMetadataGoWithOtherFigures();
    void aDroppedFileGoesWhereItBelongs_data();
    void aDroppedFileGoesWhereItBelongs();
    void allFilesCanBeDroppedAtOnce();
    void tenFilesAtOnceAreSorted();
    void aStrangeFileIsLeftOutInWords();
    void textIsNotTakenForAFile();
    void fieldsUnfoldAndAreReturned();
    void keysReachEveryField();
    void goingBackLosesNothing();
    void aSheetIsChosen();
    void aGeodatabaseFolderIsBoundaries();
    void theCoordinateSystemIsAskedOnlyInDoubt();
    void recentDataAreOffered();

private:
    template <typename Widget>
    Widget *in(const char *name) const
    {
        auto *found = m_assistant->findChild<Widget *>(name);
        if (!found)
            qFatal("there is no %s", name);
        return found;
    }
    FileField *field(const char *name) const { return in<FileField>(name); }
    QLineEdit *path(const char *name) const { return field(name)->findChild<QLineEdit *>("path"); }
    HintLabel *hint(const char *name) const { return field(name)->findChild<HintLabel *>("hint"); }
    bool canOpen() const { return in<QPushButton>("open")->isEnabled(); }
    bool comesToOpen() const
    {
        return comesTrue([this] { return !m_assistant->isReading(); }) && canOpen();
    }
    QString file(const QString &name, const QByteArray &bytes = "x") const
    {
        return writeBytes(*m_files, name, bytes);
    }
    QString figures() const { return file("figures.csv", goodFigures); }
    static void type(QLineEdit *edit, const QString &text);
    bool drop(const QStringList &paths);

    OwnSettings m_settings;
    std::unique_ptr<QTemporaryDir> m_files;
    std::unique_ptr<Assistant> m_assistant;
};

void AssistantFilesTest::init()
{
    QSettings().clear();
    m_files = std::make_unique<QTemporaryDir>();
    m_assistant = std::make_unique<Assistant>();
    m_assistant->show();
    COMES_TRUE(m_assistant->isActiveWindow());
}

void AssistantFilesTest::type(QLineEdit *edit, const QString &text)
{
    edit->setFocus();
    QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(edit, Qt::Key_Delete);
    QTest::keyClicks(edit, text);
}

/// Drags files over the window and lets go; whether it wanted them.
bool AssistantFilesTest::drop(const QStringList &paths)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &file : paths)
        urls << QUrl::fromLocalFile(file);
    data.setUrls(urls);
    const QPoint place(40, 40);
    QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QCoreApplication::sendEvent(m_assistant.get(), &enter);
    if (!enter.isAccepted())
        return false;
    QDropEvent event(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_assistant.get(), &event);
    return event.isAccepted();
}

void AssistantFilesTest::openNeedsFigures()
{
    QVERIFY(!canOpen());
    QVERIFY(in<HintLabel>("state")->text().contains("figures"));
    type(path("boundaries"), writeAreas(*m_files));
    QVERIFY(!comesToOpen());
    type(path("indicators"), figures());
    QVERIFY(comesToOpen());
    type(path("boundaries"), {});
    QVERIFY(comesToOpen()); // without a map
    QCOMPARE(m_assistant->sources(), (DataSources{.indicators = m_files->filePath("figures.csv")}));
}

void AssistantFilesTest::aPathWithoutAFileIsMarked_data()
{
    QTest::addColumn<QByteArray>("row");
    for (const char *row : {"boundaries", "indicators", "metadata", "lookup"})
        QTest::newRow(row) << QByteArray(row);
}

void AssistantFilesTest::aPathWithoutAFileIsMarked()
{
    QFETCH(QByteArray, row);
    m_assistant->setSources({.indicators = figures()});
    QVERIFY(comesToOpen());
    const QString explanation = hint(row)->text();
    type(path(row), m_files->filePath("none.csv"));
    QVERIFY(hint(row)->isProblem());
    QVERIFY(hint(row)->text().contains("no file"));
    QCOMPARE(path(row)->accessibleDescription(), hint(row)->text());
    QVERIFY(!comesToOpen());
    QVERIFY(m_assistant->openQuestions() > 0);
    type(path(row), m_files->path());
    QVERIFY(hint(row)->text().contains("folder"));
    QVERIFY(!comesToOpen());
    type(path(row), row == "indicators" ? figures() : QString());
    QVERIFY(!hint(row)->isProblem());
    QCOMPARE(hint(row)->text(), explanation);
    QVERIFY(comesToOpen());
}

void AssistantFilesTest::blanksAroundAPathDoNotMatter()
{
    type(path("indicators"), "  " + figures() + " ");
    QVERIFY(comesToOpen());
    QCOMPARE(m_assistant->sources().indicators, m_files->filePath("figures.csv"));
}

void AssistantFilesTest::theLastFilesAreOffered()
{
    const DataSources last{.boundaries = file("last.shp"),
                           .boundaryOptions = {.layer = "leps",
                                               .codeField = "code",
                                               .nameField = "name",
                                               .coordinates = Coordinates::NationalGrid},
                           .indicators = file("last.csv"),
                           .metadata = file("last_metadata.csv"),
                           .lookup = file("last_lookup.csv")};
    m_assistant->setSources(last);
    QCOMPARE(m_assistant->findChild<FilesPage *>()->sources(), last);
    QVERIFY(in<QWidget>("moreFields")->isVisible());
    COMES_TRUE(m_assistant->error().has_value()); // no such shapes
    QCOMPARE(m_assistant->sources(), last);
}

void AssistantFilesTest::theExampleIsOneButtonAndShownInWords()
{
    QTest::mouseClick(in<QPushButton>("example"), Qt::LeftButton);
    QCOMPARE(path("boundaries")->text(), QString("Built-in example"));
    QVERIFY(comesToOpen());
    QCOMPARE(m_assistant->sources(), builtInSources());
    QCOMPARE(m_assistant->openQuestions(), 0);
    QCOMPARE(m_assistant->result(), 0); // Open is still to be pressed
}

void AssistantFilesTest::builtInMetadataStayWithFiguresOfTheSameColumns()
{
    QFile figures(builtInSources().indicators);
    QVERIFY(figures.open(QIODevice::ReadOnly));
    m_assistant->setSources(builtInSources());
    drop({file("newer.csv", figures.readAll())});
    QCOMPARE(m_assistant->sources().indicators, m_files->filePath("newer.csv"));
    QCOMPARE(m_assistant->sources().metadata, builtInSources().metadata);
    QCOMPARE(m_assistant->sources().boundaries, builtInSources().boundaries);
}

void AssistantFilesTest::builtInMetadataGoWithOtherFigures()
{
    m_assistant->setSources(builtInSources());
    drop({file("own.csv", "uCode,own_indicator\nE37000001,1\n")});
    QCOMPARE(m_assistant->sources().metadata, QString());
    QCOMPARE(path("metadata")->text(), QString());
}

void AssistantFilesTest::aDroppedFileGoesWhereItBelongs_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("row");
    for (const char *name : {"a.shp", "a.SHP", "a.gpkg", "a.geojson", "a.json", "a.topojson", "a.fgb"})
        QTest::newRow(name) << name << QByteArray("x") << QByteArray("boundaries");
    QTest::newRow("figures") << "figures.csv" << QByteArray("uCode,uName,a\nE1,One,1\n")
                             << QByteArray("indicators");
    QTest::newRow("iCode within a word")
        << "figures.csv" << QByteArray("uCode,hiCode,x\n") << QByteArray("indicators");
    const QByteArray metadata("metadata");
    QTest::newRow("metadata") << "meta.csv" << QByteArray("iCode,iName\na,A\n") << metadata;
    QTest::newRow("quoted, not first")
        << "meta.csv" << QByteArray("iName;\"icode\";Direction\r\n") << metadata;
    QTest::newRow("byte order mark") << "meta.csv" << QByteArray("\xEF\xBB\xBFiCode\tiName\n") << metadata;
    QTest::newRow("UTF-16") << "meta.csv" << QByteArray("\xFF\xFEi\0C\0o\0d\0e\0,\0a\0\n\0", 18) << metadata;
    QTest::newRow("lookup") << "lookup.csv" << QByteArray("LAD14CD,LAD14NM,LEP14CD,LEP14NM,share\n")
                            << QByteArray("lookup");
    QTest::newRow("codes of two kinds beside figures")
        << "figures.csv" << QByteArray("lad_code,lep_code,neet\n") << QByteArray("indicators");
}

void AssistantFilesTest::aDroppedFileGoesWhereItBelongs()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, row);
    QVERIFY(drop({file(name, bytes)}));
    for (const char *each : {"boundaries", "indicators", "metadata", "lookup"})
        QCOMPARE(field(each)->path(), row == each ? m_files->filePath(name) : QString());
}

void AssistantFilesTest::allFilesCanBeDroppedAtOnce()
{
    QVERIFY(drop(
        {file("m.csv", "iCode\n"), file("a.dbf"), file("a.shp"), file("a.prj"), file("f.csv", "uCode,a\n")}));
    QCOMPARE(m_assistant->sources(), (DataSources{.boundaries = m_files->filePath("a.shp"),
                                                  .indicators = m_files->filePath("f.csv"),
                                                  .metadata = m_files->filePath("m.csv")}));
    QVERIFY(!in<HintLabel>("note")->isProblem());
}

void AssistantFilesTest::tenFilesAtOnceAreSorted()
{
    QVERIFY(drop({file("letter.docx"), figures(), file("second.csv", goodFigures), writeAreas(*m_files),
                  file("other.gpkg"), file("m.csv", "iCode,iName\nneet,NEET\nabsence,Absence\n"),
                  file("lookup.csv", "LAD14CD,LEP14CD\nE06000001,E37000001\n"),
                  file("third.csv", "uCode,a\n"), file("photo.png"), file("notes.pdf")}));
    const DataSources sources = m_assistant->sources();
    QCOMPARE(sources.indicators, m_files->filePath("figures.csv"));
    QCOMPARE(sources.boundaries, m_files->filePath("areas.geojson"));
    QCOMPARE(sources.metadata, m_files->filePath("m.csv"));
    QCOMPARE(sources.lookup, m_files->filePath("lookup.csv"));
    const QString note = in<HintLabel>("note")->text();
    for (const char *left :
         {"letter.docx", "second.csv", "other.gpkg", "third.csv", "photo.png", "notes.pdf"})
        QVERIFY2(note.contains(left), qPrintable(note));
    QVERIFY(!note.contains("m.csv,"));
}

void AssistantFilesTest::aStrangeFileIsLeftOutInWords()
{
    drop({file("letter.docx")});
    QCOMPARE(m_assistant->sources(), DataSources());
    QVERIFY(in<HintLabel>("note")->isProblem());
    QVERIFY(in<HintLabel>("note")->text().contains("letter.docx"));
    drop({file("a.shp")});
    QVERIFY(!in<HintLabel>("note")->isProblem());
}

void AssistantFilesTest::textIsNotTakenForAFile()
{
    QMimeData data;
    data.setText("a.shp");
    QDragEnterEvent enter(QPoint(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QCoreApplication::sendEvent(m_assistant.get(), &enter);
    QVERIFY(!enter.isAccepted());
}

void AssistantFilesTest::fieldsUnfoldAndAreReturned()
{
    m_assistant->setSources({.boundaries = writeAreas(*m_files), .indicators = figures()});
    QVERIFY(comesToOpen());
    auto *more = in<QWidget>("moreFields");
    QVERIFY(!more->isVisible());
    QTest::mouseClick(in<QToolButton>("more"), Qt::LeftButton);
    QVERIFY(more->isVisible());
    QVERIFY(in<QLineEdit>("codeField")->placeholderText().contains("code")); // what was found
    type(in<QLineEdit>("codeField"), " code");
    QTest::keyClick(in<QLineEdit>("codeField"), Qt::Key_Tab);
    QVERIFY(comesToOpen());
    QCOMPARE(m_assistant->sources().boundaryOptions.codeField, QString("code"));
    type(in<QLineEdit>("layer"), "none");
    QTest::keyClick(in<QLineEdit>("layer"), Qt::Key_Tab);
    QVERIFY(!comesToOpen());
    QVERIFY2(in<HintLabel>("state")->text().contains("none"), qPrintable(in<HintLabel>("state")->text()));
    QTest::mouseClick(in<QToolButton>("more"), Qt::LeftButton);
    QVERIFY(!more->isVisible());
}

void AssistantFilesTest::keysReachEveryField()
{
    COMES_TRUE(m_assistant->isActiveWindow());
    QTest::keyClick(m_assistant.get(), Qt::Key_I, Qt::AltModifier);
    QVERIFY(path("indicators")->hasFocus());
    QTest::keyClick(m_assistant.get(), Qt::Key_M, Qt::AltModifier);
    QVERIFY(path("metadata")->hasFocus());
    QTest::keyClick(m_assistant.get(), Qt::Key_B, Qt::AltModifier);
    QVERIFY(path("boundaries")->hasFocus());
    QTest::keyClick(m_assistant->focusWidget(), Qt::Key_Tab);
    QVERIFY(field("boundaries")->findChild<QPushButton *>("browse")->hasFocus());
    QTest::keyClick(m_assistant->focusWidget(), Qt::Key_Tab);
    QVERIFY(field("boundaries")->findChild<QPushButton *>("browseFolder")->hasFocus());
    QTest::keyClick(m_assistant.get(), Qt::Key_C, Qt::AltModifier);
    QCOMPARE(in<QTabWidget>("pages")->currentIndex(), 1);
}

void AssistantFilesTest::goingBackLosesNothing()
{
    DataSources first = writeSources(*m_files, goodFigures);
    first.plan.roles["absence"] = ColumnRole::Ignored;
    first.boundaryOptions.codeField = "code";
    m_assistant->setSources(first);
    QVERIFY(comesToOpen());
    type(path("indicators"), file("other.csv", "code,neet\nE06000001,1\nE06000002,2\n"));
    type(path("boundaries"), writeAreas(*m_files, "other.geojson"));
    QVERIFY(comesToOpen());
    QCOMPARE(m_assistant->sources().boundaryOptions.codeField, QString());
    type(path("indicators"), first.indicators);
    type(path("boundaries"), first.boundaries);
    QVERIFY(comesToOpen());
    QCOMPARE(m_assistant->sources(), first);
}

void AssistantFilesTest::aSheetIsChosen()
{
    const auto sheet = [](const QByteArray &name, const QByteArray &head, int rows) {
        QByteArray xml = "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>code</t></is></c>"
                         "<c r=\"B1\" t=\"inlineStr\"><is><t>"
                         + head + "</t></is></c></row>";
        for (int row = 2; row < rows + 2; ++row) {
            const QByteArray number = QByteArray::number(row);
            xml += "<row r=\"" + number + "\"><c r=\"A" + number + "\" t=\"inlineStr\"><is><t>E0600000"
                   + QByteArray::number(row - 1) + "</t></is></c><c r=\"B" + number + "\"><v>" + number
                   + ".5</v></c></row>";
        }
        return MadeSheet{name, xml + "</sheetData>"};
    };
    const QString workbook =
        writeXlsx(*m_files, "figures.xlsx", {sheet("October", "neet", 3), sheet("November", "absence", 2)});
    m_assistant->setSources({.indicators = workbook});
    QVERIFY(comesToOpen());
    auto *box = in<QComboBox>("sheet");
    QVERIFY(box->isVisible());
    QCOMPARE(box->currentText(), QString("October"));
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Down);
    QVERIFY(comesToOpen());
    QCOMPARE(m_assistant->sources().plan.sheet, QString("November"));
    QCOMPARE(m_assistant->data().dataset->metadata.indicators[0].code, QString("absence"));
}

void AssistantFilesTest::aGeodatabaseFolderIsBoundaries()
{
    const QString folder =
        writeLayer(*m_files, "areas.gdb",
                   {.features = {{"E06000001", "Hartlepool", squareWkt(400000, 300000, 9000)},
                                 {"E06000002", "Middlesbrough", squareWkt(409000, 300000, 9000)}}});
    if (folder.isEmpty())
        QSKIP("this GDAL writes no geodatabases");
    drop({folder, figures()});
    QCOMPARE(field("boundaries")->path(), folder);
    QVERIFY(!hint("boundaries")->isProblem());
    QVERIFY(comesToOpen());
    QVERIFY(m_assistant->data().dataset->hasMap());
}

void AssistantFilesTest::theCoordinateSystemIsAskedOnlyInDoubt()
{
    const QString shapes = writeAreas(*m_files, "areas.shp");
    m_assistant->setSources({.boundaries = shapes, .indicators = figures()});
    QVERIFY(comesToOpen());
    QVERIFY(!in<QWidget>("system")->isVisible());
    QCOMPARE(m_assistant->openQuestions(), 0);
    QVERIFY(QFile::remove(m_files->filePath("areas.prj")));
    m_assistant->setSources({.boundaries = shapes, .indicators = figures()});
    QVERIFY(comesToOpen());
    QVERIFY(in<QWidget>("system")->isVisible());
    QCOMPARE(m_assistant->openQuestions(), 1);
    QVERIFY(in<QComboBox>("crs")->currentText().contains("British National Grid"));
    QTest::mouseClick(in<QPushButton>("systemRight"), Qt::LeftButton);
    QVERIFY(comesToOpen());
    QCOMPARE(m_assistant->sources().boundaryOptions.crs, QString("EPSG:27700"));
    QCOMPARE(m_assistant->openQuestions(), 0);
    auto *crs = in<QComboBox>("crs")->lineEdit();
    type(crs, "EPSG:1");
    QTest::keyClick(crs, Qt::Key_Tab);
    QVERIFY(!comesToOpen());
    QVERIFY2(in<HintLabel>("state")->text().contains("EPSG:1"), qPrintable(in<HintLabel>("state")->text()));
}

void AssistantFilesTest::recentDataAreOffered()
{
    QVERIFY(!in<QToolButton>("recent")->isEnabled());
    DataSources sources = writeSources(*m_files, goodFigures);
    sources.plan.roles["absence"] = ColumnRole::Ignored;
    sources.boundaryOptions.crs = "EPSG:27700";
    Preferences().setRecentFiles(
        {{.sources = sources, .title = "October"}, {.project = "a.atlas", .title = "a"}});
    m_assistant = std::make_unique<Assistant>();
    m_assistant->show();
    QVERIFY(in<QToolButton>("recent")->isEnabled());
    QMenu *menu = in<QToolButton>("recent")->menu();
    menu->popup({0, 0});
    QCOMPARE(menu->actions().size(), 1);
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QVERIFY(comesToOpen());
    QCOMPARE(m_assistant->sources(), sources);
}

ATLAS_TEST(AssistantFilesTest)
#include "test_assistant_files.moc"
