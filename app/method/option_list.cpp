#include "app/method/option_list.h"

#include "app/widgets/data_text.h"
#include "app/widgets/hint_label.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLabel>
#include <QRadioButton>

namespace atlas {

OptionList::OptionList(const char *name, const QString &title, QWidget *parent)
    : QWidget(parent), m_buttons(new QButtonGroup(this)), m_grid(new QGridLayout(this)),
      m_title(new QLabel(this))
{
    setObjectName(QLatin1String(name));
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    setTitle(title);
    m_grid->setContentsMargins({});
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(3);
    m_grid->setColumnStretch(1, 1);
    constexpr int widestName = 38; // so that the effects of all lists stand in one column
    m_grid->setColumnMinimumWidth(0, widestName * fontMetrics().averageCharWidth());
    m_grid->addWidget(m_title, 0, 0, 1, 2);
    connect(m_buttons, &QButtonGroup::idClicked, this, &OptionList::chosenByUser);
}

void OptionList::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void OptionList::addOption(int value, const QString &text)
{
    auto *button = new QRadioButton(text, this);
    auto *effect = new HintLabel(this);
    constexpr int readable = 220;
    effect->setMinimumWidth(readable);
    const int row = m_grid->rowCount();
    m_grid->addWidget(button, row, 0, Qt::AlignTop);
    m_grid->addWidget(effect, row, 1);
    m_buttons->addButton(button, value);
    m_effects.push_back(effect);
}

std::vector<int> OptionList::values() const
{
    std::vector<int> values;
    const QList<QAbstractButton *> buttons = m_buttons->buttons();
    for (QAbstractButton *button : buttons)
        values.push_back(m_buttons->id(button));
    return values;
}

int OptionList::chosen() const
{
    return m_buttons->checkedId();
}

void OptionList::choose(int value)
{
    if (QAbstractButton *button = m_buttons->button(value))
        button->setChecked(true);
}

void OptionList::showEffect(int value, const Effect &effect)
{
    const QList<QAbstractButton *> buttons = m_buttons->buttons();
    for (qsizetype i = 0; i < buttons.size(); ++i) {
        if (m_buttons->id(buttons[i]) != value)
            continue;
        HintLabel *label = m_effects[static_cast<size_t>(i)];
        if (effect.isProblem)
            label->setProblem(effect.text);
        else
            label->setHint(effect.text);
        label->setToolTip(effect.more.isEmpty() ? QString() : plainToolTip(effect.more));
        buttons[i]->setAccessibleDescription(
            effect.more.isEmpty() ? effect.text
                                  : tr("%1. %2", "effect; remark").arg(effect.text, effect.more));
    }
}

QString OptionList::effect(int value) const
{
    const QList<QAbstractButton *> buttons = m_buttons->buttons();
    for (qsizetype i = 0; i < buttons.size(); ++i)
        if (m_buttons->id(buttons[i]) == value)
            return m_effects[static_cast<size_t>(i)]->text();
    return {};
}

} // namespace atlas
