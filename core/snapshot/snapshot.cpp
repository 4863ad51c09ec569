#include "core/snapshot/snapshot.h"

#include "core/render/certainty_pattern.h"

#include <utility>

namespace atlas {

Snapshot::Snapshot(Choices choices, Looks looks)
    : m_choices(std::move(choices)), m_looks(std::move(looks)), m_figures(std::make_shared<Figures>()),
      m_shownIndex(std::make_shared<ShownVariable>()), m_shown(m_shownIndex)
{}

Snapshot::Snapshot(std::shared_ptr<const Dataset> dataset, std::shared_ptr<const MapShapes> shapes,
                   Choices choices, Looks looks)
    : m_choices(named(std::move(choices), *dataset)), m_looks(std::move(looks)), m_shapes(std::move(shapes)),
      m_figures(compute(std::move(dataset), m_choices))
{
    classify();
}

std::shared_ptr<const Snapshot::Figures> Snapshot::compute(std::shared_ptr<const Dataset> given,
                                                           const Choices &choices)
{
    auto figures = std::make_shared<Figures>();
    figures->dataset = withTried(given, choices.tried);
    figures->given = std::move(given);
    figures->result = computeIndex(*figures->dataset, choices.index);
    figures->halfUnits = std::make_shared<Lazy<HalfUnits>>();
    return figures;
}

/// Normalised values stay valid if only the indicators in use change.
std::shared_ptr<const Snapshot::Figures> Snapshot::recompute(const Figures &before, const Choices &choices,
                                                             const Choices &choicesBefore)
{
    if (choices.tried != choicesBefore.tried || choices.index.scale != choicesBefore.index.scale)
        return compute(before.given, choices);
    auto figures = std::make_shared<Figures>();
    figures->given = before.given;
    figures->dataset = before.dataset;
    figures->result = computeIndex(*before.dataset, choices.index, before.result.indicators);
    figures->halfUnits = before.halfUnits;
    return figures;
}

void Snapshot::classify()
{
    m_shownIndex = std::make_shared<const ShownVariable>(showIndex(result(), m_choices.indexScheme()));
    m_shown = m_shownIndex;
    if (m_choices.shown != indexCode)
        m_shown = std::make_shared<const ShownVariable>(
            showVariable(*dataset(), result(), m_choices.index.rankRule, m_choices.shown, m_choices.scheme));
}

Snapshot::DrawnFor Snapshot::drawnNow() const
{
    return {m_choices.index, m_choices.tried, m_shownIndex->classification.classes};
}

void Snapshot::judgeDraws()
{
    if (!m_drawnFor)
        return;
    const auto draws = m_uncertainty ? m_uncertainty : m_formerUncertainty;
    const bool belong = *m_drawnFor == drawnNow();
    m_uncertainty = belong ? draws : nullptr;
    m_formerUncertainty = belong ? nullptr : draws;
}

Snapshot Snapshot::with(const Choices &choices) const
{
    Snapshot next = *this;
    next.m_choices = dataset() ? named(choices, *dataset()) : choices;
    if (!dataset() || next.m_choices == m_choices)
        return next;
    const bool isOtherResult =
        next.m_choices.index != m_choices.index || next.m_choices.tried != m_choices.tried;
    if (isOtherResult) {
        next.m_figures = recompute(*m_figures, next.m_choices, m_choices);
        next.m_roundingDraws.reset();
    }
    if (isOtherResult || next.m_choices.shown != m_choices.shown || next.m_choices.scheme != m_choices.scheme)
        next.classify();
    next.judgeDraws();
    return next;
}

Snapshot Snapshot::with(const Looks &looks) const
{
    Snapshot next = *this;
    next.m_looks = looks;
    return next;
}

Snapshot Snapshot::withUncertainty(std::shared_ptr<const RankUncertainty> uncertainty) const
{
    Snapshot next = *this;
    next.m_drawnFor = uncertainty ? std::make_shared<const DrawnFor>(drawnNow()) : nullptr;
    next.m_uncertainty = std::move(uncertainty);
    next.m_formerUncertainty.reset();
    return next;
}

Snapshot Snapshot::withRoundingDraws(std::shared_ptr<const Result<RoundingDraws>> draws) const
{
    Snapshot next = *this;
    next.m_roundingDraws = std::move(draws);
    return next;
}

const IndexResult &Snapshot::givenResult() const
{
    if (dataset() == givenDataset())
        return result();
    return m_figures->givenResult.get([this] { return computeIndex(*givenDataset(), m_choices.index); });
}

bool Snapshot::showsNode() const
{
    return dataset() && !showsIndex() && !dataset()->findIndicator(m_shown->code);
}

const RoundingBand &Snapshot::roundingBand() const
{
    return m_figures->roundingBand.get([this] {
        const HalfUnits &halfUnits = m_figures->halfUnits->get([this] { return HalfUnits(*dataset()); });
        return atlas::roundingBand(result(), halfUnits);
    });
}

const PublishedRanks &Snapshot::publishedRanks() const
{
    return m_figures->publishedRanks.get(
        [this] { return comparePublishedRanks(*dataset(), result(), roundingBand()); });
}

Method Snapshot::method() const
{
    return methodOf(m_choices, m_looks, *dataset(), result());
}

MapScene Snapshot::scene(Theme theme, const QLocale &locale) const
{
    MapScene scene = makeMapScene(*dataset(), result(), shown(), m_choices, m_looks, theme, m_shapes, locale);
    if (m_uncertainty && m_looks.certainty && showsIndex())
        addCertainty(scene, classCertainty(*m_uncertainty, m_shownIndex->classification.classes),
                     m_uncertainty->settings, locale);
    return scene;
}

Issues Snapshot::issues() const
{
    return dataset() ? allIssues(*dataset(), result()) : Issues();
}

size_t Snapshot::issueCount() const
{
    return dataset() ? atlas::issueCount(*dataset(), result()) : 0;
}

IndexFigures figuresOf(const Snapshot &snapshot)
{
    IndexFigures figures{
        .dataset = snapshot.dataset(), .result = snapshot.sharedResult(), .index = snapshot.shownIndex()};
    const Choices &choices = snapshot.choices();
    if (choices.nodeScores || snapshot.showsNode())
        figures.nodes = shownNodes(snapshot.result(), choices.index.rankRule, choices.otherScheme());
    figures.draws = snapshot.uncertainty();
    return figures;
}

Changes changesBetween(const Snapshot &before, const Snapshot &after)
{
    if (!after.hasDataOf(before))
        return ~Changes();
    const Choices &was = before.choices();
    const Choices &is = after.choices();
    Changes changes;
    changes.setFlag(Change::Result, !after.hasResultOf(before) || is.index != was.index);
    changes.setFlag(Change::Shown,
                    is.shown != was.shown || is.scheme != was.scheme || is.nodeScores != was.nodeScores);
    changes.setFlag(Change::Looks, after.looks() != before.looks());
    changes.setFlag(Change::Draws, after.uncertainty() != before.uncertainty()
                                       || after.formerUncertainty() != before.formerUncertainty());
    changes.setFlag(Change::Rounding, after.roundingDraws() != before.roundingDraws());
    return changes;
}

} // namespace atlas
