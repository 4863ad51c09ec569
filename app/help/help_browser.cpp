#include "app/help/help_browser.h"

#include <QDesktopServices>
#include <QEvent>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextFrame>
#include <QTextTable>

#include <utility>

namespace atlas {

namespace {

const QString scheme = QStringLiteral("help");

QString topicOf(const QUrl &page)
{
    return page.path().section(QLatin1Char('.'), 0, 0);
}

void layOutTable(QTextTable &table, const QColor &line)
{
    QTextTableFormat format = table.format();
    format.setBorder(1);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBorderBrush(line);
    format.setBorderCollapse(true);
    format.setCellPadding(5);
    format.setCellSpacing(0);
    format.setTopMargin(6);
    format.setBottomMargin(10);
    table.setFormat(format);
}

} // namespace

HelpBrowser::HelpBrowser(std::function<QString(const QString &)> textOf, QWidget *parent)
    : QTextBrowser(parent), m_textOf(std::move(textOf))
{
    setObjectName(QStringLiteral("helpPage"));
    setAccessibleName(tr("Page of the help"));
    setOpenLinks(false); // pages of our own are no files
    setFrameShape(QFrame::NoFrame);
    constexpr double margin = 22;
    document()->setDocumentMargin(margin);
    connect(this, &QTextBrowser::anchorClicked, this, &HelpBrowser::follow);
    connect(this, &QTextBrowser::sourceChanged, this,
            [this](const QUrl &page) { // source() is still the one before
                layOut();
                emit topicShown(topicOf(page));
            });
}

void HelpBrowser::showTopic(const QString &topic)
{
    setSource(QUrl(scheme + QLatin1Char(':') + topic + QStringLiteral(".md")),
              QTextDocument::MarkdownResource);
}

QString HelpBrowser::topic() const
{
    return topicOf(source());
}

QVariant HelpBrowser::loadResource(int type, const QUrl &name)
{
    return name.scheme() == scheme ? QVariant(m_textOf(topicOf(name)))
                                   : QTextBrowser::loadResource(type, name);
}

void HelpBrowser::follow(const QUrl &link)
{
    if (link.scheme() == scheme)
        showTopic(topicOf(link));
    else
        QDesktopServices::openUrl(link);
}

void HelpBrowser::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !source().isEmpty())
        reload(); // links take their colour when a page is read
}

/// Markdown comes without any of this: air between lines and above headings, lines in tables, formulas on a
/// ground of their own.
void HelpBrowser::layOut()
{
    constexpr int lineHeight = 125; // per cent
    const QColor ground = palette().color(QPalette::AlternateBase);
    QColor line = palette().color(QPalette::Text);
    line.setAlphaF(0.3F);
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        format.setLineHeight(lineHeight, QTextBlockFormat::ProportionalHeight);
        const bool isTitle = format.headingLevel() == 1;
        if (format.headingLevel() > 0) {
            format.setTopMargin(isTitle ? 0 : 14);
            format.setBottomMargin(isTitle ? 8 : 4);
        }
        if (format.hasProperty(QTextFormat::BlockQuoteLevel)) {
            format.setBackground(ground);
            format.setLeftMargin(16);
            format.setRightMargin(16);
        }
        QTextCursor(block).setBlockFormat(format);
    }
    for (QTextFrame *frame : document()->rootFrame()->childFrames())
        if (auto *table = qobject_cast<QTextTable *>(frame))
            layOutTable(*table, line);
    cursor.endEditBlock();
}

} // namespace atlas
