#include "app/widgets/notice_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace atlas {

namespace {

constexpr int stripe = 4;

} // namespace

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent), m_row(new QHBoxLayout(this)), m_title(new QLabel(this)), m_text(new QLabel(this))
{
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    for (QLabel *label : {m_title, m_text}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        words->addWidget(label);
    }
    m_row->setContentsMargins(stripe + 12, 8, 8, 8);
    m_row->setSpacing(8);
    m_row->addLayout(words, 1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
}

void NoticeBar::setNotice(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(text);
}

QString NoticeBar::title() const
{
    return m_title->text();
}

QString NoticeBar::text() const
{
    return m_text->text();
}

QPushButton *NoticeBar::addButton(const QString &text, const char *name, const QString &tip)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(QLatin1String(name));
    button->setToolTip(tip);
    button->setAutoDefault(false);
    m_row->addWidget(button, 0, Qt::AlignVCenter);
    return button;
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Button));
    painter.fillRect(QRect(0, 0, stripe, height()), palette().color(QPalette::Highlight));
}

} // namespace atlas
