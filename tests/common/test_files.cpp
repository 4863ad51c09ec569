#include "tests/support/made_files.h"
#include "tests/support/test_program.h"

#include "core/common/files.h"

#include <QTest>

#include <sys/stat.h>

using namespace atlas;
using namespace atlas::test;

class FilesTest : public QObject
{
    Q_OBJECT

private slots:
    void filesThatCannotBeRead_data();
    void filesThatCannotBeRead();
    void endingsAreChecked();
};

void FilesTest::filesThatCannotBeRead_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    QTest::newRow("missing") << "missing.csv"
                             << "does not exist";
    QTest::newRow("a folder") << "folder"
                              << "is a folder";
    QTest::newRow("empty") << "empty"
                           << "is empty";
    QTest::newRow("below a file") << "empty/file.csv"
                                  << "does not exist";
    QTest::newRow("a device") << "/dev/zero"
                              << "is a device or a pipe";
    QTest::newRow("a pipe") << "pipe"
                            << "is a device or a pipe";
    QTest::newRow("a link to itself") << "loop"
                                      << "is a link that leads nowhere";
    QTest::newRow("a link to nothing") << "dangling"
                                       << "is a link that leads nowhere";
}

void FilesTest::filesThatCannotBeRead()
{
    QFETCH(const QString, name);
    QFETCH(const QString, expected);
    const QTemporaryDir folder;
    writeBytes(folder, "empty", "");
    QVERIFY(QDir(folder.path()).mkdir("folder"));
    QCOMPARE(::mkfifo(folder.filePath("pipe").toUtf8().constData(), 0600), 0);
    QVERIFY(QFile::link(folder.filePath("loop"), folder.filePath("loop")));
    QVERIFY(QFile::link(folder.filePath("nothing"), folder.filePath("dangling")));
    const QString path = name.startsWith('/') ? name : folder.filePath(name);
    const auto read = readWholeFile(path, "The indicator file");
    QVERIFY(!read.ok());
    QVERIFY2(read.error().message.startsWith("The indicator file " + path), qPrintable(read.error().message));
    QVERIFY2(read.error().message.contains(expected), qPrintable(read.error().message));
}

void FilesTest::endingsAreChecked()
{
    QVERIFY(checkEnding("a.b/map.SVG", {"png", "svg"}, "A map").ok());
    const auto none = checkEnding("map.svg.gz", {"png", "svg", "pdf"}, "A map");
    QCOMPARE(none.error().message,
             QString("A map is written as PNG, SVG or PDF; end map.svg.gz in .png, .svg or .pdf."));
    QVERIFY(!checkEnding("png", {"png"}, "A map").ok());
    QCOMPARE(endingsText({"csv"}), QString(".csv"));
}

ATLAS_TEST(FilesTest)

#include "test_files.moc"
