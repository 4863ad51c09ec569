#include "app/state/dataset_loader.h"

#include "core/common/parallel.h"

#include <new>
#include <utility>

namespace atlas {

namespace {

bool areSame(const BoundarySet &a, const BoundarySet &b)
{
    return a.projection == b.projection && a.areas == b.areas && a.areaStarts == b.areaStarts
           && a.partStarts == b.partStarts && a.ringStarts == b.ringStarts && a.points == b.points;
}

/// Those of the data before where they are of the same boundaries.
std::shared_ptr<const MapShapes> findShapes(const std::shared_ptr<const BoundarySet> &boundaries,
                                            const LoadedData &former)
{
    return former.shapes && areSame(*boundaries, former.shapes->boundaries()) ? former.shapes
                                                                              : makeMapShapes(boundaries);
}

/// The dataset with the boundaries of the data before, which have the same.
std::shared_ptr<const Dataset> sharingBoundaries(const Dataset &dataset, const LoadedData &former)
{
    auto sharing = std::make_shared<Dataset>(dataset);
    sharing->boundaries = former.dataset->boundaries;
    return sharing;
}

Result<LoadedData> loadData(const DataSources &sources, const LoadedData &former, Progress &progress)
{
    std::future<std::shared_ptr<const MapShapes>> shapes;
    const auto startShapes = [&](const std::shared_ptr<const BoundarySet> &boundaries) {
        shapes = startAside([boundaries, &former] { return findShapes(boundaries, former); });
    };
    auto dataset = loadDataset(sources, progress, startShapes);
    if (!dataset)
        return dataset.error();
    try {
        LoadedData loaded{std::move(*dataset), shapes.get()};
        if (loaded.shapes == former.shapes)
            loaded.dataset = sharingBoundaries(*loaded.dataset, former);
        return loaded;
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

void DatasetLoader::load(const DataSources &sources, const LoadedData &former)
{
    m_run.start([sources, former](Progress &progress) { return loadData(sources, former, progress); },
                [this, sources](const Result<LoadedData> &result) {
                    if (result)
                        emit loaded(*result, sources);
                    else
                        emit failed(result.error());
                });
}

} // namespace atlas
