#include "app/import/draft_run.h"

#include "core/common/parallel.h"

#include <future>
#include <new>
#include <utility>

namespace atlas {

namespace {

ReadDraft readDraft(const DataSources &sources, const DraftOptions &options, Progress &progress)
{
    std::future<std::shared_ptr<const MapShapes>> shapes;
    auto made = draftDataset(sources, progress, options,
                             [&shapes](const std::shared_ptr<const BoundarySet> &boundaries) {
                                 shapes = startAside([boundaries] { return makeMapShapes(boundaries); });
                             });
    ReadDraft read;
    read.carried = std::move(made.carried);
    read.files = std::move(made.files);
    try {
        if (shapes.valid())
            read.shapes = shapes.get();
    } catch (const std::bad_alloc &) {
        made.dataset = nullptr;
        made.error = tooLittleMemory(sources);
    }
    read.draft = {.sources = std::move(made.sources),
                  .grid = std::move(made.grid),
                  .figuresPlan = std::move(made.figuresPlan),
                  .dataset = std::move(made.dataset),
                  .error = std::move(made.error),
                  .table = std::move(made.table),
                  .shapes = std::move(made.shapes),
                  .leftOut = std::move(made.leftOut),
                  .boundariesReadAs = std::move(made.boundariesReadAs),
                  .isSystemGuessed = made.isSystemGuessed};
    return read;
}

} // namespace

DraftRun::DraftRun(QObject *parent) : QObject(parent)
{
    connect(&m_run, &BackgroundRun::started, this, &DraftRun::started);
    connect(&m_run, &BackgroundRun::progressed, this, &DraftRun::progressed);
    connect(&m_run, &BackgroundRun::finished, this, &DraftRun::finished);
}

void DraftRun::read(const DataSources &sources)
{
    const DraftOptions options{m_files, m_earlier};
    m_run.start([sources, options](Progress &progress) { return readDraft(sources, options, progress); },
                [this](const ReadDraft &read) {
                    m_files = read.files;
                    emit done(read);
                });
}

} // namespace atlas
