#include "core/tables/number_format.h"

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QTime>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace atlas {

namespace {

/// Which letters and signs a format has outside of quotation marks and brackets.
struct FormatSigns
{
    bool percent = false;
    bool literalPercent = false; ///< in quotation marks, or behind a backslash
    bool year = false;
    bool monthOrDay = false;
    bool time = false;
};

void addSign(FormatSigns &signs, char16_t sign)
{
    switch (sign) {
    case u'%':
        signs.percent = true;
        break;
    case u'y':
    case u'Y':
        signs.year = true;
        break;
    case u'd':
    case u'D':
    case u'm':
    case u'M':
        signs.monthOrDay = true;
        break;
    case u'h':
    case u'H':
    case u's':
    case u'S':
        signs.time = true;
        break;
    default:
        break;
    }
}

FormatSigns signsOf(QStringView format)
{
    FormatSigns signs;
    char16_t until = 0; // what ends the part that is shown as it stands
    for (qsizetype i = 0; i < format.size(); ++i) {
        const char16_t sign = format[i].unicode();
        if (until != 0) {
            signs.literalPercent = signs.literalPercent || (until == u'"' && sign == u'%');
            until = sign == until ? 0 : until;
        } else if (sign == u'"') {
            until = u'"';
        } else if (sign == u'[') {
            until = u']';
        } else if (sign == u'\\' || sign == u'_' || sign == u'*') {
            ++i;
            signs.literalPercent =
                signs.literalPercent || (sign == u'\\' && i < format.size() && format[i] == u'%');
        } else if (sign == u';') {
            break;
        } else {
            addSign(signs, sign);
        }
    }
    return signs;
}

/// A number as digits with a point behind the first, and a power of ten.
struct Digits
{
    static constexpr size_t most = 20;

    bool isNegative = false;
    std::array<char, most> digits{};
    size_t count = 0;
    int power = 0; ///< of the first digit

    std::string_view from(size_t first) const { return {digits.data() + first, count - first}; }
    std::string_view before(size_t end) const { return {digits.data(), end}; }
};

Digits digitsOf(double value)
{
    std::array<char, 40> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific).ptr;
    std::string_view text(buffer.data(), static_cast<size_t>(end - buffer.data()));
    Digits result;
    if (text.front() == '-') {
        result.isNegative = true;
        text.remove_prefix(1);
    }
    const size_t power = text.find('e');
    for (const char digit : text.substr(0, power))
        if (digit != '.')
            result.digits[result.count++] = digit;
    result.power = std::atoi(text.data() + power + 1); // ends at the zeros of the buffer
    return result;
}

/// The digits of a number that is written without a power of ten and with no more digits than every number
/// keeps, so that they are the shortest; nothing for any other.
std::optional<Digits> digitsOf(std::string_view text)
{
    constexpr size_t kept = 15;
    Digits result;
    if (!text.empty() && text.front() == '-') {
        result.isNegative = true;
        text.remove_prefix(1);
    }
    const size_t point = std::min(text.find('.'), text.size());
    size_t first = text.size(); // where the first digit stands that is not zero
    for (size_t i = 0; i < text.size(); ++i) {
        if (i == point)
            continue;
        if (text[i] < '0' || text[i] > '9')
            return {};
        if (text[i] == '0' && result.count == 0)
            continue;
        first = std::min(first, i);
        if (result.count == kept)
            return {};
        result.digits[result.count++] = text[i];
    }
    if (result.count == 0)
        return {};
    result.power = static_cast<int>(point) - static_cast<int>(first) - (first < point ? 1 : 0);
    while (result.digits[result.count - 1] == '0')
        --result.count;
    return result;
}

/// Without a power of ten, unless it would be very long.
std::string plainText(const Digits &number)
{
    constexpr int longest = 20;
    std::string text;
    if (number.isNegative)
        text += '-';
    if (number.power > longest || number.power < -longest) {
        text += number.before(1);
        if (number.count > 1)
            (text += '.') += number.from(1);
        return text + 'e' + std::to_string(number.power);
    }
    if (number.power < 0) {
        text += "0.";
        text.append(static_cast<size_t>(-number.power - 1), '0');
        return text += number.before(number.count);
    }
    const auto whole = static_cast<size_t>(number.power) + 1;
    if (number.count <= whole) {
        text += number.before(number.count);
        text.append(whole - number.count, '0');
        return text;
    }
    text += number.before(whole);
    (text += '.') += number.from(whole);
    return text;
}

} // namespace

ShownAs shownAs(QStringView format)
{
    if (format.startsWith(QLatin1String("General"), Qt::CaseInsensitive))
        return ShownAs::Number;
    const FormatSigns signs = signsOf(format);
    if (signs.percent)
        return ShownAs::Percentage;
    if (signs.time)
        return signs.year || format.contains(u'd', Qt::CaseInsensitive) ? ShownAs::DateAndTime
                                                                        : ShownAs::Time;
    if (signs.monthOrDay)
        return ShownAs::Date;
    if (signs.year)
        return ShownAs::Year;
    return signs.literalPercent ? ShownAs::WithPercentSign : ShownAs::Number;
}

ShownAs shownAsBuiltIn(int format)
{
    constexpr int percent = 9, percentWithDecimals = 10, dateAndTime = 22;
    const auto isIn = [format](int first, int last) { return format >= first && format <= last; };
    if (format == percent || format == percentWithDecimals)
        return ShownAs::Percentage;
    if (format == dateAndTime)
        return ShownAs::DateAndTime;
    if (isIn(14, 17) || isIn(27, 31) || format == 36 || isIn(50, 54) || isIn(57, 58))
        return ShownAs::Date;
    if (isIn(18, 21) || isIn(32, 35) || isIn(45, 47) || isIn(55, 56))
        return ShownAs::Time;
    return ShownAs::Number;
}

std::optional<double> numberOf(std::string_view text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return {};
    return value;
}

std::string shortestNumber(double value, int hundreds)
{
    if (value == 0)
        return "0";
    if (hundreds == 0) {
        std::array<char, 40> buffer{};
        const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
        if (std::find(buffer.data(), end, 'e') == end)
            return {buffer.data(), end};
    }
    Digits digits = digitsOf(value);
    digits.power += 2 * hundreds;
    return plainText(digits);
}

std::string shortestNumber(std::string_view text, int hundreds)
{
    if (auto digits = digitsOf(text)) {
        digits->power += 2 * hundreds;
        return plainText(*digits);
    }
    const auto value = numberOf(text);
    return value ? shortestNumber(*value, hundreds) : std::string();
}

std::string dateText(double serial, ShownAs as, bool from1904)
{
    constexpr double lastSerial = 2958465; // 9999-12-31
    constexpr qint64 secondsInDay = 86400;
    constexpr int leapDayThatWasNone = 60; // 1900-02-29
    if (!(serial >= 0 && serial <= lastSerial))
        return {};
    const auto seconds = static_cast<qint64>(std::llround(serial * static_cast<double>(secondsInDay)));
    const qint64 days = seconds / secondsInDay;
    const QTime time = QTime(0, 0).addSecs(static_cast<int>(seconds % secondsInDay));
    const QDate first = from1904                    ? QDate(1904, 1, 1)
                        : days < leapDayThatWasNone ? QDate(1899, 12, 31)
                                                    : QDate(1899, 12, 30);
    const QDate date = first.addDays(days);
    switch (as) {
    case ShownAs::Year:
        return std::to_string(date.year());
    case ShownAs::Time:
        return time.toString(Qt::ISODate).toStdString();
    case ShownAs::DateAndTime:
        if (seconds % secondsInDay != 0)
            return (date.toString(Qt::ISODate) + QLatin1Char('T') + time.toString(Qt::ISODate)).toStdString();
        [[fallthrough]];
    default:
        return date.toString(Qt::ISODate).toStdString();
    }
}

} // namespace atlas
