#include "core/indicators/cell_value.h"

#include "core/common/number_range.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <system_error>

namespace atlas {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CellValue)
};

/// Symbols of the Government Statistical Service and the Department for Education, brackets removed.
Missing kindOfSymbol(const QString &text)
{
    static const QHash<QString, Missing> symbols = {
        {QStringLiteral("c"), Missing::Suppressed},
        {QStringLiteral("x"), Missing::Suppressed},
        {QStringLiteral("*"), Missing::Suppressed},
        {QStringLiteral("suppressed"), Missing::Suppressed},
        {QStringLiteral("z"), Missing::NotApplicable},
        {QStringLiteral("n/a"), Missing::NotApplicable},
        {QStringLiteral("na"), Missing::NotApplicable},
        {QStringLiteral("not applicable"), Missing::NotApplicable},
        {QStringLiteral("[x]"), Missing::NotYetDue},
        {QStringLiteral(".."), Missing::NotYetDue},
        {QStringLiteral("."), Missing::NotYetDue},
        {QStringLiteral(":"), Missing::NotYetDue},
        {QStringLiteral("tbc"), Missing::NotYetDue},
        {QStringLiteral("n/k"), Missing::NotYetDue},
        {QStringLiteral("-"), Missing::Blank},
        {QStringLiteral("\u2013"), Missing::Blank},
    };
    QString symbol = text.toLower();
    if (const auto whole = symbols.constFind(symbol); whole != symbols.constEnd())
        return *whole;
    if (symbol.startsWith(QLatin1Char('[')) && symbol.endsWith(QLatin1Char(']')))
        symbol = symbol.mid(1, symbol.size() - 2);
    return symbols.value(symbol, Missing::NotANumber);
}

/// What stands for a number that no double can hold.
constexpr double beyondDoubles = std::numeric_limits<double>::infinity();

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

/// The number that a cell spells, whatever its size.
std::optional<double> spelledNumber(QStringView text)
{
    static const QRegularExpression grouped(QStringLiteral("^[-+]?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]*)?$"));
    QStringView digits = text.trimmed();
    if (digits.startsWith(QChar(0x00A3)))
        digits = digits.mid(1);
    if (digits.endsWith(QLatin1Char('%')))
        digits.chop(1);
    digits = digits.trimmed();
    if (digits.contains(QLatin1Char(',')) && grouped.match(digits.toString()).hasMatch())
        return plainNumber(digits.toString().remove(QLatin1Char(',')));
    return plainNumber(digits);
}

} // namespace

std::optional<double> parseNumber(QStringView text)
{
    const auto number = spelledNumber(text);
    return number && std::isfinite(*number) ? number : std::nullopt;
}

CellValue parseCell(const QString &text)
{
    const auto number = spelledNumber(text);
    if (number && isComputable(*number))
        return {*number, Missing::No, {}};
    const QString typed = text.trimmed();
    if (number)
        return {.missing = Missing::OutOfRange, .typed = typed};
    if (typed.isEmpty())
        return {};
    return {std::numeric_limits<double>::quiet_NaN(), kindOfSymbol(typed), typed};
}

QString missingText(const CellValue &cell)
{
    switch (cell.missing) {
    case Missing::No:
        return {};
    case Missing::Blank:
        return Text::tr("no value given");
    case Missing::Suppressed:
        return Text::tr("suppressed (\"%1\")").arg(cell.typed);
    case Missing::NotApplicable:
        return Text::tr("not applicable (\"%1\")").arg(cell.typed);
    case Missing::NotYetDue:
        return Text::tr("not available (\"%1\")").arg(cell.typed);
    case Missing::OutOfRange:
        return Text::tr("too large or too small to compute with (\"%1\")").arg(cell.typed);
    case Missing::NotANumber:
        break;
    }
    return Text::tr("not a number (\"%1\")").arg(cell.typed);
}

} // namespace atlas
