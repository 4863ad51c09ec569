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

/// What draws reveal about the certainty of the ranks.
struct DrawFindings
{
    std::shared_ptr<const RankUncertainty> ranks;
    RankSensitivity sensitivity;
    std::vector<LeftOut> leftOut;
};

/// Draws the ranks of what a document shows with other figures, weights and methods, in the background, and
/// passes them to the document. A run is dropped when the result or classes it belongs to change; findings
/// stay until there are others or other data.
class DrawRun : public QObject
{
    Q_OBJECT

public:
    explicit DrawRun(Document &document, QObject *parent = nullptr);

    /// How the next draws are made. Part of what a project keeps.
    const DrawSettings &settings() const { return m_settings; }
    void setSettings(const DrawSettings &settings);

    /// Starts draws of what is on show now, replacing any that are running. Does nothing without data.
    void start();
    void start(const DrawSettings &how); ///< after setting these
    void cancel() { m_run.cancel(); }
    bool isRunning() const { return m_run.isRunning(); }

    /// The last ones for these data; null if there are none.
    const std::shared_ptr<const DrawFindings> &findings() const { return m_findings; }
    /// Whether they are of another method, other tried values or other classes than are on show now.
    bool areFindingsFormer() const;
    /// Settings of the draws of what is on show or, if none, of those running; nothing without either.
    std::optional<DrawSettings> drawn() const;

signals:
    void settingsChanged();
    void started();
    void progressed(double fraction); ///< 0 to 1, a few times a second
    void ended();                     ///< before found() or failed(), or after a cancel
    void found();
    void failed(const atlas::Error &error);
    void dropped(); ///< findings or a run dropped because something else is on show by now

private:
    void dropOutdated();

    Document &m_document;
    DrawSettings m_settings;
    DrawSettings m_how;                   ///< of the current run
    std::shared_ptr<const Snapshot> m_of; ///< what that run draws
    std::shared_ptr<const DrawFindings> m_findings;
    BackgroundRun m_run;
};

} // namespace atlas
