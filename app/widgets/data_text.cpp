#include "app/widgets/data_text.h"

#include "core/common/plain_text.h"

#include <QTextDocument>

namespace atlas {

QString plainToolTip(const QString &text)
{
    QString plain = plainText(text);
    return Qt::mightBeRichText(plain)
               ? QStringLiteral("<p style=\"white-space: pre-wrap\">%1</p>").arg(plain.toHtmlEscaped())
               : plain;
}

QString plainHtml(const QString &text)
{
    return plainLine(text).toHtmlEscaped();
}

QString withoutKeys(const QString &text)
{
    return plainLine(text).replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace atlas
