#pragma once

#include "app/charts/chart_style.h"
#include "core/common/result.h"
#include "core/render/picture_file.h"

#include <QWidget>

#include <vector>

class QRectF;

namespace atlas {

class Document;
class SelectedAreas;

/// The selected areas beside each other: for each indicator in use, and for the score, a bar for each area
/// from the mean of all areas to its normalised value. Colours, letters and a key tell the areas apart.
class ComparisonBars : public QWidget
{
    Q_OBJECT

public:
    ComparisonBars(const Document &document, const SelectedAreas &areas, QWidget *parent = nullptr);

    /// The most areas there are colours for (Okabe and Ito 2008, "Color universal design", which remain
    /// distinct for colour-blind readers). Others selected are left out, and the key says so.
    static constexpr size_t mostAreas = 6;

    Result<Picture> picture() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Bar
    {
        double value = 0; ///< from the mean, on the common scale; NaN if missing
        QString text;     ///< the value as given
    };
    struct Group
    {
        QString title;
        std::vector<Bar> bars; ///< one for each area
    };
    struct Content
    {
        std::vector<QString> areas;
        size_t leftOut = 0;
        std::vector<Group> groups;
        double low = 0;
        double high = 0;
    };

    Content content() const;
    void follow();
    double heightOf(const Content &content, const ChartStyle &style) const;
    void paint(QPainter &painter, const Content &content, const ChartStyle &style, double width) const;
    void paintKey(QPainter &painter, const Content &content, const ChartStyle &style, double width) const;
    void paintGroup(QPainter &painter, const Group &group, const ChartStyle &style, const QRectF &room,
                    const Content &content) const;

    const Document &m_document;
    const SelectedAreas &m_areas;
};

} // namespace atlas
