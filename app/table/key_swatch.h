#pragma once

#include "core/render/cell_format.h"

#include <QAbstractButton>

namespace atlas {

/// One class in the key of a table: a cell as the table has them, with its mark and a word. Checked while
/// only such areas are shown.
class KeySwatch : public QAbstractButton
{
    Q_OBJECT

public:
    /// 0 for cells without a figure.
    explicit KeySwatch(int classNumber, QWidget *parent = nullptr);

    int classNumber() const { return m_classNumber; }
    void setFormat(const CellFormat &format);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// The arrow keys ask for the swatch to the left (-1) or right (1).
    void stepAsked(int by);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRect cellRect() const;

    int m_classNumber;
    CellFormat m_format;
};

} // namespace atlas
