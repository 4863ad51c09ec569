#pragma once

#include "app/charts/chart_style.h"
#include "core/render/picture_file.h"

#include <QString>
#include <QStringList>
#include <QWidget>

#include <vector>

class QPainter;

namespace atlas {

/// Figures of a few areas, each as a bar from what they are compared with.
struct AreaComparison
{
    struct Row
    {
        QString name;
        QString reference;             ///< the figure they are compared with, in words
        std::vector<double> distances; ///< one for each area, above 0 is more disengaged; NaN for no figure
        QStringList values;            ///< as measured, in words
    };

    QStringList areas; ///< at most mostComparedAreas
    std::vector<Row> rows;
    QString axis; ///< what a distance is
};

inline constexpr size_t mostComparedAreas = 6;

/// A group of bars for each figure: a colour for each area, its figure at the end of its bar, and a line
/// where the benchmark is. Colours can be told apart by those who see few, and bars of a group keep the order
/// of the legend.
class AreaBars : public QWidget
{
    Q_OBJECT

public:
    explicit AreaBars(QWidget *parent = nullptr);

    void show(AreaComparison comparison);
    const AreaComparison &comparison() const { return m_comparison; }
    /// The bars on a page, with what the colours mean.
    Picture picture(const QString &title, const QStringList &notes) const;

signals:
    void tableAsked(); ///< T was pressed

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    void describe();

    AreaComparison m_comparison;
};

} // namespace atlas
