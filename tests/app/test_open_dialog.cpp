#include "tests/support/test_program.h"

#include "app/dialogs/open_dialog.h"

#include "app/dialogs/file_role.h"
#include "app/widgets/file_field.h"
#include "app/widgets/hint_label.h"
#include "tests/app/waiting.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUrl>

using atlas::BoundaryOptions;
using atlas::builtInSources;
using atlas::Coordinates;
using atlas::DataSources;
using atlas::FileField;
using atlas::HintLabel;
using atlas::OpenDialog;

namespace {

template <typename Widget>
Widget *field(const QWidget &dialog, const char *name)
{
    auto *found = dialog.findChild<Widget *>(name);
    Q_ASSERT(found);
    return found;
}

QLineEdit *path(const QWidget &dialog, const char *row)
{
    return field<QLineEdit>(*field<FileField>(dialog, row), "path");
}

HintLabel *hint(const QWidget &dialog, const char *row)
{
    return field<HintLabel>(*field<FileField>(dialog, row), "hint");
}

bool canOpen(const QWidget &dialog)
{
    return field<QPushButton>(dialog, "open")->isEnabled();
}

void type(QLineEdit *edit, const QString &text)
{
    QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(edit, Qt::Key_Delete);
    QTest::keyClicks(edit, text);
}

/// Drags files over the dialog and lets go; whether the dialog wanted them.
bool drop(QWidget &dialog, const QStringList &paths)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &file : paths)
        urls << QUrl::fromLocalFile(file);
    data.setUrls(urls);
    const QPoint place(40, 40);
    QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QCoreApplication::sendEvent(&dialog, &enter);
    if (!enter.isAccepted())
        return false;
    QDropEvent event(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&dialog, &event);
    return event.isAccepted();
}

} // namespace

class TestOpenDialog : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString file(const QString &name, const QByteArray &bytes = "x") const
    {
        QFile made(m_folder.filePath(name));
        if (!made.open(QIODevice::WriteOnly) || made.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(made.fileName()));
        return made.fileName();
    }

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void openNeedsIndicators()
    {
        OpenDialog dialog({});
        QVERIFY(!canOpen(dialog));
        type(path(dialog, "boundaries"), file("areas.gpkg"));
        QVERIFY(!canOpen(dialog));
        type(path(dialog, "indicators"), file("figures.csv", "uCode,a\nE1,1\n"));
        QVERIFY(canOpen(dialog));
        type(path(dialog, "boundaries"), {});
        QVERIFY(canOpen(dialog)); // without a map
        type(path(dialog, "boundaries"), file("areas.gpkg"));
        QTest::mouseClick(field<QPushButton>(dialog, "open"), Qt::LeftButton);
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        QCOMPARE(dialog.sources(), (DataSources{.boundaries = m_folder.filePath("areas.gpkg"),
                                                .indicators = m_folder.filePath("figures.csv")}));
    }

    void aPathWithoutAFileIsMarked_data()
    {
        QTest::addColumn<QByteArray>("row");
        for (const char *row : {"boundaries", "indicators", "metadata"})
            QTest::newRow(row) << QByteArray(row);
    }
    void aPathWithoutAFileIsMarked()
    {
        QFETCH(QByteArray, row);
        OpenDialog dialog(builtInSources());
        const QString explanation = hint(dialog, row)->text();
        QVERIFY(canOpen(dialog));
        type(path(dialog, row), m_folder.filePath("none.csv"));
        QVERIFY(hint(dialog, row)->isProblem());
        QVERIFY(hint(dialog, row)->text().contains("no file"));
        QCOMPARE(path(dialog, row)->accessibleDescription(), hint(dialog, row)->text());
        QVERIFY(!canOpen(dialog));
        type(path(dialog, row), m_folder.path());
        QVERIFY(hint(dialog, row)->text().contains("folder"));
        QVERIFY(!canOpen(dialog));
        type(path(dialog, row), file("there.csv"));
        QVERIFY(!hint(dialog, row)->isProblem());
        QCOMPARE(hint(dialog, row)->text(), explanation);
        QVERIFY(canOpen(dialog));
    }

    void blanksAroundAPathDoNotMatter()
    {
        OpenDialog dialog(builtInSources());
        type(path(dialog, "boundaries"), "  " + file("areas.fgb") + " ");
        QCOMPARE(dialog.sources().boundaries, m_folder.filePath("areas.fgb"));
        QVERIFY(canOpen(dialog));
    }

    void theLastFilesAreOffered()
    {
        const DataSources last{.boundaries = file("last.shp"),
                               .boundaryOptions = {.layer = "leps",
                                                   .codeField = "code",
                                                   .nameField = "name",
                                                   .coordinates = Coordinates::NationalGrid},
                               .indicators = file("last.csv"),
                               .metadata = file("last_metadata.csv")};
        const OpenDialog dialog(last);
        QCOMPARE(dialog.sources(), last);
        QVERIFY(!field<QWidget>(dialog, "moreFields")->isHidden());
    }

    void theExampleIsOneButtonAndShownInWords()
    {
        OpenDialog dialog({});
        QTest::mouseClick(field<QPushButton>(dialog, "example"), Qt::LeftButton);
        QCOMPARE(dialog.sources(), builtInSources());
        QCOMPARE(path(dialog, "boundaries")->text(), QString("Built-in example"));
        QVERIFY(canOpen(dialog));
        QCOMPARE(dialog.result(), 0); // Open is still to be pressed
    }

    void builtInMetadataStayWithFiguresOfTheSameColumns()
    {
        QFile figures(builtInSources().indicators);
        QVERIFY(figures.open(QIODevice::ReadOnly));
        OpenDialog dialog(builtInSources());
        drop(dialog, {file("newer.csv", figures.readAll())});
        QCOMPARE(dialog.sources().indicators, m_folder.filePath("newer.csv"));
        QCOMPARE(dialog.sources().metadata, builtInSources().metadata);
        QCOMPARE(dialog.sources().boundaries, builtInSources().boundaries);
    }

    void builtInMetadataGoWithOtherFigures()
    {
        OpenDialog dialog(builtInSources());
        drop(dialog, {file("own.csv", "uCode,own_indicator\nE37000001,1\n")});
        QCOMPARE(dialog.sources().metadata, QString());
    }

    void aDroppedFileGoesWhereItBelongs_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("row");
        for (const char *name : {"a.shp", "a.SHP", "a.gpkg", "a.geojson", "a.json", "a.topojson", "a.fgb"})
            QTest::newRow(name) << name << QByteArray("x") << QByteArray("boundaries");
        const QByteArray figures("uCode,uName,a\nE1,One,1\n");
        QTest::newRow("figures") << "figures.csv" << figures << QByteArray("indicators");
        QTest::newRow("iCode within a word")
            << "figures.csv" << QByteArray("uCode,hiCode,x\n") << QByteArray("indicators");
        const QByteArray metadata("metadata");
        QTest::newRow("metadata") << "meta.csv" << QByteArray("iCode,iName\na,A\n") << metadata;
        QTest::newRow("quoted, not first")
            << "meta.csv" << QByteArray("iName;\"icode\";Direction\r\n") << metadata;
        QTest::newRow("byte order mark")
            << "meta.csv" << QByteArray("\xEF\xBB\xBFiCode\tiName\n") << metadata;
        QTest::newRow("UTF-16") << "meta.csv" << QByteArray("\xFF\xFEi\0C\0o\0d\0e\0,\0a\0\n\0", 18)
                                << metadata;
    }
    void aDroppedFileGoesWhereItBelongs()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, row);
        OpenDialog dialog({});
        QVERIFY(drop(dialog, {file(name, bytes)}));
        for (const char *each : {"boundaries", "indicators", "metadata"})
            QCOMPARE(field<FileField>(dialog, each)->path(),
                     row == each ? m_folder.filePath(name) : QString());
    }

    void allFilesCanBeDroppedAtOnce()
    {
        OpenDialog dialog({});
        QVERIFY(drop(dialog, {file("m.csv", "iCode\n"), file("a.dbf"), file("a.shp"), file("a.prj"),
                              file("f.csv", "uCode,a\n")}));
        QCOMPARE(dialog.sources(), (DataSources{.boundaries = m_folder.filePath("a.shp"),
                                                .indicators = m_folder.filePath("f.csv"),
                                                .metadata = m_folder.filePath("m.csv")}));
        QVERIFY(!field<HintLabel>(dialog, "note")->isProblem());
    }

    void aStrangeFileIsLeftOutInWords()
    {
        OpenDialog dialog({});
        drop(dialog, {file("letter.docx")});
        QCOMPARE(dialog.sources(), DataSources());
        QVERIFY(field<HintLabel>(dialog, "note")->isProblem());
        QVERIFY(field<HintLabel>(dialog, "note")->text().contains("letter.docx"));
        drop(dialog, {file("a.shp")});
        QVERIFY(!field<HintLabel>(dialog, "note")->isProblem());
    }

    void textIsNotTakenForAFile()
    {
        OpenDialog dialog({});
        QMimeData data;
        data.setText("a.shp");
        QDragEnterEvent enter(QPoint(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QCoreApplication::sendEvent(&dialog, &enter);
        QVERIFY(!enter.isAccepted());
    }

    void fieldsUnfoldAndAreReturned()
    {
        OpenDialog dialog(builtInSources());
        dialog.show();
        auto *more = field<QWidget>(dialog, "moreFields");
        QVERIFY(!more->isVisible());
        const int height = dialog.height();
        QTest::mouseClick(field<QToolButton>(dialog, "more"), Qt::LeftButton);
        QVERIFY(more->isVisible());
        QVERIFY(dialog.height() > height);
        type(field<QLineEdit>(dialog, "layer"), "leps");
        type(field<QLineEdit>(dialog, "codeField"), " LEP14CD");
        type(field<QLineEdit>(dialog, "nameField"), "LEP14NM");
        BoundaryOptions expected = builtInSources().boundaryOptions;
        expected.layer = "leps";
        expected.codeField = "LEP14CD";
        expected.nameField = "LEP14NM";
        QCOMPARE(dialog.sources().boundaryOptions, expected);
        QTest::mouseClick(field<QToolButton>(dialog, "more"), Qt::LeftButton);
        QVERIFY(!more->isVisible());
        QCOMPARE(dialog.height(), height);
    }

    void keysReachEveryFieldAndButton()
    {
        OpenDialog dialog(builtInSources());
        dialog.show();
        COMES_TRUE(dialog.isActiveWindow());
        QTest::keyClick(&dialog, Qt::Key_I, Qt::AltModifier);
        QVERIFY(path(dialog, "indicators")->hasFocus());
        QTest::keyClick(&dialog, Qt::Key_M, Qt::AltModifier);
        QVERIFY(path(dialog, "metadata")->hasFocus());
        QTest::keyClick(&dialog, Qt::Key_B, Qt::AltModifier);
        QVERIFY(path(dialog, "boundaries")->hasFocus());
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
        QVERIFY(field<FileField>(dialog, "boundaries")->findChild<QPushButton *>("browse")->hasFocus());
        QTest::keyClick(&dialog, Qt::Key_F, Qt::AltModifier);
        COMES_TRUE(field<QWidget>(dialog, "moreFields")->isVisible());
        path(dialog, "boundaries")->setFocus();
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Return);
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
    }

    void enterDoesNotOpenWhatIsIncomplete()
    {
        OpenDialog dialog({});
        dialog.show();
        QTest::keyClick(path(dialog, "boundaries"), Qt::Key_Return);
        QVERIFY(dialog.isVisible());
        QCOMPARE(dialog.result(), 0);
    }
};

ATLAS_TEST(TestOpenDialog)
#include "test_open_dialog.moc"
