#include "tests/support/test_program.h"

#include "app/state/dataset_loader.h"
#include "tests/app/waiting.h"

#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace atlas;

class DatasetLoaderTest : public QObject
{
    Q_OBJECT

private slots:
    void loadsInTheBackground();
    void tellsWhyItFailed();
    void aNewerLoadReplacesAnOlderOne();
    void aCancelledLoadSaysNothingMore();
    void mayBeDestroyedWhileLoading();
};

void DatasetLoaderTest::loadsInTheBackground()
{
    DatasetLoader loader;
    QSignalSpy loaded(&loader, &DatasetLoader::loaded);
    QSignalSpy finished(&loader, &DatasetLoader::finished);
    loader.load(builtInSources());
    QVERIFY(loader.isLoading());
    QCOMPARE(loaded.count(), 0);
    COMES_TO(loaded.count(), 1);
    QCOMPARE(finished.count(), 1);
    QVERIFY(!loader.isLoading());
    const auto data = loaded.first().first().value<LoadedData>();
    QCOMPARE(data.dataset->areas.size(), size_t(39));
    QCOMPARE(data.shapes->boundaries().size(), size_t(39));
}

void DatasetLoaderTest::tellsWhyItFailed()
{
    DatasetLoader loader;
    QSignalSpy loaded(&loader, &DatasetLoader::loaded);
    QSignalSpy failed(&loader, &DatasetLoader::failed);
    DataSources sources = builtInSources();
    sources.indicators = "nowhere.csv";
    loader.load(sources);
    COMES_TO(failed.count(), 1);
    QVERIFY(failed.first().first().value<Error>().message.contains("nowhere.csv"));
    QCOMPARE(loaded.count(), 0);
}

void DatasetLoaderTest::aNewerLoadReplacesAnOlderOne()
{
    DatasetLoader loader;
    QSignalSpy loaded(&loader, &DatasetLoader::loaded);
    QSignalSpy failed(&loader, &DatasetLoader::failed);
    DataSources wrong = builtInSources();
    wrong.indicators = "nowhere.csv";
    loader.load(wrong);
    loader.load(builtInSources());
    COMES_TO(loaded.count(), 1);
    QCOMPARE(failed.count(), 0);
}

void DatasetLoaderTest::aCancelledLoadSaysNothingMore()
{
    DatasetLoader loader;
    QSignalSpy loaded(&loader, &DatasetLoader::loaded);
    QSignalSpy finished(&loader, &DatasetLoader::finished);
    loader.load(builtInSources());
    loader.cancel();
    QCOMPARE(finished.count(), 1);
    loader.load(builtInSources());
    COMES_TO(finished.count(), 2);
    QCOMPARE(loaded.count(), 1);
}

void DatasetLoaderTest::mayBeDestroyedWhileLoading()
{
    int said = 0;
    {
        DatasetLoader loader;
        connect(&loader, &DatasetLoader::loaded, this, [&said] { ++said; });
        connect(&loader, &DatasetLoader::failed, this, [&said] { ++said; });
        loader.load(builtInSources());
        QVERIFY(loader.isLoading());
    }
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    QCOMPARE(said, 0);
}

ATLAS_TEST(DatasetLoaderTest)
#include "test_dataset_loader.moc"
