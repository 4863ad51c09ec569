#pragma once

#include "app/import/assistant_page.h"
#include "core/import/read_figures.h"
#include "tests/support/made_data.h"

#include <QString>
#include <QStringList>

namespace atlas::test {

/// Figures as lines of cells between commas, the heads first.
inline Grid gridOfLines(const QStringList &lines)
{
    Grid grid;
    grid.file = QStringLiteral("figures.csv");
    for (const QString &line : lines) {
        const QStringList cells = line.split(QLatin1Char(','));
        for (const QString &cell : cells)
            grid.addCell(cell);
        grid.endRow();
    }
    return grid;
}

/// What the assistant would know of such figures and boundaries, read with a plan. Without areas there are no
/// boundaries.
inline ImportDraft makeDraft(const std::vector<BoundaryArea> &areas, const QStringList &lines,
                             const ImportPlan &plan = {}, const IndicatorMetadata *metadata = nullptr)
{
    ImportDraft draft;
    draft.sources.boundaries = areas.empty() ? QString() : QStringLiteral("areas.gpkg");
    draft.sources.indicators = QStringLiteral("figures.csv");
    draft.sources.metadata = metadata ? QStringLiteral("metadata.csv") : QString();
    draft.sources.plan = plan;
    draft.grid = std::make_shared<const Grid>(gridOfLines(lines));
    auto read = readFigures(*draft.grid, plan, metadata);
    if (!read) {
        draft.error = read.error();
        return draft;
    }
    draft.figuresPlan = read->plan;
    draft.table = std::make_shared<const IndicatorTable>(read->file.table);
    const BoundaryFile boundaries = areas.empty() ? BoundaryFile() : makeSquares(areas);
    draft.shapes = std::make_shared<const BoundarySet>(boundaries.boundaries);
    const auto joined = joinDataset(boundaries, read->file, {}, AliasFile{.matches = plan.matches});
    if (joined)
        draft.dataset = *joined;
    else
        draft.error = joined.error();
    return draft;
}

} // namespace atlas::test
