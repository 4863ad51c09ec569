#include "app/state/rounding_run.h"

#include "app/state/atlas_state.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <utility>
#include <vector>

namespace atlas {

namespace {

/// As many as the command line makes, unless that would take long.
int drawsFor(const IndexResult &result)
{
    constexpr int many = 2000;
    constexpr int few = RoundingDraws::usualDraws / 10;
    const int usual = result.rankedCount > many ? few : RoundingDraws::usualDraws;
    return std::max(few, std::min(usual, mostDraws(result)));
}

} // namespace

RoundingRun::RoundingRun(AtlasState &state, QObject *parent) : QObject(parent), m_state(state)
{
    constexpr auto pause = std::chrono::milliseconds(200);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &RoundingRun::start);
    connect(&state, &AtlasState::resultChanged, this, [this] {
        m_pause.stop();
        m_run.cancel();
        consider();
    });
    connect(&state, &AtlasState::selectionChanged, this, &RoundingRun::consider);
}

void RoundingRun::consider()
{
    const auto area = m_state.currentArea();
    if (area && m_state.result().ranks[*area] > 0 && !isLinear(m_state.result()) && !m_state.roundingDraws()
        && !m_run.isRunning())
        m_pause.start();
}

void RoundingRun::start()
{
    std::vector<AreaOrder> orders;
    for (const PublishedOrder &order : m_state.publishedRanks().with(OrderVerdict::Open))
        orders.push_back({order.above, order.below});
    m_run.start(
        [dataset = m_state.dataset(), settings = m_state.indexSettings(), draws = drawsFor(m_state.result()),
         seed = m_state.roundingSeed(), orders = std::move(orders)](Progress &progress) {
            return drawRoundingBand(*dataset, settings, draws, seed, progress, orders);
        },
        [this](const Result<RoundingDraws> &drawn) {
            m_state.setRoundingDraws(std::make_shared<const Result<RoundingDraws>>(drawn));
        });
}

} // namespace atlas
