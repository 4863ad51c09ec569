#pragma once

#include <QAbstractButton>

namespace atlas {

/// The edge of a panel that is folded away: a narrow strip with its name written downwards; a click unfolds
/// it.
class FoldStrip : public QAbstractButton
{
    Q_OBJECT

public:
    explicit FoldStrip(const QString &text, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace atlas
