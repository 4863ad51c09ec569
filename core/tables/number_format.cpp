#include "core/tables/number_format.h"

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QTime>

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
    bool isNegative = false;
    std::string digits;
    int power = 0; ///< of the first digit
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
            result.digits += digit;
    result.power = std::atoi(text.data() + power + 1); // ends at the zeros of the buffer
    return result;
}

/// Without a power of ten, unless it would be very long.
std::string plainText(const Digits &number)
{
    constexpr int longest = 20;
    const auto count = static_cast<int>(number.digits.size());
    std::string text = number.isNegative ? "-" : "";
    if (number.power > longest || number.power < -longest) {
        text += number.digits.substr(0, 1);
        if (count > 1)
            text += '.' + number.digits.substr(1);
        return text + 'e' + std::to_string(number.power);
    }
    if (number.power < 0)
        return text + "0." + std::string(static_cast<size_t>(-number.power - 1), '0') + number.digits;
    const int whole = number.power + 1;
    if (count <= whole)
        return text + number.digits + std::string(static_cast<size_t>(whole - count), '0');
    return text + number.digits.substr(0, static_cast<size_t>(whole)) + '.'
           + number.digits.substr(static_cast<size_t>(whole));
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
    Digits digits = digitsOf(value);
    if (value != 0)
        digits.power += 2 * hundreds;
    return value == 0 ? "0" : plainText(digits);
}

std::string dateText(double serial, ShownAs as, bool from1904)
{
    constexpr double lastSerial = 2958465; // 9999-12-31
    constexpr qint64 secondsInDay = 24 * 60 * 60;
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
