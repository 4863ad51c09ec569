#include "core/indicators/number_spelling.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <system_error>

namespace atlas {

namespace {

constexpr double beyondDoubles = std::numeric_limits<double>::infinity();

bool isDigit(QChar character)
{
    return character >= QLatin1Char('0') && character <= QLatin1Char('9');
}

bool isSpace(QChar character)
{
    return character.isSpace(); // no-break and thin ones, too
}

bool isCurrency(QChar character)
{
    return character.category() == QChar::Symbol_Currency;
}

/// A few digits with or without a point, as most numbers of a table are. Exact: the digits and the power of
/// ten both are whole numbers that a double holds, and their quotient is rounded once.
std::optional<double> shortNumber(QStringView text, bool mayHavePoint)
{
    constexpr int mostDigits = 15;
    static constexpr std::array<double, mostDigits + 1> powers = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    const bool isNegative = text.startsWith(QLatin1Char('-'));
    int64_t whole = 0;
    int digits = 0;
    int decimals = -1; // no point yet
    for (const QChar character : isNegative ? text.mid(1) : text) {
        if (isDigit(character)) {
            whole = whole * 10 + (character.unicode() - u'0');
            decimals += decimals < 0 ? 0 : 1;
            if (++digits > mostDigits)
                return {};
        } else if (character == QLatin1Char('.') && mayHavePoint && decimals < 0) {
            decimals = 0;
        } else {
            return {};
        }
    }
    if (digits == 0)
        return {};
    const double number = static_cast<double>(whole) / powers[static_cast<size_t>(std::max(decimals, 0))];
    return isNegative ? -number : number;
}

/// Digits of the C locale and nothing else. Tables have hundreds of thousands of cells, and most are short.
std::optional<double> plainNumber(QStringView digits)
{
    std::array<char, 32> bytes{};
    const bool hasPlus = digits.startsWith(QLatin1Char('+'));
    const bool isShort = digits.size() <= static_cast<qsizetype>(bytes.size());
    const bool isAscii = std::all_of(digits.begin(), digits.end(), [](QChar c) { return c.unicode() < 128; });
    if (isShort && isAscii && !hasPlus) {
        char *end = std::transform(digits.begin(), digits.end(), bytes.data(),
                                   [](QChar c) { return static_cast<char>(c.unicode()); });
        double number = 0;
        const auto [rest, error] = std::from_chars(bytes.data(), end, number);
        if (error == std::errc::invalid_argument || rest != end)
            return {};
        if (error == std::errc::result_out_of_range)
            return beyondDoubles;
        return std::isfinite(number) ? std::optional(number) : std::nullopt;
    }
    bool ok = false;
    const double number = digits.toDouble(&ok);
    if (ok && std::isfinite(number))
        return number;
    return !ok && std::isinf(number) ? std::optional(beyondDoubles) : std::nullopt;
}

/// What parts thousands where `mark` stands before the decimals.
bool isGroupMark(QChar character, DecimalMark mark)
{
    const char16_t code = character.unicode();
    const char16_t other = mark == DecimalMark::Point ? u',' : u'.';
    return code == other || code == u'\'' || code == 0x2019 || isSpace(character);
}

/// Takes a text apart from its beginning.
class Scanner
{
public:
    explicit Scanner(QStringView text) : m_rest(text) {}

    QStringView rest() const { return m_rest; }
    bool isAtEnd() const { return m_rest.isEmpty(); }
    QChar front() const { return m_rest.isEmpty() ? QChar() : m_rest.front(); }
    void advance(qsizetype count = 1) { m_rest = m_rest.mid(count); }
    void skipSpaces()
    {
        while (!m_rest.isEmpty() && isSpace(m_rest.front()))
            advance();
    }
    bool take(const auto &isWanted)
    {
        if (m_rest.isEmpty() || !isWanted(m_rest.front()))
            return false;
        advance();
        return true;
    }
    /// How many digits follow.
    qsizetype digits() const
    {
        return std::find_if_not(m_rest.begin(), m_rest.end(), isDigit) - m_rest.begin();
    }

private:
    QStringView m_rest;
};

void moveDigits(Scanner &scanner, qsizetype count, QString &plain)
{
    plain += scanner.rest().left(count);
    scanner.advance(count);
}

/// The whole part: digits, or one to three of them and then groups of three, all parted alike.
bool takeWhole(Scanner &scanner, DecimalMark mark, QString &plain)
{
    constexpr qsizetype group = 3;
    const qsizetype first = scanner.digits();
    moveDigits(scanner, first, plain);
    if (first == 0 || first > group || plain.front() == QLatin1Char('0')) // 0,057 is no thousand
        return first > 0;
    QChar between;
    while (!scanner.isAtEnd() && isGroupMark(scanner.front(), mark)
           && (between.isNull() || between == scanner.front())) {
        Scanner ahead = scanner;
        ahead.advance();
        if (ahead.digits() != group)
            break;
        between = scanner.front();
        scanner = ahead;
        moveDigits(scanner, group, plain);
    }
    return true;
}

/// Decimals and an exponent, where there are any.
void takeFraction(Scanner &scanner, DecimalMark mark, QString &plain)
{
    const QLatin1Char point(mark == DecimalMark::Point ? '.' : ',');
    if (scanner.front() == point) {
        scanner.advance();
        plain += QLatin1Char('.');
        moveDigits(scanner, scanner.digits(), plain);
    }
    Scanner ahead = scanner;
    if (!ahead.take([](QChar c) { return c == QLatin1Char('e') || c == QLatin1Char('E'); }))
        return;
    QString exponent = QStringLiteral("e");
    if (ahead.front() == QLatin1Char('-') || ahead.front() == QLatin1Char('+')) {
        exponent += ahead.front();
        ahead.advance();
    }
    const qsizetype digits = ahead.digits();
    if (digits == 0)
        return;
    moveDigits(ahead, digits, exponent);
    plain += exponent;
    scanner = ahead;
}

/// The signs of footnotes: asterisks, daggers and small raised digits, also several together.
bool isFootnoteSign(QStringView text)
{
    constexpr qsizetype longest = 8;
    static constexpr QStringView signs = u"*\u2020\u2021\u00A7\u00B6#\u00B9\u00B2\u00B3";
    const auto isSign = [](QChar c) {
        const bool isRaised = c.unicode() >= 0x2070 && c.unicode() <= 0x2079;
        return isRaised || signs.contains(c);
    };
    return !text.isEmpty() && text.size() <= longest && isSign(text.front()) && isSign(text.back())
           && std::all_of(text.begin(), text.end(),
                          [&](QChar c) { return isSign(c) || isSpace(c) || c == QLatin1Char(','); });
}

/// What official tables put after a number: [u], [note 3], (p), the sign of a footnote, or one of the letters
/// that stand for provisional, revised, estimated, unreliable, a break in the series and a forecast.
bool isMarker(QStringView text)
{
    if (isFootnoteSign(text))
        return true;
    static constexpr QStringView letters = u"prebuf";
    if (text.size() == 1)
        return letters.contains(text.front().toLower());
    constexpr qsizetype longest = 12;
    const bool isSquare = text.startsWith(QLatin1Char('[')) && text.endsWith(QLatin1Char(']'));
    const bool isRound = text.startsWith(QLatin1Char('(')) && text.endsWith(QLatin1Char(')'));
    if ((!isSquare && !isRound) || text.size() > longest || text.size() < 3)
        return false;
    const QStringView inside = text.mid(1, text.size() - 2);
    const bool hasLetter = std::any_of(inside.begin(), inside.end(), [](QChar c) { return c.isLetter(); });
    return (isSquare || hasLetter) && std::all_of(inside.begin(), inside.end(), [](QChar c) {
               return c.isLetterOrNumber() || isSpace(c) || c == QLatin1Char(',');
           });
}

bool isMinus(QChar character)
{
    const char16_t code = character.unicode();
    return code == u'-' || code == 0x2212 || code == 0x2013;
}

/// What is neither plain digits nor short.
std::optional<SpelledNumber> elaborateNumber(QStringView text, DecimalMark mark)
{
    Scanner scanner(text);
    const bool inBrackets = scanner.take([](QChar c) { return c == QLatin1Char('('); });
    scanner.take(isCurrency);
    const bool isNegative = scanner.take(isMinus);
    if (!isNegative)
        scanner.take([](QChar c) { return c == QLatin1Char('+'); });
    scanner.take(isCurrency);
    scanner.skipSpaces();

    QString plain;
    if (!takeWhole(scanner, mark, plain)) {
        Scanner ahead = scanner;
        if (!ahead.take([mark](QChar c) { return c == QLatin1Char(mark == DecimalMark::Point ? '.' : ','); })
            || ahead.digits() == 0)
            return {};
        plain = QStringLiteral("0");
    }
    takeFraction(scanner, mark, plain);

    SpelledNumber spelled;
    scanner.skipSpaces();
    spelled.isPercent = scanner.take([](QChar c) { return c == QLatin1Char('%'); });
    scanner.take(isCurrency);
    if (inBrackets && !scanner.take([](QChar c) { return c == QLatin1Char(')'); }))
        return {};
    scanner.skipSpaces();
    if (!spelled.isPercent)
        spelled.isPercent = scanner.take([](QChar c) { return c == QLatin1Char('%'); });
    scanner.skipSpaces();
    if (!scanner.isAtEnd() && !isMarker(scanner.rest()))
        return {};
    spelled.marker = scanner.rest().toString();
    const auto number = plainNumber(plain);
    if (!number || (inBrackets && isNegative))
        return {};
    spelled.number = inBrackets || isNegative ? -*number : *number;
    return spelled;
}

} // namespace

std::optional<SpelledNumber> spelledNumber(QStringView text, DecimalMark mark)
{
    if (const auto number = shortNumber(text, mark == DecimalMark::Point))
        return SpelledNumber{*number, {}, false};
    if (!text.isEmpty() && (text.front().isSpace() || text.back().isSpace()))
        text = text.trimmed();
    if (text.isEmpty())
        return {};
    const bool isPlain = mark == DecimalMark::Point || !text.contains(QLatin1Char('.'));
    if (isPlain)
        if (const auto number = plainNumber(text))
            return SpelledNumber{*number, {}, false};
    if (std::none_of(text.begin(), text.end(), isDigit))
        return {};
    return elaborateNumber(text, mark);
}

MarkEvidence markEvidence(QStringView text)
{
    const qsizetype commas = text.count(QLatin1Char(','));
    const qsizetype points = text.count(QLatin1Char('.'));
    if (commas + points == 0)
        return MarkEvidence::None;
    const bool asPoint = spelledNumber(text, DecimalMark::Point).has_value();
    const bool asComma = spelledNumber(text, DecimalMark::Comma).has_value();
    if (asPoint && asComma)
        return commas > 0 ? MarkEvidence::AmbiguousComma : MarkEvidence::AmbiguousPoint;
    if (!asPoint && !asComma)
        return MarkEvidence::None;
    return asPoint ? MarkEvidence::Point : MarkEvidence::Comma;
}

} // namespace atlas
