#include "tests/support/made_files.h"
#include "tests/support/made_zip.h"
#include "tests/support/test_program.h"

#include "core/common/archive.h"

#include <QTest>

#include <functional>

using namespace atlas;
using namespace atlas::test;

namespace {

QStringList namesIn(const QString &zip)
{
    QStringList names;
    const auto members = listArchive(zip, "The boundary file");
    if (!members)
        return {members.error().message};
    for (const ArchiveMember &member : *members)
        names << member.name;
    return names;
}

Result<QByteArray> readFirst(const QString &zip, qint64 most = 1 << 20)
{
    Progress progress;
    const auto members = listArchive(zip, "The boundary file");
    return members ? readMember(zip, members->front(), most, progress) : members.error();
}

} // namespace

class ArchiveTest : public QObject
{
    Q_OBJECT

private slots:
    void filesAreFoundInFolders();
    void bytesComeBack();
    void namesMayHoldAnything();
    void whatSystemsLeaveIsPassedOver();
    void membersAreUnpackedByTheirOwnNames();
    void whatCannotBeReadIsSaid_data();
    void whatCannotBeReadIsSaid();
    void aCancelStopsIt();
    void aZipIsKnownByItsStart();
};

void ArchiveTest::filesAreFoundInFolders()
{
    const QTemporaryDir folder;
    const QString zip = writeZip(folder, "a.zip", {{"LAD.SHP", "1"}, {"deep/er/x.csv", "2"}});
    QCOMPARE(namesIn(zip), QStringList({"LAD.SHP", "deep/er/x.csv"}));
}

void ArchiveTest::bytesComeBack()
{
    const QTemporaryDir folder;
    const QByteArray bytes = QByteArray("0123456789").repeated(300000);
    const auto read = readFirst(writeZip(folder, "a.zip", {{"x.csv", bytes}}), bytes.size());
    QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().message));
    QCOMPARE(*read, bytes);
}

void ArchiveTest::namesMayHoldAnything()
{
    const QTemporaryDir folder;
    const QString name = QString::fromUtf8("Été & 100% d'été/zônes.zip.csv");
    const QString zip = writeZip(folder, QString::fromUtf8("été {1} 50%.zip"), {{name, "x"}});
    QCOMPARE(namesIn(zip), QStringList{name});
    QCOMPARE(readFirst(zip).value(), QByteArray("x"));
}

void ArchiveTest::whatSystemsLeaveIsPassedOver()
{
    const QTemporaryDir folder;
    const QString zip = writeZip(folder, "a.zip",
                                 {{"__MACOSX/._x.csv", "1"},
                                  {".DS_Store", "2"},
                                  {"a/Thumbs.db", "3"},
                                  {"a/._x.csv", "4"},
                                  {"x.csv", "5"}});
    QCOMPARE(namesIn(zip), QStringList{"x.csv"});
}

void ArchiveTest::membersAreUnpackedByTheirOwnNames()
{
    const QTemporaryDir folder;
    const QTemporaryDir target;
    const QString zip = writeZip(folder, "a.zip", {{"deep/X.CSV", "1"}, {"y.csv", "2"}});
    const auto members = listArchive(zip, "The file");
    Progress progress;
    QVERIFY(unpackMembers(zip, *members, target.path(), {"../x.csv"}, progress).ok());
    QCOMPARE(filesIn(target), QStringList({"x.csv", "y.csv"}));
    QCOMPARE(readBytes(target.filePath("x.csv")), QByteArray("1"));
}

void ArchiveTest::whatCannotBeReadIsSaid_data()
{
    using Make = std::function<QString(const QTemporaryDir &)>;
    QTest::addColumn<Make>("make");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const Make &make, const char *expected) {
        QTest::newRow(name) << make << QString(expected);
    };
    row(
        "no zip", [](const QTemporaryDir &d) { return writeBytes(d, "a.zip", "no zip"); }, "damaged");
    row(
        "an empty zip", [](const QTemporaryDir &d) { return writeZip(d, "a.zip", {}); }, "no files");
    row(
        "an empty member",
        [](const QTemporaryDir &d) {
            return writeZip(d, "a.zip", {{"x.csv", ""}});
        },
        "x.csv in a.zip is empty");
    row(
        "a zip in a zip",
        [](const QTemporaryDir &d) {
            return writeZip(d, "a.zip", {{"b.ZIP", "PK"}});
        },
        "another zip, b.ZIP");
    row(
        "a bomb",
        [](const QTemporaryDir &d) {
            const QString zip = writeZip(d, "a.zip", {{"x.csv", "1234"}});
            return sayUnpackedSize(zip, 2000000000) ? zip : QString();
        },
        "far more than a zip of real data");
    row(
        "more than it says",
        [](const QTemporaryDir &d) {
            const QString zip = writeZip(d, "a.zip", {{"x.csv", QByteArray(5000, 'x')}});
            return sayUnpackedSize(zip, 10) ? zip : QString();
        },
        "x.csv in a.zip");
    row(
        "less than it says",
        [](const QTemporaryDir &d) {
            const QString zip = writeZip(d, "a.zip", {{"x.csv", "1234"}});
            return sayUnpackedSize(zip, 1000) ? zip : QString();
        },
        "damaged");
    row(
        "too large",
        [](const QTemporaryDir &d) {
            return writeZip(d, "a.zip", {{"x", QByteArray(2 << 20, 'x')}});
        },
        "too large");
    row(
        "cut short",
        [](const QTemporaryDir &d) {
            const QString zip = writeZip(d, "a.zip", {{"x.csv", "1234"}});
            QFile file(zip);
            return file.resize(file.size() - 10) ? zip : QString();
        },
        "damaged");
}

void ArchiveTest::whatCannotBeReadIsSaid()
{
    using Make = std::function<QString(const QTemporaryDir &)>;
    QFETCH(const Make, make);
    QFETCH(const QString, expected);
    const QTemporaryDir folder;
    const QString zip = make(folder);
    QVERIFY(!zip.isEmpty());
    const auto read = readFirst(zip);
    QVERIFY2(!read.ok(), read.ok() ? read->constData() : "");
    QVERIFY2(read.error().message.contains(expected), qPrintable(read.error().message));
    QVERIFY(read.error().message.contains("a.zip"));
}

void ArchiveTest::aCancelStopsIt()
{
    const QTemporaryDir folder;
    const QString zip = writeZip(folder, "a.zip", {{"x.csv", "1234"}});
    const auto members = listArchive(zip, "The file");
    Progress progress;
    progress.cancel();
    const auto read = readMember(zip, members->front(), 100, progress);
    QVERIFY(!read.ok());
    QVERIFY(read.error().message.contains("cancelled"));
}

void ArchiveTest::aZipIsKnownByItsStart()
{
    const QTemporaryDir folder;
    QVERIFY(isZip(writeZip(folder, "a.kmz", {{"x", "1"}})));
    QVERIFY(!isZip(writeBytes(folder, "a.zip", "no zip")));
    QVERIFY(!isZip(folder.path()));
    QVERIFY(!isZip("/dev/zero"));
}

ATLAS_TEST(ArchiveTest)

#include "test_archive.moc"
