#pragma once

#include "app/state/background_run.h"
#include "core/common/result.h"
#include "core/robustness/monte_carlo.h"
#include "core/robustness/sensitivity.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace atlas {

class Document;
class Snapshot;

/// What draws found of how sure the ranks are.
struct DrawFindings
{
    std::shared_ptr<const RankUncertainty> ranks;
    RankSensitivity sensitivity;
    std::vector<LeftOut> leftOut;
};

/// Draws the ranks of what a document shows with other figures, weights and methods, in the background, and
/// hands them to it. What is under way, and what was found, goes with the result and the classes it is of.
class DrawRun : public QObject
{
    Q_OBJECT

public:
    explicit DrawRun(Document &document, QObject *parent = nullptr);

    /// Draws of what is on show now, in place of those under way. Nothing happens without data.
    void start(const DrawSettings &how);
    void cancel() { m_run.cancel(); }
    bool isRunning() const { return m_run.isRunning(); }

    /// Null while there are none of what is on show.
    const std::shared_ptr<const DrawFindings> &findings() const { return m_findings; }
    /// How those were made whose ranks are on show, or soon will be; nothing without either.
    std::optional<DrawSettings> settings() const;

signals:
    void started();
    void progressed(double fraction); ///< 0 to 1, a few times a second
    void ended();                     ///< before found() or failed(), or after a cancel
    void found();
    void failed(const atlas::Error &error);
    void dropped(); ///< what was found, or was being drawn, is of something else by now

private:
    void dropOutdated();

    Document &m_document;
    DrawSettings m_how;                   ///< of the run under way
    std::shared_ptr<const Snapshot> m_of; ///< what that draws
    std::shared_ptr<const DrawFindings> m_findings;
    BackgroundRun m_run;
};

} // namespace atlas
