#pragma once

#include <QHeaderView>

namespace atlas {

/// The heads of the columns of figures: what each is called, what it is read as, and why. One that is still
/// to be confirmed has a sign and says so. A click asks for what can be changed.
class ColumnHead : public QHeaderView
{
    Q_OBJECT

public:
    explicit ColumnHead(QWidget *parent = nullptr);

    /// The column that is marked as the one in hand; -1 for none.
    void setCurrent(int section);

protected:
    QSize sectionSizeFromContents(int section) const override;
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;

private:
    int m_current = -1;
};

} // namespace atlas
