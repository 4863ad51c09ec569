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
#include <utility>

namespace atlas {

namespace {

/// What a section of a format has in it, outside of quotation marks and brackets unless it says otherwise.
struct FormatSigns
{
    bool percent = false;
    bool year = false;
    bool monthOrDay = false;
    bool day = false;
    bool time = false;
    bool isGeneral = false;
    QString places;  ///< its digits, commas and points: "#,##0.0,"
    QString literal; ///< what stands in quotation marks, or behind a backslash
    QString behind;  ///< the same, behind the digits
};

bool isPlace(char16_t sign)
{
    return sign == u'0' || sign == u'#' || sign == u'?';
}

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
        signs.day = true;
        [[fallthrough]];
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
    case u',':
    case u'.':
        signs.places += QChar(sign);
        break;
    default:
        if (isPlace(sign)) {
            signs.places += QChar(sign);
            signs.behind.clear();
        } else if (QStringView(u"-+*()").contains(QChar(sign))) {
            signs.literal += QChar(sign);
        }
    }
}

/// "[<5]", without its brackets; colours, currencies and times are no conditions.
void takeCondition(QStringView inside, FormatSection &section)
{
    using Condition = FormatSection::Condition;
    static const std::array<std::pair<QLatin1String, Condition>, 6> conditions = {
        {{QLatin1String("<="), Condition::LessOrEqual},
         {QLatin1String(">="), Condition::GreaterOrEqual},
         {QLatin1String("<>"), Condition::NotEqual},
         {QLatin1String("<"), Condition::Less},
         {QLatin1String(">"), Condition::Greater},
         {QLatin1String("="), Condition::Equal}}};
    for (const auto &condition : conditions) {
        if (!inside.startsWith(condition.first))
            continue;
        bool isNumber = false;
        section.bound = inside.mid(condition.first.size()).toDouble(&isNumber);
        section.condition = isNumber ? condition.second : Condition::None;
        return;
    }
}

/// Reads a section up to its end, of which it gives the place.
qsizetype scanSection(QStringView format, qsizetype start, FormatSigns &signs, FormatSection &section)
{
    qsizetype i = start;
    for (; i < format.size() && format[i] != u';'; ++i) {
        const char16_t sign = format[i].unicode();
        if (sign == u'"' || sign == u'[') {
            const qsizetype end = format.indexOf(sign == u'"' ? u'"' : u']', i + 1);
            const QStringView inside = format.mid(i + 1, (end < 0 ? format.size() : end) - i - 1);
            if (sign == u'"') {
                signs.literal += inside;
                signs.behind += inside;
            } else {
                takeCondition(inside, section);
                const bool isElapsed = !inside.isEmpty() && inside.size() <= 2
                                       && QStringView(u"hHmMsS").contains(inside.front());
                signs.time = signs.time || isElapsed;
            }
            i = end < 0 ? format.size() - 1 : end;
        } else if (sign == u'\\' || sign == u'_' || sign == u'*') {
            if (++i < format.size() && sign == u'\\') {
                signs.literal += format[i];
                signs.behind += format[i];
            }
        } else if (format.mid(i).startsWith(QLatin1String("General"), Qt::CaseInsensitive)) {
            constexpr qsizetype letters = 7;
            signs.isGeneral = true;
            i += letters - 1;
        } else {
            addSign(signs, sign);
        }
    }
    return i;
}

/// Commas behind the last digit before the decimals: each divides by a thousand.
int thousandsOf(const QString &places)
{
    const auto trailing = [](QStringView part) {
        int commas = 0;
        for (; part.endsWith(u','); part.chop(1))
            ++commas;
        return std::any_of(part.begin(), part.end(), [](QChar c) { return isPlace(c.unicode()); }) ? commas
                                                                                                   : 0;
    };
    const qsizetype point = places.indexOf(u'.');
    const int ofWhole = trailing(QStringView(places).left(point < 0 ? places.size() : point));
    return point < 0 ? ofWhole : ofWhole + trailing(QStringView(places).mid(point));
}

void settle(const FormatSigns &signs, FormatSection &section)
{
    const bool hasDigits = signs.isGeneral
                           || std::any_of(signs.places.begin(), signs.places.end(),
                                          [](QChar c) { return isPlace(c.unicode()); });
    if (signs.percent)
        section.as = ShownAs::Percentage;
    else if (signs.isGeneral)
        section.as = ShownAs::Number;
    else if (signs.time)
        section.as = signs.year || signs.day ? ShownAs::DateAndTime : ShownAs::Time;
    else if (signs.monthOrDay)
        section.as = ShownAs::Date;
    else if (signs.year)
        section.as = ShownAs::Year;
    else if (!hasDigits && !signs.literal.trimmed().isEmpty())
        section.as = ShownAs::Text;
    else if (signs.literal.contains(u'%'))
        section.as = ShownAs::WithPercentSign;
    if (section.as == ShownAs::Text)
        section.text = signs.literal.trimmed();
    else if (hasDigits && isMark(signs.behind.trimmed()))
        section.text = signs.behind.trimmed();
    const bool isNumber = section.as == ShownAs::Number || section.as == ShownAs::WithPercentSign
                          || section.as == ShownAs::Percentage;
    section.thousands = isNumber ? thousandsOf(signs.places) : 0;
}

bool isDash(const QString &text)
{
    return text == u"-" || text == u"\u2013" || text == u"\u2212";
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

/// Whether a number is written as shortestNumber() would: most are, and there are many.
bool isShortest(std::string_view text)
{
    constexpr size_t kept = 15;
    if (!text.empty() && text.front() == '-')
        text.remove_prefix(1);
    const size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const std::string_view decimals =
        point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
    const auto areDigits = [](std::string_view digits) {
        return std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    const bool isZero = whole == "0";
    if (whole.empty() || (whole.front() == '0' && (!isZero || decimals.empty()))
        || whole.size() + decimals.size() > kept)
        return false;
    if (point != std::string_view::npos && (decimals.empty() || decimals.back() == '0'))
        return false;
    return areDigits(whole) && areDigits(decimals);
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

bool isMark(QStringView text)
{
    constexpr qsizetype longest = 12;
    if (text.isEmpty() || text.size() > longest)
        return false;
    static constexpr QStringView signs = u"*\u2020\u2021\u00B9\u00B2\u00B3\u2074\u2075\u2076";
    return (text.startsWith(u'[') && text.endsWith(u']'))
           || std::all_of(text.begin(), text.end(), [](QChar c) { return signs.contains(c); });
}

bool FormatSection::holds(double number) const
{
    switch (condition) {
    case Condition::None:
        return true;
    case Condition::Less:
        return number < bound;
    case Condition::LessOrEqual:
        return number <= bound;
    case Condition::Equal:
        return number == bound;
    case Condition::NotEqual:
        return number != bound;
    case Condition::Greater:
        return number > bound;
    case Condition::GreaterOrEqual:
        break;
    }
    return number >= bound;
}

NumberFormat::NumberFormat(QStringView format)
{
    constexpr size_t most = 3; // the fourth is for texts
    for (qsizetype start = 0; start <= format.size() && m_sections.size() < most;) {
        FormatSigns signs;
        FormatSection section;
        start = scanSection(format, start, signs, section) + 1;
        settle(signs, section);
        m_sections.push_back(section);
    }
    // A dash for zero is how accounts show it, and no text in place of it.
    const bool hasZero = m_sections.size() == most && isDash(m_sections.back().text)
                         && m_sections.back().condition == FormatSection::Condition::None;
    if (hasZero)
        m_sections.back() = FormatSection{};
}

const FormatSection &NumberFormat::sectionFor(double number) const
{
    const bool hasConditions =
        std::any_of(m_sections.begin(), m_sections.end(), [](const FormatSection &section) {
            return section.condition != FormatSection::Condition::None;
        });
    if (hasConditions) {
        const auto found =
            std::find_if(m_sections.begin(), m_sections.end(),
                         [number](const FormatSection &section) { return section.holds(number); });
        return found == m_sections.end() ? m_sections.front() : *found;
    }
    if (number < 0 && m_sections.size() > 1)
        return m_sections[1];
    return number == 0 && m_sections.size() > 2 ? m_sections[2] : m_sections[0];
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

std::string shortestNumber(double value, int places)
{
    if (value == 0)
        return "0";
    if (places == 0) {
        std::array<char, 40> buffer{};
        const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
        if (std::find(buffer.data(), end, 'e') == end)
            return {buffer.data(), end};
    }
    Digits digits = digitsOf(value);
    digits.power += places;
    return plainText(digits);
}

std::string shortestNumber(std::string_view text, int places)
{
    if (places == 0 && isShortest(text))
        return std::string(text);
    if (auto digits = digitsOf(text)) {
        digits->power += places;
        return plainText(*digits);
    }
    const auto value = numberOf(text);
    return value ? shortestNumber(*value, places) : std::string();
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
