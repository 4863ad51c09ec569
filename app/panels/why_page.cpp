#include "app/panels/why_page.h"

#include "app/state/document.h"
#include "app/trace/trace_view.h"
#include "app/widgets/area_summary.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace atlas {

WhyPage::WhyPage(const Document &document, const SelectedAreas &areas, QWidget *parent)
    : QWidget(parent), m_document(document), m_areas(areas), m_meaning(new QLabel(this)),
      m_traceRoom(new QVBoxLayout)
{
    m_meaning->setObjectName(QStringLiteral("areaMeaning"));
    m_meaning->setWordWrap(true);
    m_meaning->setTextFormat(Qt::PlainText);
    m_meaning->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *more = new QPushButton(tr("Open in a window"), this);
    more->setToolTip(tr("The same in a window, with what would move the area (Ctrl+T)"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 8, 8, 8);
    column->setSpacing(4);
    column->addLayout(m_traceRoom);
    column->addSpacing(6);
    column->addWidget(m_meaning);
    column->addSpacing(6);
    column->addWidget(more, 0, Qt::AlignLeft);
    column->addStretch(1);
    connect(more, &QPushButton::clicked, this, &WhyPage::windowAsked);
}

void WhyPage::show(size_t area)
{
    if (!m_trace) {
        m_trace = new TraceView(m_document, m_areas, Qt::Vertical, this);
        connect(m_trace, &TraceView::whatIfAsked, this, &WhyPage::whatIfAsked);
        m_traceRoom->addWidget(m_trace);
        m_trace->show(); // at once, not with the next event
    }
    m_meaning->setText(meaningText(m_document.now(), area, locale()));
}

} // namespace atlas
