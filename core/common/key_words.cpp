#include "core/common/key_words.h"

#include "core/common/word_match.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace atlas {

namespace {

bool endsIn(const QStringList &words, WordList wanted)
{
    return !words.isEmpty() && std::any_of(wanted.begin(), wanted.end(), [&words](QLatin1String end) {
        return words.back() == end || (words.size() == 1 && words.back().endsWith(end));
    });
}

/// The kind of areas that a word of a head names; empty for a word that names none.
QString kindOfWord(const QString &word)
{
    static const QString authority = QStringLiteral("authority");
    static const QHash<QString, QString> kinds = {
        {QStringLiteral("lad"), authority},
        {QStringLiteral("la"), authority},
        {QStringLiteral("lea"), authority},
        {QStringLiteral("ltla"), authority},
        {QStringLiteral("utla"), authority},
        {QStringLiteral("ctyua"), authority},
        {QStringLiteral("cty"), authority},
        {QStringLiteral("county"), authority},
        {QStringLiteral("authority"), authority},
        {QStringLiteral("district"), authority},
        {QStringLiteral("lep"), QStringLiteral("lep")},
        {QStringLiteral("enterprise"), QStringLiteral("lep")},
        {QStringLiteral("rgn"), QStringLiteral("region")},
        {QStringLiteral("region"), QStringLiteral("region")},
        {QStringLiteral("gor"), QStringLiteral("region")},
        {QStringLiteral("ctry"), QStringLiteral("country")},
        {QStringLiteral("country"), QStringLiteral("country")},
        {QStringLiteral("wd"), QStringLiteral("ward")},
        {QStringLiteral("ward"), QStringLiteral("ward")},
        {QStringLiteral("lsoa"), QStringLiteral("lsoa")},
        {QStringLiteral("msoa"), QStringLiteral("msoa")},
        {QStringLiteral("oa"), QStringLiteral("oa")},
        {QStringLiteral("pcon"), QStringLiteral("constituency")},
        {QStringLiteral("constituency"), QStringLiteral("constituency")},
        {QStringLiteral("cauth"), QStringLiteral("combined")},
        {QStringLiteral("combined"), QStringLiteral("combined")},
        {QStringLiteral("school"), QStringLiteral("school")},
    };
    return kinds.value(word);
}

/// The last kind that a head names; of a combined authority the first word tells.
QString kindOf(const QStringList &words)
{
    static const QRegularExpression shortHead(
        QStringLiteral("^([a-z]+?)[0-9]{0,4}(cd|nm|code|name|cdo|nmw)?$"));
    QString kind;
    for (const QString &word : words) {
        const auto match = shortHead.match(word);
        QString found = kindOfWord(word);
        if (found.isEmpty() && match.hasMatch())
            found = kindOfWord(match.captured(1));
        if (found == "combined"_w)
            return found;
        kind = found.isEmpty() ? kind : found;
    }
    return kind;
}

} // namespace

QStringList wordsOf(const QString &header)
{
    static const QRegularExpression breaks(QStringLiteral("[^\\p{L}\\p{N}%]+"));
    static const QRegularExpression camel(QStringLiteral("(?<=[a-z]{2})(?=[A-Z])"));
    QString parted = header;
    parted.replace(camel, QStringLiteral(" "));
    return parted.toLower().split(breaks, Qt::SkipEmptyParts);
}

bool saysAreaCode(const QStringList &words)
{
    if (words.size() > 1 && words.back().size() == 1 && words.back().front().isDigit()) // told apart by "_2"
        return saysAreaCode(words.first(words.size() - 1));
    static const QRegularExpression geographic(
        QStringLiteral("^(lad|lep|ctyua|utla|ltla|la|lsoa|msoa|oa|wd|rgn|ctry|cauth|"
                       "cty|pcon|lea|nuts|itl|u|geo|gss|ons)[0-9]{0,2}(cd|code|cdo)$"));
    return isPhrase(words, {"ucode"_w, "code"_w, "mnemonic"_w, "fips"_w, "iso"_w, "iso a3"_w, "geoid"_w})
           || endsIn(words, {"code"_w, "cd"_w})
           || (words.size() == 1 && geographic.match(words.front()).hasMatch());
}

bool saysAreaName(const QStringList &words)
{
    return isPhrase(words, {"uname"_w, "name"_w, "area"_w, "local authority"_w, "authority"_w, "lep"_w,
                            "district"_w, "la"_w, "ward"_w, "local enterprise partnership"_w, "geography"_w})
           || endsIn(words, {"name"_w, "nm"_w})
           || std::any_of(words.begin(), words.end(),
                          [](const QString &word) { return word.contains("name"_w); });
}

bool saysWiderArea(const QStringList &words)
{
    return !words.isEmpty()
           && hasWord(words, {"country"_w, "region"_w, "ctry"_w, "rgn"_w, "parent"_w, "national"_w})
           && !hasWord(words, {"city"_w});
}

bool saysIdentifier(const QStringList &words)
{
    return isPhrase(words, {"id"_w,        "fid"_w,       "objectid"_w,      "gid"_w,        "ogc fid"_w,
                            "no"_w,        "number"_w,    "row"_w,           "urn"_w,        "laestab"_w,
                            "upin"_w,      "la number"_w, "dfe la number"_w, "dfe number"_w, "old la code"_w,
                            "map no"_w,    "mapno"_w,     "globalid"_w,      "object id"_w,  "ref"_w,
                            "reference"_w, "serial"_w})
           || (words.size() > 1 && words.back() == "id"_w)
           || isPhrase(words, {"unnamed 0"_w, "uprn"_w, "position"_w, "map number"_w, "paper map number"_w});
}

bool areOfTwoKinds(const QStringList &words, const QStringList &others)
{
    const QString kind = kindOf(words);
    const QString other = kindOf(others);
    return !kind.isEmpty() && !other.isEmpty() && kind != other;
}

} // namespace atlas
