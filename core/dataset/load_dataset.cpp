#include "core/dataset/load_dataset.h"

#include "core/common/files.h"
#include "core/common/parallel.h"
#include "core/indicators/indicator_metadata.h"
#include "core/indicators/name_matching.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <future>
#include <limits>
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

/// Finds the shape of a row: by code, else by name.
class ShapeFinder
{
public:
    explicit ShapeFinder(const BoundarySet &boundaries) : m_boundaries(boundaries) {}

    std::optional<size_t> find(const IndicatorRow &row)
    {
        if (const auto found = findByCode(row.code))
            return found;
        if (!m_hasNames)
            foldNames();
        const QString name = foldName(row.name);
        const auto found = m_byName.constFind(name);
        if (name.isEmpty() || found == m_byName.constEnd() || *found == ambiguous)
            return {};
        return *found;
    }

private:
    /// Rows often stand in the order of the shapes, and nothing need be looked up. No two shapes have one
    /// code.
    std::optional<size_t> findByCode(const AreaCode &code)
    {
        if (code.isEmpty())
            return {};
        if (m_next < m_boundaries.size() && m_boundaries.areas[m_next].code == code)
            return m_next++;
        if (!m_hasCodes)
            listCodes();
        const auto found = m_byCode.constFind(code);
        if (found == m_byCode.constEnd())
            return {};
        m_next = *found + 1;
        return *found;
    }

    void listCodes()
    {
        m_hasCodes = true; // even where no shape has one
        m_byCode.reserve(static_cast<qsizetype>(m_boundaries.size()));
        for (size_t i = 0; i < m_boundaries.size(); ++i)
            if (!m_boundaries.areas[i].code.isEmpty())
                m_byCode.insert(m_boundaries.areas[i].code, i);
    }

    /// Left until a row needs it: folding a name takes far longer than comparing a code.
    void foldNames()
    {
        m_hasNames = true;
        for (size_t i = 0; i < m_boundaries.size(); ++i) {
            const QString name = foldName(m_boundaries.areas[i].name);
            m_byName.insert(name, m_byName.contains(name) ? ambiguous : i);
        }
    }

    static constexpr size_t ambiguous = static_cast<size_t>(-1);
    const BoundarySet &m_boundaries;
    size_t m_next = 0; ///< the shape after the one found last
    QHash<AreaCode, size_t> m_byCode;
    QHash<QString, size_t> m_byName;
    bool m_hasCodes = false;
    bool m_hasNames = false;
};

/// Gives every area of a dataset a code of its own, also where the files give none or the same twice.
class AreaCodes
{
public:
    /// `areas` are those that have theirs, each as soon as it has.
    explicit AreaCodes(const std::vector<Area> &areas) : m_areas(areas) {}

    AreaCode take(const AreaCode &code, const QString &name)
    {
        const QString given = code.isEmpty() ? name : code.text;
        const QString wanted = given.isEmpty() ? Text::tr("area without a name") : given;
        if (add(wanted))
            return {wanted};
        QString own;
        do
            own = QStringLiteral("%1 (%2)").arg(wanted, QString::number(++m_uses[wanted] + 1));
        while (!add(own));
        return {own};
    }

private:
    /// False when it is taken. A code greater than all before it cannot be.
    bool add(const QString &code)
    {
        if (m_areRising && (m_areas.empty() || m_areas.back().code.text < code))
            return true;
        if (std::exchange(m_areRising, false)) {
            m_taken.reserve(static_cast<qsizetype>(m_areas.capacity()));
            for (const Area &area : m_areas)
                m_taken.insert(area.code.text);
        }
        const qsizetype before = m_taken.size();
        m_taken.insert(code);
        return m_taken.size() > before;
    }

    const std::vector<Area> &m_areas;
    bool m_areRising = true;
    QSet<QString> m_taken;      ///< only when they are not
    QHash<QString, int> m_uses; ///< of the codes that were wanted more than once
};

/// Every area of the map has a number of its own: the file's where they tell all areas apart, else its place.
void settleMapNumbers(Dataset &dataset)
{
    const bool anyGiven = std::any_of(dataset.areas.begin(), dataset.areas.end(),
                                      [](const Area &area) { return area.mapNumber != 0; });
    if (anyGiven) {
        QSet<int> given;
        given.reserve(static_cast<qsizetype>(dataset.areas.size()));
        for (const Area &area : dataset.areas)
            given.insert(area.mapNumber);
        if (!given.contains(0) && static_cast<size_t>(given.size()) == dataset.areas.size())
            return;
    }
    for (size_t i = 0; i < dataset.areas.size(); ++i)
        dataset.areas[i].mapNumber = static_cast<int>(i) + 1;
    if (anyGiven)
        dataset.issues.push_back(
            {Severity::Note,
             Text::tr("The map numbers of the file are missing or repeated for some areas, so "
                      "all areas are numbered in the order of the file."),
             dataset.boundaries->file});
}

void addShapes(Dataset &dataset, AreaCodes &codes)
{
    dataset.areas.reserve(dataset.boundaries->size());
    for (const BoundaryArea &area : dataset.boundaries->areas) {
        const AreaCode code = codes.take(area.code, area.name);
        const QString name = area.name.isEmpty() ? code.text : area.name;
        dataset.areas.push_back({.code = code, .name = name, .mapNumber = area.mapNumber});
    }
    settleMapNumbers(dataset);
}

size_t addAreaWithoutShape(Dataset &dataset, AreaCodes &codes, const IndicatorRow &row, const QString &file)
{
    const AreaCode code = codes.take(row.code, row.name);
    const QString name = row.name.isEmpty() ? code.text : row.name;
    dataset.areas.push_back({.code = code, .name = name});
    if (dataset.hasMap())
        dataset.issues.push_back(
            {Severity::Warning,
             Text::tr("%1 matches no area of the boundaries; it is in the table but not on the map.")
                 .arg(name),
             file, row.row, code});
    return dataset.areas.size() - 1;
}

Error twoRowsForOneShape(const QString &file, const Area &area, int row)
{
    return Error{Text::tr("%1, row %2: %3 has a row already, under another spelling. Keep one of them.")
                     .arg(file, QString::number(row), area.name),
                 {}};
}

/// For the indicators that have been divided, what by.
void fillDenominators(Dataset &dataset, const std::vector<IndicatorRow *> &rowOfArea)
{
    if (!dataset.metadata.hasDenominators())
        return;
    dataset.denominators.resize(dataset.indicatorCount());
    for (size_t i = 0; i < dataset.indicatorCount(); ++i) {
        if (dataset.indicator(i).denominator.isEmpty())
            continue;
        for (const IndicatorRow *row : rowOfArea)
            dataset.denominators[i].push_back(row ? row->denominators[i]
                                                  : std::numeric_limits<double>::quiet_NaN());
    }
}

void fillCells(Dataset &dataset, const std::vector<IndicatorRow *> &rowOfArea)
{
    dataset.cells.assign(dataset.indicatorCount(), std::vector<CellValue>(dataset.areas.size()));
    for (GroupColumn &column : dataset.groups)
        column.texts.resize(dataset.areas.size());
    for (size_t area = 0; area < dataset.areas.size(); ++area) {
        IndicatorRow *row = rowOfArea[area];
        if (!row)
            continue;
        dataset.areas[area].hasData = true;
        if (!row->publishedRank.isMissing())
            dataset.areas[area].publishedRank = static_cast<int>(std::lround(row->publishedRank.number));
        for (size_t i = 0; i < dataset.groups.size(); ++i)
            dataset.groups[i].texts[area] = row->groups[i];
        for (size_t i = 0; i < dataset.indicatorCount(); ++i)
            dataset.cells[i][area] = std::move(row->cells[i]);
    }
}

void noteShapesWithoutRow(Dataset &dataset)
{
    for (const Area &area : dataset.areas)
        if (!area.hasData)
            dataset.issues.push_back(
                {Severity::Warning,
                 Text::tr("%1 is on the map but the figures have no row for it.").arg(area.name),
                 dataset.boundaries->file, 0, area.code});
}

QString sourceText(const IndicatorMetadata &metadata, const QString &file)
{
    QStringList sources;
    for (const Indicator &indicator : metadata.indicators)
        if (!indicator.source.isEmpty() && !sources.contains(indicator.source))
            sources << indicator.source;
    return sources.isEmpty() ? file : sources.join(QStringLiteral("; "));
}

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

/// Figures that are read beside the boundaries, which may need to know what areas they are of.
class FiguresAside
{
public:
    explicit FiguresAside(std::future<Result<IndicatorFile>> reading) : m_reading(std::move(reading)) {}

    /// Waits until they are read.
    Result<IndicatorFile> &get()
    {
        if (!m_read)
            m_read.emplace(m_reading.get());
        return *m_read;
    }

    /// Their codes and names; null when there are none to be had.
    const WantedAreas *wanted()
    {
        if (!get())
            return nullptr;
        if (!m_wanted) {
            m_wanted.emplace();
            for (const IndicatorRow &row : (*m_read)->table.rows) {
                m_wanted->codes << row.code.text;
                m_wanted->names << row.name;
            }
        }
        return &*m_wanted;
    }

private:
    std::future<Result<IndicatorFile>> m_reading;
    std::optional<Result<IndicatorFile>> m_read;
    std::optional<WantedAreas> m_wanted;
};

/// The join, of a dataset of which more is still to be said.
Result<std::shared_ptr<Dataset>> join(BoundaryFile boundaries, IndicatorFile indicators,
                                      const OnBoundaries &onBoundaries)
{
    auto dataset = std::make_shared<Dataset>();
    dataset->boundaries = std::make_shared<const BoundarySet>(std::move(boundaries.boundaries));
    if (onBoundaries)
        onBoundaries(dataset->boundaries);
    dataset->metadata = std::move(indicators.table.metadata);
    for (const QString &code : indicators.table.groupColumns)
        dataset->groups.push_back({code, {}});
    dataset->hasPublishedRank = indicators.table.hasPublishedRank;
    dataset->issues = std::move(boundaries.issues);
    dataset->issues.insert(dataset->issues.end(), indicators.issues.begin(), indicators.issues.end());
    dataset->boundarySource = dataset->boundaries->file;
    dataset->indicatorSource = sourceText(dataset->metadata, indicators.table.file);
    AreaCodes codes(dataset->areas);
    addShapes(*dataset, codes);

    ShapeFinder finder(*dataset->boundaries);
    std::vector<IndicatorRow *> rowOfArea(dataset->areas.size(), nullptr);
    size_t matches = 0;
    for (IndicatorRow &row : indicators.table.rows) {
        const auto shape = finder.find(row);
        if (shape && rowOfArea[*shape])
            return twoRowsForOneShape(indicators.table.file, dataset->areas[*shape], row.row);
        const size_t area = shape ? *shape : addAreaWithoutShape(*dataset, codes, row, indicators.table.file);
        matches += shape ? 1 : 0;
        rowOfArea.resize(dataset->areas.size(), nullptr);
        rowOfArea[area] = &row;
    }
    if (matches == 0 && dataset->hasMap())
        return Error{
            Text::tr("%1 and %2 have no area in common. Check that both use the same codes or names.")
                .arg(dataset->boundaries->file, indicators.table.file),
            {}};
    fillCells(*dataset, rowOfArea);
    fillDenominators(*dataset, rowOfArea);
    noteShapesWithoutRow(*dataset);
    return dataset;
}

Result<std::shared_ptr<Dataset>> readAndJoin(const DataSources &sources, Progress &progress,
                                             const OnBoundaries &onBoundaries)
{
    initBuiltInResources();
    // The two files have nothing to do with each other, and either may be large.
    auto figures = startAside([&sources] { return readFigures(sources); });
    FiguresAside aside(std::move(figures));
    auto boundaries = sources.boundaries.isEmpty()
                          ? Result(BoundaryFile())
                          : readBoundaries(sources.boundaries, sources.boundaryOptions, progress,
                                           [&aside] { return aside.wanted(); });
    auto &indicators = aside.get();
    if (!indicators)
        return indicators.error();
    if (!boundaries)
        return boundaries.error();
    return join(std::move(*boundaries), std::move(*indicators), onBoundaries);
}

} // namespace

QStringList filesOf(const DataSources &sources)
{
    QStringList files = {sources.boundaries, sources.indicators, sources.metadata};
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

Result<std::shared_ptr<const Dataset>> joinDataset(BoundaryFile boundaries, IndicatorFile indicators,
                                                   const OnBoundaries &onBoundaries)
{
    auto joined = join(std::move(boundaries), std::move(indicators), onBoundaries);
    if (!joined)
        return joined.error();
    return std::shared_ptr<const Dataset>(*std::move(joined));
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
