#include "core/common/number_range.h"
#include "core/project/project_file.h"

#include "core/render/looks_words.h"
#include "tests/project/random_method.h"
#include "tests/support/made_files.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QJsonDocument>
#include <QTest>

#include <bit>
#include <cmath>

using namespace atlas;
using namespace atlas::test;

namespace {

const QString folder = "/home/me/projects";

Project anyProject(std::mt19937 &random)
{
    Project project{.method = randomMethod(random)};
    project.sources = {
        .boundaries = "/home/me/data/areas.gpkg",
        .boundaryOptions = {"wards 2024", "WD24CD", "WD24NM", Coordinates::NationalGrid, "EPSG:3857",
                            "EPSG:3035"},
        .indicators = "/home/me/projects/figures.csv",
        .plan = {.sheet = "Table 1",
                 .headerRow = 4,
                 .headerRows = 2,
                 .codeColumn = "LAD, 2016",
                 .nameColumn = "name",
                 .roles = {{"pupils", ColumnRole::Population}, {"a \"b\"", ColumnRole::Ignored}},
                 .decimalMark = DecimalMark::Point,
                 .decimalMarks = {{"neet", DecimalMark::Comma}},
                 .period = "2023/24",
                 .level = "Local authority",
                 .symbols = {{"-1", Missing::Suppressed}},
                 .descriptions = {{"neet",
                                   {.name = "Not in education",
                                    .unit = "%",
                                    .direction = Direction::LowerIsMoreDisengaged,
                                    .domain = "Outcomes",
                                    .weight = 0.5,
                                    .decimals = 2,
                                    .source = "DfE",
                                    .period = "2023/24"}},
                                  {"\"pupils\"", {.direction = Direction::HigherIsMoreDisengaged}}},
                 .matches = {{"805", "E06000001"}, {"Elsewhere", ""}},
                 .addingUp = {.largerColumns = {"lep1", "lep2"},
                              .members = MembersCount::Shared,
                              .rules = {{"a", {.kind = AddUpRule::Kind::Sum}},
                                        {"b", {.kind = AddUpRule::Kind::Mean, .column = "pupils"}},
                                        {"c",
                                         {.kind = AddUpRule::Kind::Rate, .column = "x", .denominator = "y"}},
                                        {"d",
                                         {.kind = AddUpRule::Kind::Share,
                                          .column = "imd",
                                          .condition = AddUpRule::Condition::GreaterOrEqual,
                                          .bound = 2.5}}}}},
        .metadata = "/elsewhere/\u00e9t\u00e9/about.csv",
        .aliases = "/home/me/projects/names.csv",
        .lookup = "/home/me/projects/lookup.csv"};
    project.selection = {{"E37000002"}, {"E37000001"}};
    project.current = {"E37000001"};
    for (int count = static_cast<int>(random() % 3); count > 0; --count)
        project.scenarios->push_back(randomMethod(random));
    if (random() % 2 == 0)
        project.layouts = {{"atlas", QJsonObject{{"parts", "AAAA/w=="}}}};
    return project;
}

Result<Project> readBack(const Project &project)
{
    return readProject(writeProject(project, folder), folder + "/mine.atlas");
}

QJsonObject jsonOf(const Project &project)
{
    return QJsonDocument::fromJson(writeProject(project, folder)).object();
}

DataSources sourcesAt(const QString &boundaries, const QString &indicators)
{
    return {.boundaries = boundaries, .boundaryOptions = {}, .indicators = indicators, .metadata = {}};
}

} // namespace

class ProjectFileTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsWrittenReadsBack();
    void numbersReadBackExactly_data();
    void numbersReadBackExactly();
    void whatIsNotSaidIsAsUsual();
    void theBuiltInExampleIsAWord();
    void filesOfTheExampleAreWordsToo();
    void pathsAreRelativeWithForwardSlashes_data();
    void pathsAreRelativeWithForwardSlashes();
    void pathsFollowTheFileToAnotherFolder();
    void howDrawsAreMadeIsKeptWithoutAny();
    void anOlderFileSaysTheSame_data();
    void anOlderFileSaysTheSame();
    void badFilesAreRefused_data();
    void badFilesAreRefused();
    void aFileThatIsNotThereIsSaid();
};

void ProjectFileTest::whatIsWrittenReadsBack()
{
    std::mt19937 random(7);
    for (int run = 0; run < 200; ++run) {
        const Project project = anyProject(random);
        const auto read = readBack(project);
        QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().message));
        QVERIFY(read->sources == project.sources);
        QVERIFY(read->method == project.method);
        QVERIFY(read->scenarios == project.scenarios);
        QVERIFY(read->selection == project.selection);
        QVERIFY(*read == project);
    }
}

void ProjectFileTest::numbersReadBackExactly_data()
{
    QTest::addColumn<double>("number");
    QTest::newRow("the sum of tenths") << 0.1 + 0.2;
    QTest::newRow("a third") << 1 / 3.0;
    QTest::newRow("next to one") << std::nextafter(1.0, 2.0);
    QTest::newRow("the smallest") << smallestNumber;
    QTest::newRow("the largest") << largestNumber;
    QTest::newRow("the lowest") << -largestNumber;
    QTest::newRow("beyond whole numbers") << 9007199254740994.0;
    QTest::newRow("beyond 64 bits") << 1.8446744073709552e19;
    QTest::newRow("nothing") << 0.0;
    QTest::newRow("a whole number below zero") << -12.0;
}

void ProjectFileTest::numbersReadBackExactly()
{
    QFETCH(const double, number);
    const auto read = readBack({.method = {.choices = {.tried = {{{"A1"}, "a", number}}}}});
    QVERIFY(read.ok());
    QCOMPARE(std::bit_cast<uint64_t>(read->method.choices.tried.front().value),
             std::bit_cast<uint64_t>(number));
}

void ProjectFileTest::whatIsNotSaidIsAsUsual()
{
    const auto read = readProject(R"({"disengagement_atlas_project": 2})", "mine.atlas");
    QVERIFY(read.ok());
    QVERIFY(*read == Project());
    QVERIFY(read->sources == builtInSources());
}

void ProjectFileTest::theBuiltInExampleIsAWord()
{
    QCOMPARE(jsonOf({}).value("data"), QJsonValue("built-in"));
    QVERIFY(!writeProject({}, folder).contains(":/"));
    QVERIFY(readBack({})->sources == builtInSources());
}

void ProjectFileTest::filesOfTheExampleAreWordsToo()
{
    Project project;
    project.sources.indicators = folder + "/built-in"; // a file of that name is none of the example's
    const QByteArray json = writeProject(project, folder);
    QVERIFY(!json.contains(":/"));
    const QJsonObject data = jsonOf(project).value("data").toObject();
    QCOMPARE(data.value("boundaries").toString(), "built-in");
    QCOMPARE(data.value("indicators").toString(), "./built-in");
    QVERIFY(readBack(project)->sources == project.sources);
    // The example's outlines are on the National Grid, whether the file says so or not.
    const auto bare = readProject(R"({"disengagement_atlas_project": 1,
        "data": {"boundaries": "built-in", "indicators": "a.csv"}})",
                                  folder + "/mine.atlas");
    QVERIFY(bare->sources.boundaryOptions == builtInSources().boundaryOptions);
}

void ProjectFileTest::pathsAreRelativeWithForwardSlashes_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("written");
    QTest::newRow("beside it") << "/home/me/projects/a.csv"
                               << "a.csv";
    QTest::newRow("below it") << "/home/me/projects/data/a.csv"
                              << "data/a.csv";
    QTest::newRow("above it") << "/home/me/a.csv"
                              << "../a.csv";
    QTest::newRow("far away") << "/data/a b.csv"
                              << "../../../data/a b.csv";
    QTest::newRow("by a detour") << "/home/me/projects/../projects/a.csv"
                                 << "a.csv";
    QTest::newRow("named as files inside the program are") << "/home/me/projects/:a.csv"
                                                           << "./:a.csv";
}

void ProjectFileTest::pathsAreRelativeWithForwardSlashes()
{
    QFETCH(const QString, path);
    QFETCH(const QString, written);
    const Project project{.sources = sourcesAt("", path)};
    QCOMPARE(jsonOf(project).value("data").toObject().value("indicators").toString(), written);
    QCOMPARE(readBack(project)->sources.indicators, QDir::cleanPath(path));
}

void ProjectFileTest::pathsFollowTheFileToAnotherFolder()
{
    const Project project{.sources = sourcesAt("/home/me/data/areas.shp", "/home/me/projects/a.csv")};
    const auto moved = readProject(writeProject(project, folder), "/mnt/share/projects/mine.atlas");
    QVERIFY(moved.ok());
    QVERIFY(moved->sources == sourcesAt("/mnt/share/data/areas.shp", "/mnt/share/projects/a.csv"));
    // A path that is absolute in the file stays.
    const auto fixed = readProject(
        R"({"disengagement_atlas_project": 1, "data": {"indicators": "/d/a.csv"}})", "/home/me/mine.atlas");
    QCOMPARE(fixed->sources.indicators, "/d/a.csv");
}

void ProjectFileTest::howDrawsAreMadeIsKeptWithoutAny()
{
    const DrawSettings made{.assumptions = {.scale = true}, .draws = 300};
    const DrawSettings next{.assumptions = {.rounding = false, .weights = WeightDraw::Kept}, .seed = 8};
    QVERIFY(*readBack({.drawSettings = next}) == Project({.drawSettings = next}));
    QVERIFY(!readBack({.drawSettings = next})->method.draws);
    const Project both{.method = {.looks = Looks(), .draws = made}, .drawSettings = next};
    QVERIFY(*readBack(both) == both);
    const Project usual{.method = {.looks = Looks(), .draws = made}};
    QVERIFY(*readBack(usual) == usual);
    // A file that says nothing means the draws that were made.
    const auto older = readProject(R"({"disengagement_atlas_project": 2, "method": {"draws":
                                      {"count": 300, "seed": "1", "vary": "rounding,weights=25,scale"}}})",
                                   "mine.atlas");
    QVERIFY(older->drawSettings == made);
}

void ProjectFileTest::anOlderFileSaysTheSame_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<Choices>("choices");
    QTest::addColumn<Looks>("looks");
    QTest::newRow("nothing") << QByteArray() << Choices() << Looks();
    QTest::newRow("own bounds of the index")
        << QByteArray(R"(, "method": {"classes": 3, "breaks": [-0.5, 0.5]}, "looks": {"palette": "blues"})")
        << Choices{.scheme = {3, {-0.5, 0.5}}} << Looks{.palette = "blues"};
    QTest::newRow("own bounds of what is shown")
        << QByteArray(R"(, "method": {"classes": 3},
                         "looks": {"shown": "neet", "breaks": [2.5, 7], "node_scores": true, "labels": "name"})")
        << Choices{.shown = "neet", .scheme = {3, {2.5, 7}}, .nodeScores = true}
        << Looks{.labels = Labels::Name};
    QTest::newRow("values tried") << QByteArray(
        R"(, "tried": [{"area": "A1", "indicator": "a", "value": 3}])")
                                  << Choices{.tried = {{{"A1"}, "a", 3}}} << Looks();
}

void ProjectFileTest::anOlderFileSaysTheSame()
{
    QFETCH(const QByteArray, members);
    const auto read = readProject(R"({"disengagement_atlas_project": 1)" + members + "}", "mine.atlas");
    QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().message));
    QTEST(read->method.choices, "choices");
    QTEST(*read->method.looks, "looks");
    QVERIFY(!read->scenarios); // it had no place for them
}

void ProjectFileTest::badFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing") << QByteArray() << "mine.atlas is not a project of this program.";
    QTest::newRow("not JSON") << QByteArray("a,b") << "mine.atlas is not a project of this program.";
    QTest::newRow("cut short") << QByteArray(R"({"disengagement_atlas_project": 1, "data")")
                               << "mine.atlas is not a project of this program.";
    QTest::newRow("other JSON") << QByteArray("[1]") << "mine.atlas is not a project of this program.";
    QTest::newRow("a method") << writeMethod(Method()) << "mine.atlas is not a project of this program.";
    QTest::newRow("a version that is no number") << QByteArray(R"({"disengagement_atlas_project": "1"})")
                                                 << "mine.atlas is not a project of this program.";
    QTest::newRow("a later version") << QByteArray(R"({"disengagement_atlas_project": 3, "data": []})")
                                     << "mine.atlas is of a later version of this program. Update";
    const auto with = [](const char *name, const char *member, const char *says) {
        QTest::newRow(name) << QByteArray(R"({"disengagement_atlas_project": 1, )") + member + "}"
                            << QString(says);
    };
    with("a slip in a name", R"("metod": {})", "mine.atlas: \"metod\" is not a name this program knows.");
    with("other data", R"("data": "example")", "\"example\" is not understood as data");
    with("data as a list", R"("data": ["a.csv"])", "is not understood as data");
    with("data without figures", R"("data": {"boundaries": "a.shp"})", "names no indicator file");
    with("a path with a zero", R"("data": {"indicators": "a\u0000.csv"})", "is not understood as indicators");
    with("a number for a path", R"("data": {"indicators": 3})", "\"3\" is not understood as indicators");
    with("a slip in the data", R"("data": {"indicators": "a.csv", "codefield": "x"})",
         "\"codefield\" is not a name");
    with("coordinates nobody knows", R"("data": {"indicators": "a.csv", "coordinates": "moon"})",
         "\"moon\" is not understood as coordinates");
    with("a method that is a text", R"("method": "paper")", "\"paper\" is not understood as method");
    with("settings of no draws", R"("draw_settings": {"count": 0, "seed": "1", "vary": "scale"})",
         "\"0\" is not understood as count");
    with("a slip in the method", R"("method": {"clases": 5})", "\"clases\" is not a name");
    with("bounds of the index, which is not shown",
         R"("method": {"classes": 3, "breaks": [1, 2]}, "looks": {"shown": "neet"})",
         "gives bounds to the classes of the index, and shows neet");
    with("a scale nobody knows", R"("method": {"normalise": "zz"})", "\"zz\" is not understood as normalise");
    with("ten classes", R"("method": {"classes": 10})", "\"10\" is not understood as classes");
    with("looks as a list", R"("looks": [])", "is not understood as looks");
    with("a palette nobody knows", R"("looks": {"palette": "pink"})",
         "\"pink\" is not understood as palette");
    with("labels nobody knows", R"("looks": {"labels": "flags"})", "\"flags\" is not understood as labels");
    with("a word for a switch", R"("looks": {"certainty": "yes"})", "\"yes\" is not understood as certainty");
    with("a slip in the looks", R"("looks": {"colour": "blues"})", "\"colour\" is not a name");
    with("bounds of the index among the looks", R"("looks": {"breaks": [1,2,3]})",
         "\"breaks\" is not a name");
    with("too few bounds", R"("looks": {"shown": "neet", "breaks": [1]})",
         "\"[1]\" is not understood as breaks");
    with("values tried as an object", R"("tried": {"neet": 3})", "is not understood as tried");
    with("a value that is a text", R"("tried": [{"area": "A", "indicator": "a", "value": "3"}])",
         "\"3\" is not understood as value");
    with("a value that is nothing", R"("tried": [{"area": "A", "indicator": "a", "value": null}])",
         "is not understood as value");
    with("a value of no area", R"("tried": [{"indicator": "a", "value": 3}])", "is not understood as tried");
    with("a value left out", R"("tried": [{"area": "A", "indicator": "a"}])", "is not understood as tried");
    with("no value at all", R"("tried": [3])", "\"3\" is not understood as tried");
    with(
        "a cell tried twice",
        R"("tried": [{"area": "A", "indicator": "a", "value": 3}, {"area": "A", "indicator": "a", "value": 4}])",
        "mine.atlas tries two values of a for area A. Keep one of them.");
    with("a number for an area", R"("selection": [7])", "\"7\" is not understood as selection");
    with("a selection that is a text", R"("selection": "A")", "\"A\" is not understood as selection");
    with("a list for an area", R"("current": ["A"])", "is not understood as current");
    with("a number beyond reckoning", R"("tried": [{"area": "A", "indicator": "a", "value": 1e155}])",
         "\"1e+155\" is not understood as value");
    with("a path that ends in the middle", R"("data": {"indicators": "a\u0000b.csv"})",
         "is not understood as indicators");
    with("a number beyond all", R"("tried": [{"area": "A", "indicator": "a", "value": 1e999}])",
         "mine.atlas");
}

void ProjectFileTest::badFilesAreRefused()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, says);
    const auto read = readProject(json, "/home/me/mine.atlas");
    QVERIFY(!read.ok());
    const QString &message = read.error().message;
    QVERIFY2(message.contains(says), qPrintable(message));
    QVERIFY2(message.startsWith("mine.atlas") && message.endsWith('.'), qPrintable(message));
    QVERIFY2(!message.contains('\n'), qPrintable(message));
}

void ProjectFileTest::aFileThatIsNotThereIsSaid()
{
    const QTemporaryDir here;
    const auto gone = readProjectFile(here.filePath("gone.atlas"));
    QVERIFY(!gone.ok());
    QVERIFY2(gone.error().message.startsWith("The project file"), qPrintable(gone.error().message));
    const Project project{.sources = sourcesAt("", here.filePath("a.csv"))};
    const QString path = writeBytes(here, "mine.atlas", writeProject(project, here.path()));
    QVERIFY(*readProjectFile(path) == project);
}

ATLAS_TEST(ProjectFileTest)

#include "test_project_file.moc"
