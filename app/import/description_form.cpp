#include "app/import/description_form.h"

#include "app/widgets/hint_label.h"
#include "core/common/number_text.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <initializer_list>

namespace atlas {

namespace {

constexpr int mostDecimals = 9;

} // namespace

DescriptionForm::DescriptionForm(QWidget *parent)
    : QWidget(parent), m_which(new HintLabel(this)),
      m_name(
          newField("describeName", tr("Name"), tr("What the indicator is called in table, map and report"))),
      m_unit(newField("describeUnit", tr("Unit"), tr("What stands behind each value: %, days, per 1,000"))),
      m_higher(new QRadioButton(tr("a &higher value"), this)),
      m_lower(new QRadioButton(tr("a &lower value"), this)), m_origin(new HintLabel(this)),
      m_domain(new QComboBox(this)),
      m_weight(newField("describeWeight", tr("Weight"),
                        tr("How much it counts in the index, beside the others of its domain"))),
      m_problem(new HintLabel(this)), m_decimals(new QSpinBox(this)),
      m_period(newField("describePeriod", tr("Period"), tr("The time that the values are of: 2023/24"))),
      m_source(newField("describeSource", tr("Source"), tr("Who published the values; it stands under maps")))
{
    makeDirection();
    m_domain->setObjectName(QStringLiteral("describeDomain"));
    m_domain->setAccessibleName(tr("Domain"));
    m_domain->setToolTip(tr("The group of indicators that it is a part of: choose one, or type a new one"));
    m_domain->setEditable(true);
    m_domain->setInsertPolicy(QComboBox::NoInsert);
    m_domain->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_domain->lineEdit()->setAccessibleName(tr("Domain"));
    m_decimals->setObjectName(QStringLiteral("describeDecimals"));
    m_decimals->setAccessibleName(tr("Decimals"));
    m_decimals->setToolTip(tr("How many decimals are shown; computing uses all there are"));
    m_decimals->setRange(0, mostDecimals);
    m_decimals->setKeyboardTracking(false);
    m_decimals->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_weight->setMaximumWidth(14 * fontMetrics().averageCharWidth());
    m_unit->setMaximumWidth(24 * fontMetrics().averageCharWidth());
    m_problem->setObjectName(QStringLiteral("describeProblem"));
    m_problem->hide();
    makeRows();
    listen();
}

QLineEdit *DescriptionForm::newField(const char *name, const QString &accessibleName, const QString &tip)
{
    auto *field = new QLineEdit(this);
    field->setObjectName(QLatin1String(name));
    field->setAccessibleName(accessibleName);
    field->setToolTip(tip);
    return field;
}

void DescriptionForm::makeDirection()
{
    m_higher->setObjectName(QStringLiteral("describeHigher"));
    m_higher->setAccessibleName(tr("Higher is more disengaged"));
    m_higher->setToolTip(tr("Higher values mean that more young people are disengaged, as with absence"));
    m_lower->setObjectName(QStringLiteral("describeLower"));
    m_lower->setAccessibleName(tr("Lower is more disengaged"));
    m_lower->setToolTip(tr("Lower values mean that more young people are disengaged, as with attainment"));
    m_origin->setObjectName(QStringLiteral("directionOrigin"));
}

void DescriptionForm::makeRows()
{
    auto *direction = new QVBoxLayout;
    direction->setSpacing(2);
    for (QWidget *each : std::initializer_list<QWidget *>{m_higher, m_lower, m_origin})
        direction->addWidget(each);
    auto *weight = new QVBoxLayout;
    weight->setSpacing(2);
    weight->addWidget(m_weight);
    weight->addWidget(m_problem);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->addRow(tr("&Name:"), m_name);
    form->addRow(tr("&Unit:"), m_unit);
    form->addRow(tr("More disengaged is:"), direction);
    form->addRow(tr("&Domain:"), m_domain);
    auto *ofWeight = new QLabel(tr("&Weight:"), this);
    ofWeight->setBuddy(m_weight);
    form->addRow(ofWeight, weight);
    form->addRow(tr("D&ecimals:"), m_decimals);
    form->addRow(tr("&Period:"), m_period);
    form->addRow(tr("&Source:"), m_source);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_which);
    rows->addLayout(form);
}

void DescriptionForm::listen()
{
    connect(m_name, &QLineEdit::editingFinished, this,
            [this] { sayText(*m_name, &ColumnDescription::name, true); });
    connect(m_unit, &QLineEdit::editingFinished, this,
            [this] { sayText(*m_unit, &ColumnDescription::unit); });
    connect(m_period, &QLineEdit::editingFinished, this,
            [this] { sayText(*m_period, &ColumnDescription::period); });
    connect(m_source, &QLineEdit::editingFinished, this,
            [this] { sayText(*m_source, &ColumnDescription::source); });
    // Also where it is chosen already: that settles a guess.
    connect(m_higher, &QRadioButton::clicked, this,
            [this] { sayDirection(Direction::HigherIsMoreDisengaged); });
    connect(m_lower, &QRadioButton::clicked, this,
            [this] { sayDirection(Direction::LowerIsMoreDisengaged); });
    connect(m_domain, &QComboBox::activated, this, &DescriptionForm::sayDomain);
    connect(m_domain->lineEdit(), &QLineEdit::editingFinished, this, [this] {
        if (m_domain->lineEdit()->isModified())
            sayDomain();
    });
    connect(m_weight, &QLineEdit::editingFinished, this, &DescriptionForm::sayWeight);
    connect(m_decimals, &QSpinBox::valueChanged, this, [this](int decimals) {
        emit said([decimals](ColumnDescription &description) { description.decimals = decimals; }, false);
    });
}

void DescriptionForm::sayText(QLineEdit &field, QString ColumnDescription::*member, bool isOfOneAlone)
{
    if (!field.isModified())
        return;
    const QString text = field.text().trimmed();
    field.setModified(false); // it may be written anew now
    emit said([text, member](ColumnDescription &description) { description.*member = text; }, isOfOneAlone);
}

void DescriptionForm::sayDirection(Direction direction)
{
    emit said([direction](ColumnDescription &description) { description.direction = direction; }, false);
}

void DescriptionForm::sayDomain()
{
    const QString domain = m_domain->currentText().trimmed();
    m_domain->lineEdit()->setModified(false);
    emit said([domain](ColumnDescription &description) { description.domain = domain; }, false);
}

void DescriptionForm::sayWeight()
{
    if (!m_weight->isModified())
        return;
    bool isNumber = false;
    const double weight = locale().toDouble(m_weight->text().trimmed(), &isNumber);
    const bool isEmpty = m_weight->text().trimmed().isEmpty();
    const bool isFine = isEmpty || (isNumber && isWeight(weight));
    m_problem->setVisible(!isFine);
    if (!isFine) {
        m_problem->setProblem(
            tr("A weight is a number above zero. To leave an indicator out, switch its column "
               "off."));
        return;
    }
    m_weight->setModified(false);
    const auto given = isEmpty ? std::nullopt : std::optional(weight);
    emit said([given](ColumnDescription &description) { description.weight = given; }, false);
}

void DescriptionForm::put(QLineEdit &field, const QString &text)
{
    if (field.hasFocus() && field.isModified())
        return; // somebody is typing
    if (field.text() != text) {
        field.setText(text);
        field.setCursorPosition(0); // of a long text, its beginning
    }
    field.setModified(false);
}

void DescriptionForm::show(const DescribedIndicator &described, const QStringList &domains, int count)
{
    const bool isOther = described.indicator.code != m_shown.indicator.code;
    m_shown = described;
    if (isOther) // what was typed was of another
        for (QLineEdit *field : {m_name, m_unit, m_weight, m_period, m_source, m_domain->lineEdit()})
            field->setModified(false);
    const Indicator &indicator = described.indicator;
    put(*m_name, indicator.name);
    put(*m_unit, indicator.unit);
    put(*m_period, indicator.period);
    put(*m_source, indicator.source);
    constexpr int digits = 6;
    put(*m_weight, locale().toString(indicator.weight, 'g', digits));
    if (isOther)
        m_problem->hide();
    {
        const QSignalBlocker quiet(m_decimals);
        const QSignalBlocker still(m_domain);
        m_decimals->setValue(indicator.decimals);
        const bool isTyped = m_domain->lineEdit()->hasFocus() && m_domain->lineEdit()->isModified();
        if (!isTyped) {
            m_domain->clear();
            m_domain->addItems(domains);
            m_domain->setEditText(described.domainName);
        }
    }
    const bool isHigher = indicator.direction == Direction::HigherIsMoreDisengaged;
    (isHigher ? m_higher : m_lower)->setChecked(true);
    const QString origin = directionOriginText(described.origin);
    if (described.origin == DirectionOrigin::Assumed)
        m_origin->setProblem(origin);
    else
        m_origin->setHint(origin);
    m_which->setVisible(count > 1);
    m_which->setHint(
        tr("%n indicator(s) are selected. What you change here holds for all of them, but for the "
           "name.",
           nullptr, count));
}

void DescriptionForm::focusDirection()
{
    (m_higher->isChecked() ? m_higher : m_lower)->setFocus(Qt::OtherFocusReason);
}

} // namespace atlas
