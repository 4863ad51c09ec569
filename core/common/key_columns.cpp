#include "core/common/key_columns.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <functional>

namespace atlas {

namespace {

bool holdsOnsCodes(const QStringList &values)
{
    static const QRegularExpression onsCode(QStringLiteral("^[EKNSW][0-9]{8}$"));
    qsizetype others = 0; // at most one in ten
    for (auto value = values.begin(); value != values.end() && others * 10 <= values.size(); ++value)
        others += onsCode.match(*value).hasMatch() ? 0 : 1;
    return !values.isEmpty() && others * 10 <= values.size();
}

bool allDifferent(const QStringList &values)
{
    return !values.contains(QString())
           && (isRising(values) || QSet<QString>(values.begin(), values.end()).size() == values.size());
}

int firstWhose(const std::vector<KeyColumn> &columns, const auto &predicate)
{
    const auto found = std::find_if(columns.begin(), columns.end(), predicate);
    return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
}

} // namespace

bool isRising(const QStringList &values)
{
    return std::adjacent_find(values.begin(), values.end(), std::greater_equal<>()) == values.end();
}

int guessCodeColumn(const std::vector<KeyColumn> &columns)
{
    static const QRegularExpression codeHeader(QStringLiteral("^(u?code|area[ _]?code|.*(cd|code))$"),
                                               QRegularExpression::CaseInsensitiveOption);
    const int exact = firstWhose(columns, [](const KeyColumn &column) {
        return column.name.compare(QLatin1String("uCode"), Qt::CaseInsensitive) == 0;
    });
    if (exact >= 0)
        return exact;
    const int byValue =
        firstWhose(columns, [](const KeyColumn &column) { return holdsOnsCodes(column.values); });
    if (byValue >= 0)
        return byValue;
    const int byHeader = firstWhose(columns, [](const KeyColumn &column) {
        return codeHeader.match(column.name).hasMatch() && allDifferent(column.values);
    });
    if (byHeader >= 0)
        return byHeader;
    return firstWhose(columns, [](const KeyColumn &column) { return allDifferent(column.values); });
}

int guessNameColumn(const std::vector<KeyColumn> &columns)
{
    static const QRegularExpression nameHeader(QStringLiteral("^(u?name|area[ _]?name|.*(nm|name))$"),
                                               QRegularExpression::CaseInsensitiveOption);
    const int exact = firstWhose(columns, [](const KeyColumn &column) {
        return column.name.compare(QLatin1String("uName"), Qt::CaseInsensitive) == 0;
    });
    if (exact >= 0)
        return exact;
    const int byHeader =
        firstWhose(columns, [](const KeyColumn &column) { return nameHeader.match(column.name).hasMatch(); });
    if (byHeader >= 0)
        return byHeader;
    return firstWhose(columns, [](const KeyColumn &column) {
        return column.name.contains(QLatin1String("name"), Qt::CaseInsensitive);
    });
}

} // namespace atlas
