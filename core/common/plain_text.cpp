#include "core/common/plain_text.h"

#include <algorithm>

namespace atlas {

namespace {

constexpr char16_t replacement = u'\uFFFD';

bool isBreak(char16_t unit)
{
    return unit == u'\t' || unit == u'\n' || unit == u'\r' || unit == u'\v' || unit == u'\f'
           || unit == u'\u0085' || unit == u'\u2028' || unit == u'\u2029';
}

/// Whether a character that is no half of a pair must go.
bool isForbidden(char16_t unit)
{
    const bool isControl = unit < u' ' || (unit >= u'\u007F' && unit < u'\u00A0');
    const bool isNonCharacter = (unit >= u'\uFDD0' && unit <= u'\uFDEF') || unit >= u'\uFFFE';
    return (isControl && unit != u'\t' && unit != u'\n' && unit != u'\r') || isNonCharacter;
}

/// The last two of each plane are no characters.
bool isForbiddenPair(char16_t high, char16_t low)
{
    return (QChar::surrogateToUcs4(high, low) & 0xFFFE) == 0xFFFE;
}

QString cleaned(QString text, bool inOneLine)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text.at(i).unicode();
        if (inOneLine && isBreak(unit)) {
            text[i] = u' ';
        } else if (QChar::isHighSurrogate(unit) && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            if (isForbiddenPair(unit, text.at(i + 1).unicode()))
                text.replace(i, 2, QChar(replacement));
            else
                ++i;
        } else if (QChar::isSurrogate(unit) || isForbidden(unit)) {
            text[i] = replacement;
        }
    }
    return text;
}

} // namespace

QString plainText(const QString &text)
{
    return cleaned(text, false);
}

QString plainLine(const QString &text)
{
    return cleaned(text, true);
}

void dropForbidden(QByteArray &xml)
{
    const auto isControl = [](char c) {
        return static_cast<uchar>(c) < ' ' && c != '\t' && c != '\n' && c != '\r';
    };
    if (std::any_of(xml.cbegin(), xml.cend(), isControl))
        std::replace_if(xml.begin(), xml.end(), isControl, '?');
    for (const char *nonCharacter : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) // U+FFFE, U+FFFF
        xml.replace(nonCharacter, "\xEF\xBF\xBD");
}

} // namespace atlas
