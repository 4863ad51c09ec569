#include "core/dataset/load_dataset.h"

#include "core/common/files.h"
#include "core/common/parallel.h"
#include "core/dataset/add_up_figures.h"
#include "core/dataset/join_dataset.h"
#include "core/import/read_figures.h"
#include "core/indicators/indicator_metadata.h"
#include "core/indicators/name_matching.h"
#include "core/tables/read_grid.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <future>
#include <new>
#include <optional>
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

/// What the files say of figures, before it is known which areas there are.
struct FiguresSource
{
    Grid grid;
    MetadataFile metadata;
    bool hasMetadata = false;
    std::optional<Grid> lookup; ///< where figures are added up by a file
    Result<FiguresFile> read = Error{};
};

/// As they are, or added up where the plan has rules for that.
Result<FiguresFile> readWith(const FiguresSource &source, const ImportPlan &plan, const KnownAreas &known)
{
    if (!plan.addingUp.rules.empty())
        return addUpFigures(source.grid, plan, source.hasMetadata ? &source.metadata.metadata : nullptr,
                            source.lookup ? &*source.lookup : nullptr, known);
    return readFigures(source.grid, plan, source.hasMetadata ? &source.metadata.metadata : nullptr, known);
}

/// The sheet of a workbook that describes the indicators of the others, as COINr's do; empty for none.
QString metadataSheet(const Grid &grid)
{
    for (const QString &sheet : grid.sheets)
        if (sheet.compare(QLatin1String("iMeta"), Qt::CaseInsensitive) == 0 && sheet != grid.sheet)
            return sheet;
    return {};
}

Result<MetadataFile> readMetadataFile(const QString &path, const QString &sheet, Progress &progress)
{
    const QString what = Text::tr("The metadata file");
    const auto grid = readGrid(path, what, {sheet}, progress);
    if (!grid)
        return grid.error();
    if (!grid->isTyped) { // which has stricter rules for text
        const auto table = readTextTable(path, what);
        return table ? readMetadata(*table) : table.error();
    }
    return readMetadata(textTableOf(*grid));
}

/// Figures and what is known of their indicators, as the files give them.
Result<FiguresSource> readFiguresSource(const DataSources &sources, Progress &progress)
{
    FiguresSource source;
    auto grid = readGrid(sources.indicators, Text::tr("The indicator file"), {sources.plan.sheet}, progress);
    if (!grid)
        return grid.error();
    source.grid = std::move(*grid);
    const QString sheet = sources.metadata.isEmpty() ? metadataSheet(source.grid) : QString();
    if (!sources.metadata.isEmpty() || !sheet.isEmpty()) {
        auto read =
            readMetadataFile(sheet.isEmpty() ? sources.metadata : sources.indicators, sheet, progress);
        if (!read)
            return read.error();
        source.metadata = *std::move(read);
        source.hasMetadata = true;
    }
    auto lookup = readLookupGrid(sources, progress);
    if (!lookup)
        return lookup.error();
    source.lookup = *std::move(lookup);
    source.read = readWith(source, sources.plan, {});
    return source;
}

/// Figures that are read beside the boundaries, which may need to know what areas they are of.
class FiguresAside
{
public:
    explicit FiguresAside(std::future<Result<FiguresSource>> reading) : m_reading(std::move(reading)) {}

    /// Waits until they are read.
    Result<FiguresSource> &get()
    {
        if (!m_read)
            m_read.emplace(m_reading.get());
        return *m_read;
    }

    /// Their codes and names; null when there are none to be had.
    const WantedAreas *wanted()
    {
        const Result<FiguresSource> &source = get();
        if (!source || !source->read)
            return nullptr;
        if (!m_wanted) {
            m_wanted.emplace();
            for (const IndicatorRow &row : source->read->file.table.rows)
                add(row);
        }
        return &*m_wanted;
    }

private:
    /// Countries and totals stand beside areas of every kind, and decide nothing.
    void add(const IndicatorRow &row)
    {
        if (row.kind == RowKind::Country || row.kind == RowKind::Total)
            return;
        m_wanted->codes << row.code.text;
        m_wanted->names << row.name;
    }

    std::future<Result<FiguresSource>> m_reading;
    std::optional<Result<FiguresSource>> m_read;
    std::optional<WantedAreas> m_wanted;
};

KnownAreas areasOf(const BoundarySet &boundaries)
{
    KnownAreas known;
    for (const BoundaryArea &area : boundaries.areas) {
        known.codes.insert(area.code.text.toUpper());
        known.names.insert(foldName(area.name));
    }
    known.codes.remove(QString());
    known.names.remove(QString());
    return known;
}

size_t knownRows(const IndicatorTable &table, const KnownAreas &known)
{
    return static_cast<size_t>(
        std::count_if(table.rows.begin(), table.rows.end(), [&known](const IndicatorRow &row) {
            return known.codes.contains(row.code.text.toUpper()) || known.names.contains(foldName(row.name));
        }));
}

/// Whether most rows are areas of the boundaries, which is seldom otherwise.
bool fitsWell(const Result<FiguresFile> &read, const BoundarySet &boundaries)
{
    if (!read || read->plan.levels.size() > 1)
        return false;
    QSet<QString> codes;
    codes.reserve(static_cast<qsizetype>(boundaries.size()));
    for (const BoundaryArea &area : boundaries.areas)
        codes.insert(area.code.text);
    const auto &rows = read->file.table.rows;
    const auto matched = std::count_if(rows.begin(), rows.end(), [&codes](const IndicatorRow &row) {
        return codes.contains(row.code.text);
    });
    return static_cast<size_t>(matched) * 2 >= rows.size();
}

/// The figures as they are read best for these boundaries: which column holds the codes and which level is
/// meant may be known only now.
Result<FiguresFile> settleFigures(FiguresSource source, const ImportPlan &plan, const BoundarySet &boundaries)
{
    if (boundaries.size() > 0 && !fitsWell(source.read, boundaries)) {
        const KnownAreas known = areasOf(boundaries);
        auto again = readWith(source, plan, known);
        if (again
            && (!source.read
                || knownRows(again->file.table, known) > knownRows(source.read->file.table, known)))
            source.read = std::move(again);
    }
    if (!source.read)
        return source.read.error();
    Issues &issues = source.read->file.issues;
    issues.insert(issues.begin(), source.metadata.issues.begin(), source.metadata.issues.end());
    return std::move(source.read);
}

Result<std::shared_ptr<Dataset>> readAndJoin(const DataSources &sources, Progress &progress,
                                             const OnBoundaries &onBoundaries)
{
    initBuiltInResources();
    // The two files have nothing to do with each other, and either may be large.
    Progress beside(&progress); // what is shown is how far the boundaries are, where there are any
    Progress &ofFigures = sources.boundaries.isEmpty() ? progress : beside;
    FiguresAside figures(startAside([&] { return readFiguresSource(sources, ofFigures); }));
    auto boundaries = sources.boundaries.isEmpty()
                          ? Result(BoundaryFile())
                          : readBoundaries(sources.boundaries, sources.boundaryOptions, progress,
                                           [&figures] { return figures.wanted(); });
    auto &source = figures.get();
    if (!source)
        return source.error();
    if (!boundaries)
        return boundaries.error();
    auto indicators = settleFigures(*std::move(source), sources.plan, boundaries->boundaries);
    if (!indicators)
        return indicators.error();
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
    auto dataset = joinFiles(std::move(*boundaries), std::move(indicators->file), onBoundaries, aliases);
    if (dataset)
        (*dataset)->figuresPlan = std::move(indicators->plan);
    if (dataset)
        addSmallerAreas(**dataset, indicators->smallerAreas.get());
    return dataset;
}

} // namespace

QStringList filesOf(const DataSources &sources)
{
    QStringList files = {sources.boundaries, sources.indicators, sources.metadata, sources.aliases,
                         sources.lookup};
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
