#include "app/state/other_period_run.h"

#include "app/state/document.h"

#include <utility>

namespace atlas {

namespace {

Result<OtherPeriod> readPeriod(const Dataset &dataset, const DataSources &sources, Progress &progress)
{
    const auto other = loadDataset(sources, progress);
    if (!other)
        return other.error();
    return otherPeriod(dataset, **other);
}

} // namespace

OtherPeriodRun::OtherPeriodRun(const Document &document, QObject *parent)
    : QObject(parent), m_document(document)
{
    document.onChange(Change::Data, this, [this] { read(); });
}

void OtherPeriodRun::setPeriod(const QString &period)
{
    if (period == std::exchange(m_period, period))
        return;
    read();
}

void OtherPeriodRun::drop()
{
    m_run.cancel();
    if (std::exchange(m_figures, nullptr))
        emit changed();
}

void OtherPeriodRun::read()
{
    drop();
    const auto &dataset = m_document.now().givenDataset();
    if (!dataset || m_period.isEmpty() || m_period == dataset->figuresPlan.period
        || !dataset->figuresPlan.periods.contains(m_period))
        return;
    DataSources sources = m_sources;
    sources.plan.period = m_period;
    m_run.start([dataset, sources](Progress &progress) { return readPeriod(*dataset, sources, progress); },
                [this](const Result<OtherPeriod> &read) {
                    if (!read) {
                        emit failed(read.error());
                        return;
                    }
                    m_figures = std::make_shared<const OtherPeriod>(*read);
                    emit changed();
                });
}

} // namespace atlas
