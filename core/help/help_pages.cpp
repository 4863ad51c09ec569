#include "core/help/help_pages.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <tuple>

static void readyHelp()
{
    Q_INIT_RESOURCE(help); // the resources of a static library; not inside a namespace
}

namespace atlas {

namespace {

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The file of the help in the first of these languages that has it.
QByteArray read(const QString &name, const QStringList &languages)
{
    for (const QString &language : languages)
        if (QByteArray text = contentsOf(QStringLiteral(":/help/%1/%2").arg(language, name)); !text.isEmpty())
            return text;
    return {};
}

QString titleOf(const QString &text)
{
    return text.section(QLatin1Char('\n'), 0, 0).remove(QLatin1Char('#')).trimmed();
}

/// The words of a page, without the marks of Markdown, the targets of links and the places of figures.
QString plainTextOf(const HelpPage &page)
{
    static const QRegularExpression figure(QStringLiteral("\\{\\{[^{}]*\\}\\}"));
    static const QRegularExpression target(QStringLiteral("\\]\\([^)]*\\)"));
    static const QRegularExpression marks(QStringLiteral("[#*>|\\[\\]`]|--+:?|(?<=\\n)- "));
    QString text = page.text.section(QLatin1Char('\n'), 1);
    return text.replace(figure, QStringLiteral("\u2026")).remove(target).remove(marks).simplified();
}

/// A few words on either side of a place.
QString excerptAt(const QString &text, qsizetype place)
{
    constexpr qsizetype reach = 60;
    qsizetype from = std::max<qsizetype>(0, place - reach);
    while (from > 0 && text[from - 1] != QLatin1Char(' '))
        --from;
    qsizetype to = std::min(text.size(), place + reach);
    while (to < text.size() && text[to] != QLatin1Char(' '))
        ++to;
    const QString dots = QStringLiteral("\u2026");
    return (from > 0 ? dots : QString()) + text.mid(from, to - from) + (to < text.size() ? dots : QString());
}

} // namespace

std::vector<HelpPage> helpPages(const QLocale &locale)
{
    readyHelp();
    QStringList languages = {locale.name(), locale.name().section(QLatin1Char('_'), 0, 0)};
    languages << QStringLiteral("en");
    std::vector<HelpPage> pages;
    const QJsonArray sections =
        QJsonDocument::fromJson(read(QStringLiteral("contents.json"), languages)).array();
    for (const QJsonValue section : sections)
        for (const QJsonValue topic : section[QStringLiteral("topics")].toArray()) {
            const QString text = QString::fromUtf8(read(topic.toString() + QStringLiteral(".md"), languages));
            pages.push_back(
                {topic.toString(), titleOf(text), section[QStringLiteral("title")].toString(), text});
        }
    return pages;
}

const HelpPage *findHelpPage(const std::vector<HelpPage> &pages, QStringView topic)
{
    const auto found = std::find_if(pages.begin(), pages.end(),
                                    [topic](const HelpPage &page) { return page.topic == topic; });
    return found == pages.end() ? nullptr : &*found;
}

QString helpTopicForWord(const QString &choice, const QString &word)
{
    return choice + QLatin1Char('-') + word;
}

std::vector<HelpHit> searchHelp(const std::vector<HelpPage> &pages, const QString &query)
{
    const QStringList words = query.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    struct Found
    {
        qsizetype inTitle = 0;
        qsizetype inText = 0;
        HelpHit hit;
    };
    std::vector<Found> found;
    for (const HelpPage &page : pages) {
        const QString text = plainTextOf(page);
        Found here{.hit = {page.topic, page.title, {}}};
        const bool hasAll =
            !words.isEmpty() && std::all_of(words.begin(), words.end(), [&](const QString &word) {
                const bool isInTitle = page.title.contains(word, Qt::CaseInsensitive);
                const qsizetype count = text.count(word, Qt::CaseInsensitive);
                here.inTitle += isInTitle ? 1 : 0;
                here.inText += count;
                return isInTitle || count > 0;
            });
        if (!hasAll)
            continue;
        here.hit.excerpt =
            excerptAt(text, std::max<qsizetype>(0, text.indexOf(words.front(), 0, Qt::CaseInsensitive)));
        found.push_back(here);
    }
    std::stable_sort(found.begin(), found.end(), [](const Found &a, const Found &b) {
        return std::tie(b.inTitle, b.inText) < std::tie(a.inTitle, a.inText);
    });
    std::vector<HelpHit> hits;
    hits.reserve(found.size());
    for (Found &entry : found)
        hits.push_back(std::move(entry.hit));
    return hits;
}

} // namespace atlas
