#include "core/boundaries/named_files.h"

#include <QByteArrayMatcher>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace atlas {

namespace {

/// The object that begins at the first brace, as far as it is closed. Braces inside of texts do not count.
QByteArray objectFrom(QByteArrayView json)
{
    int depth = 0;
    bool isInText = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (isInText && c == '\\')
            ++i;
        else if (c == '"')
            isInText = !isInText;
        else if (!isInText && c == '{')
            ++depth;
        else if (!isInText && c == '}' && --depth == 0)
            return json.first(i + 1).toByteArray();
    }
    return {};
}

bool isQuote(char c)
{
    return c == '"' || c == '\''; // GDAL takes either
}

QByteArrayView withoutSpaces(QByteArrayView json)
{
    while (!json.isEmpty()
           && (json.front() == ' ' || json.front() == '\t' || json.front() == '\n' || json.front() == '\r'))
        json = json.sliced(1);
    return json;
}

/// What stands behind the colon after a name, if there is one.
QByteArrayView valueAfter(QByteArrayView json)
{
    const QByteArrayView colon = withoutSpaces(json);
    return colon.startsWith(':') ? withoutSpaces(colon.sliced(1)) : colon;
}

bool namesFile(const QJsonValue &value)
{
    if (value.isString())
        return namesFileByPath(value.toString());
    const QJsonObject object = value.toObject();
    return std::any_of(object.begin(), object.end(),
                       [](const QJsonValue &member) { return namesFile(member); });
}

/// The letters of "crs" as numbers: nobody writes them so who does not want to hide the word.
bool hidesLetters(QByteArrayView json)
{
    for (const char *letter : {"\\u0063", "\\u0072", "\\u0073"})
        if (QByteArrayMatcher(letter).indexIn(json) >= 0)
            return true;
    return false;
}

} // namespace

bool namesFileByPath(const QString &system)
{
    static const QRegularExpression path(
        QStringLiteral(R"(\binit=(?!epsg:|esri:|ignf:)|(grids|file)=[^\s"]*[/\\]|FILE\["[^"]*","[^"]*[/\\])"),
        QRegularExpression::CaseInsensitiveOption);
    return path.match(system).hasMatch();
}

bool hasSystemOfOtherFiles(QByteArrayView geoJson)
{
    if (hidesLetters(geoJson))
        return true;
    const QByteArrayMatcher name("crs");
    for (qsizetype found = name.indexIn(geoJson); found > 0; found = name.indexIn(geoJson, found + 1)) {
        const qsizetype end = found + name.pattern().size();
        if (!isQuote(geoJson[found - 1]) || end == geoJson.size() || geoJson[end] != geoJson[found - 1])
            continue;
        const QByteArrayView value = valueAfter(geoJson.sliced(end + 1));
        if (value.startsWith('/')) // a comment, which GDAL passes over
            return true;
        if (!value.startsWith('{'))
            continue;
        const QByteArray object = objectFrom(value);
        QJsonParseError problem{};
        const QJsonDocument system = QJsonDocument::fromJson(object, &problem);
        if (problem.error != QJsonParseError::NoError || namesFile(system.object()))
            return true;
        found = end + object.size();
    }
    return false;
}

} // namespace atlas
