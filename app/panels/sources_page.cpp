#include "app/panels/sources_page.h"

#include "app/widgets/data_text.h"
#include "core/index/figure_text.h"
#include "core/snapshot/snapshot.h"

#include <QLabel>
#include <QUrl>
#include <QVBoxLayout>

namespace atlas {

namespace {

QString valueText(const Snapshot &now, size_t indicator, size_t area, const QLocale &locale)
{
    const CellValue &cell = now.dataset()->cells[indicator][area];
    const QString value = figureText(cell.number, now.dataset()->indicator(indicator), locale);
    if (cell.isMissing())
        return cell.typed.isEmpty() ? missingText(cell)
                                    : SourcesPage::tr("%1 (“%2”)", "kind of missing, as typed")
                                          .arg(missingText(cell), cell.typed);
    return now.dataset()->isWhatIf(indicator, area) ? SourcesPage::tr("%1, tried").arg(value) : value;
}

QString sourceText(const Indicator &about)
{
    QString source = about.source.isEmpty() ? SourcesPage::tr("source not given") : plainHtml(about.source);
    const QUrl address(about.sourceUrl, QUrl::StrictMode);
    if (address.isValid()
        && (address.scheme() == QLatin1String("https") || address.scheme() == QLatin1String("http")))
        source = QStringLiteral("<a href=\"%1\">%2</a>")
                     .arg(QString::fromUtf8(address.toEncoded()).toHtmlEscaped(), source);
    return about.period.isEmpty()
               ? source
               : SourcesPage::tr("%1; %2", "period; source").arg(plainHtml(about.period), source);
}

QString indicatorText(const Snapshot &now, size_t indicator, size_t area, const QLocale &locale)
{
    const Indicator &about = now.dataset()->indicator(indicator);
    QString text = QStringLiteral("<p><b>%1</b> %2<br>%3")
                       .arg(plainHtml(about.shortName), plainHtml(valueText(now, indicator, area, locale)),
                            plainHtml(about.description.isEmpty() ? about.name : about.description));
    return text + QStringLiteral("<br>%1</p>").arg(sourceText(about));
}

QString remarksText(const Snapshot &now, size_t area)
{
    QString text;
    const AreaCode &code = now.dataset()->areas[area].code;
    for (const Issue &issue : now.issues())
        if (issue.area == code)
            text += QStringLiteral("<li>%1</li>").arg(plainHtml(issue.message));
    return text.isEmpty()
               ? QString()
               : QStringLiteral("<p><b>%1</b></p><ul>%2</ul>").arg(SourcesPage::tr("Remarks"), text);
}

} // namespace

SourcesPage::SourcesPage(QWidget *parent) : QWidget(parent), m_words(new QLabel(this))
{
    m_words->setObjectName(QStringLiteral("areaSources"));
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::RichText);
    m_words->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_words->setOpenExternalLinks(true);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(10, 10, 8, 8);
    rows->addWidget(m_words);
    rows->addStretch(1);
}

void SourcesPage::show(const Snapshot &now, size_t area)
{
    QString text =
        QStringLiteral("<p>%1</p>").arg(tr("Code %1").arg(plainHtml(now.dataset()->areas[area].code.text)));
    for (size_t i = 0; i < now.dataset()->indicatorCount(); ++i)
        text += indicatorText(now, i, area, locale());
    m_words->setText(text + remarksText(now, area));
}

} // namespace atlas
