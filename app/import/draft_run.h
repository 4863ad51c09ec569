#pragma once

#include "app/import/assistant_page.h"
#include "app/state/background_run.h"
#include "app/state/dataset_loader.h"
#include "core/dataset/draft_dataset.h"

#include <QObject>

#include <memory>
#include <vector>

namespace atlas {

/// What one reading of the files gave.
struct ReadDraft
{
    ImportDraft draft;
    std::optional<CarriedPlan> carried;      ///< the plan was made for other figures
    std::shared_ptr<const MapShapes> shapes; ///< of the dataset; null without
    FilesRead files;
};

/// Reads files for the assistant in the background. A newer reading replaces an older one, whose result is
/// dropped; what has been read already is not read again. The destructor cancels and waits.
class DraftRun : public QObject
{
    Q_OBJECT

public:
    explicit DraftRun(QObject *parent = nullptr);

    /// Where nothing is decided about figures, the first of these plans that fits them is taken.
    void setEarlier(std::vector<EarlierPlan> earlier) { m_earlier = std::move(earlier); }
    void read(const DataSources &sources);
    void cancel() { m_run.cancel(); }
    bool isReading() const { return m_run.isRunning(); }

signals:
    void started();
    void progressed(double fraction); ///< 0 to 1, a few times a second
    void finished();                  ///< before read(), or after a cancel
    void done(const atlas::ReadDraft &read);

private:
    std::vector<EarlierPlan> m_earlier;
    FilesRead m_files; ///< of the last reading that came to an end
    BackgroundRun m_run;
};

} // namespace atlas
