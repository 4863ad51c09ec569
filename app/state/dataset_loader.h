#pragma once

#include "app/state/background_run.h"
#include "core/common/result.h"
#include "core/dataset/load_dataset.h"
#include "core/render/map_shapes.h"

#include <QObject>

#include <memory>

namespace atlas {

/// A dataset, and what else takes too long to work out while the window waits.
struct LoadedData
{
    std::shared_ptr<const Dataset> dataset;
    std::shared_ptr<const MapShapes> shapes;
};

/// Shapes with what the first picture of them needs.
std::shared_ptr<const MapShapes> makeMapShapes(const std::shared_ptr<const BoundarySet> &boundaries);

/// Loads datasets in the background. A new load replaces the previous one, whose result is dropped. The
/// destructor cancels and waits.
class DatasetLoader : public QObject
{
    Q_OBJECT

public:
    explicit DatasetLoader(QObject *parent = nullptr);

    /// Shapes are shared with `former` data where these have the same, and need no working out again.
    void load(const DataSources &sources, const LoadedData &former = {});
    void cancel() { m_run.cancel(); }
    bool isLoading() const { return m_run.isRunning(); }

signals:
    void started();
    void progressed(double fraction); ///< 0 to 1, a few times a second while loading
    void loaded(const atlas::LoadedData &data, const atlas::DataSources &sources);
    void failed(const atlas::Error &error);
    void finished(); ///< before loaded() or failed(), or after a cancel

private:
    BackgroundRun m_run;
};

} // namespace atlas
