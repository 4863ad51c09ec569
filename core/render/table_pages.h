#pragma once

#include "core/render/table_sheet.h"

#include <QRectF>
#include <QSizeF>
#include <QStringList>

#include <vector>

class QPainter;

namespace atlas {

/// A sheet set on pages, in logical pixels of 1/96 inch. Every page has the title, the key to the colours,
/// the head and the notes; where there are several, each its number. A table that is wider than the page is
/// made smaller until all its columns fit.
class TablePages
{
public:
    TablePages(const TableSheet &sheet, const QSizeF &page);
    /// One page as large as the sheet needs, with a margin around it.
    static TablePages onOnePage(const TableSheet &sheet);
    /// How wide the table is at its usual size.
    static double naturalWidth(const TableSheet &sheet);

    int pageCount() const { return m_pageCount; }
    QSizeF pageSize() const { return m_page; }
    /// `page` counts from 0. The painter's unit is a logical pixel, its origin the corner of the page.
    void paint(QPainter &painter, int page) const;

private:
    struct Measured
    {
        std::vector<double> widths; ///< of the columns, at the usual size
        double width = 0;           ///< of all of them
        bool hasBand = false;       ///< whether domains stand above the heads
    };

    TablePages(const TableSheet &sheet, Measured measured, const QSizeF &page, double margin);

    static Measured measure(const TableSheet &sheet);
    static double headHeight(const Measured &measured);
    double notesHeight() const;
    size_t firstRow(int page) const { return static_cast<size_t>(page) * m_rowsOnPage; }
    double paintTitle(QPainter &painter) const;
    double paintKey(QPainter &painter) const;
    void paintBand(QPainter &painter) const;
    void paintHead(QPainter &painter) const;
    void paintRow(QPainter &painter, size_t row, double top) const;
    void paintCell(QPainter &painter, const QRectF &cell, const TableColumn &column,
                   const TableCell &content) const;
    void paintNotes(QPainter &painter, int page) const;

    TableSheet m_sheet;
    Measured m_measured;
    QSizeF m_page;
    double m_margin = 0;
    double m_scale = 1; ///< of the table: below 1 where it would be too wide
    double m_top = 0;   ///< of the table
    size_t m_rowsOnPage = 1;
    int m_pageCount = 1;
};

} // namespace atlas
