#include "app/cli/command_line.h"

#include "app/cli/index_options.h"
#include "app/cli/option_reader.h"
#include "core/common/files.h"
#include "core/project/method_check.h"
#include "core/render/colour_scale.h"
#include "core/render/display_words.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

#include <array>
#include <cmath>

namespace atlas::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

Error wrong(const QString &message)
{
    return Error{message, {}};
}

constexpr std::array commands = {std::pair{"table", Command::Table}, std::pair{"map", Command::Map},
                                 std::pair{"compare", Command::Compare}, std::pair{"check", Command::Check}};

void addOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {QStringLiteral("out"), Text::tr("File to write: .csv for a table; .png, .svg or .pdf for a map."),
         Text::tr("file")},
        {QStringLiteral("project"),
         Text::tr("Project that the window saved: data, method, looks, and the values that are tried. Other "
                  "options go before what it says."),
         Text::tr("file")},
        {QStringLiteral("boundaries"),
         Text::tr("Shapefile, GeoPackage or GeoJSON. Default: the built-in LEP example."), Text::tr("file")},
        {QStringLiteral("layer"), Text::tr("Layer of the boundary file. Default: the first with areas."),
         Text::tr("name")},
        {QStringLiteral("code-field"), Text::tr("Field of the boundary file with the area codes."),
         Text::tr("name")},
        {QStringLiteral("name-field"), Text::tr("Field of the boundary file with the area names."),
         Text::tr("name")},
        {QStringLiteral("indicators"),
         Text::tr("CSV with a row for each area and a column for each indicator."), Text::tr("file")},
        {QStringLiteral("metadata"), Text::tr("CSV with a row for each indicator."), Text::tr("file")},
        {QStringLiteral("show"), Text::tr("What the map shows: index or an indicator's code."),
         Text::tr("code")},
        {QStringLiteral("classify"), Text::tr("How classes are cut: quantile."), Text::tr("method")},
        {QStringLiteral("quantile-type"),
         Text::tr("Rule of the quantiles: 7 (spreadsheets), 6, 5, or ntile (equal counts). Default: 7."),
         Text::tr("type")},
        {QStringLiteral("classes"), Text::tr("Number of classes, 2 to 9. Default: 4."), Text::tr("number")},
        {QStringLiteral("breaks"),
         Text::tr("Own bounds between the classes, rising, in the unit of what the map shows; for a table, "
                  "of the score. A value equal to a bound goes with the smaller values."),
         Text::tr("a,b,...")},
        {QStringLiteral("size"), Text::tr("Size of the map in pixels. Default: 1200x1400."), Text::tr("WxH")},
        {QStringLiteral("width-mm"), Text::tr("Width of the map in millimetres."), Text::tr("mm")},
        {QStringLiteral("height-mm"), Text::tr("Height of the map in millimetres."), Text::tr("mm")},
        {QStringLiteral("dpi"), Text::tr("Dots per inch of a PNG sized in millimetres. Default: 300."),
         Text::tr("number")},
        {QStringLiteral("palette"),
         Text::tr("Colours of the map: %1.").arg(colourScaleNames().join(QStringLiteral(", "))),
         Text::tr("name")},
        {QStringLiteral("labels"), Text::tr("Labels on the map: number, name or none. Default: number."),
         Text::tr("kind")},
        {QStringLiteral("title"), Text::tr("Title of the map."), Text::tr("text")},
        {QStringLiteral("no-legend"), Text::tr("Leave out the legend.")},
        {QStringLiteral("no-key"), Text::tr("Leave out the list of what the numbers stand for.")},
        {QStringLiteral("nodes"), Text::tr("Add score and rank of every domain and sub-index to the table.")},
        {QStringLiteral("trace"),
         Text::tr("Write how the score of one area comes about instead: every member of every node with its "
                  "value, weight and contribution."),
         Text::tr("area")},
        {QStringLiteral("with"),
         Text::tr("Method file that compare sets beside the method of the other options."), Text::tr("file")},
        {QStringLiteral("rounding-band"),
         Text::tr("Add rank_low and rank_high to the table: the ranks that values allow which round to those "
                  "printed, in 10,000 random draws.")},
        {QStringLiteral("robustness"),
         Text::tr(
             "Add rank_p05, rank_median, rank_p95 and the probability of each class to the table, from so "
             "many random draws; on a map of the index, show as a pattern which classes are certain."),
         Text::tr("draws")},
        {QStringLiteral("vary"),
         Text::tr(
             "What draws make anew: rounding, weights=25 (each within 25 % of its own), dirichlet=10 (shares "
             "of that concentration), scale, aggregation, leave-out. Default: rounding,weights=25."),
         Text::tr("what,...")},
        {QStringLiteral("strict"), Text::tr("Exit with 3 when there are remarks.")},
        {QStringLiteral("quiet"), Text::tr("Print no remarks.")},
        {QStringLiteral("locale"), Text::tr("How numbers on the map are written, for example en_GB."),
         Text::tr("name")},
        {QStringLiteral("seed"),
         Text::tr("Whole number that random draws start from; the same gives the same. Default: 1."),
         Text::tr("number")},
        {{QStringLiteral("h"), QStringLiteral("help")}, Text::tr("Print this help.")},
        {QStringLiteral("version"), Text::tr("Print the version.")},
    });
    addIndexOptions(parser);
    parser.addPositionalArgument(
        Text::tr("command"),
        Text::tr("table: the index of every area as CSV. map: the map as PNG, SVG or PDF. "
                 "compare: the ranks of two methods as CSV. check: read everything and print the remarks."));
}

QString helpText(const QCommandLineParser &parser)
{
    return parser.helpText()
           + Text::tr("\nExit codes: 0 done; 1 could not be done; 2 wrong command line; 3 done, but with "
                      "remarks and "
                      "--strict.\n");
}

/// Data, choices and looks of the project file, to begin with.
void readProjectOption(OptionReader &options, Request &request)
{
    if (!options.has("project"))
        return;
    auto project = readProjectFile(options.text("project"));
    if (!project) {
        options.refuse(project.error().message);
        return;
    }
    request.index = project->method.index;
    request.display = project->display;
    if (request.command != Command::Map) // a table's classes are those of the index, whatever the map shows
        request.display.setScheme(project->method.scheme);
    request.method = project->method;
    request.project = *std::move(project);
}

/// The files of the project or the built-in example, and those that are named in their place.
std::optional<Error> readSources(OptionReader &options, Request &request)
{
    DataSources &sources = request.sources;
    const bool own = options.has("boundaries") || options.has("indicators") || options.has("metadata");
    if (request.project)
        sources = request.project->sources;
    else if (!own)
        sources = builtInSources();
    else if (!options.has("indicators"))
        return wrong(
            Text::tr("Add --indicators, or leave out --boundaries and --metadata for the built-in example."));
    if (options.has("boundaries"))
        sources.boundaryOptions = {}; // they were of other boundaries
    for (const auto &[name, text] :
         {std::pair{"boundaries", &sources.boundaries}, std::pair{"indicators", &sources.indicators},
          std::pair{"metadata", &sources.metadata}, std::pair{"layer", &sources.boundaryOptions.layer},
          std::pair{"code-field", &sources.boundaryOptions.codeField},
          std::pair{"name-field", &sources.boundaryOptions.nameField}})
        if (options.has(name))
            *text = options.text(name);
    const bool hasFields = options.has("layer") || options.has("code-field") || options.has("name-field");
    if (hasFields && (sources.boundaries.isEmpty() || sources.boundaries == builtInSources().boundaries))
        return wrong(Text::tr("--layer, --code-field and --name-field need --boundaries."));
    if (sources.boundaries.isEmpty() && request.command == Command::Map)
        return wrong(Text::tr("A map needs --boundaries."));
    return {};
}

void readSize(OptionReader &options, ExportSize &size)
{
    const bool inMillimetres = options.has("width-mm") || options.has("height-mm");
    if (inMillimetres && options.has("size"))
        options.refuse(Text::tr("--size gives pixels; leave it out, or --width-mm and --height-mm."));
    if (!inMillimetres && options.has("dpi"))
        options.refuse(Text::tr("--dpi is for a map sized in millimetres; add --width-mm and --height-mm."));
    if (inMillimetres) {
        size = ExportSize::fromMillimetres(options.number("width-mm", 170), options.number("height-mm", 200),
                                           options.number("dpi", 300));
        return;
    }
    static const QRegularExpression pattern(QStringLiteral("^([0-9]{1,6})[xX]([0-9]{1,6})$"));
    const auto match =
        pattern.match(options.has("size") ? options.text("size") : QStringLiteral("1200x1400"));
    if (!match.hasMatch())
        options.fail("size", Text::tr("pixels such as 1200x1400"));
    size = ExportSize::fromPixels(match.captured(1).toInt(), match.captured(2).toInt());
}

void readBreaks(OptionReader &options, DisplaySettings &display)
{
    if (!options.has("breaks"))
        return;
    display.breaks.clear();
    constexpr size_t most = 8;
    bool isGood = true;
    for (const QString &text : options.text("breaks").split(QLatin1Char(','))) {
        bool isNumber = false;
        const double bound = text.trimmed().toDouble(&isNumber);
        const bool rises = display.breaks.empty() || bound > display.breaks.back();
        isGood = isGood && isNumber && std::isfinite(bound) && rises;
        display.breaks.push_back(bound);
    }
    if (!isGood || display.breaks.size() > most) {
        options.fail("breaks", Text::tr("up to 8 rising numbers, such as 2.5,5,10"));
        return;
    }
    const auto count = static_cast<int>(display.breaks.size()) + 1;
    if (options.has("classes") && display.classCount != count)
        options.refuse(Text::tr("--breaks %1 makes %2 classes, not %3; leave out --classes.")
                           .arg(options.text("breaks"), QString::number(count), options.text("classes")));
    display.classCount = count;
}

void readDisplay(OptionReader &options, Request &request)
{
    DisplaySettings &display = request.display;
    if (options.has("show")) {
        if (request.command == Command::Map && options.text("show") != display.shown)
            display.breaks.clear(); // they are of what the file has on the map
        display.shown = options.text("show");
    }
    bool isWhole = true;
    if (options.has("classes"))
        display.classCount = options.text("classes").toInt(&isWhole);
    if (!isWhole || display.classCount < 2 || display.classCount > 9)
        options.fail("classes", Text::tr("a whole number from 2 to 9"));
    else if (options.has("classes"))
        display.breaks.clear(); // those of a file
    readBreaks(options, display);
    display.quantileRule = options.choice("quantile-type", display.quantileRule, quantileRuleWords());
    display.palette = options.choice("palette", display.palette, paletteWords());
    display.labels = options.choice("labels", display.labels, labelsWords());
    if (options.has("title"))
        request.title = options.text("title");
    request.furniture.legend = !options.has("no-legend");
    request.furniture.key = !options.has("no-key");
    if (options.has("locale")) {
        request.locale = QLocale(options.text("locale"));
        if (request.locale == QLocale::c() && options.text("locale") != QLatin1String("C"))
            options.fail("locale", Text::tr("a name such as en_GB"));
    }
}

void readDraws(OptionReader &options, Request &request)
{
    if (!options.has("robustness")) {
        if (options.has("vary"))
            options.refuse(Text::tr("--vary says what --robustness draws; add it."));
        return;
    }
    bool isWhole = false;
    DrawSettings how{.draws = options.text("robustness").toInt(&isWhole)};
    if (!isWhole || how.draws < 1 || how.draws > DrawSettings::mostDraws)
        options.fail("robustness", Text::tr("a whole number of draws, such as 10000"));
    if (options.has("vary")) {
        const auto assumptions = assumptionsOf(options.text("vary"));
        if (assumptions)
            how.assumptions = *assumptions;
        else
            options.fail("vary",
                         Text::tr("a list of rounding, weights=25, dirichlet=10, scale, aggregation and "
                                  "leave-out"));
    }
    request.robustness = how;
}

void readCompared(OptionReader &options, Request &request)
{
    const bool compares = request.command == Command::Compare;
    if (compares && !options.has("with"))
        options.refuse(Text::tr("Say what to compare with: add --with and a method file."));
    else if (!compares && options.has("with"))
        options.refuse(Text::tr("--with is for compare; leave it out of other commands."));
    else if (compares)
        request.comparedWith = readMethodAt(options, options.text("with"));
}

/// What a method file says of draws, where the command can make use of it and no option says otherwise.
void takeDrawsOfMethod(const OptionReader &options, const Method &method, Request &request)
{
    const bool isTable = request.command == Command::Table && request.trace.isEmpty();
    const bool isMap =
        request.command == Command::Map && request.display.shown == indexCode && request.display.certainty;
    if (method.draws && !request.robustness && (isTable || isMap))
        request.robustness = method.draws;
    request.roundingBand = request.roundingBand || (method.roundingBandSeed && isTable);
    if (options.has("seed"))
        return;
    if (method.roundingBandSeed)
        request.seed = *method.roundingBandSeed;
    if (method.draws)
        request.seed = method.draws->seed;
}

void readColumns(OptionReader &options, Request &request)
{
    request.nodes = options.has("nodes");
    request.trace = options.text("trace");
    request.roundingBand = options.has("rounding-band");
    readDraws(options, request);
    for (const char *name : {"nodes", "trace", "rounding-band"})
        if (options.has(name) && request.command != Command::Table)
            options.refuse(
                Text::tr("--%1 is for tables; leave it out of other commands.").arg(QLatin1String(name)));
    const bool isMap = request.command == Command::Map;
    if (request.robustness && !isMap && request.command != Command::Table)
        options.refuse(Text::tr("--robustness is for tables and maps; leave it out of other commands."));
    if (request.robustness && isMap && request.display.shown != indexCode)
        options.refuse(Text::tr("--robustness draws the ranks of the index; add --show index."));
    if (options.has("trace") && (request.nodes || request.roundingBand || request.robustness))
        options.refuse(
            Text::tr("--trace writes a table of one area; leave out what adds columns to that of all."));
    bool isWhole = true;
    if (options.has("seed"))
        request.seed = options.text("seed").toULongLong(&isWhole);
    if (!isWhole)
        options.fail("seed", Text::tr("a whole number from 0"));
    if (request.method)
        takeDrawsOfMethod(options, *request.method, request);
    if (request.robustness)
        request.robustness->seed = request.seed;
}

std::optional<Error> checkOut(const Request &request)
{
    if (request.command == Command::Check)
        return {};
    if (request.out.isEmpty())
        return wrong(Text::tr("Say where to write: add --out and a file name."));
    if (request.command != Command::Map && !request.out.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive))
        return wrong(Text::tr("The table is written as CSV; end %1 in .csv.").arg(request.out));
    if (request.command == Command::Map && !pictureFormatOf(request.out))
        return wrong(
            Text::tr("A map is written as PNG, SVG or PDF; end %1 in .png, .svg or .pdf.").arg(request.out));
    return {};
}

Result<Parsed> readRequest(const QCommandLineParser &parser, Command command)
{
    OptionReader options(parser);
    Request request{.command = command, .out = options.text("out")};
    request.projectFile = options.text("project");
    request.methodFile = options.text("method");
    request.comparedFile = options.text("with");
    readProjectOption(options, request);
    if (options.error())
        return *options.error();
    if (const auto error = readSources(options, request))
        return *error;
    readIndexOptions(options, request);
    options.choice<int>("classify", 0, {{QStringLiteral("quantile"), 0}});
    readDisplay(options, request);
    readSize(options, request.size);
    readCompared(options, request);
    readColumns(options, request);
    request.strict = options.has("strict");
    request.quiet = options.has("quiet");
    if (options.error())
        return *options.error();
    if (const auto error = checkOut(request))
        return *error;
    return Parsed(std::move(request));
}

} // namespace

Result<Parsed> parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Text::tr("Disengagement Atlas: where young people are most at risk of disengaging from school."));
    addOptions(parser);
    const bool parsed = parser.parse(QStringList(QStringLiteral("disengagement-atlas-cli")) + arguments);
    if (parser.isSet(QStringLiteral("help")))
        return Parsed(Information{helpText(parser)});
    if (parser.isSet(QStringLiteral("version")))
        return Parsed(Information{
            QStringLiteral("disengagement-atlas-cli %1\n").arg(QCoreApplication::applicationVersion())});
    if (!parsed)
        return wrong(Text::tr("%1 See --help.").arg(parser.errorText()));

    const QStringList words = parser.positionalArguments();
    if (words.isEmpty())
        return wrong(Text::tr("Say what to do: table, map, compare or check. See --help."));
    if (words.size() > 1)
        return wrong(Text::tr("\"%1\" is not understood; give one command, and values after their options.")
                         .arg(words[1]));
    for (const auto &[name, command] : commands)
        if (words.front() == QLatin1String(name))
            return readRequest(parser, command);
    return wrong(Text::tr("There is no command %1; the commands are table, map, compare and check.")
                     .arg(words.front()));
}

Result<IndexSettings> indexSettingsFor(const Request &request, const Dataset &dataset)
{
    for (const QString &code : request.only + request.exclude)
        if (!dataset.findIndicator(code))
            return unknownIndicator(code, dataset);
    const QString &shown = request.display.shown;
    const bool isLook = request.command != Command::Map && request.project
                        && shown == request.project->display.shown; // and no matter of a table
    if (!isLook && !dataset.findIndicator(shown)
        && !indexTree(dataset.metadata, request.index.levels).find(shown))
        return unknownIndicator(shown, dataset);

    IndexSettings settings = request.index;
    if (!request.only.isEmpty() || !request.exclude.isEmpty())
        settings.excluded.clear();
    for (const Indicator &indicator : dataset.metadata.indicators)
        if (request.exclude.contains(indicator.code)
            || (!request.only.isEmpty() && !request.only.contains(indicator.code)))
            settings.excluded.insert(indicator.code);
    const auto fits = checkMethod(settings, dataset);
    if (fits)
        return settings;
    const auto ofFile = request.method ? checkMethodNames(request.method->index, dataset) : Done{};
    const bool isOfFile = !ofFile && ofFile.error() == fits.error();
    const QString &file = request.methodFile.isEmpty() ? request.projectFile : request.methodFile;
    return isOfFile ? inFile(file, fits.error()) : fits.error();
}

} // namespace atlas::cli
