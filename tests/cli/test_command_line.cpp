#include "tests/support/made_data.h"
#include "tests/support/test_program.h"

#include "app/cli/command.h"
#include "app/cli/command_line.h"

#include <QRegularExpression>
#include <QTest>

using namespace atlas;
using namespace atlas::cli;
using namespace atlas::test;

namespace {

QStringList words(const QString &line)
{
    return line.split(' ', Qt::SkipEmptyParts);
}

/// The request that a command line makes; what is wrong with it goes to the test log.
Request requestOf(const QString &line)
{
    const Parsed parsed = parseCommandLine(words(line));
    if (const auto *refusal = std::get_if<Refusal>(&parsed))
        qWarning("%s", qPrintable(refusal->error.message));
    const auto *request = std::get_if<Request>(&parsed);
    return request ? *request : Request{};
}

} // namespace

class CommandLineTest : public QObject
{
    Q_OBJECT

private slots:
    void commandsAreUnderstood_data();
    void commandsAreUnderstood();
    void theDefaultsAreTheExampleOnA1200x1400Map();
    void dataOptionsNameTheFiles();
    void indexOptionsAreRead();
    void mapOptionsAreRead();
    void ownBreaksMakeOneClassMore();
    void millimetresReplacePixels();
    void helpAndVersionGoBeforeAllElse_data();
    void helpAndVersionGoBeforeAllElse();
    void helpNamesEveryCommandAndExitCode();
    void helpOfACommandNamesItsOptionsAlone_data();
    void helpOfACommandNamesItsOptionsAlone();
    void mistakesAreNamedWithWhatIsAllowed_data();
    void mistakesAreNamedWithWhatIsAllowed();
    void settingsExcludeWhatWasAskedFor_data();
    void settingsExcludeWhatWasAskedFor();
    void ownWeightsGoIntoTheSettings();
    void codesMayHoldCommasSpacesAndQuotes_data();
    void codesMayHoldCommasSpacesAndQuotes();
    void unknownIndicatorsAreNamedWithTheKnown_data();
    void unknownIndicatorsAreNamedWithTheKnown();
    void leavingNoIndicatorIsRefused();
};

void CommandLineTest::commandsAreUnderstood_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<CommandEntry>("command");
    QTest::newRow("table") << "table --out t.csv" << tableCommand();
    QTest::newRow("map") << "map --out m.png" << mapCommand();
    QTest::newRow("check") << "check" << checkCommand();
    QTest::newRow("inspect") << "inspect a.csv" << inspectCommand();
    QTest::newRow("options first") << "--out T.CSV table" << tableCommand();
    QTest::newRow("value after an equals sign") << "map --out=m.pdf" << mapCommand();
}

void CommandLineTest::commandsAreUnderstood()
{
    QFETCH(const QString, line);
    QFETCH(const CommandEntry, command);
    QVERIFY(requestOf(line).run == command.run);
}

void CommandLineTest::theDefaultsAreTheExampleOnA1200x1400Map()
{
    const Request request = requestOf("map --out m.png");
    QCOMPARE(request.out, "m.png");
    QVERIFY(request.sources == builtInSources());
    QVERIFY(request.only.parts.isEmpty() && request.exclude.parts.isEmpty());
    QVERIFY(request.index.scale.standardDeviation == StandardDeviation::Sample);
    QVERIFY(request.display == DisplaySettings{});
    QVERIFY(!request.title);
    QCOMPARE(request.size.pixels(), QSize(1200, 1400));
    QVERIFY((request.furniture == MapFurniture{.title = true, .legend = true, .source = true, .key = true}));
    QVERIFY(!request.strict && !request.quiet);
    QCOMPARE(request.locale, QLocale::c());
}

void CommandLineTest::dataOptionsNameTheFiles()
{
    const Request request = requestOf("check --boundaries b.gpkg --layer l --code-field c --name-field n "
                                      "--indicators i.csv --metadata m.csv");
    QCOMPARE(request.sources.boundaries, "b.gpkg");
    QVERIFY((request.sources.boundaryOptions == BoundaryOptions{"l", "c", "n"}));
    QCOMPARE(request.sources.indicators, "i.csv");
    QCOMPARE(request.sources.metadata, "m.csv");
    QVERIFY(requestOf("check --boundaries b.shp --indicators i.csv").sources.metadata.isEmpty());
}

void CommandLineTest::indexOptionsAreRead()
{
    const Request request =
        requestOf("check --exclude a,b --only c,,d --sd population --strict --quiet --normalise zscore "
                  "--aggregate arithmetic");
    QCOMPARE(request.exclude.parts, QStringList({"a", "b"}));
    QCOMPARE(request.only.parts, QStringList({"c", "d"}));
    QVERIFY(request.index.scale.standardDeviation == StandardDeviation::Population);
    QVERIFY(request.strict && request.quiet);
}

void CommandLineTest::mapOptionsAreRead()
{
    const Request request =
        requestOf("map --out m.svg --show neet --classes 7 --size 640X480 --palette blues "
                  "--labels name --title Where --no-legend --no-key --locale en_GB");
    QCOMPARE(request.display.shown, "neet");
    QCOMPARE(request.display.classCount, 7);
    QCOMPARE(request.size.pixels(), QSize(640, 480));
    QCOMPARE(request.display.palette, "blues");
    QVERIFY(request.display.labels == Labels::Name);
    QCOMPARE(request.title.value_or(QString()), "Where");
    QVERIFY(!request.furniture.legend && !request.furniture.key);
    QVERIFY(request.furniture.title && request.furniture.source);
    QCOMPARE(request.locale, QLocale("en_GB"));
    QVERIFY(requestOf("map --out m.svg --labels none").display.labels == Labels::None);
}

void CommandLineTest::ownBreaksMakeOneClassMore()
{
    const DisplaySettings display = requestOf("map --out m.svg --breaks -1,0,2.5e1").display;
    QCOMPARE(display.breaks, (std::vector{-1.0, 0.0, 25.0}));
    QCOMPARE(display.classCount, 4);
    QCOMPARE(requestOf("map --out m.svg --breaks 7").display.classCount, 2);
    QCOMPARE(requestOf("table --out t.csv --breaks 1,2,3,4,5,6,7,8 --classes 9").display.classCount, 9);
}

void CommandLineTest::millimetresReplacePixels()
{
    const Request request = requestOf("map --out m.png --width-mm 100 --height-mm 120 --dpi 254");
    QCOMPARE(request.size.pixels(), QSize(1000, 1200));
    QCOMPARE(requestOf("map --out m.png --width-mm 100 --height-mm 120").size.pixels(), QSize(1181, 1417));
}

void CommandLineTest::helpAndVersionGoBeforeAllElse_data()
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

void CommandLineTest::helpAndVersionGoBeforeAllElse()
{
    QFETCH(const QString, line);
    QFETCH(const QString, expected);
    const Parsed parsed = parseCommandLine(words(line));
    const auto *information = std::get_if<Information>(&parsed);
    QVERIFY(information);
    QVERIFY2(information->text.contains(expected), qPrintable(information->text));
    QVERIFY(information->text.endsWith('\n'));
}

void CommandLineTest::helpNamesEveryCommandAndExitCode()
{
    const Parsed parsed = parseCommandLine({"--help"});
    const QString text = std::get<Information>(parsed).text;
    for (const QString part :
         {"table", "map", "compare", "check", "inspect", "0 done", "1 could not", "2 wrong", "3 done"})
        QVERIFY2(text.contains(part), qPrintable(part));
}

void CommandLineTest::helpOfACommandNamesItsOptionsAlone_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QStringList>("own");
    QTest::addColumn<QStringList>("others");
    const QStringList data = {"project",    "boundaries", "layer",  "code-field", "name-field",
                              "indicators", "metadata",   "strict", "quiet"};
    const QStringList method = {"method",       "keep-scales", "exclude",        "only",      "missing",
                                "group-column", "threshold",   "outliers",       "normalise", "sd",
                                "range",        "reference",   "reference-area", "levels",    "weighting",
                                "weights",      "aggregate",   "rank-rule"};
    const QStringList classes = {"classify", "quantile-type", "classes", "breaks"};
    const QStringList draws = {"robustness", "vary", "seed"};
    const QStringList map = {"show",   "size",  "width-mm",  "height-mm", "dpi",   "palette",
                             "labels", "title", "no-legend", "no-key",    "locale"};
    const QStringList table = {"nodes", "trace", "rounding-band"};
    QTest::newRow("table") << "table" << data + method + classes + draws + table + QStringList{"out"}
                           << map + QStringList{"with"};
    QTest::newRow("map") << "map" << data + method + classes + draws + map + QStringList{"out"}
                         << table + QStringList{"with"};
    QTest::newRow("compare") << "compare" << data + method + classes + QStringList{"out", "with"}
                             << map + table + draws;
    QTest::newRow("check") << "check" << data + method
                           << map + table + draws + classes + QStringList{"out", "with"};
    QTest::newRow("inspect") << "inspect" << QStringList() << data + method + map + table + draws + classes;
}

void CommandLineTest::helpOfACommandNamesItsOptionsAlone()
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

void CommandLineTest::mistakesAreNamedWithWhatIsAllowed_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("named");
    QTest::addColumn<QString>("advice");
    const auto row = [](const char *name, const char *line, const char *named, const char *advice) {
        QTest::newRow(name) << line << named << advice;
    };
    row("nothing", "", "table, map, compare, check, inspect", "--help");
    row("an unknown command", "fly --out m.png", "fly", "table, map, compare, check, inspect");
    row("a command with a slip", "tabel --out t.csv", "tabel", "is it table?");
    row("an option with a slip", "table --out t.csv --normalize minmax", "--normalize", "is it --normalise?");
    row("two letters swapped", "map --out m.png --pallete blues", "--pallete", "is it --palette?");
    row("a project that is not there", "check --project gone.atlas", "gone.atlas", "does not exist");
    row("files of nothing", "inspect", "inspect", "name the files");
    row("two commands", "table map --out t.csv", "map", "one command");
    row("an unknown option", "table --out t.csv --wings 2", "wings", "--help");
    row("an option without its value", "table --out", "--out", "--help");
    row("a value for a switch", "check --strict=yes", "strict", "--help");
    row("no --out", "table", "--out", "add --out");
    row("an empty --out", "map --out=", "--out", "add --out");
    row("a table that is no CSV", "table --out t.xlsx", "t.xlsx", ".csv");
    row("a map that is a table", "map --out m.csv", "m.csv", ".png, .svg or .pdf");
    row("a map without extension", "map --out m", "m", ".png, .svg or .pdf");
    row("boundaries only", "check --boundaries b.shp", "--indicators", "Add --indicators");
    row("a map of figures only", "map --out m.png --indicators i.csv", "--boundaries", "A map needs");
    row("metadata only", "check --metadata m.csv", "--indicators", "Add --indicators");
    row("a comparison with nothing", "compare --out c.csv", "compare with", "add --with");
    row("a table with another method", "table --out t.csv --with m.json", "--with", "no option");
    row("a trace of all areas", "table --out t.csv --trace A --nodes", "--trace", "leave out");
    row("draws of nothing", "table --out t.csv --robustness 0", "--robustness 0", "a whole number of draws");
    row("draws for a check", "check --robustness 10", "--robustness", "no option");
    row("a table in colours", "table --out t.csv --palette blues", "--palette", "no option");
    row("draws of an indicator", "map --out m.png --robustness 10 --show neet", "--robustness",
        "add --show index");
    row("what to vary without draws", "table --out t.csv --vary scale", "--vary", "add it");
    row("something nobody varies", "table --out t.csv --robustness 10 --vary luck", "--vary luck",
        "leave-out");
    row("weights within nothing", "table --out t.csv --robustness 10 --vary weights=0", "--vary",
        "weights=25");
    row("a scale nobody knows", "check --normalise log", "--normalise log", "zscore or minmax");
    row("a range that falls", "check --range 9:1", "--range 9:1", "such as 0:100");
    row("a range beyond reckoning", "check --range 0:1e308", "--range 0:1e308", "such as 0:100");
    row("a reference beyond reckoning", "check --reference a=3:1e-320", "--reference a=3:1e-320", "a=0:10");
    row("a weight beyond reckoning", "check --weights a=1e-320", "--weights a=1e-320", "above zero");
    row("weights within next to nothing", "table --out t.csv --robustness 10 --vary weights=1e-323", "--vary",
        "weights=25");
    row("half a reference", "check --reference a=1", "--reference a=1", "a=0:10");
    row("equal goalposts", "check --reference a=1:1", "--reference", "two different ones");
    row("a level of indicators", "check --aggregate 1=geometric", "--aggregate", "levels from 2");
    row("a threshold above 1", "check --threshold 1.5", "--threshold 1.5", "from 0 to 1");
    row("scales of no file", "check --keep-scales", "--keep-scales", "name one");
    row("a method that is not there", "check --method gone.json", "gone.json", "does not exist");
    row("a layer of the example", "check --layer x", "--layer", "need --boundaries");
    row("a field of the example", "check --code-field x", "--code-field", "need --boundaries");
    row("one class", "table --out t.csv --classes 1", "--classes 1", "from 2 to 9");
    row("ten classes", "table --out t.csv --classes 10", "--classes 10", "from 2 to 9");
    row("half a class", "table --out t.csv --classes 4.5", "--classes 4.5", "from 2 to 9");
    row("endless classes", "table --out t.csv --classes inf", "--classes inf", "from 2 to 9");
    row("too many classes for a number", "table --out t.csv --classes 99999999999", "--classes",
        "from 2 to 9");
    row("classes in words", "table --out t.csv --classes four", "--classes four", "from 2 to 9");
    row("an unknown palette", "map --out m.png --palette pink", "--palette pink", "purples");
    row("unknown labels", "map --out m.png --labels flags", "--labels flags", "number or name or none");
    row("an unknown deviation", "check --sd standard", "--sd standard", "sample or population");
    row("an unknown normalisation", "check --normalise log", "--normalise log", "zscore");
    row("an unknown aggregation", "check --aggregate max", "--aggregate max", "arithmetic");
    row("an unknown classification", "table --out t.csv --classify jenks", "--classify jenks", "quantile");
    row("a seed in words", "table --out t.csv --seed lucky", "--seed lucky", "a whole number");
    row("bands on a map", "map --out m.png --rounding-band", "--rounding-band", "no option");
    row("quantiles and breaks", "table --out t.csv --classify quantile --breaks 1,2", "--breaks",
        "leave out --classify");
    row("a seed below zero", "table --out t.csv --seed -1", "--seed -1", "a whole number");
    row("an unknown locale", "map --out m.png --locale xx_YY", "--locale xx_YY", "en_GB");
    row("a size in words", "map --out m.png --size large", "--size large", "1200x1400");
    row("half a size", "map --out m.png --size 1200x", "--size 1200x", "1200x1400");
    row("a negative size", "map --out m.png --size -5x1400", "--size -5x1400", "1200x1400");
    row("a size with units", "map --out m.png --size 10cmx10cm", "--size 10cmx10cm", "1200x1400");
    row("a width in words", "map --out m.png --width-mm wide", "--width-mm wide", "above zero");
    row("a width of nothing", "map --out m.png --width-mm 0", "--width-mm 0", "above zero");
    row("a width that is no number", "map --out m.png --width-mm nan", "--width-mm nan", "above zero");
    row("a negative height", "map --out m.png --height-mm=-3", "--height-mm -3", "above zero");
    row("dots in words", "map --out m.png --width-mm 9 --dpi fine", "--dpi fine", "above zero");
    row("dots without a width", "map --out m.png --dpi 300", "--dpi", "--width-mm");
    row("pixels and millimetres", "map --out m.png --size 9x9 --width-mm 90", "--size", "leave it out");
    row("a weight without a number", "check --weights a", "--weights a", "a=2,b=0.5");
    row("a weight in words", "check --weights a=heavy", "--weights a=heavy", "above zero");
    row("a weight of nothing", "check --weights a=1,b=0", "--weights a=1,b=0", "above zero");
    row("a negative weight", "check --weights a=-1", "--weights a=-1", "above zero");
    row("an endless weight", "check --weights a=inf", "--weights a=inf", "above zero");
    row("a weight that is no number", "check --weights a=nan", "--weights a=nan", "above zero");
    row("a weight of no indicator", "check --weights =2", "--weights =2", "a=2,b=0.5");
    row("two weights for one indicator", "check --weights a=1,a=2", "two weights", "keep one");
    row("no weights", "check --weights=", "--weights", "a=2,b=0.5");
    row("no breaks", "table --out t.csv --breaks=", "--breaks", "rising numbers");
    row("breaks in words", "table --out t.csv --breaks low,high", "--breaks low,high", "rising numbers");
    row("a break left out", "table --out t.csv --breaks 1,,2", "--breaks 1,,2", "rising numbers");
    row("falling breaks", "table --out t.csv --breaks 3,2", "--breaks 3,2", "rising numbers");
    row("a break given twice", "table --out t.csv --breaks 2,2", "--breaks 2,2", "rising numbers");
    row("an endless break", "table --out t.csv --breaks 1,inf", "--breaks 1,inf", "rising numbers");
    row("a break that is no number", "table --out t.csv --breaks nan", "--breaks nan", "rising numbers");
    row("too many breaks", "table --out t.csv --breaks 1,2,3,4,5,6,7,8,9", "--breaks", "up to 8");
    row("breaks and other classes", "table --out t.csv --breaks 1,2 --classes 4", "3 classes, not 4",
        "leave out");
    row("breaks and wrong classes", "table --out t.csv --breaks 1,2 --classes four", "--classes four",
        "from 2 to 9");
    row("only nothing", "check --only=", "--only", "give their codes");
}

void CommandLineTest::mistakesAreNamedWithWhatIsAllowed()
{
    QFETCH(const QString, line);
    QFETCH(const QString, named);
    QFETCH(const QString, advice);
    const Parsed parsed = parseCommandLine(words(line));
    const auto *refusal = std::get_if<Refusal>(&parsed);
    QVERIFY(refusal);
    QCOMPARE(refusal->code, line.contains("gone.") ? ExitCouldNot : ExitWrongCommandLine);
    const QString &message = refusal->error.message;
    QVERIFY2(message.contains(named), qPrintable(message));
    QVERIFY2(message.contains(advice), qPrintable(message));
    QVERIFY2(message.endsWith('.') && !message.contains('\n'), qPrintable(message));
}

void CommandLineTest::settingsExcludeWhatWasAskedFor_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("excluded");
    QTest::newRow("nothing") << "check" << QStringList();
    QTest::newRow("one excluded") << "check --exclude b" << QStringList({"b"});
    QTest::newRow("two excluded") << "check --exclude a,c" << QStringList({"a", "c"});
    QTest::newRow("only one") << "check --only b" << QStringList({"a", "c"});
    QTest::newRow("only two, less one") << "check --only a,b --exclude b" << QStringList({"b", "c"});
}

void CommandLineTest::settingsExcludeWhatWasAskedFor()
{
    QFETCH(const QString, line);
    QFETCH(const QStringList, excluded);
    const Dataset dataset = makeDataset({{"a", {1, 2}}, {"b", {1, 2}}, {"c", {1, 2}}});
    const auto settings = indexSettingsFor(requestOf(line), dataset);
    QVERIFY(settings.ok());
    QCOMPARE(QStringList(settings->excluded.begin(), settings->excluded.end()), excluded);
}

void CommandLineTest::ownWeightsGoIntoTheSettings()
{
    const Dataset dataset = makeDataset({{"a", {1, 2}}, {"b", {1, 2}}, {"c=d", {1, 2}}});
    const auto settings = indexSettingsFor(requestOf("check --weights a=2,,c=d=.5"), dataset);
    QVERIFY(settings.ok());
    QVERIFY((settings->weights == std::map<QString, double>{{"a", 2}, {"c=d", 0.5}}));
    QVERIFY(indexSettingsFor(requestOf("check"), dataset)->weights.empty());
}

void CommandLineTest::codesMayHoldCommasSpacesAndQuotes_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("excluded");
    QTest::addColumn<QString>("weights");
    QTest::newRow("a value that is a code")
        << QStringList({"--exclude", "NEET, 16-18 (%)"}) << "NEET, 16-18 (%)"
        << "";
    QTest::newRow("a list") << QStringList({"--exclude", R"x("NEET, 16-18 (%)",a)x"}) << "NEET, 16-18 (%)|a"
                            << "";
    QTest::newRow("a quote in a list") << QStringList({"--exclude", R"("say ""x""",a)"}) << R"(a|say "x")"
                                       << "";
    QTest::newRow("only") << QStringList({"--only", "NEET, 16-18 (%)"}) << R"(a|say "x")"
                          << "";
    QTest::newRow("a weight") << QStringList({"--weights", "NEET, 16-18 (%)=2"}) << ""
                              << "NEET, 16-18 (%)=2";
    QTest::newRow("weights") << QStringList({"--weights", "a=3,NEET, 16-18 (%)=2"}) << ""
                             << "NEET, 16-18 (%)=2|a=3";
    QTest::newRow("weights in quotes") << QStringList({"--weights", R"x("NEET, 16-18 (%)=2",a=3)x"}) << ""
                                       << "NEET, 16-18 (%)=2|a=3";
}

void CommandLineTest::codesMayHoldCommasSpacesAndQuotes()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, excluded);
    QFETCH(const QString, weights);
    const Dataset dataset = makeDataset({{"a", {1, 2}}, {"NEET, 16-18 (%)", {1, 2}}, {R"(say "x")", {1, 2}}});
    const Parsed parsed = parseCommandLine(QStringList("check") + arguments);
    QVERIFY(std::get_if<Request>(&parsed));
    const auto settings = indexSettingsFor(std::get<Request>(parsed), dataset);
    QVERIFY2(settings.ok(), settings ? "" : qPrintable(settings.error().message));
    QCOMPARE(QStringList(settings->excluded.begin(), settings->excluded.end()).join('|'), excluded);
    QStringList given;
    for (const auto &[code, weight] : settings->weights)
        given << code + '=' + QString::number(weight);
    QCOMPARE(given.join('|'), weights);
}

void CommandLineTest::unknownIndicatorsAreNamedWithTheKnown_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("excluded") << "check --exclude a,Z";
    QTest::newRow("only") << "check --only Z";
    QTest::newRow("shown") << "map --out m.png --show Z";
    QTest::newRow("weighted") << "check --weights a=2,Z=1";
}

void CommandLineTest::unknownIndicatorsAreNamedWithTheKnown()
{
    QFETCH(const QString, line);
    const Dataset dataset = makeDataset({{"a", {1, 2}}, {"b", {1, 2}}});
    const auto settings = indexSettingsFor(requestOf(line), dataset);
    QVERIFY(!settings.ok());
    QCOMPARE(settings.error().message, "There is no indicator Z; the codes are a, b.");
}

void CommandLineTest::leavingNoIndicatorIsRefused()
{
    const Dataset dataset = makeDataset({{"a", {1, 2}}, {"b", {1, 2}}});
    for (const QString line : {"check --exclude a,b", "check --only a --exclude a"}) {
        const auto settings = indexSettingsFor(requestOf(line), dataset);
        QVERIFY(!settings.ok());
        QVERIFY2(settings.error().message.contains("leave at least one on"),
                 qPrintable(settings.error().message));
    }
}

ATLAS_TEST(CommandLineTest)

#include "test_command_line.moc"
