#include "app/panels/what_if_page.h"

#include "app/state/document.h"
#include "app/trace/moves_view.h"
#include "core/index/figure_text.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace atlas {

namespace {

/// A line for each value that is tried: area, indicator, the value and that of the files.
QString triedText(const Snapshot &now, const QLocale &locale)
{
    const Dataset &data = *now.dataset();
    QStringList lines;
    for (size_t i = 0; i < data.whatIfs.size(); ++i) {
        const WhatIf &tried = data.whatIfs[i];
        const Indicator &about = data.indicator(tried.indicator);
        lines << WhatIfPage::tr("%1, %2: %3 in place of %4", "area, indicator, tried value, value")
                     .arg(data.areas[tried.area].name, about.shortName,
                          figureText(tried.value, about, locale),
                          figureText(data.replaced[i].number, about, locale));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

WhatIfPage::WhatIfPage(const Document &document, const SelectedAreas &areas, QWidget *parent)
    : QWidget(parent), m_document(document), m_tried(new QLabel(this)),
      m_end(new QPushButton(tr("End what-if"), this))
{
    auto *moves = new QLabel(
        tr("The smallest change to each value that gives the area a different rank or class:"), this);
    moves->setWordWrap(true);
    auto *how = new QLabel(tr("To try a value, double-click it under Why and type another. Map, table and "
                              "ranks follow, and are marked as a trial."),
                           this);
    how->setWordWrap(true);
    m_tried->setObjectName(QStringLiteral("triedValues"));
    m_tried->setWordWrap(true);
    m_tried->setTextFormat(Qt::PlainText);
    m_end->setObjectName(QStringLiteral("endTrial"));
    m_end->setToolTip(tr("Undo every trial and go back to the values in the data"));
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(10, 10, 8, 8);
    rows->addWidget(moves);
    rows->addWidget(new MovesView(document, areas, Qt::Vertical, this));
    rows->addSpacing(8);
    rows->addWidget(how);
    rows->addWidget(m_tried);
    rows->addWidget(m_end, 0, Qt::AlignLeft);
    rows->addStretch(1);
    connect(m_end, &QPushButton::clicked, this, &WhatIfPage::endAsked);
}

void WhatIfPage::show()
{
    m_tried->setText(triedText(m_document.now(), locale()));
    const bool tries = !m_document.now().dataset()->whatIfs.empty();
    m_tried->setVisible(tries);
    m_end->setVisible(tries);
}

} // namespace atlas
