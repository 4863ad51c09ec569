#include "app/state/rounding_run.h"

#include "app/state/atlas_state.h"

#include <chrono>
#include <memory>
#include <utility>
#include <vector>

namespace atlas {

namespace {

/// As many as the command line makes, unless the areas are so many that it would take long.
int drawsFor(size_t areas)
{
    constexpr size_t many = 2000;
    return areas > many ? RoundingDraws::usualDraws / 10 : RoundingDraws::usualDraws;
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
        [dataset = m_state.dataset(), settings = m_state.indexSettings(),
         orders = std::move(orders)](Progress &progress) {
            constexpr uint64_t seed = 1;
            return drawRoundingBand(*dataset, settings, drawsFor(dataset->areas.size()), seed, progress,
                                    orders);
        },
        [this](const Result<RoundingDraws> &drawn) {
            m_state.setRoundingDraws(std::make_shared<const RoundingDraws>(drawn ? *drawn : RoundingDraws()));
        });
}

} // namespace atlas
