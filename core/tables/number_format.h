#pragma once

#include <QString>
#include <QStringView>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace atlas {

/// What a number format of a spreadsheet makes of a number.
enum class ShownAs {
    Number,
    Percentage,      ///< a hundred times the number, with a sign of percentage
    WithPercentSign, ///< the number itself with one
    Date,
    Year,
    Time,
    DateAndTime,
    Text, ///< a text in place of the number
};

/// What one section of a format makes of the numbers that it is for.
struct FormatSection
{
    enum class Condition { None, Less, LessOrEqual, Equal, NotEqual, Greater, GreaterOrEqual };

    ShownAs as = ShownAs::Number;
    int thousands = 0; ///< how often a number is divided by a thousand before it is shown
    QString text;      ///< in place of the number; behind it where it is a marker such as [u] or *
    Condition condition = Condition::None;
    double bound = 0;

    /// Whether a number is shown as it is.
    bool isPlain() const { return as == ShownAs::Number && thousands == 0 && text.isEmpty(); }
    bool holds(double number) const;
};

/// A number format, with its sections in their order.
class NumberFormat
{
public:
    /// Numbers as they are.
    NumberFormat() : NumberFormat(ShownAs::Number) {}
    explicit NumberFormat(ShownAs as) : m_sections{FormatSection{.as = as}} {}
    /// Of a format as spreadsheets write it: "0.0%", "dd/mm/yyyy", "0.0,", "[<5]\"c\";0".
    explicit NumberFormat(QStringView format);

    /// The section for a number: the first whose condition holds, else by its sign.
    const FormatSection &sectionFor(double number) const;
    /// Whether all numbers have the same section.
    bool isSimple() const { return m_sections.size() == 1; }

private:
    std::vector<FormatSection> m_sections; ///< never empty
};

/// Of a format that a workbook (ECMA-376, part 1, 18.8.30) names by number alone.
ShownAs shownAsBuiltIn(int format);

/// Whether a text is what official tables put behind a number: [u], *, a dagger, raised digits.
bool isMark(QStringView text);

/// The number that a text in the C locale stands for; nothing when it stands for none.
std::optional<double> numberOf(std::string_view text);

/// The shortest text that reads back as this number, shifted by so many decimal places without a further
/// rounding: 0.064321 is "6.4321" for 2.
std::string shortestNumber(double value, int places = 0);
/// The same of a number that is written in the C locale; empty when it is none.
std::string shortestNumber(std::string_view text, int places = 0);

/// The day that a spreadsheet counts as `serial`, in ISO 8601: "2016-03-05", "2016", "14:30:00" or
/// "2016-03-05T14:30:00". `from1904` for a workbook that counts from 1904. Empty when there is no such day.
std::string dateText(double serial, ShownAs as, bool from1904);

} // namespace atlas
