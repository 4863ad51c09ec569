#include "app/table/class_cell_delegate.h"

#include "app/state/document.h"
#include "app/state/selection.h"
#include "app/table/area_table_model.h"
#include "app/table/cell_paint.h"
#include "app/table/table_colours.h"
#include "core/render/cell_colours.h"
#include "core/render/theme.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

constexpr int padding = 5;
constexpr int gap = 5;            // between mark or number and the text after it
constexpr int selectionFrame = 2; // above and below a selected row
constexpr int focusInset = 3;     // clear of the selection's frame
constexpr double tint = 0.15;     // of the highlight in cells without a class
constexpr double barTint = 0.3;   // the same, of bars
constexpr int barInset = 1;
constexpr int barLine = 2; // under the bar, so that its end stands out

QFont boldFont(const QFont &font)
{
    QFont bold = font;
    bold.setBold(true);
    return bold;
}

QPalette::ColorGroup groupOf(const QStyleOptionViewItem &cell)
{
    return cell.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
}

/// The lines of a frame around rows, which join with those of the cells beside.
void paintTop(QPainter *painter, const QRect &cell, const QColor &colour, int width)
{
    painter->fillRect(cell.left(), cell.top(), cell.width() + 1, width, colour);
}

void paintBottom(QPainter *painter, const QRect &cell, const QColor &colour, int width)
{
    painter->fillRect(cell.left(), cell.bottom() + 1 - width, cell.width() + 1, width, colour);
}

/// The baseline that centres the cell's font. Small text stands on the same line.
int baselineOf(const QStyleOptionViewItem &cell)
{
    const QFontMetrics metrics(cell.font);
    return cell.rect.top() + (cell.rect.height() + metrics.ascent() - metrics.descent() + 1) / 2;
}

void paintFocus(QPainter *painter, const QStyleOptionViewItem &cell, const QColor &colour)
{
    QPen pen(colour, 1);
    pen.setCosmetic(true);
    painter->setPen(pen);
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(cell.rect.adjusted(focusInset - 1, focusInset, -focusInset, -focusInset - 1));
}

} // namespace

struct ClassCellDelegate::Look
{
    QColor background; ///< of the row
    QColor colour;     ///< of the class; invalid without one
    QColor text;
    bool selected = false;
    bool hovered = false;
};

ClassCellDelegate::ClassCellDelegate(const Document &document, const SelectedAreas &areas, QObject *parent)
    : QStyledItemDelegate(parent), m_document(document), m_areas(areas)
{}

void ClassCellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    // Only what is painted here: initStyleOption() asks the model for much more.
    QStyleOptionViewItem cell = option;
    cell.text = index.data().toString();
    const Look look = lookOf(cell, index);
    painter->save();
    painter->setClipRect(cell.rect.adjusted(0, 0, 1, 0), Qt::IntersectClip);
    painter->fillRect(cell.rect, look.background);
    paintClass(painter, cell, index, look);
    if (index.column() == AreaTableModel::nameColumn)
        paintName(painter, cell, index, look);
    else
        paintFigure(painter, cell, index, look);
    if (look.selected || look.hovered)
        paintFrame(painter, cell, index);
    if (cell.state & QStyle::State_HasFocus)
        paintFocus(painter, cell, look.text);
    painter->restore();
}

QSize ClassCellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const int height = QFontMetrics(cell.font).height() + 6;
    const int textWidth = QFontMetrics(boldFont(cell.font)).horizontalAdvance(cell.text);
    if (index.column() == AreaTableModel::nameColumn)
        return {numberWidth(cell.font) + textWidth + 2 * padding + 1, height};
    const QString mark = index.data(AreaTableModel::WidestMarkRole).toString();
    const int markWidth =
        mark.isEmpty() ? 0 : QFontMetrics(markFont(boldFont(cell.font))).horizontalAdvance(mark) + gap;
    return {markWidth + textWidth + 2 * padding + 1, height};
}

ClassCellDelegate::Look ClassCellDelegate::lookOf(const QStyleOptionViewItem &cell,
                                                  const QModelIndex &index) const
{
    const QPalette &palette = cell.palette;
    const QColor highlight = palette.color(groupOf(cell), QPalette::Highlight);
    Look look{.background = palette.color(QPalette::Active, QPalette::Base),
              .selected = bool(cell.state & QStyle::State_Selected)};
    const auto hovered = m_areas.hovered();
    look.hovered = hovered && index.data(AreaTableModel::AreaRole).toInt() == static_cast<int>(*hovered);
    const bool isName = index.column() == AreaTableModel::nameColumn;
    if (look.selected && isName)
        look.background = highlight;
    else if (look.selected || (look.hovered && isName))
        look.background = mixed(look.background, highlight, tint);
    const QVariant classColour = index.data(Qt::BackgroundRole);
    if (classColour.isValid()) {
        look.colour = classColour.value<QBrush>().color();
        look.text = index.data(Qt::ForegroundRole).value<QBrush>().color();
        return look;
    }
    if (look.selected && isName)
        look.text = readableText(palette.color(groupOf(cell), QPalette::HighlightedText), highlight);
    else if (index.data(AreaTableModel::UsedRole).toBool())
        look.text = readableText(palette.color(QPalette::Active, QPalette::Text), look.background);
    else
        look.text = faintText(palette, look.background);
    return look;
}

/// What is behind the figure.
void ClassCellDelegate::paintClass(QPainter *painter, const QStyleOptionViewItem &cell,
                                   const QModelIndex &index, const Look &look) const
{
    const QRect coloured = colouredPart(cell.rect);
    if (look.colour.isValid())
        paintClassCell(painter, coloured, look.colour, edgeOf(look.colour, look.background));
    else if (index.column() != AreaTableModel::nameColumn && index.data(AreaTableModel::MissingRole).toBool())
        paintMissingCell(painter, coloured, look.text, look.background);
    const double share = index.data(AreaTableModel::BarRole).toDouble();
    if (!(share >= 0))
        return;
    const QRect room = coloured.adjusted(barInset, barInset, -barInset, -barInset);
    const int width = std::max(1, static_cast<int>(std::lround(share * room.width())));
    const QColor bar = look.colour.isValid()
                           ? cellBar(look.colour, look.text)
                           : mixed(look.background, cell.palette.color(QPalette::Highlight), barTint);
    painter->fillRect(room.left(), room.top(), width, room.height(), bar);
    painter->fillRect(room.left(), room.bottom() + 1 - barLine, width, barLine, look.text);
}

QColor ClassCellDelegate::edgeOf(const QColor &cell, const QColor &background) const
{
    QColor &edge = m_edges[{cell.rgb(), background.rgb()}];
    if (!edge.isValid())
        edge = cellEdge(cell, background);
    return edge;
}

/// One frame around all the selected rows that follow each other, or a thin one around the hovered row.
void ClassCellDelegate::paintFrame(QPainter *painter, const QStyleOptionViewItem &cell,
                                   const QModelIndex &index) const
{
    const QColor colour = cell.palette.color(QPalette::Active, QPalette::WindowText);
    const bool selected = cell.state & QStyle::State_Selected;
    const auto joins = [&](int row) {
        const QModelIndex beside = index.siblingAtRow(row);
        return selected && beside.isValid()
               && m_areas.isSelected(beside.data(AreaTableModel::AreaRole).toULongLong());
    };
    const int width = selected ? selectionFrame : 1;
    if (!joins(index.row() - 1))
        paintTop(painter, cell.rect, colour, width);
    if (!joins(index.row() + 1))
        paintBottom(painter, cell.rect, colour, width);
}

void ClassCellDelegate::paintName(QPainter *painter, const QStyleOptionViewItem &cell,
                                  const QModelIndex &index, const Look &look) const
{
    const int baseline = baselineOf(cell);
    const int numberRoom = numberWidth(cell.font);
    const int left = cell.rect.left() + padding;
    const int number = index.data(AreaTableModel::MapNumberRole).toInt();
    if (number != 0) {
        const QString digits = QString::number(number);
        painter->setFont(markFont(cell.font));
        painter->setPen(look.selected ? look.text : faintText(cell.palette, look.background));
        painter->drawText(left + numberRoom - gap - painter->fontMetrics().horizontalAdvance(digits),
                          baseline, digits);
    }
    painter->setFont(look.selected ? boldFont(cell.font) : cell.font);
    painter->setPen(look.text);
    const int room = cell.rect.right() - padding - left - numberRoom;
    painter->drawText(left + numberRoom, baseline,
                      painter->fontMetrics().elidedText(cell.text, Qt::ElideRight, room));
}

void ClassCellDelegate::paintFigure(QPainter *painter, const QStyleOptionViewItem &cell,
                                    const QModelIndex &index, const Look &look) const
{
    const int baseline = baselineOf(cell);
    painter->setPen(look.text);
    const bool isStrong = look.selected || index.data(AreaTableModel::StrongRole).toBool();
    painter->setFont(isStrong ? boldFont(cell.font) : cell.font);
    const int width = painter->fontMetrics().horizontalAdvance(cell.text);
    const int left = cell.rect.right() + 1 - padding - width;
    painter->drawText(left, baseline, cell.text);
    const QString mark = index.data(AreaTableModel::MarkRole).toString();
    const bool isOfAClass = index.data(AreaTableModel::ClassRole).toInt() > 0;
    if (mark.isEmpty() || (isOfAClass && !m_document.now().looks().classMarks))
        return;
    painter->setFont(markFont(painter->font()));
    const int markLeft = cell.rect.left() + padding;
    if (markLeft + painter->fontMetrics().horizontalAdvance(mark) < left)
        painter->drawText(markLeft, baseline, mark);
}

int ClassCellDelegate::nameMargin(const QFont &font) const
{
    return padding + numberWidth(font);
}

int ClassCellDelegate::numberWidth(const QFont &font) const
{
    if (m_highestMapNumber == 0)
        return 0;
    return QFontMetrics(markFont(font)).horizontalAdvance(QString::number(m_highestMapNumber)) + gap;
}

} // namespace atlas
