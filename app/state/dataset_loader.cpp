#include "app/state/dataset_loader.h"

#include "core/common/memory.h"
#include "core/common/parallel.h"

#include <QtConcurrentRun>

#include <new>
#include <utility>

namespace atlas {

namespace {

std::shared_ptr<const MapShapes> makeShapes(const std::shared_ptr<const BoundarySet> &boundaries)
{
    requireMemory();
    auto shapes = std::make_shared<const MapShapes>(boundaries);
    constexpr size_t aMoment = 50000; // more points can wait until there is a first picture
    if (boundaries->points.size() <= aMoment)
        shapes->findDetail();
    return shapes;
}

Result<LoadedData> loadData(const DataSources &sources, Progress &progress)
{
    std::future<std::shared_ptr<const MapShapes>> shapes;
    const auto startShapes = [&shapes](const std::shared_ptr<const BoundarySet> &boundaries) {
        shapes = startAside([boundaries] { return makeShapes(boundaries); });
    };
    auto dataset = loadDataset(sources, progress, startShapes);
    if (!dataset)
        return dataset.error();
    try {
        return LoadedData{std::move(*dataset), shapes.get()};
    } catch (const std::bad_alloc &) {
        return tooLittleMemory(sources);
    }
}

} // namespace

DatasetLoader::DatasetLoader(QObject *parent) : QObject(parent)
{
    m_tick.setInterval(100);
    connect(&m_tick, &QTimer::timeout, this, [this] { emit progressed(m_progress->fraction()); });
}

DatasetLoader::~DatasetLoader()
{
    cancel();
    for (QFuture<Loaded> &job : m_running)
        job.waitForFinished();
}

void DatasetLoader::load(const DataSources &sources)
{
    if (m_progress)
        m_progress->cancel();
    m_progress = std::make_shared<Progress>();
    auto *watcher = new QFutureWatcher<Loaded>(this);
    connect(watcher, &QFutureWatcherBase::finished, this,
            [this, watcher, sources, progress = m_progress] { finish(watcher, sources, progress); });
    emit started();
    m_tick.start();
    const QFuture<Loaded> job =
        QtConcurrent::run([sources, progress = m_progress] { return loadData(sources, *progress); });
    m_running.push_back(job);
    watcher->setFuture(job);
}

void DatasetLoader::cancel()
{
    if (!m_progress)
        return;
    std::exchange(m_progress, nullptr)->cancel();
    m_tick.stop();
    emit finished();
}

void DatasetLoader::finish(QFutureWatcher<Loaded> *watcher, const DataSources &sources,
                           const std::shared_ptr<Progress> &progress)
{
    watcher->deleteLater();
    std::erase_if(m_running, [](const QFuture<Loaded> &job) { return job.isFinished(); });
    if (progress != m_progress) // replaced or cancelled
        return;
    m_progress = nullptr;
    m_tick.stop();
    const Loaded &result = watcher->future().result();
    emit finished(); // first, because a listener may open a box that waits
    if (result)
        emit loaded(*result, sources);
    else
        emit failed(result.error());
}

} // namespace atlas
