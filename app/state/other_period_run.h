#pragma once

#include "app/state/background_run.h"
#include "core/common/result.h"
#include "core/dataset/load_dataset.h"
#include "core/index/period_change.h"

#include <QObject>
#include <QString>

#include <memory>

namespace atlas {

class Document;

/// Reads the figures on show for another of their periods, in the background, to say what has changed since.
class OtherPeriodRun : public QObject
{
    Q_OBJECT

public:
    explicit OtherPeriodRun(const Document &document, QObject *parent = nullptr);

    /// Where the data on show, or those to be shown next, are read from.
    void setSources(const DataSources &sources) { m_sources = sources; }
    /// The period that is wanted beside the one on show; empty for none. One that the figures lack, or that
    /// is on show, is waited for.
    void setPeriod(const QString &period);
    /// Its figures, for the data on show; null while there are none.
    const std::shared_ptr<const OtherPeriod> &figures() const { return m_figures; }

signals:
    void changed(); ///< figures() are others
    void failed(const atlas::Error &error);

private:
    void read();
    void drop();

    const Document &m_document;
    DataSources m_sources;
    QString m_period;
    std::shared_ptr<const OtherPeriod> m_figures;
    BackgroundRun m_run;
};

} // namespace atlas
