#include "core/dataset/load_dataset.h"

#include "core/common/files.h"
#include "core/common/parallel.h"
#include "core/dataset/join_dataset.h"
#include "core/indicators/indicator_metadata.h"

#include <QCoreApplication>

#include <future>
#include <new>
#include <utility>

// Resources of a static library are linked in only when something names them; the macro must stand outside
// every namespace.
static void initBuiltInResources()
{
    Q_INIT_RESOURCE(built_in);
}

namespace atlas {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LoadDataset)
};

/// Figures and what is known of their indicators, as the files give them.
Result<IndicatorFile> readFigures(const DataSources &sources)
{
    MetadataFile metadata;
    if (!sources.metadata.isEmpty()) {
        const auto table = readTextTable(sources.metadata, Text::tr("The metadata file"));
        if (!table)
            return table.error();
        auto read = readMetadata(*table);
        if (!read)
            return read.error();
        metadata = std::move(*read);
    }
    const auto data = readTextTable(sources.indicators, Text::tr("The indicator file"));
    if (!data)
        return data.error();
    auto indicators = readIndicators(*data, sources.metadata.isEmpty() ? nullptr : &metadata.metadata);
    if (!indicators)
        return indicators.error();
    indicators->issues.insert(indicators->issues.begin(), metadata.issues.begin(), metadata.issues.end());
    return indicators;
}

Result<std::shared_ptr<Dataset>> readAndJoin(const DataSources &sources, Progress &progress,
                                             const OnBoundaries &onBoundaries)
{
    initBuiltInResources();
    // The two files have nothing to do with each other, and either may be large.
    auto figures = startAside([&sources] { return readFigures(sources); });
    auto boundaries = sources.boundaries.isEmpty()
                          ? Result(BoundaryFile())
                          : readBoundaries(sources.boundaries, sources.boundaryOptions, progress);
    auto indicators = figures.get();
    if (!indicators)
        return indicators.error();
    if (!boundaries)
        return boundaries.error();
    AliasFile aliases;
    if (!sources.aliases.isEmpty() && !sources.boundaries.isEmpty()) {
        const auto table = readTextTable(sources.aliases, Text::tr("The alias file"));
        if (!table)
            return table.error();
        auto read = readAliases(*table);
        if (!read)
            return read.error();
        aliases = *std::move(read);
    }
    return joinFiles(std::move(*boundaries), std::move(*indicators), onBoundaries, aliases);
}

} // namespace

QStringList filesOf(const DataSources &sources)
{
    QStringList files = {sources.boundaries, sources.indicators, sources.metadata, sources.aliases};
    files.removeAll(QString());
    return files;
}

DataSources builtInSources()
{
    // The built-in file has no .prj beside it, so that PROJ need not be started.
    return {.boundaries = QStringLiteral(":/shapefiles/lep_2014.shp"),
            .boundaryOptions = {.coordinates = Coordinates::NationalGrid},
            .indicators = QStringLiteral(":/resources/lep_indicators.csv"),
            .metadata = QStringLiteral(":/resources/lep_metadata.csv")};
}

Error tooLittleMemory(const DataSources &sources)
{
    return Error{Text::tr("There is too little memory to open %1 with %2. Close other programs, or open "
                          "smaller files.")
                     .arg(fileNameOf(sources.boundaries), fileNameOf(sources.indicators)),
                 {}};
}

Result<std::shared_ptr<const Dataset>> loadDataset(const DataSources &sources, Progress &progress,
                                                   const OnBoundaries &onBoundaries)
{
    try {
        auto joined = readAndJoin(sources, progress, onBoundaries);
        if (!joined)
            return joined.error();
        Dataset &dataset = **joined;
        dataset.files = filesOf(sources);
        if (sources.boundaries == builtInSources().boundaries) {
            dataset.boundariesAreApproximate = true;
            dataset.boundarySource = Text::tr("Natural Earth");
        }
        return std::shared_ptr<const Dataset>(*std::move(joined));
    } catch (const std::bad_alloc &) {
        return tooLittleMemory(sources);
    }
}

} // namespace atlas
