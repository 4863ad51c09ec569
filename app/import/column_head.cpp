#include "app/import/column_head.h"

#include "app/import/figure_rows_model.h"
#include "app/state/app_theme.h"
#include "core/common/number_text.h"
#include "core/render/theme.h"

#include <QPainter>

#include <algorithm>

namespace atlas {

namespace {

constexpr int margin = 6;
constexpr int lines = 5;

} // namespace

ColumnHead::ColumnHead(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    constexpr int usualLetters = 19;
    constexpr int fewestLetters = 8;
    const int letter = fontMetrics().averageCharWidth();
    setDefaultSectionSize(usualLetters * letter + 2 * margin);
    setMinimumSectionSize(fewestLetters * letter);
    setAccessibleName(tr("Columns, and what each is read as"));
}

void ColumnHead::setCurrent(int section)
{
    if (m_current == section)
        return;
    m_current = section;
    viewport()->update();
}

QSize ColumnHead::sectionSizeFromContents(int) const
{
    return {defaultSectionSize(), lines * fontMetrics().lineSpacing() + 2 * margin};
}

void ColumnHead::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const auto *rows = qobject_cast<const FigureRowsModel *>(model());
    if (!rows || section >= rows->columnCount())
        return;
    const PlannedColumn &column = rows->plan().columns[static_cast<size_t>(section)];
    const bool isOpen = rows->isOpen(section);
    const MapColours colours = mapColours(themeOf(palette()));
    painter->save();
    painter->setClipRect(rect);
    painter->fillRect(rect, palette().color(section == m_current ? QPalette::Base : QPalette::Button));
    if (isOpen || section == m_current) {
        constexpr int stripe = 3;
        painter->fillRect(QRect(rect.left(), rect.top(), rect.width(), stripe),
                          isOpen ? colours.ink : palette().color(QPalette::Highlight));
    }
    painter->setPen(palette().color(QPalette::Mid));
    painter->drawLine(rect.topRight(), rect.bottomRight());
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());

    const QRect inside = rect.adjusted(margin, margin, -margin, -margin);
    const int line = fontMetrics().lineSpacing();
    const auto at = [&](int number) {
        return QRect(inside.left(), inside.top() + number * line, inside.width(), line);
    };
    QFont bold = font();
    bold.setBold(true);
    painter->setFont(bold);
    painter->setPen(palette().color(QPalette::ButtonText));
    const QFontMetrics wide(bold);
    painter->drawText(at(0), Qt::AlignLeft | Qt::AlignVCenter,
                      wide.elidedText(rows->headerData(section, Qt::Horizontal).toString(), Qt::ElideRight,
                                      inside.width()));
    painter->setFont(font());
    const QString role = capitalised(columnRoleText(column.role)) + QStringLiteral(" \u25BE"); // opens a menu
    painter->drawText(at(1), Qt::AlignLeft | Qt::AlignVCenter,
                      fontMetrics().elidedText(role, Qt::ElideMiddle, inside.width()));
    int next = 2;
    if (const QString format = rows->formatText(section); !format.isEmpty())
        painter->drawText(at(next++), Qt::AlignLeft | Qt::AlignVCenter,
                          fontMetrics().elidedText(capitalised(format), Qt::ElideRight, inside.width()));
    painter->setPen(isOpen ? palette().color(QPalette::ButtonText) : colours.faintInk);
    const QString sign = isOpen ? QStringLiteral("\u26A0 ") : QString();
    painter->drawText(QRect(inside.left(), at(next).top(), inside.width(), (lines - next) * line),
                      Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, sign + rows->reasonText(section));
    painter->restore();
}

} // namespace atlas
