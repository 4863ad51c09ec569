#include "core/common/placeholder_code.h"

#include <QRegularExpression>

namespace atlas {

bool isPlaceholderCode(const QString &code)
{
    const QString text = code.trimmed();
    if (text.isEmpty())
        return true;
    // Looked at first, because the codes of a whole file come by.
    const QChar first = text.front();
    if (first.isDigit() ? first != QLatin1Char('9')
                        : text.size() > 9 || (text.size() > 8 && !text.endsWith(QLatin1String("999"))))
        return false;
    // "NA" is Namibia and "X" may be the last of many letters.
    static const QRegularExpression placeholder(
        QStringLiteral(
            R"(^(-9*|-1|-9+\.0+|[A-Z]9{8}|9{4,}|null|<null>|\(null\)|none|nan|nil|n/a|#n/a|missing|)"
            R"(unknown|\.+|-+|\?+|\*+|_+)$)"),
        QRegularExpression::CaseInsensitiveOption);
    return placeholder.match(text).hasMatch();
}

} // namespace atlas
