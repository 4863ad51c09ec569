#include "tests/support/file_size_limit.h"
#include "tests/support/made_files.h"
#include "tests/support/test_program.h"

#include "core/common/files.h"
#include "core/common/output_files.h"

#include <QProcess>
#include <QTest>

#include <filesystem>

using namespace atlas;
using namespace atlas::test;

class OutputFilesTest : public QObject
{
    Q_OBJECT

private slots:
    void writtenBytesReadBack();
    void writingReplacesWhatWasThere();
    void aFullDiskLeavesWhatWasThere_data();
    void aFullDiskLeavesWhatWasThere();
    void placesThatCannotBeWritten_data();
    void placesThatCannotBeWritten();
    void aLinkIsFollowed_data();
    void aLinkIsFollowed();
    void permissionsStayAsTheyWere();
    void allFilesAreWrittenOrNone_data();
    void allFilesAreWrittenOrNone();
    void aFileThatCannotBeReplacedBringsTheOthersBack();
    void whatAKilledProcessLeftIsClearedAway();
    void anInputIsKnownByAnyName_data();
    void anInputIsKnownByAnyName();
};

void OutputFilesTest::writtenBytesReadBack()
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

void OutputFilesTest::writingReplacesWhatWasThere()
{
    const QTemporaryDir folder;
    const QString path = writeBytes(folder, "out.csv", "a longer text than the new one");
    QVERIFY(writeWholeFile(path, "new").ok());
    QCOMPARE(readBytes(path), "new");
    QCOMPARE(filesIn(folder), QStringList{"out.csv"});
}

void OutputFilesTest::aFullDiskLeavesWhatWasThere_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("less than a buffer") << 3000;
    QTest::newRow("many buffers") << 3'000'000;
}

void OutputFilesTest::aFullDiskLeavesWhatWasThere()
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

void OutputFilesTest::placesThatCannotBeWritten_data()
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

void OutputFilesTest::placesThatCannotBeWritten()
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

void OutputFilesTest::aLinkIsFollowed_data()
{
    QTest::addColumn<bool>("isThere");
    QTest::newRow("to a file") << true;
    QTest::newRow("to a file that is not there yet") << false;
}

void OutputFilesTest::aLinkIsFollowed()
{
    QFETCH(const bool, isThere);
    const QTemporaryDir folder;
    const QString target = folder.filePath("target.csv");
    if (isThere)
        writeBytes(folder, "target.csv", "old");
    QVERIFY(QFile::link(target, folder.filePath("link.csv")));
    QVERIFY(writeWholeFile(folder.filePath("link.csv"), "new").ok());
    QCOMPARE(readBytes(target), "new");
    QVERIFY(QFileInfo(folder.filePath("link.csv")).isSymLink());
}

void OutputFilesTest::permissionsStayAsTheyWere()
{
    const QTemporaryDir folder;
    const QString path = writeBytes(folder, "out.csv", "old");
    const auto own = QFile::ReadOwner | QFile::WriteOwner;
    QVERIFY(QFile::setPermissions(path, own));
    const auto before = QFile::permissions(path);
    QVERIFY(writeWholeFile(path, "new").ok());
    QCOMPARE(QFile::permissions(path), before);
}

void OutputFilesTest::allFilesAreWrittenOrNone_data()
{
    QTest::addColumn<QString>("second");
    QTest::addColumn<bool>("isWritten");
    QTest::newRow("both can be") << "second.json" << true;
    QTest::newRow("the second is a folder") << "folder" << false;
    QTest::newRow("the folder of the second is missing") << "missing/second.json" << false;
    QTest::newRow("the second is a device") << "/dev/null" << false;
}

void OutputFilesTest::allFilesAreWrittenOrNone()
{
    QFETCH(const QString, second);
    QFETCH(const bool, isWritten);
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir("folder"));
    const QString first = writeBytes(folder, "first.csv", "old");
    const QString path = second.startsWith('/') ? second : folder.filePath(second);
    QCOMPARE(writeWholeFiles({{first, "new"}, {path, "new"}}).ok(), isWritten);
    QCOMPARE(readBytes(first), isWritten ? "new" : "old");
    QCOMPARE(filesIn(folder), isWritten ? QStringList({"first.csv", "folder", "second.json"})
                                        : QStringList({"first.csv", "folder"}));
}

void OutputFilesTest::aFileThatCannotBeReplacedBringsTheOthersBack()
{
    const QTemporaryDir folder;
    const QString first = writeBytes(folder, "first.csv", "old");
    const QString locked = writeBytes(folder, "locked.json", "old");
    if (QProcess::execute("chattr", {"+i", locked}) != 0)
        QSKIP("Files cannot be made immutable here.");
    const bool written =
        writeWholeFiles({{first, "new"}, {folder.filePath("made.csv"), "new"}, {locked, "new"}}).ok();
    QProcess::execute("chattr", {"-i", locked});
    QVERIFY(!written);
    QCOMPARE(readBytes(first), "old");
    QCOMPARE(readBytes(locked), "old");
    QCOMPARE(filesIn(folder), QStringList({"first.csv", "locked.json"}));
}

void OutputFilesTest::whatAKilledProcessLeftIsClearedAway()
{
    QProcess ended;
    ended.start("true", QStringList());
    QVERIFY(ended.waitForStarted());
    const qint64 pid = ended.processId();
    QVERIFY(ended.waitForFinished());
    const QTemporaryDir folder;
    const QString ofRunning = QString(".atlas-%1-900.part").arg(QCoreApplication::applicationPid());
    for (const QString &name : {QString(".atlas-%1-0.part").arg(pid), ofRunning, QString(".atlas-x.part")})
        writeBytes(folder, name, "half");
    QVERIFY(writeWholeFile(folder.filePath("out.csv"), "new").ok());
    QCOMPARE(filesIn(folder), QStringList({ofRunning, ".atlas-x.part", "out.csv"}));
}

void OutputFilesTest::anInputIsKnownByAnyName_data()
{
    QTest::addColumn<QString>("output");
    QTest::addColumn<bool>("isInput");
    QTest::newRow("its name") << "in.csv" << true;
    QTest::newRow("another way there") << "folder/../in.csv" << true;
    QTest::newRow("a link to it") << "link.csv" << true;
    QTest::newRow("another name for its bytes") << "hard.csv" << true;
    QTest::newRow("another file of the same bytes") << "copy.csv" << false;
    QTest::newRow("a file that is not there") << "new.csv" << false;
}

void OutputFilesTest::anInputIsKnownByAnyName()
{
    QFETCH(const QString, output);
    QFETCH(const bool, isInput);
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir("folder"));
    const QString input = writeBytes(folder, "in.csv", "figures");
    writeBytes(folder, "copy.csv", "figures");
    QVERIFY(QFile::link(input, folder.filePath("link.csv")));
    std::filesystem::create_hard_link(input.toStdString(), folder.filePath("hard.csv").toStdString());
    const QString path = folder.filePath(output);
    const auto found = findOverwritten({folder.filePath("other.csv"), path}, {"", input});
    QCOMPARE(found.has_value(), isInput);
    QCOMPARE(found.value_or(path), path);
}

ATLAS_TEST(OutputFilesTest)

#include "test_output_files.moc"
