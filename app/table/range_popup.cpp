#include "app/table/range_popup.h"

#include "app/table/area_table_model.h"
#include "app/table/area_table_view.h"
#include "app/table/pinned_columns.h"

#include <QDoubleValidator>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace atlas {

namespace {

constexpr int fieldLetters = 9;

QString numberText(double number, const QLocale &locale)
{
    return std::isfinite(number) ? locale.toString(number, 'f', QLocale::FloatingPointShortest) : QString();
}

} // namespace

RangePopup::RangePopup(AreaTableView &table, int column)
    : QFrame(&table, Qt::Popup), m_table(table), m_column(column), m_fields(new QHBoxLayout)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setObjectName(QStringLiteral("rangePopup"));
    const QString head = table.areaModel().headerData(column, Qt::Horizontal).toString();
    setAccessibleName(tr("Filter by %1").arg(head));
    auto *title = new QLabel(tr("Only areas with %1").arg(head));
    title->setTextFormat(Qt::PlainText);
    auto *rows = new QVBoxLayout(this);
    rows->addWidget(title);
    rows->addLayout(m_fields);

    const auto [least, greatest] = table.areaModel().extremes(column);
    m_from = addField(tr("&from"), QStringLiteral("from"), least);
    m_to = addField(tr("&to"), QStringLiteral("to"), greatest);
    const auto span = table.filter().spans.find(table.areaModel().columnCode(column));
    if (span != table.filter().spans.end()) {
        m_from->setText(numberText(span->second.from, table.areaModel().locale()));
        m_to->setText(numberText(span->second.to, table.areaModel().locale()));
    }
    auto *filter = new QPushButton(tr("&Show these"));
    filter->setToolTip(tr("Show only areas with figures in this range, both ends included"));
    connect(filter, &QPushButton::clicked, this, &RangePopup::apply);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(filter);
    rows->addLayout(buttons);
    setTabOrder(m_from, m_to);
    setTabOrder(m_to, filter);
}

QLineEdit *RangePopup::addField(const QString &label, const QString &name, double usual)
{
    auto *field = new QLineEdit;
    const QLocale &locale = m_table.areaModel().locale();
    auto *validator = new QDoubleValidator(field);
    validator->setLocale(locale);
    field->setValidator(validator);
    field->setObjectName(name);
    field->setPlaceholderText(numberText(usual, locale));
    field->setMaximumWidth(fieldLetters * fontMetrics().horizontalAdvance(u'0') + 2 * fontMetrics().height());
    field->setToolTip(tr("Leave empty for no limit"));
    auto *text = new QLabel(label);
    text->setBuddy(field);
    m_fields->addWidget(text);
    m_fields->addWidget(field);
    connect(field, &QLineEdit::returnPressed, this, &RangePopup::apply);
    return field;
}

void RangePopup::apply()
{
    const auto numberIn = [this](const QLineEdit &field, double otherwise) {
        bool isNumber = false;
        const double number = m_table.areaModel().locale().toDouble(field.text(), &isNumber);
        return isNumber ? number : otherwise;
    };
    NumberSpan span;
    span.from = numberIn(*m_from, span.from);
    span.to = numberIn(*m_to, span.to);
    if (span.from > span.to)
        std::swap(span.from, span.to);
    TableFilter filter = m_table.filter();
    const QString code = m_table.areaModel().columnCode(m_column);
    if (span == NumberSpan())
        filter.spans.erase(code);
    else
        filter.spans[code] = span;
    m_table.setFilter(filter);
    close();
}

void RangePopup::openBelow(const QHeaderView &header)
{
    adjustSize();
    const int left = header.sectionViewportPosition(m_column) + PinnedColumns(header).shift(m_column);
    QPoint place = header.viewport()->mapToGlobal(QPoint(left, header.height()));
    const QRect screen = header.screen()->availableGeometry();
    place.setX(std::clamp(place.x(), screen.left(), std::max(screen.left(), screen.right() - width())));
    move(place);
    show();
    m_from->setFocus(Qt::PopupFocusReason);
    m_from->selectAll();
}

} // namespace atlas
