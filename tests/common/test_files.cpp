#include "tests/support/file_size_limit.h"
#include "tests/support/made_files.h"

#include "core/common/files.h"

#include <QTest>

using namespace atlas;
using namespace atlas::test;

class FilesTest : public QObject
{
    Q_OBJECT

private slots:
    void writtenBytesReadBack();
    void writingReplacesWhatWasThere();
    void aFullDiskLeavesWhatWasThere_data();
    void aFullDiskLeavesWhatWasThere();
    void placesThatCannotBeWritten_data();
    void placesThatCannotBeWritten();
    void aLinkIsFollowed();
    void filesThatCannotBeRead_data();
    void filesThatCannotBeRead();
};

void FilesTest::writtenBytesReadBack()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QString::fromUtf8("a name with spaces & é.csv"));
    const QByteArray bytes("a\0b\r\n\xff", 6);
    QVERIFY(writeWholeFile(path, bytes).ok());
    const auto read = readWholeFile(path, "The file");
    QVERIFY(read.ok());
    QCOMPARE(*read, bytes);
    QCOMPARE(filesIn(folder).size(), 1);
}

void FilesTest::writingReplacesWhatWasThere()
{
    const QTemporaryDir folder;
    const QString path = writeBytes(folder, "out.csv", "a longer text than the new one");
    QVERIFY(writeWholeFile(path, "new").ok());
    QCOMPARE(readBytes(path), "new");
    QCOMPARE(filesIn(folder), QStringList{"out.csv"});
}

void FilesTest::aFullDiskLeavesWhatWasThere_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("less than a buffer") << 3000;
    QTest::newRow("many buffers") << 3'000'000;
}

void FilesTest::aFullDiskLeavesWhatWasThere()
{
    QFETCH(const int, size);
    const QTemporaryDir folder;
    const QString path = writeBytes(folder, "out.csv", "old");
    {
        const FileSizeLimit limit(1000);
        const auto written = writeWholeFile(path, QByteArray(size, 'x'));
        QVERIFY(!written.ok());
        QVERIFY(written.error().message.contains("disk space"));
        QVERIFY(!written.error().details.isEmpty());
    }
    QCOMPARE(readBytes(path), "old");
    QCOMPARE(filesIn(folder), QStringList{"out.csv"});
}

void FilesTest::placesThatCannotBeWritten_data()
{
    QTest::addColumn<QString>("name"); // below a temporary folder that holds a file and a folder
    QTest::newRow("a folder") << "folder";
    QTest::newRow("a folder that does not exist") << "missing/out.csv";
    QTest::newRow("below a file") << "file/out.csv";
    QTest::newRow("a device") << "/dev/null";
    QTest::newRow("a full device") << "/dev/full";
    QTest::newRow("a folder of the system") << "/proc/out.csv";
    QTest::newRow("no name") << "";
}

void FilesTest::placesThatCannotBeWritten()
{
    QFETCH(const QString, name);
    const QTemporaryDir folder;
    writeBytes(folder, "file", "old");
    QVERIFY(QDir(folder.path()).mkdir("folder"));
    const QString path = name.startsWith('/') || name.isEmpty() ? name : folder.filePath(name);
    const auto written = writeWholeFile(path, "new");
    QVERIFY(!written.ok());
    QVERIFY2(written.error().message.contains(path), qPrintable(written.error().message));
    QCOMPARE(filesIn(folder), QStringList({"file", "folder"}));
    QCOMPARE(readBytes(folder.filePath("file")), "old");
}

void FilesTest::aLinkIsFollowed()
{
    const QTemporaryDir folder;
    const QString target = writeBytes(folder, "target.csv", "old");
    QVERIFY(QFile::link(target, folder.filePath("link.csv")));
    QVERIFY(writeWholeFile(folder.filePath("link.csv"), "new").ok());
    QCOMPARE(readBytes(target), "new");
    QVERIFY(QFileInfo(folder.filePath("link.csv")).isSymLink());
}

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
                              << "/dev/zero";
}

void FilesTest::filesThatCannotBeRead()
{
    QFETCH(const QString, name);
    QFETCH(const QString, expected);
    const QTemporaryDir folder;
    writeBytes(folder, "empty", "");
    QVERIFY(QDir(folder.path()).mkdir("folder"));
    const QString path = name.startsWith('/') ? name : folder.filePath(name);
    const auto read = readWholeFile(path, "The indicator file");
    QVERIFY(!read.ok());
    QVERIFY2(read.error().message.startsWith("The indicator file " + path), qPrintable(read.error().message));
    QVERIFY2(read.error().message.contains(expected), qPrintable(read.error().message));
}

QTEST_APPLESS_MAIN(FilesTest)

#include "test_files.moc"
