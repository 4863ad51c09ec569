#include "app/state/draw_run.h"

#include "app/state/document.h"

#include <algorithm>
#include <utility>

namespace atlas {

namespace {

Result<DrawFindings> drawFindings(const Snapshot &now, const DrawSettings &how, Progress &progress)
{
    constexpr double shareOfRanks = 0.6; // of the time
    progress.setPart(0, shareOfRanks);
    auto ranks = drawRanks(*now.dataset(), now.indexSettings(), now.shownIndex()->classification.classes, how,
                           progress);
    if (!ranks)
        return ranks.error();
    constexpr int fewest = 100;
    constexpr int most = 2000;
    const int samples = std::clamp(how.draws / 10, fewest, most);
    progress.setPart(shareOfRanks, 1 - shareOfRanks);
    auto sensitivity =
        rankSensitivity(*now.dataset(), now.indexSettings(), how.assumptions, samples, how.seed, progress);
    if (!sensitivity)
        return sensitivity.error();
    return DrawFindings{std::make_shared<const RankUncertainty>(std::move(*ranks)), std::move(*sensitivity),
                        leaveOneOut(*now.dataset(), now.indexSettings())};
}

bool haveSameRanks(const Snapshot &a, const Snapshot &b)
{
    return a.hasResultOf(b)
           && a.shownIndex()->classification.classes == b.shownIndex()->classification.classes;
}

} // namespace

DrawRun::DrawRun(Document &document, QObject *parent) : QObject(parent), m_document(document)
{
    connect(&m_run, &BackgroundRun::started, this, &DrawRun::started);
    connect(&m_run, &BackgroundRun::progressed, this, &DrawRun::progressed);
    connect(&m_run, &BackgroundRun::finished, this, &DrawRun::ended);
    document.onChange(Change::Result | Change::Shown | Change::Draws, this, [this] { dropOutdated(); });
}

void DrawRun::setSettings(const DrawSettings &settings)
{
    if (settings == m_settings)
        return;
    m_settings = settings;
    emit settingsChanged();
}

void DrawRun::start(const DrawSettings &how)
{
    setSettings(how);
    start();
}

void DrawRun::start()
{
    if (!m_document.now().dataset())
        return;
    m_how = m_settings;
    m_of = m_document.snapshot();
    m_run.start([now = m_of, how = m_how](Progress &progress) { return drawFindings(*now, how, progress); },
                [this](const Result<DrawFindings> &findings) {
                    m_of.reset();
                    if (!findings) {
                        emit failed(findings.error());
                        return;
                    }
                    m_findings = std::make_shared<const DrawFindings>(*findings);
                    m_document.setUncertainty(m_findings->ranks);
                    emit found();
                });
}

void DrawRun::dropOutdated()
{
    const Snapshot &now = m_document.now();
    const bool isRunOutdated = m_run.isRunning() && !haveSameRanks(*m_of, now);
    const bool areFindingsOutdated =
        m_findings && now.uncertainty() != m_findings->ranks && now.formerUncertainty() != m_findings->ranks;
    if (isRunOutdated)
        m_run.cancel();
    if (areFindingsOutdated)
        m_findings.reset();
    if (isRunOutdated || areFindingsOutdated)
        emit dropped();
}

bool DrawRun::areFindingsFormer() const
{
    return m_findings && m_document.now().uncertainty() != m_findings->ranks;
}

std::optional<DrawSettings> DrawRun::drawn() const
{
    if (const auto &ranks = m_document.now().uncertainty())
        return ranks->settings;
    return m_run.isRunning() ? std::optional(m_how) : std::nullopt;
}

} // namespace atlas
