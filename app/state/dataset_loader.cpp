#include "app/state/dataset_loader.h"

#include "core/common/parallel.h"

#include <new>
#include <utility>

namespace atlas {

namespace {

Result<LoadedData> loadData(const DataSources &sources, Progress &progress)
{
    std::future<std::shared_ptr<const MapShapes>> shapes;
    const auto startShapes = [&shapes](const std::shared_ptr<const BoundarySet> &boundaries) {
        shapes = startAside([boundaries] { return makeMapShapes(boundaries); });
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

std::shared_ptr<const MapShapes> makeMapShapes(const std::shared_ptr<const BoundarySet> &boundaries)
{
    auto shapes = std::make_shared<const MapShapes>(boundaries);
    constexpr size_t aMoment = 50000; // more points can wait until the first picture is up
    if (boundaries->points.size() <= aMoment)
        shapes->findDetail();
    return shapes;
}

DatasetLoader::DatasetLoader(QObject *parent) : QObject(parent)
{
    connect(&m_run, &BackgroundRun::started, this, &DatasetLoader::started);
    connect(&m_run, &BackgroundRun::progressed, this, &DatasetLoader::progressed);
    connect(&m_run, &BackgroundRun::finished, this, &DatasetLoader::finished);
}

void DatasetLoader::load(const DataSources &sources)
{
    m_run.start([sources](Progress &progress) { return loadData(sources, progress); },
                [this, sources](const Result<LoadedData> &result) {
                    if (result)
                        emit loaded(*result, sources);
                    else
                        emit failed(result.error());
                });
}

} // namespace atlas
