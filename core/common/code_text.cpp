#include "core/common/code_text.h"

#include <algorithm>
#include <array>

namespace atlas {

namespace {

bool isAsciiDigit(QChar character)
{
    return character >= QLatin1Char('0') && character <= QLatin1Char('9');
}

QString without(const QString &text, const auto &isDropped)
{
    if (std::none_of(text.begin(), text.end(), isDropped))
        return text;
    QString kept;
    kept.reserve(text.size());
    std::copy_if(text.begin(), text.end(), std::back_inserter(kept),
                 [&isDropped](QChar character) { return !isDropped(character); });
    return kept;
}

bool isInvisible(QChar character)
{
    return character.category() == QChar::Other_Format
           || (character.category() == QChar::Other_Control && !character.isSpace());
}

/// "805.0" and "805.", not "1.50".
QString withoutDecimalZero(const QString &text)
{
    const qsizetype dot = text.indexOf(QLatin1Char('.'));
    if (dot <= 0 || !std::all_of(text.begin(), text.begin() + dot, isAsciiDigit))
        return text;
    const bool isZero = std::all_of(text.begin() + dot + 1, text.end(),
                                    [](QChar character) { return character == QLatin1Char('0'); });
    return isZero ? text.left(dot) : text;
}

/// Dots and dashes tell numbers apart, as in 1.2 and 12, but only part the letters and digits of a code.
QString withoutPunctuation(const QString &text)
{
    const bool hasLetter =
        std::any_of(text.begin(), text.end(), [](QChar character) { return character.isLetter(); });
    if (!hasLetter)
        return text;
    return without(text, [](QChar character) {
        return character.isPunct() || character == QLatin1Char('`') || character == QLatin1Char('|');
    });
}

QString withoutLeadingZeros(const QString &text)
{
    if (text.size() < 2 || text[0] != QLatin1Char('0')
        || !std::all_of(text.begin(), text.end(), isAsciiDigit))
        return text;
    const auto first = std::find_if(text.begin(), text.end() - 1,
                                    [](QChar character) { return character != QLatin1Char('0'); });
    return text.mid(first - text.begin());
}

QString mended(const QString &text, CodeMending mending)
{
    switch (mending) {
    case CodeMending::InvisibleCharacters:
        return without(text, isInvisible);
    case CodeMending::WhiteSpace:
        return without(text, [](QChar character) { return character.isSpace(); });
    case CodeMending::DecimalZero:
        return withoutDecimalZero(text);
    case CodeMending::Punctuation:
        return withoutPunctuation(text);
    case CodeMending::Case:
        return text.toUpper();
    case CodeMending::LeadingZeros:
        break;
    }
    return withoutLeadingZeros(text);
}

constexpr std::array allMendings = {
    CodeMending::InvisibleCharacters, CodeMending::WhiteSpace, CodeMending::DecimalZero,
    CodeMending::Punctuation,         CodeMending::Case,       CodeMending::LeadingZeros};

/// Capital letters and digits alone are what most codes are, and need no mending.
bool isPlain(const QString &code)
{
    bool hasLetter = false;
    for (const QChar character : code) {
        const bool isLetter = character >= QLatin1Char('A') && character <= QLatin1Char('Z');
        hasLetter = hasLetter || isLetter;
        if (!isLetter && !isAsciiDigit(character))
            return false;
    }
    return hasLetter || !code.startsWith(QLatin1Char('0'));
}

/// What an ONS code is a code of: the local authorities of a country are one kind, whatever their tier.
QString kindOfOnsCode(const QString &code)
{
    static const std::array authorities = {QLatin1String("E06"), QLatin1String("E07"), QLatin1String("E08"),
                                           QLatin1String("E09"), QLatin1String("E10")};
    const bool isAuthority = std::any_of(authorities.begin(), authorities.end(),
                                         [&](QLatin1String prefix) { return code.startsWith(prefix); });
    return isAuthority ? QStringLiteral("E06") : code.left(3);
}

QChar shapeOf(QChar character)
{
    if (character.isLetter())
        return QLatin1Char('A');
    return character.isDigit() ? QLatin1Char('9') : character;
}

} // namespace

QString plainCode(const QString &code)
{
    if (isPlain(code))
        return code;
    QString plain = code;
    for (const CodeMending mending : allMendings)
        plain = mended(plain, mending);
    return plain;
}

std::vector<CodeMending> mendingsBetween(const QString &code, const QString &other)
{
    std::vector<CodeMending> mendings;
    QString left = code;
    QString right = other;
    for (const CodeMending mending : allMendings) {
        if (left == right)
            break;
        const QString nextLeft = mended(left, mending);
        const QString nextRight = mended(right, mending);
        if (nextLeft != left || nextRight != right)
            mendings.push_back(mending);
        left = nextLeft;
        right = nextRight;
    }
    return mendings;
}

bool isOnsCode(const QString &code)
{
    constexpr qsizetype length = 9;
    return code.size() == length && code[0] >= QLatin1Char('A') && code[0] <= QLatin1Char('Z')
           && std::all_of(code.begin() + 1, code.end(), isAsciiDigit);
}

bool isPlaceholderCode(const QString &code)
{
    // Most codes are plain, and only one of them is none.
    if (isOnsCode(code))
        return code.endsWith(QLatin1String("99999999"));
    const QString text = code.trimmed();
    if (std::none_of(text.begin(), text.end(), [](QChar character) { return character.isLetterOrNumber(); }))
        return true;
    const bool isNegative = text[0] == QLatin1Char('-') || text[0] == QChar(0x2212);
    const QString lower = withoutDecimalZero(isNegative ? text.mid(1) : text).toLower();
    if (isNegative && lower.size() > 1
        && std::all_of(lower.begin(), lower.end(), [](QChar c) { return c == QLatin1Char('9'); }))
        return true;
    static const std::array words = {QLatin1String("n/a"), QLatin1String("#n/a"), QLatin1String("n/k"),
                                     QLatin1String("[z]"), QLatin1String("[x]"),  QLatin1String("<na>")};
    return std::find(words.begin(), words.end(), lower) != words.end();
}

bool areCodesOfOneKind(const QString &code, const QString &other)
{
    if (isOnsCode(code) && isOnsCode(other))
        return kindOfOnsCode(code) == kindOfOnsCode(other);
    return code.size() == other.size()
           && std::equal(code.begin(), code.end(), other.begin(),
                         [](QChar a, QChar b) { return shapeOf(a) == shapeOf(b); });
}

// "A guide to ONS geography codes": England, Wales, Scotland, Northern Ireland; the kingdom, Great Britain,
// England and Wales.
bool isCountryCode(const AreaCode &code)
{
    static const std::array prefixes = {QLatin1String("E92"), QLatin1String("W92"), QLatin1String("S92"),
                                        QLatin1String("N92"), QLatin1String("K02"), QLatin1String("K03"),
                                        QLatin1String("K04")};
    return isOnsCode(code.text) && std::any_of(prefixes.begin(), prefixes.end(), [&](QLatin1String prefix) {
               return code.text.startsWith(prefix);
           });
}

bool isRegionCode(const AreaCode &code)
{
    return isOnsCode(code.text) && code.text.startsWith(QLatin1String("E12"));
}

} // namespace atlas
