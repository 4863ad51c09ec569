#pragma once

#include <QColor>
#include <QHash>
#include <QStyledItemDelegate>

namespace atlas {

class Document;
class SelectedAreas;

/// Paints the cells of the table: the colour of the class with its mark and the figure, or the area's name
/// after its number. Cells stand apart by a gap, and pale ones have an edge; where the looks want bars, a bar
/// says where the figure is between the least and the greatest of its column; a cell without a figure is
/// hatched. A selected row keeps its class colours: it has a frame, bold figures and a name in the highlight
/// colour. The row under the pointer, here or on the map, has a thin frame.
class ClassCellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ClassCellDelegate(const Document &document, const SelectedAreas &areas,
                               QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// The number that needs most room in front of the names; 0 when areas have no numbers.
    void setHighestMapNumber(int number) { m_highestMapNumber = number; }
    /// Where names begin.
    int nameMargin(const QFont &font) const;

private:
    struct Look;

    Look lookOf(const QStyleOptionViewItem &cell, const QModelIndex &index) const;
    void paintClass(QPainter *painter, const QStyleOptionViewItem &cell, const QModelIndex &index,
                    const Look &look) const;
    void paintFrame(QPainter *painter, const QStyleOptionViewItem &cell, const QModelIndex &index) const;
    void paintName(QPainter *painter, const QStyleOptionViewItem &cell, const QModelIndex &index,
                   const Look &look) const;
    void paintFigure(QPainter *painter, const QStyleOptionViewItem &cell, const QModelIndex &index,
                     const Look &look) const;
    int numberWidth(const QFont &font) const;
    QColor edgeOf(const QColor &cell, const QColor &background) const;

    const Document &m_document;
    const SelectedAreas &m_areas;
    int m_highestMapNumber = 0;
    mutable QHash<QPair<QRgb, QRgb>, QColor> m_edges; ///< by cell and background
};

} // namespace atlas
