#include "core/common/one_line.h"

namespace atlas {

QString oneLine(QString text)
{
    for (QChar &c : text) {
        const auto category = c.category();
        if (category == QChar::Separator_Line || category == QChar::Separator_Paragraph
            || (category == QChar::Other_Control && c.isSpace()))
            c = QLatin1Char(' ');
        else if (category == QChar::Other_Control)
            c = QChar(QChar::ReplacementCharacter);
    }
    return text;
}

} // namespace atlas
