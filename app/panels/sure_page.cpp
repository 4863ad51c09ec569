#include "app/panels/sure_page.h"

#include "app/widgets/area_summary.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace atlas {

SurePage::SurePage(QWidget *parent) : QWidget(parent), m_words(new QLabel(this))
{
    m_words->setObjectName(QStringLiteral("areaCertainty"));
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *more = new QPushButton(tr("How sure are the ranks?"), this);
    more->setToolTip(tr("Draw ranks with other figures, weights and methods (Ctrl+U)"));
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(10, 10, 8, 8);
    rows->addWidget(m_words);
    rows->addSpacing(8);
    rows->addWidget(more, 0, Qt::AlignLeft);
    rows->addStretch(1);
    connect(more, &QPushButton::clicked, this, &SurePage::drawsAsked);
}

void SurePage::show(const Snapshot &now, size_t area)
{
    const QString words = certaintyText(now, area, locale());
    m_words->setText(words.isEmpty() ? tr("This area has no rank, so there is nothing to be sure of.")
                                     : words);
}

} // namespace atlas
