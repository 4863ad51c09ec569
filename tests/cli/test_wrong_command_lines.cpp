#include "tests/cli/requests.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace atlas;
using namespace atlas::cli;
using namespace atlas::test;

/// Command lines that are refused, and what is said of them.
class WrongCommandLinesTest : public QObject
{
    Q_OBJECT

private slots:
    void mistakesAreNamedWithWhatIsAllowed_data();
    void mistakesAreNamedWithWhatIsAllowed();
};

void WrongCommandLinesTest::mistakesAreNamedWithWhatIsAllowed_data()
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
    row("what to vary without draws", "table --out t.csv --vary scale", "--vary", "add --robustness");
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
    row("a projection of the example", "check --projection EPSG:3035", "--projection", "need --boundaries");
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

void WrongCommandLinesTest::mistakesAreNamedWithWhatIsAllowed()
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

ATLAS_TEST(WrongCommandLinesTest)

#include "test_wrong_command_lines.moc"
