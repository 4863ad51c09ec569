#pragma once

#include <QStringView>

#include <optional>
#include <string>
#include <string_view>

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
};

/// Of a format as spreadsheets write it: "0.0%", "dd/mm/yyyy". Of several sections the first counts.
ShownAs shownAs(QStringView format);
/// Of a format that a workbook (ECMA-376, part 1, 18.8.30) names by number alone.
ShownAs shownAsBuiltIn(int format);

/// The number that a text in the C locale stands for; nothing when it stands for none.
std::optional<double> numberOf(std::string_view text);

/// The shortest text that reads back as this number, shifted by `hundreds` times two decimal places without
/// a further rounding: 0.064321 is "6.4321" for 1.
std::string shortestNumber(double value, int hundreds = 0);

/// The day that a spreadsheet counts as `serial`, in ISO 8601: "2016-03-05", "2016", "14:30:00" or
/// "2016-03-05T14:30:00". `from1904` for a workbook that counts from 1904. Empty when there is no such day.
std::string dateText(double serial, ShownAs as, bool from1904);

} // namespace atlas
