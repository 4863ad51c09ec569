#include "app/import/assistant.h"
#include "tests/screens/stage.h"

#include <QFile>
#include <QTabWidget>
#include <QTemporaryDir>

namespace atlas::test {

namespace {

/// Writes a file of figures.
QString write(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s could not be written", qPrintable(file.fileName()));
    return file.fileName();
}

DataSources withBuiltInShapes(const QString &figures)
{
    DataSources sources = builtInSources();
    sources.indicators = figures;
    sources.metadata.clear();
    return sources;
}

/// A table as it is handed out: title, markers, a country, notes, and columns that may be several things.
const QByteArray doubtful =
    "Young people who are not in education, employment or training,,,,,,\n"
    ",,,,,,\n"
    "Area code,Local enterprise partnership,Rank,Population 16-17,NEET (%),Absence rate,Exclusions\n"
    "E37000001,Black Country,3,\"29,110\",6.1%,7.2,\"6,412\"\n"
    "E37000002,Buckinghamshire Thames Valley,30,\"12,402\",3.4%,5.1,\"1,210\"\n"
    "E37000003,Cheshire and Warrington,24,\"20,315\",4.0% [p],5.9,\"2,004\"\n"
    "E37000004,Coast to Capital,21,\"43,118\",4.4%,6.3,[c]\n"
    "E37000005,Cornwall and Isles of Scilly,15,\"11,920\",4.9%,6.8,\"1,377\"\n"
    "E37000006,Coventry and Warwickshire,19,\"19,845\",4.6%,6.1,\"2,650\"\n"
    "E92000001,England,,,4.7%,6.4,\n"
    "Source: figures made up for this picture,,,,,,\n";

void takePages(const QString &folder, const DataSources &sources, const QString &name,
               const std::function<void(Assistant &)> &before = {})
{
    Assistant assistant;
    assistant.show();
    assistant.setSources(sources);
    if (!QTest::qWaitFor([&assistant] { return !assistant.isReading(); }, 30000))
        qFatal("the files were not read");
    if (before)
        before(assistant);
    auto *tabs = assistant.findChild<QTabWidget *>(QStringLiteral("pages"));
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        save(assistant, folder, QStringLiteral("%1-%2").arg(name).arg(tab + 1));
    }
}

} // namespace

/// Each page with good figures, doubtful ones and refused ones, dark and with large text.
void takeAssistantPictures(const QString &folder)
{
    const QTemporaryDir files;
    const DataSources doubt = withBuiltInShapes(write(files, "NEET October.csv", doubtful));
    const DataSources refused = withBuiltInShapes(
        write(files, "authorities.csv", "code,name,neet\n805,Hartlepool,6.1\n806,Middlesbrough,7.0\n"));
    {
        Assistant first;
        first.show();
        save(first, folder, "40-assistant-empty");
    }
    takePages(folder, builtInSources(), "40-assistant-good");
    takePages(folder, doubt, "41-assistant-doubtful");
    takePages(folder, refused, "42-assistant-refused");
    applyTheme(Theme::Dark);
    takePages(folder, doubt, "43-assistant-dark");
    applyTheme(Theme::Light);
    const QFont usualFont = QApplication::font();
    QFont twice = usualFont;
    twice.setPointSizeF(2 * twice.pointSizeF());
    QApplication::setFont(twice);
    takePages(folder, doubt, "44-assistant-large-text");
    QApplication::setFont(usualFont);
}

} // namespace atlas::test
