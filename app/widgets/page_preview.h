#pragma once

#include "core/render/map_export.h"
#include "core/render/map_scene.h"

#include <QImage>
#include <QTimer>
#include <QWidget>

#include <optional>

namespace atlas {

/// The page of a map, drawn as large as the widget allows by the code that exports it.
class PagePreview : public QWidget
{
    Q_OBJECT

public:
    explicit PagePreview(QWidget *parent = nullptr);

    /// Draws this page a moment later, once for many changes.
    void setPage(const MapScene &scene, const MapExport &page);
    /// No page, where none is possible.
    void clear();

    /// What is on show, with the widget's device pixel ratio; null without a page.
    const QImage &image() const { return m_image; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void drawn(); ///< image() is up to date

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Page
    {
        MapScene scene;
        MapExport map;
    };

    void draw();

    std::optional<Page> m_page;
    QImage m_image;
    QTimer m_timer;
};

} // namespace atlas
