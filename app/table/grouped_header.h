#pragma once

#include <QHeaderView>

class QHoverEvent;
class QMouseEvent;

namespace atlas {

/// A header of bands: the name of a domain across its columns; the columns' names in at most two lines, above
/// a mark for the sort; and, where the model has them, lines of benchmarks, which so never scroll away. The
/// first section and some at the right stay in sight when the others are scrolled, see PinnedColumns; the
/// view tells of scrolling by scrolled().
class GroupedHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit GroupedHeader(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    QSize sizeHint() const override;

    /// To be called whenever the sections have moved.
    void scrolled() { viewport()->update(); }
    /// To be called whenever sections have changed their widths: makes the header as high as they need.
    void fitHeight();
    /// The least width of a section, with its name in two lines.
    int leastWidth(int section) const;
    /// Where names stand in the first section; see ClassCellDelegate::nameMargin().
    void setNameMargin(int margin) { m_nameMargin = margin; }

    /// Height of the band of domains; 0 when no column has one.
    int bandHeight() const;
    /// Where the lines of benchmarks begin, and the height of each.
    int benchmarksTop() const;
    int benchmarkHeight() const;
    int benchmarkCount() const;
    /// The name of the domain at a place of the viewport; empty below the band.
    QString domainAt(QPoint position) const;
    /// The section seen at a place of the viewport; -1 for none.
    int sectionAt(QPoint position) const;

protected:
    QSize sectionSizeFromContents(int section) const override;
    void paintEvent(QPaintEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    bool viewportEvent(QEvent *event) override;

private:
    QString domainOf(int section) const;
    int labelLineCount() const;
    void paintBand(QPainter *painter) const;
    void paintDomain(QPainter *painter, const QRect &span, const QString &name) const;
    void paintBenchmarks(QPainter *painter, const QRect &rect, int section) const;
    bool mouseEvent(const QMouseEvent &event);
    bool hoverEvent(const QHoverEvent &event);
    void lightUp(int section);
    QString benchmarkTip(int section, int y) const;
    void showToolTip(QPoint position, QPoint globalPosition) const;

    int m_lines = 1; ///< of the names
    int m_nameMargin = 0;
    int m_lit = -1;      ///< the section that the pointer is over
    int m_heldShift = 0; ///< of the section in which the mouse was pressed and is still down
};

} // namespace atlas
