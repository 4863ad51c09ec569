#include "core/help/help_pages.h"

#include "core/dataset/load_dataset.h"
#include "core/help/help_figures.h"
#include "core/index/method_words.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace atlas;

namespace {

const QLocale british(QLocale::English, QLocale::UnitedKingdom);

QString contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The section of a page that starts with this word in bold, up to the next one.
QString partOf(const HelpPage &page, const QString &head)
{
    const QString start = QStringLiteral("**%1.**").arg(head);
    const qsizetype from = page.text.indexOf(start);
    if (from < 0)
        return {};
    const qsizetype to = page.text.indexOf(QStringLiteral("\n\n**"), from + start.size());
    return page.text.mid(from, to < 0 ? -1 : to - from);
}

/// Files of the program's own code.
QStringList sources(const QString &folder)
{
    QStringList files;
    const QDir here(folder);
    for (const QString &name : here.entryList({"*.cpp", "*.h"}, QDir::Files))
        files << here.filePath(name);
    for (const QString &name : here.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        files << sources(here.filePath(name));
    return files;
}

template <typename Choice>
QStringList topicsOf(const QString &choice, const Words<Choice> &words)
{
    QStringList topics;
    for (const auto &[word, value] : words)
        topics << helpTopicForWord(choice, word);
    return topics;
}

} // namespace

/// The pages of the help: that nothing is missing, leads nowhere or is written by hand that the core
/// computes.
class HelpPagesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyPageHasTitleAndText();
    void everyFileIsListed();
    void everyLinkLeadsToAPage();
    void everyTopicInTheCodeHasAPage();
    void everyMethodWordHasAPage();
    void methodsAndTermsHaveFormulaExampleAndSource();
    void everyFigureCanBeMade();
    void noFigureOfAnExampleIsWrittenByHand();
    void anUnknownFigureIsAnError_data();
    void anUnknownFigureIsAnError();
    void searchFindsPagesWithAllWords();
    void titlesComeFirst();
    void nothingIsFoundForNothing();
    void anotherLanguageFallsBackToEnglish();

private:
    std::vector<HelpPage> m_pages;
    std::shared_ptr<const Dataset> m_paper;
};

void HelpPagesTest::initTestCase()
{
    m_pages = helpPages(british);
    Progress progress;
    m_paper = *loadDataset(builtInSources(), progress);
}

void HelpPagesTest::everyPageHasTitleAndText()
{
    QVERIFY(m_pages.size() > 70);
    QSet<QString> topics;
    for (const HelpPage &page : m_pages) {
        QVERIFY2(page.text.startsWith("# "), qPrintable(page.topic));
        QVERIFY2(!page.title.isEmpty() && !page.section.isEmpty(), qPrintable(page.topic));
        QVERIFY2(page.text.size() > 150, qPrintable(page.topic));
        QVERIFY2(!topics.contains(page.topic), qPrintable(page.topic));
        topics << page.topic;
    }
}

void HelpPagesTest::everyFileIsListed()
{
    const QDir folder(QStringLiteral(ATLAS_SOURCE_DIR "/resources/help/en"));
    QSet<QString> files;
    for (const QString &name : folder.entryList({"*.md"}))
        files << name.chopped(3);
    QSet<QString> listed;
    for (const HelpPage &page : m_pages)
        listed << page.topic;
    QCOMPARE(listed, files);
}

void HelpPagesTest::everyLinkLeadsToAPage()
{
    static const QRegularExpression link(QStringLiteral("\\]\\(([^)]*)\\)"));
    for (const HelpPage &page : m_pages)
        for (auto links = link.globalMatch(page.text); links.hasNext();) {
            const QString target = links.next().captured(1);
            QVERIFY2(target.startsWith("https://") || findHelpPage(m_pages, target),
                     qPrintable(page.topic + ": " + target));
        }
}

/// Whatever names a topic in the code: the property of a widget, the link beside it, and opening it.
void HelpPagesTest::everyTopicInTheCodeHasAPage()
{
    static const QRegularExpression named(
        "(?:helpTopic\"|helpTopicProperty|new WhatIsThis\\(|setTopic\\(|showHelp\\(|showTopic\\()"
        "\\s*,?\\s*(?:QStringLiteral\\()?\"([a-z0-9-]+)");
    int found = 0;
    for (const QString &file : sources(QStringLiteral(ATLAS_SOURCE_DIR "/app"))) {
        const QString text = contentsOf(file);
        for (auto matches = named.globalMatch(text); matches.hasNext(); ++found) {
            const QString topic = matches.next().captured(1);
            QVERIFY2(findHelpPage(m_pages, topic), qPrintable(file + ": " + topic));
        }
    }
    QVERIFY(found > 10);
}

void HelpPagesTest::everyMethodWordHasAPage()
{
    const QStringList topics =
        topicsOf("scale", normalisationWords()) + topicsOf("deviation", standardDeviationWords())
        + topicsOf("missing", missingRuleWords()) + topicsOf("outliers", outlierRuleWords())
        + topicsOf("levels", levelsWords()) + topicsOf("weighting", weightingWords())
        + topicsOf("aggregation", aggregationWords()) + topicsOf("ranks", rankRuleWords())
        + topicsOf("quantiles", quantileRuleWords());
    QVERIFY(topics.size() > 30);
    for (const QString &topic : topics)
        QVERIFY2(findHelpPage(m_pages, topic), qPrintable(topic));
}

void HelpPagesTest::methodsAndTermsHaveFormulaExampleAndSource()
{
    const QStringList parts = {"Start", "Parts of the window"};
    for (const HelpPage &page : m_pages) {
        if (parts.contains(page.section))
            continue;
        const bool needsFormula = page.topic != "term-missing" && page.topic != "term-seed";
        QVERIFY2(page.text.contains("\n> ") || !needsFormula, qPrintable(page.topic));
        QVERIFY2(partOf(page, "Example").contains("{{") || partOf(page, "Example").contains("mean of each"),
                 qPrintable(page.topic));
        QVERIFY2(!partOf(page, "Source").isEmpty(), qPrintable(page.topic));
    }
}

void HelpPagesTest::everyFigureCanBeMade()
{
    for (const HelpPage &page : m_pages) {
        const auto filled = withFigures(page.text, m_paper, british);
        QVERIFY2(filled, qPrintable(page.topic + ": " + (filled ? QString() : filled.error().message)));
        QVERIFY2(!filled->contains("{{") && !filled->contains(QString::fromUtf8("–%")),
                 qPrintable(page.topic));
    }
}

/// A figure of the data in an example has a placeholder. What is left are the numbers that an example sets
/// out from: what is tried, bounds, ends of a scale.
void HelpPagesTest::noFigureOfAnExampleIsWrittenByHand()
{
    static const QRegularExpression placeholder(QStringLiteral("\\{\\{[^{}]*\\}\\}"));
    static const QRegularExpression withDecimals(QStringLiteral("\\d\\.\\d"));
    const QHash<QString, QStringList> given = {{"part-what-if", {"4.0"}}, {"classes-own", {"0.5", "0.5"}}};
    for (const HelpPage &page : m_pages) {
        QString example = partOf(page, "Example").remove(placeholder);
        for (const QString &number : given.value(page.topic))
            example.remove(example.indexOf(number), number.size());
        QVERIFY2(!example.contains(withDecimals), qPrintable(page.topic + ": " + example));
    }
}

void HelpPagesTest::anUnknownFigureIsAnError_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("figure") << "{{beauty;Lancashire}}";
    QTest::newRow("area") << "{{score;Atlantis}}";
    QTest::newRow("indicator") << "{{mean;beauty}}";
    QTest::newRow("both") << "{{value;Lancashire;beauty}}";
    QTest::newRow("setting") << "{{score;Lancashire|mood=good}}";
    QTest::newRow("word") << "{{score;Lancashire|scale=good}}";
    QTest::newRow("refused") << "{{score;Lancashire|aggregation=geometric}}";
    QTest::newRow("absent") << "{{rank;Lancashire|blank=Lancashire:neet_16_18,missing=leave-out}}";
}

void HelpPagesTest::anUnknownFigureIsAnError()
{
    QFETCH(const QString, text);
    const auto filled = withFigures("An example: " + text, m_paper, british);
    QVERIFY(!filled);
    QVERIFY(!filled.error().message.isEmpty());
}

void HelpPagesTest::searchFindsPagesWithAllWords()
{
    const auto hits = searchHelp(m_pages, "geometric zero");
    QVERIFY(!hits.empty());
    QCOMPARE(hits.front().topic, "aggregation-geometric");
    for (const HelpHit &hit : hits) {
        const QString text = findHelpPage(m_pages, hit.topic)->text;
        QVERIFY2(text.contains("geometric", Qt::CaseInsensitive)
                     && text.contains("zero", Qt::CaseInsensitive),
                 qPrintable(hit.topic));
    }
}

void HelpPagesTest::titlesComeFirst()
{
    QCOMPARE(searchHelp(m_pages, "dirichlet").front().topic, "sure-dirichlet");
    QCOMPARE(searchHelp(m_pages, "Z-SCORES").front().topic, "scale-zscore");
    const HelpHit hit = searchHelp(m_pages, "spreadsheets").front();
    QVERIFY2(hit.excerpt.contains("spreadsheets"), qPrintable(hit.excerpt));
    QVERIFY2(!hit.excerpt.contains("{{") && !hit.excerpt.contains("]("), qPrintable(hit.excerpt));
}

void HelpPagesTest::nothingIsFoundForNothing()
{
    QVERIFY(searchHelp(m_pages, " ").empty());
    QVERIFY(searchHelp(m_pages, "xylophone").empty());
    QVERIFY(searchHelp(m_pages, "geometric xylophone").empty());
}

void HelpPagesTest::anotherLanguageFallsBackToEnglish()
{
    QCOMPARE(helpPages(QLocale(QLocale::Welsh)), m_pages);
}

ATLAS_TEST(HelpPagesTest)

#include "test_help_pages.moc"
