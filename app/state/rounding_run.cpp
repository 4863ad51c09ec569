#include "app/state/rounding_run.h"

#include "app/state/document.h"
#include "app/state/selection.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <utility>
#include <vector>

namespace atlas {

namespace {

/// As many as the command line makes, unless that would take too long.
int drawsFor(const IndexResult &result)
{
    constexpr int many = 2000;
    constexpr int few = RoundingDraws::usualDraws / 10;
    const int usual = result.rankedCount > many ? few : RoundingDraws::usualDraws;
    return std::max(few, std::min(usual, mostDraws(result)));
}

} // namespace

RoundingRun::RoundingRun(Document &document, const SelectedAreas &areas, QObject *parent)
    : QObject(parent), m_document(document), m_areas(areas)
{
    constexpr auto pause = std::chrono::milliseconds(200);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &RoundingRun::start);
    document.onChange(Change::Result, this, [this] {
        m_pause.stop();
        m_run.cancel();
        consider();
    });
    connect(&areas, &SelectedAreas::changed, this, &RoundingRun::consider);
}

void RoundingRun::setSeed(uint64_t seed)
{
    if (seed == m_seed)
        return;
    m_seed = seed;
    m_pause.stop();
    m_run.cancel();
    m_document.setRoundingDraws(nullptr);
    consider();
}

void RoundingRun::consider()
{
    const auto area = m_areas.current();
    const Snapshot &now = m_document.now();
    if (area && now.result().ranks[*area] > 0 && !isLinear(now.result()) && !now.roundingDraws()
        && !m_run.isRunning())
        m_pause.start();
}

void RoundingRun::start()
{
    m_run.start(
        [now = m_document.snapshot(), seed = m_seed](Progress &progress) {
            std::vector<AreaOrder> orders;
            for (const PublishedOrder &order : now->publishedRanks().with(OrderVerdict::Open))
                orders.push_back({order.above, order.below});
            return drawRoundingBand(*now->dataset(), now->indexSettings(), drawsFor(now->result()), seed,
                                    progress, orders);
        },
        [this](const Result<RoundingDraws> &drawn) {
            m_document.setRoundingDraws(std::make_shared<const Result<RoundingDraws>>(drawn));
        });
}

} // namespace atlas
