#pragma once

#include <QHeaderView>

class QHoverEvent;
class QMouseEvent;

namespace atlas {

/// A header of two bands: above, the name of a domain across its columns; below, the columns' names in at
/// most two lines. The first section stays at the left when the others are scrolled, as the first column of
/// FrozenColumnView does; the view tells of scrolling by scrolled().
class GroupedHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit GroupedHeader(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;

    /// To be called whenever the sections have moved.
    void scrolled() { viewport()->update(); }
    /// Height of the band of domains; 0 when no column has one.
    int bandHeight() const;
    /// The name of the domain at a place of the viewport; empty below the band.
    QString domainAt(QPoint position) const;

protected:
    QSize sectionSizeFromContents(int section) const override;
    void paintEvent(QPaintEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    bool viewportEvent(QEvent *event) override;

private:
    bool isFrozen(QPointF position) const;
    QString domainOf(int section) const;
    void paintBand(QPainter *painter) const;
    void paintDomain(QPainter *painter, const QRect &span, const QString &name) const;
    bool mouseEvent(const QMouseEvent &event);
    bool hoverEvent(const QHoverEvent &event);
    void showToolTip(QPoint position, QPoint globalPosition) const;

    bool m_holdsFrozen = false; ///< the mouse was pressed in the frozen section and is still down
};

} // namespace atlas
