#include "core/render/colour_scale.h"
#include "tests/cli/requests.h"
#include "tests/support/test_program.h"

#include <QRegularExpression>
#include <QTest>

using namespace atlas;
using namespace atlas::cli;
using namespace atlas::test;

class HelpTest : public QObject
{
    Q_OBJECT

private slots:
    void helpAndVersionGoBeforeAllElse_data();
    void helpAndVersionGoBeforeAllElse();
    void helpNamesEveryCommandAndExitCode();
    void helpOfACommandNamesItsOptionsAlone_data();
    void helpOfACommandNamesItsOptionsAlone();
    void helpOfTheMapNamesEveryScale();
};

void HelpTest::helpAndVersionGoBeforeAllElse_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("expected");
    QTest::newRow("help") << "--help"
                          << "Usage: disengagement-atlas-cli COMMAND";
    QTest::newRow("-h") << "-h"
                        << "Usage: disengagement-atlas-cli COMMAND";
    QTest::newRow("help among mistakes") << "fly --help --wings 2"
                                         << "Usage: disengagement-atlas-cli COMMAND";
    QTest::newRow("help of a command") << "table --help"
                                       << "Usage: disengagement-atlas-cli table";
    QTest::newRow("help of a command among mistakes") << "map --wings 2 -h"
                                                      << "Usage: disengagement-atlas-cli map";
    QTest::newRow("version") << "--version"
                             << "disengagement-atlas-cli ";
    QTest::newRow("version of a command") << "map --version"
                                          << "disengagement-atlas-cli ";
}

void HelpTest::helpAndVersionGoBeforeAllElse()
{
    QFETCH(const QString, line);
    QFETCH(const QString, expected);
    const Parsed parsed = parseCommandLine(words(line));
    const auto *information = std::get_if<Information>(&parsed);
    QVERIFY(information);
    QVERIFY2(information->text.contains(expected), qPrintable(information->text));
    QVERIFY(information->text.endsWith('\n'));
}

void HelpTest::helpNamesEveryCommandAndExitCode()
{
    const Parsed parsed = parseCommandLine({"--help"});
    const QString text = std::get<Information>(parsed).text;
    for (const QString part :
         {"table", "map", "compare", "check", "inspect", "0 done", "1 could not", "2 wrong", "3 done"})
        QVERIFY2(text.contains(part), qPrintable(part));
}

void HelpTest::helpOfACommandNamesItsOptionsAlone_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QStringList>("own");
    QTest::addColumn<QStringList>("others");
    const QStringList data = {"project", "boundaries", "layer",      "code-field", "name-field",
                              "crs",     "projection", "indicators", "metadata",   "strict",
                              "quiet",   "add-up",     "lookup",     "larger",     "members"};
    const QStringList method = {"method",       "keep-scales", "exclude",        "only",      "missing",
                                "group-column", "threshold",   "outliers",       "normalise", "sd",
                                "range",        "reference",   "reference-area", "levels",    "weighting",
                                "weights",      "aggregate",   "rank-rule"};
    const QStringList classes = {"classify", "quantile-type", "classes", "breaks"};
    const QStringList draws = {"robustness", "vary", "seed"};
    const QStringList map = {"show",   "size",  "width-mm",  "height-mm", "dpi",   "palette",
                             "labels", "title", "no-legend", "no-key",    "locale"};
    const QStringList people = {"population"};
    const QStringList table = {"nodes", "trace", "rounding-band"};
    QTest::newRow("table") << "table" << data + method + classes + draws + table + people + QStringList{"out"}
                           << map + QStringList{"with"};
    QTest::newRow("map") << "map" << data + method + classes + draws + map + people + QStringList{"out"}
                         << table + QStringList{"with"};
    QTest::newRow("compare") << "compare" << data + method + classes + QStringList{"out", "with"}
                             << map + table + people + draws;
    QTest::newRow("check") << "check" << data + method
                           << map + table + people + draws + classes + QStringList{"out", "with"};
    QTest::newRow("inspect") << "inspect" << QStringList()
                             << data + method + map + table + people + draws + classes;
}

void HelpTest::helpOfACommandNamesItsOptionsAlone()
{
    QFETCH(const QString, command);
    QFETCH(const QStringList, own);
    QFETCH(const QStringList, others);
    const Parsed parsed = parseCommandLine({command, "--help"});
    const QString text = std::get<Information>(parsed).text;
    const auto names = [&text](const QString &option) {
        return text.contains(QRegularExpression("\\s--" + option + "\\b(?!-)"));
    };
    for (const QString &option : own)
        QVERIFY2(names(option), qPrintable(option));
    for (const QString &option : others) {
        QVERIFY2(!names(option), qPrintable(option));
        const Parsed refused = parseCommandLine({command, "--" + option});
        QVERIFY(std::get_if<Refusal>(&refused));
        QVERIFY(
            std::get<Refusal>(refused).error.message.contains("There is no option --" + option + " here"));
    }
    for (const QString &line : text.split('\n'))
        QVERIFY2(line.size() <= 100, qPrintable(line));
}

void HelpTest::helpOfTheMapNamesEveryScale()
{
    const Parsed parsed = parseCommandLine({"map", "--help"});
    const QString text = std::get<Information>(parsed).text;
    for (const QString &name : colourScaleNames())
        QVERIFY2(text.contains(name), qPrintable(name));
}

ATLAS_TEST(HelpTest)

#include "test_help.moc"
