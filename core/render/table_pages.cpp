#include "core/render/table_pages.h"

#include "core/common/plain_text.h"
#include "core/render/text.h"
#include "core/render/theme.h"
#include "core/tables/cell_text.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace atlas {

namespace {

constexpr double rowHeight = 19;
constexpr double padding = 6;
constexpr double gap = 8;
constexpr double titleHeight = 28;
constexpr double keyHeight = 26;
constexpr double bandHeight = 20;
constexpr double labelHeight = 36; // two lines
constexpr double markRoom = 22;
constexpr double widestText = 340;
constexpr double widestLabel = 110;

const QColor ink(0x21, 0x1b, 0x2b);
const QColor faintInk(0x5d, 0x58, 0x68);
const QColor lineColour(0xc8, 0xc8, 0xd0);
const QColor headColour(0xec, 0xeb, 0xf1);

QFont cellFont()
{
    return mapFont(12);
}

QFont headFont()
{
    return mapFont(12, QFont::DemiBold);
}

QFont titleFont()
{
    return mapFont(17, QFont::DemiBold);
}

QFont noteFont()
{
    return mapFont(10);
}

QFont markFont()
{
    return mapFont(9, QFont::DemiBold);
}

double widthOf(const QString &text, const QFont &font)
{
    return QFontMetricsF(font).horizontalAdvance(text);
}

/// Wide enough for every word of the label, and for the label in two lines.
double labelWidth(const QString &label)
{
    double word = 0;
    for (const QString &part : label.split(QLatin1Char(' ')))
        word = std::max(word, widthOf(part, headFont()));
    return std::min(widestLabel, std::max(word, widthOf(label, headFont()) * 0.62));
}

/// The room of the cells' texts: that of the longest ones, to which the others are close.
double textWidth(const Table &table, const TableColumn &column, const QLocale &locale)
{
    const QFontMetricsF metrics(cellFont());
    qsizetype longest = 0;
    double widest = 0;
    for (const size_t row : table.order) {
        const QString text = shownText(column, column.cell(row), locale);
        if (text.size() + 2 < longest)
            continue;
        longest = std::max(longest, text.size());
        widest = std::max(widest, metrics.horizontalAdvance(plainLine(text)));
    }
    return widest;
}

QRectF inside(const QRectF &cell)
{
    return cell.adjusted(padding, 0, -padding, 0);
}

} // namespace

TablePages::Measured TablePages::measure(const TableSheet &sheet)
{
    Measured measured;
    for (const TableColumn &column : sheet.table.columns) {
        const bool isText = column.kind == TableColumn::Kind::Text;
        double room = textWidth(sheet.table, column, sheet.locale);
        if (column.classCount > 0 && sheet.formatOf)
            room += markRoom;
        room = std::max(isText ? std::min(room, widestText) : room, labelWidth(shownHeader(column)));
        measured.widths.push_back(std::ceil(room + 2 * padding));
        measured.width += measured.widths.back();
        measured.hasBand = measured.hasBand || !column.head.isEmpty();
    }
    return measured;
}

double TablePages::naturalWidth(const TableSheet &sheet)
{
    return measure(sheet).width;
}

double TablePages::headHeight(const Measured &measured)
{
    return (measured.hasBand ? bandHeight : 0) + labelHeight;
}

TablePages::TablePages(const TableSheet &sheet, const QSizeF &page)
    : TablePages(sheet, measure(sheet), page, 0)
{}

TablePages TablePages::onOnePage(const TableSheet &sheet)
{
    constexpr double margin = 16;
    constexpr double leastWidth = 420; // for title, key and notes
    Measured measured = measure(sheet);
    const double width = std::max(leastWidth, measured.width) + 2 * margin;
    TablePages probe(sheet, measured, {width, 1}, margin);
    const double height = probe.m_top + headHeight(measured)
                          + static_cast<double>(sheet.table.rowCount()) * rowHeight + gap
                          + probe.notesHeight() + margin;
    return {sheet, std::move(measured), {width, std::ceil(height)}, margin};
}

TablePages::TablePages(const TableSheet &sheet, Measured measured, const QSizeF &page, double margin)
    : m_sheet(sheet), m_measured(std::move(measured)), m_page(page), m_margin(margin),
      m_scale(std::min(1.0, (page.width() - 2 * margin) / std::max(1.0, m_measured.width))),
      m_top(margin + (sheet.title.isEmpty() ? 0 : titleHeight) + (sheet.key.empty() ? 0 : keyHeight))
{
    const double room = page.height() - m_top - gap - notesHeight() - margin;
    const double rows = (room / m_scale - headHeight(m_measured)) / rowHeight;
    constexpr double rounding = 1e-6;
    m_rowsOnPage = static_cast<size_t>(std::max(1.0, std::floor(rows + rounding)));
    const size_t pages = (sheet.table.rowCount() + m_rowsOnPage - 1) / m_rowsOnPage;
    m_pageCount = std::max(1, static_cast<int>(pages));
}

double TablePages::notesHeight() const
{
    constexpr double pageNumberRoom = 90;
    constexpr double anyHeight = 1e5;
    const QRectF room(0, 0, std::max(100.0, m_page.width() - 2 * m_margin - pageNumberRoom), anyHeight);
    const QFontMetricsF metrics(noteFont());
    const QString notes = m_sheet.notes.join(QLatin1Char('\n'));
    const double written =
        notes.isEmpty() ? 0 : metrics.boundingRect(room, Qt::TextWordWrap, plainText(notes)).height();
    return std::max(written, metrics.height());
}

void TablePages::paint(QPainter &painter, int page) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.translate(m_margin, m_margin);
    painter.translate(0, paintTitle(painter));
    painter.translate(0, paintKey(painter));
    painter.scale(m_scale, m_scale);
    paintBand(painter);
    paintHead(painter);
    const size_t last = std::min(firstRow(page) + m_rowsOnPage, m_sheet.table.rowCount());
    double top = headHeight(m_measured);
    for (size_t row = firstRow(page); row < last; ++row, top += rowHeight)
        paintRow(painter, row, top);
    painter.restore();
    paintNotes(painter, page);
}

/// How much room it has taken, as paintKey().
double TablePages::paintTitle(QPainter &painter) const
{
    if (m_sheet.title.isEmpty())
        return 0;
    const double width = m_page.width() - 2 * m_margin;
    painter.setFont(titleFont());
    painter.setPen(ink);
    painter.drawText(QRectF(0, 0, width, titleHeight), Qt::AlignLeft | Qt::AlignTop,
                     QFontMetricsF(titleFont()).elidedText(plainLine(m_sheet.title), Qt::ElideRight, width));
    return titleHeight;
}

double TablePages::paintKey(QPainter &painter) const
{
    if (m_sheet.key.empty())
        return 0;
    constexpr double swatchHeight = 18;
    double left = 0;
    painter.setFont(cellFont());
    for (const SheetKeyEntry &entry : m_sheet.key) {
        const QRectF swatch(left, 0, widthOf(entry.meaning, cellFont()) + 2 * padding, swatchHeight);
        painter.fillRect(swatch, entry.format.background);
        painter.setPen(entry.format.text);
        painter.drawText(swatch, Qt::AlignCenter, entry.meaning);
        left = swatch.right() + padding;
    }
    return keyHeight;
}

/// The names of the domains, each across its columns.
void TablePages::paintBand(QPainter &painter) const
{
    if (!m_measured.hasBand)
        return;
    const std::vector<TableColumn> &columns = m_sheet.table.columns;
    painter.setFont(headFont());
    double left = 0;
    for (size_t first = 0; first < columns.size();) {
        double width = 0;
        size_t end = first;
        for (; end < columns.size() && columns[end].head == columns[first].head; ++end)
            width += m_measured.widths[end];
        const QRectF span(left, 0, width, bandHeight);
        if (!columns[first].head.isEmpty()) {
            painter.fillRect(span, headColour);
            painter.setPen(ink);
            painter.drawText(
                inside(span), Qt::AlignCenter,
                QFontMetricsF(headFont())
                    .elidedText(plainLine(columns[first].head), Qt::ElideRight, width - 2 * padding));
            painter.setPen(QPen(lineColour, 1));
            painter.drawLine(span.topRight(), span.bottomRight());
        }
        left += width;
        first = end;
    }
}

void TablePages::paintHead(QPainter &painter) const
{
    const double top = m_measured.hasBand ? bandHeight : 0;
    double left = 0;
    painter.setFont(headFont());
    for (size_t i = 0; i < m_sheet.table.columns.size(); ++i) {
        const TableColumn &column = m_sheet.table.columns[i];
        const QRectF cell(left, top, m_measured.widths[i], labelHeight);
        const Qt::Alignment side = column.kind == TableColumn::Kind::Text ? Qt::AlignLeft : Qt::AlignRight;
        painter.fillRect(cell, headColour);
        painter.setPen(ink);
        painter.drawText(inside(cell).adjusted(0, 2, 0, -2), int(side | Qt::AlignBottom) | Qt::TextWordWrap,
                         plainLine(shownHeader(column)));
        left += cell.width();
    }
    painter.setPen(QPen(faintInk, 1));
    painter.drawLine(QPointF(0, top + labelHeight), QPointF(left, top + labelHeight));
}

void TablePages::paintRow(QPainter &painter, size_t row, double top) const
{
    double left = 0;
    for (size_t i = 0; i < m_sheet.table.columns.size(); ++i) {
        const TableColumn &column = m_sheet.table.columns[i];
        paintCell(painter, QRectF(left, top, m_measured.widths[i], rowHeight), column,
                  m_sheet.table.cell(row, i));
        left += m_measured.widths[i];
    }
    painter.setPen(QPen(lineColour, 0.5));
    painter.drawLine(QPointF(0, top + rowHeight), QPointF(left, top + rowHeight));
}

void TablePages::paintCell(QPainter &painter, const QRectF &cell, const TableColumn &column,
                           const TableCell &content) const
{
    const CellFormat format = m_sheet.formatOf ? m_sheet.formatOf(column, content) : CellFormat();
    const bool isText = column.kind == TableColumn::Kind::Text;
    if (format.background.isValid())
        painter.fillRect(cell.adjusted(0, 0, -1, 0), format.background);
    painter.setPen(format.text.isValid() ? format.text : ink);
    if (!format.mark.isEmpty()) {
        painter.setFont(markFont());
        painter.drawText(inside(cell), Qt::AlignLeft | Qt::AlignVCenter, format.mark);
    }
    painter.setFont(cellFont());
    const QString text = plainLine(shownText(column, content, m_sheet.locale));
    painter.drawText(inside(cell), (isText ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter,
                     isText ? QFontMetricsF(cellFont()).elidedText(text, Qt::ElideRight, inside(cell).width())
                            : text);
}

/// At the foot of the page, with its number at the right.
void TablePages::paintNotes(QPainter &painter, int page) const
{
    const QRectF foot(m_margin, m_page.height() - m_margin - notesHeight(), m_page.width() - 2 * m_margin,
                      notesHeight());
    constexpr double pageNumberRoom = 90;
    painter.save();
    painter.setFont(noteFont());
    painter.setPen(faintInk);
    painter.drawText(foot.adjusted(0, 0, -pageNumberRoom, 0), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                     plainText(m_sheet.notes.join(QLatin1Char('\n'))));
    if (m_pageCount > 1)
        painter.drawText(foot, Qt::AlignRight | Qt::AlignBottom,
                         Text::tr("Page %1 of %2").arg(page + 1).arg(m_pageCount));
    painter.restore();
}

} // namespace atlas
