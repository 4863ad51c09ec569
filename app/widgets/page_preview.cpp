#include "app/widgets/page_preview.h"

#include <QPainter>

#include <algorithm>
#include <chrono>

namespace atlas {

namespace {

using namespace std::chrono_literals;

constexpr int paperMargin = 18; // around the page
constexpr int shadowDepth = 10;

void paintShadow(QPainter &painter, const QRectF &page)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 6));
    for (int i = shadowDepth; i > 0; --i)
        painter.drawRoundedRect(page.adjusted(-i, -i + 3, i, i + 3), i, i);
}

} // namespace

PagePreview::PagePreview(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_timer.setSingleShot(true);
    m_timer.setInterval(20ms);
    connect(&m_timer, &QTimer::timeout, this, &PagePreview::draw);
}

void PagePreview::setPage(const MapScene &scene, const MapExport &page)
{
    m_page = Page{scene, page};
    m_timer.start();
}

void PagePreview::clear()
{
    m_page.reset();
    m_timer.start();
}

QSize PagePreview::sizeHint() const
{
    return {520, 560};
}

QSize PagePreview::minimumSizeHint() const
{
    return {240, 240};
}

void PagePreview::draw()
{
    m_image = {};
    if (m_page) {
        const QSizeF room(std::max(1, width() - 2 * paperMargin), std::max(1, height() - 2 * paperMargin));
        MapExport smaller = m_page->map;
        const QSizeF fitting = smaller.size.logical.scaled(room, Qt::KeepAspectRatio);
        smaller.size.pixelsPerUnit = fitting.width() / smaller.size.logical.width() * devicePixelRatioF();
        m_image = renderMapImage(m_page->scene, smaller);
        m_image.setDevicePixelRatio(devicePixelRatioF());
    }
    update();
    emit drawn();
}

void PagePreview::paintEvent(QPaintEvent * /*event*/)
{
    if (!m_image.isNull() && m_image.devicePixelRatio() != devicePixelRatioF())
        m_timer.start();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), palette().color(QPalette::Window).darker(108));
    if (m_image.isNull())
        return;
    QRectF page(QPointF(), m_image.deviceIndependentSize());
    page.moveCenter(QRectF(rect()).center());
    page.moveTopLeft(page.topLeft().toPoint());
    paintShadow(painter, page);
    painter.drawImage(page.topLeft(), m_image);
}

void PagePreview::resizeEvent(QResizeEvent * /*event*/)
{
    m_timer.start();
}

} // namespace atlas
