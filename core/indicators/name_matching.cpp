#include "core/indicators/name_matching.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <algorithm>

namespace atlas {

namespace {

/// Which say what kind of area it is, or join others.
bool isSpareWord(const QString &word)
{
    static const QSet<QString> words = {
        QStringLiteral("the"),          QStringLiteral("of"),          QStringLiteral("and"),
        QStringLiteral("upon"),         QStringLiteral("on"),          QStringLiteral("city"),
        QStringLiteral("county"),       QStringLiteral("co"),          QStringLiteral("borough"),
        QStringLiteral("boro"),         QStringLiteral("b"),           QStringLiteral("council"),
        QStringLiteral("district"),     QStringLiteral("unitary"),     QStringLiteral("authority"),
        QStringLiteral("metropolitan"), QStringLiteral("met"),         QStringLiteral("ua"),
        QStringLiteral("mbc"),          QStringLiteral("cc"),          QStringLiteral("dc"),
        QStringLiteral("bc"),           QStringLiteral("la"),          QStringLiteral("lb"),
        QStringLiteral("royal"),        QStringLiteral("combined"),    QStringLiteral("mayoral"),
        QStringLiteral("lep"),          QStringLiteral("partnership"),
    };
    return words.contains(word);
}

QString spelledOut(const QString &word)
{
    static const QHash<QString, QString> words = {
        {QStringLiteral("saint"), QStringLiteral("st")},
        {QStringLiteral("gt"), QStringLiteral("great")},
        {QStringLiteral("gtr"), QStringLiteral("greater")},
        {QStringLiteral("n"), QStringLiteral("north")},
        {QStringLiteral("s"), QStringLiteral("south")},
        {QStringLiteral("e"), QStringLiteral("east")},
        {QStringLiteral("w"), QStringLiteral("west")},
        {QStringLiteral("beds"), QStringLiteral("bedfordshire")},
        {QStringLiteral("berks"), QStringLiteral("berkshire")},
        {QStringLiteral("bucks"), QStringLiteral("buckinghamshire")},
        {QStringLiteral("cambs"), QStringLiteral("cambridgeshire")},
        {QStringLiteral("derbys"), QStringLiteral("derbyshire")},
        {QStringLiteral("glos"), QStringLiteral("gloucestershire")},
        {QStringLiteral("hants"), QStringLiteral("hampshire")},
        {QStringLiteral("herts"), QStringLiteral("hertfordshire")},
        {QStringLiteral("lancs"), QStringLiteral("lancashire")},
        {QStringLiteral("leics"), QStringLiteral("leicestershire")},
        {QStringLiteral("lincs"), QStringLiteral("lincolnshire")},
        {QStringLiteral("northants"), QStringLiteral("northamptonshire")},
        {QStringLiteral("notts"), QStringLiteral("nottinghamshire")},
        {QStringLiteral("oxon"), QStringLiteral("oxfordshire")},
        {QStringLiteral("staffs"), QStringLiteral("staffordshire")},
        {QStringLiteral("warks"), QStringLiteral("warwickshire")},
        {QStringLiteral("wilts"), QStringLiteral("wiltshire")},
        {QStringLiteral("worcs"), QStringLiteral("worcestershire")},
        {QStringLiteral("yorks"), QStringLiteral("yorkshire")},
    };
    return words.value(word, word);
}

/// Letters and digits, without accents and apostrophes; every other sign parts two words.
QStringList wordsOf(const QString &name)
{
    QString plain;
    for (const QChar character : name.normalized(QString::NormalizationForm_KD)) {
        const bool isDropped = character.isMark() || character.category() == QChar::Other_Format
                               || character == QLatin1Char('\'') || character == QChar(0x2019)
                               || character == QChar(0x2018) || character == QLatin1Char('`');
        if (character.isLetterOrNumber())
            plain += character.toCaseFolded();
        else if (!isDropped)
            plain += QLatin1Char(' ');
    }
    return plain.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

/// Takes out the words before "partnership" and "borough" that are a part of them: "Local Enterprise
/// Partnership", "London Borough". Enterprise M3 keeps its enterprise.
QStringList withoutTitles(const QStringList &words)
{
    QStringList kept;
    for (const QString &word : words) {
        const auto dropLast = [&kept](const char *last) {
            if (!kept.isEmpty() && kept.back() == QLatin1String(last))
                kept.removeLast();
        };
        if (word == QLatin1String("partnership")) {
            dropLast("enterprise");
            dropLast("local");
        } else if (word.startsWith(QLatin1String("boro"))) {
            dropLast("london");
        }
        kept << word;
    }
    return kept;
}

} // namespace

QString foldName(const QString &name)
{
    QString words = name;
    words.replace(QLatin1Char('&'), QStringLiteral(" and "));
    QString folded;
    bool isBehindSign = false; // which parts two numbers: "Ward 1 (2)" is not "Ward 12"
    for (const QChar character : words.normalized(QString::NormalizationForm_KD)) {
        const bool isKept = character.isLetterOrNumber();
        if (isKept && isBehindSign && character.isDigit() && !folded.isEmpty() && folded.back().isDigit())
            folded += QLatin1Char(' ');
        if (isKept)
            folded += character.toCaseFolded();
        isBehindSign = !isKept;
    }
    return folded;
}

QString looseName(const QString &name)
{
    const QStringList words = withoutTitles(wordsOf(name));
    QStringList kept;
    for (const QString &word : words)
        if (!isSpareWord(word))
            kept << spelledOut(word);
    // The City of London is one of the authorities of London.
    if (kept == QStringList(QStringLiteral("london")) && words.contains(QLatin1String("city")))
        kept << QStringLiteral("city");
    kept.sort();
    return kept.join(QLatin1Char(' '));
}

} // namespace atlas
