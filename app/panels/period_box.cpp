#include "app/panels/period_box.h"

#include "app/state/document.h"

namespace atlas {

PeriodBox::PeriodBox(const Document &document, QWidget *parent) : QComboBox(parent), m_document(document)
{
    setAccessibleName(tr("Period"));
    setToolTip(
        tr("The time that the figures on show are of. Breaks and scales that are kept stay as they are."));
    connect(this, &QComboBox::textActivated, this, [this](const QString &period) {
        const bool isOther = period != m_document.now().dataset()->figuresPlan.period;
        showState(); // the one on show, until the other is
        if (isOther)
            emit periodAsked(period);
    });
    document.onChange(Change::Data, this, [this] { showState(); });
    showState();
}

bool PeriodBox::canChoose() const
{
    const auto &dataset = m_document.now().dataset();
    return dataset && dataset->figuresPlan.periods.size() > 1;
}

void PeriodBox::showState()
{
    clear();
    if (!canChoose())
        return;
    addItems(m_document.now().dataset()->figuresPlan.periods);
    setCurrentText(m_document.now().dataset()->figuresPlan.period);
}

} // namespace atlas
