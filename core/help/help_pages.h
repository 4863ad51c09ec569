#pragma once

#include <QLocale>
#include <QString>
#include <QStringView>

#include <vector>

namespace atlas {

/// A page of the help.
struct HelpPage
{
    QString topic; ///< names it in links and in the code: "scale-zscore"
    QString title;
    QString section; ///< of the contents
    QString text;    ///< Markdown, with figures as withFigures() fills them in

    bool operator==(const HelpPage &) const = default;
};

/// Every page, in the order of the contents. In the language of this locale where there is a translation,
/// else in English; page by page, so that a translation can grow.
std::vector<HelpPage> helpPages(const QLocale &locale);

/// The page of a topic; null when there is none.
const HelpPage *findHelpPage(const std::vector<HelpPage> &pages, QStringView topic);

/// The topic that explains a word of core/index/method_words.h. `choice` is what the word chooses: "scale",
/// "deviation", "missing", "outliers", "levels", "weighting", "aggregation", "ranks" or "quantiles".
QString helpTopicForWord(const QString &choice, const QString &word);

/// A page that a search found.
struct HelpHit
{
    QString topic;
    QString title;
    QString excerpt; ///< a few words of the page around what was looked for

    bool operator==(const HelpHit &) const = default;
};

/// Pages that hold every word of the query, the best first: those with the words in their title, then those
/// that have them most often.
std::vector<HelpHit> searchHelp(const std::vector<HelpPage> &pages, const QString &query);

} // namespace atlas
