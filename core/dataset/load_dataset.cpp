#include "core/dataset/load_dataset.h"

#include "core/common/files.h"
#include "core/common/parallel.h"
#include "core/dataset/add_up_figures.h"
#include "core/dataset/draft_dataset.h"
#include "core/dataset/join_dataset.h"
#include "core/dataset/text.h"
#include "core/import/metadata_table.h"
#include "core/import/read_figures.h"
#include "core/indicators/indicator_metadata.h"
#include "core/indicators/name_matching.h"
#include "core/tables/read_grid.h"

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

/// What the files say of figures, before it is known which areas there are.
struct FiguresSource
{
    std::shared_ptr<const Grid> grid;
    FileStamp stamp; ///< of its file
    ImportPlan plan; ///< as asked for, or carried over from other figures
    std::optional<CarriedPlan> carried;
    MetadataFile metadata;
    bool hasMetadata = false;
    std::optional<Grid> lookup;
    std::optional<Error> failed; ///< what else is needed to read them could not be read
    Result<FiguresFile> read = Error{};
};

/// As they are, or added up where the plan has rules for that.
Result<FiguresFile> readWith(const FiguresSource &source, const ImportPlan &plan, const KnownAreas &known)
{
    const IndicatorMetadata *metadata = source.hasMetadata ? &source.metadata.metadata : nullptr;
    if (plan.addingUp.rules.empty())
        return readFigures(*source.grid, plan, metadata, known);
    return addUpFigures(*source.grid, plan, metadata, source.lookup ? &*source.lookup : nullptr, known);
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

/// The cells of a sheet of the figures, which may have been read for the draft before.
Result<Done> readFigureGrid(const DataSources &sources, const QString &sheet, const DraftOptions &draft,
                            FiguresSource &source, Progress &progress)
{
    source.stamp = fileStampOf(sources.indicators);
    const FilesRead &before = draft.before;
    if (before.grid && !source.stamp.parts.empty() && before.figures == sources.indicators
        && before.sheet == sheet && before.figuresStamp == source.stamp) {
        source.grid = before.grid;
        return Done{};
    }
    auto grid = readGrid(sources.indicators, Text::tr("The indicator file"), {sheet}, progress);
    if (!grid)
        return grid.error();
    source.grid = std::make_shared<const Grid>(std::move(*grid));
    return Done{};
}

/// Where nothing is decided, what was decided of other figures of the same kind.
Result<Done> carryOver(const DataSources &sources, const DraftOptions &draft, FiguresSource &source,
                       Progress &progress)
{
    source.plan = sources.plan;
    if (source.plan != ImportPlan())
        return Done{};
    for (const EarlierPlan &earlier : draft.earlier) {
        source.carried = carryPlan(earlier, *source.grid);
        if (!source.carried)
            continue;
        source.plan = source.carried->plan;
        if (source.plan.sheet.isEmpty() || source.plan.sheet == source.grid->sheet)
            return Done{};
        return readFigureGrid(sources, source.plan.sheet, draft, source, progress);
    }
    return Done{};
}

/// Figures and what is known of their indicators, as the files give them.
Result<FiguresSource> readFiguresSource(const DataSources &sources, const DraftOptions &draft,
                                        Progress &progress)
{
    FiguresSource source;
    if (const auto done = readFigureGrid(sources, sources.plan.sheet, draft, source, progress); !done)
        return done.error();
    if (const auto done = carryOver(sources, draft, source, progress); !done)
        return done.error();
    const QString sheet = sources.metadata.isEmpty() ? metadataSheet(*source.grid) : QString();
    if (!sources.metadata.isEmpty() || !sheet.isEmpty()) {
        auto read =
            readMetadataFile(sheet.isEmpty() ? sources.metadata : sources.indicators, sheet, progress);
        if (!read) {
            source.failed = read.error();
            return source;
        }
        source.metadata = *std::move(read);
        source.hasMetadata = true;
    }
    DataSources planned = sources;
    planned.plan = source.plan;
    if (source.carried && planned.lookup.isEmpty() && !planned.plan.addingUp.rules.empty())
        planned.lookup = source.carried->lookup;
    auto lookup = readLookupGrid(planned, progress);
    if (!lookup) {
        source.failed = lookup.error();
        return source;
    }
    source.lookup = *std::move(lookup);
    source.read = readWith(source, source.plan, {});
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
        if (!source || source->failed || !source->read)
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
    for (const BoundaryArea &area : boundaries.areas)
        known.add(area.code.text, area.name);
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
bool fitsWell(const Result<FiguresFile> &figures, const BoundarySet &boundaries)
{
    if (!figures || figures->plan.levels.size() > 1)
        return false;
    QSet<QString> codes;
    codes.reserve(static_cast<qsizetype>(boundaries.size()));
    for (const BoundaryArea &area : boundaries.areas)
        codes.insert(area.code.text);
    const auto &rows = figures->file.table.rows;
    const auto matched = std::count_if(rows.begin(), rows.end(), [&codes](const IndicatorRow &row) {
        return codes.contains(row.code.text);
    });
    return static_cast<size_t>(matched) * 2 >= rows.size();
}

/// The figures as they are read best for these boundaries: which column holds the codes and which level is
/// meant may be known only now.
Result<FiguresFile> settleFigures(FiguresSource source, const BoundarySet &boundaries)
{
    if (boundaries.size() > 0 && !fitsWell(source.read, boundaries)) {
        const KnownAreas known = areasOf(boundaries);
        auto again = readWith(source, source.plan, known);
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

/// The shapes, which may have been read for the draft before.
Result<BoundaryFile> readShapes(const DataSources &sources, const DraftOptions &options,
                                FiguresAside &figures, DatasetDraft *draft, Progress &progress)
{
    if (sources.boundaries.isEmpty())
        return BoundaryFile();
    const auto ask = [&figures] { return figures.wanted(); };
    if (!draft)
        return readBoundaries(sources.boundaries, sources.boundaryOptions, progress, ask);
    FilesRead &now = draft->files;
    const FilesRead &before = options.before;
    now.boundaries = sources.boundaries;
    now.boundaryOptions = sources.boundaryOptions;
    now.boundariesStamp = fileStampOf(sources.boundaries);
    if (before.shapes && !now.boundariesStamp.parts.empty() && before.boundaries == now.boundaries
        && before.boundaryOptions == now.boundaryOptions && before.boundariesStamp == now.boundariesStamp) {
        const WantedAreas *wanted = figures.wanted(); // null: they are for nothing yet, and may be as before
        if (!wanted || (wanted->codes == before.wanted.codes && wanted->names == before.wanted.names)) {
            now.wanted = before.wanted;
            now.shapes = before.shapes;
            now.boundaryIssues = before.boundaryIssues;
            now.readAs = before.readAs;
            return BoundaryFile{*now.shapes, now.boundaryIssues, now.readAs};
        }
    }
    auto read = readBoundaries(sources.boundaries, sources.boundaryOptions, progress, ask);
    if (!read)
        return read.error();
    if (const WantedAreas *wanted = figures.wanted())
        now.wanted = *wanted;
    now.boundaryIssues = read->issues;
    now.readAs = read->readAs;
    return read;
}

/// What is known of the figures before it is known which areas there are.
void noteFigures(const DataSources &sources, const FiguresSource &source, DatasetDraft *draft)
{
    if (!draft)
        return;
    draft->grid = source.grid;
    draft->carried = source.carried;
    draft->sources.plan = source.plan;
    if (source.carried && draft->sources.lookup.isEmpty() && !source.plan.addingUp.rules.empty())
        draft->sources.lookup = source.carried->lookup;
    draft->files.figures = sources.indicators;
    draft->files.sheet = source.plan.sheet;
    draft->files.figuresStamp = source.stamp;
    draft->files.grid = source.grid;
    if (source.read)
        draft->figuresPlan = source.read->plan;
    else if (source.grid->rowCount() > 0)
        draft->figuresPlan =
            planFigures(*source.grid, source.plan, source.hasMetadata ? &source.metadata.metadata : nullptr);
}

/// The figures as they will be joined.
void noteTable(const FiguresFile &figures, DatasetDraft *draft)
{
    if (!draft)
        return;
    draft->figuresPlan = figures.plan;
    draft->leftOut = figures.file.table.leftOut;
    draft->table = std::make_shared<const IndicatorTable>(figures.file.table);
}

/// Shapes that will be in no dataset are kept for the next draft.
void keepShapes(Result<BoundaryFile> &boundaries, DatasetDraft *draft)
{
    if (draft && boundaries && !draft->files.shapes && boundaries->boundaries.size() > 0)
        draft->files.shapes = std::make_shared<const BoundarySet>(std::move(boundaries->boundaries));
}

Result<AliasFile> readAliasFile(const DataSources &sources)
{
    if (sources.aliases.isEmpty() || sources.boundaries.isEmpty())
        return AliasFile();
    const auto table = readTextTable(sources.aliases, Text::tr("The alias file"));
    return table ? readAliases(*table) : table.error();
}

/// With a `draft`, notes in it what is known on the way.
Result<std::shared_ptr<Dataset>> readAndJoin(const DataSources &sources, Progress &progress,
                                             const OnBoundaries &onBoundaries,
                                             const DraftOptions &options = {}, DatasetDraft *draft = nullptr)
{
    initBuiltInResources();
    // The two files have nothing to do with each other, and either may be large.
    Progress beside(&progress); // what is shown is how far the boundaries are, where there are any
    Progress &ofFigures = sources.boundaries.isEmpty() ? progress : beside;
    FiguresAside figures(startAside([&] { return readFiguresSource(sources, options, ofFigures); }));
    auto boundaries = readShapes(sources, options, figures, draft, progress);
    auto &source = figures.get();
    if (source)
        noteFigures(sources, *source, draft);
    if (!source || source->failed || !boundaries) {
        keepShapes(boundaries, draft);
        return !source ? source.error() : source->failed ? *source->failed : boundaries.error();
    }
    const ImportPlan plan = source->plan;
    auto indicators = settleFigures(*std::move(source), boundaries->boundaries);
    auto aliases = readAliasFile(sources);
    if (!indicators || !aliases) {
        keepShapes(boundaries, draft);
        return indicators ? aliases.error() : indicators.error();
    }
    noteTable(*indicators, draft);
    const auto withShapes = [&](const std::shared_ptr<const BoundarySet> &shapes) {
        if (draft)
            draft->files.shapes = shapes;
        if (onBoundaries)
            onBoundaries(shapes);
    };
    aliases->matches = plan.matches;
    auto dataset = joinFiles(std::move(*boundaries), std::move(indicators->file), withShapes, *aliases);
    if (dataset) {
        (*dataset)->figuresPlan = std::move(indicators->plan);
        addSmallerAreas(**dataset, indicators->smallerAreas.get());
    }
    return dataset;
}

/// What a dataset says of its files.
std::shared_ptr<const Dataset> named(std::shared_ptr<Dataset> dataset, const DataSources &sources)
{
    dataset->files = filesOf(sources);
    if (sources.boundaries == builtInSources().boundaries) {
        dataset->boundariesAreApproximate = true;
        dataset->boundarySource = Text::tr("Natural Earth");
    }
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
        return named(*std::move(joined), sources);
    } catch (const std::bad_alloc &) {
        return tooLittleMemory(sources);
    }
}

DatasetDraft draftDataset(const DataSources &sources, Progress &progress, const DraftOptions &options,
                          const OnBoundaries &onBoundaries)
{
    DatasetDraft draft;
    draft.sources = sources;
    try {
        auto joined = readAndJoin(sources, progress, onBoundaries, options, &draft);
        if (joined)
            draft.dataset = named(*std::move(joined), draft.sources);
        else
            draft.error = joined.error();
    } catch (const std::bad_alloc &) {
        draft = {};
        draft.sources = sources;
        draft.error = tooLittleMemory(sources);
    }
    const bool isSystemOpen = sources.boundaryOptions.crs.isEmpty();
    draft.isSystemGuessed = isSystemOpen && !draft.files.readAs.crs.isEmpty();
    draft.boundariesReadAs = draft.files.readAs;
    draft.shapes = draft.files.shapes;
    return draft;
}

} // namespace atlas
