#include "app/cli/command_line.h"

#include "core/render/colour_scale.h"

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
                                 std::pair{"check", Command::Check}};

void addOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {QStringLiteral("out"), Text::tr("File to write: .csv for a table; .png, .svg or .pdf for a map."),
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
        {QStringLiteral("exclude"), Text::tr("Indicators to switch off."), Text::tr("code,...")},
        {QStringLiteral("only"), Text::tr("Indicators to use, all others off."), Text::tr("code,...")},
        {QStringLiteral("normalise"), Text::tr("How indicators are put on one scale: zscore."),
         Text::tr("method")},
        {QStringLiteral("aggregate"), Text::tr("How indicators are combined: arithmetic."),
         Text::tr("method")},
        {QStringLiteral("weights"),
         Text::tr("Weights of indicators, in place of the metadata's; only their ratios matter."),
         Text::tr("code=w,...")},
        {QStringLiteral("sd"), Text::tr("Standard deviation: sample or population. Default: sample."),
         Text::tr("kind")},
        {QStringLiteral("show"), Text::tr("What the map shows: index or an indicator's code."),
         Text::tr("code")},
        {QStringLiteral("classify"), Text::tr("How classes are cut: quantile."), Text::tr("method")},
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
        {QStringLiteral("rounding-band"),
         Text::tr("Add rank_low and rank_high to the table: the ranks that values allow which round to those "
                  "printed, in 10,000 random draws.")},
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
    parser.addPositionalArgument(
        Text::tr("command"),
        Text::tr("table: the index of every area as CSV. map: the map as PNG, SVG or PDF. "
                 "check: read everything and print the remarks."));
}

QString helpText(const QCommandLineParser &parser)
{
    return parser.helpText()
           + Text::tr("\nExit codes: 0 done; 1 could not be done; 2 wrong command line; 3 done, but with "
                      "remarks and "
                      "--strict.\n");
}

QStringList listOf(const QString &value)
{
    QStringList codes;
    for (const QString &code : value.split(QLatin1Char(','), Qt::SkipEmptyParts))
        codes << code.trimmed();
    return codes;
}

/// Reads options one after another; the first that is wrong is kept and stops nothing else from being read.
class OptionReader
{
public:
    explicit OptionReader(const QCommandLineParser &parser) : m_parser(parser) {}

    bool has(const char *name) const { return m_parser.isSet(QLatin1String(name)); }
    QString text(const char *name) const { return m_parser.value(QLatin1String(name)); }

    double number(const char *name, double fallback)
    {
        if (!has(name))
            return fallback;
        bool ok = false;
        const double value = text(name).toDouble(&ok);
        if (!ok || !(value > 0))
            fail(name, Text::tr("a number above zero"));
        return value;
    }

    template <typename T>
    T choice(const char *name, T fallback, const std::vector<std::pair<QString, T>> &choices)
    {
        if (!has(name))
            return fallback;
        QStringList allowed;
        for (const auto &[word, value] : choices) {
            if (word == text(name))
                return value;
            allowed << word;
        }
        fail(name, allowed.join(Text::tr(" or ")));
        return fallback;
    }

    void fail(const char *name, const QString &allowed)
    {
        refuse(Text::tr("--%1 %2 is not understood; give %3.").arg(QLatin1String(name), text(name), allowed));
    }
    void refuse(const QString &message)
    {
        if (!m_error)
            m_error = wrong(message);
    }
    const std::optional<Error> &error() const { return m_error; }

private:
    const QCommandLineParser &m_parser;
    std::optional<Error> m_error;
};

std::optional<Error> readSources(OptionReader &options, DataSources &sources)
{
    const bool own = options.has("boundaries") || options.has("indicators") || options.has("metadata");
    if (!own) {
        sources = builtInSources();
        if (options.has("layer") || options.has("code-field") || options.has("name-field"))
            return wrong(Text::tr("--layer, --code-field and --name-field need --boundaries."));
        return {};
    }
    if (!options.has("boundaries") || !options.has("indicators"))
        return wrong(
            Text::tr("Give both --boundaries and --indicators, or neither for the built-in example."));
    sources = {
        .boundaries = options.text("boundaries"),
        .boundaryOptions = {options.text("layer"), options.text("code-field"), options.text("name-field")},
        .indicators = options.text("indicators"),
        .metadata = options.text("metadata")};
    return {};
}

void readIndicators(OptionReader &options, Request &request)
{
    request.only = listOf(options.text("only"));
    request.exclude = listOf(options.text("exclude"));
    if (options.has("only") && request.only.isEmpty())
        options.refuse(Text::tr("--only names no indicator; give their codes, with commas between them."));
}

void readWeights(OptionReader &options, Request &request)
{
    const QStringList items = listOf(options.text("weights"));
    if (options.has("weights") && items.isEmpty())
        options.refuse(Text::tr("--weights gives no weight; give codes with weights, such as a=2,b=0.5."));
    for (const QString &item : items) {
        const qsizetype sign = item.lastIndexOf(QLatin1Char('='));
        const QString code = item.left(sign).trimmed();
        bool isNumber = false;
        const double weight = item.mid(sign + 1).trimmed().toDouble(&isNumber);
        if (sign < 0 || code.isEmpty() || !isNumber || !isWeight(weight))
            options.fail("weights", Text::tr("codes with numbers above zero, such as a=2,b=0.5"));
        else if (!request.weights.emplace(code, weight).second)
            options.refuse(Text::tr("--weights gives %1 two weights; keep one of them.").arg(code));
    }
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
    if (options.has("show"))
        display.shown = options.text("show");
    bool isWhole = true;
    if (options.has("classes"))
        display.classCount = options.text("classes").toInt(&isWhole);
    if (!isWhole || display.classCount < 2 || display.classCount > 9)
        options.fail("classes", Text::tr("a whole number from 2 to 9"));
    readBreaks(options, display);
    std::vector<std::pair<QString, QString>> palettes;
    for (const QString &name : colourScaleNames())
        palettes.emplace_back(name, name);
    display.palette = options.choice("palette", display.palette, palettes);
    display.labels = options.choice<Labels>("labels", Labels::Number,
                                            {{QStringLiteral("number"), Labels::Number},
                                             {QStringLiteral("name"), Labels::Name},
                                             {QStringLiteral("none"), Labels::None}});
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
    request.roundingBand = options.has("rounding-band");
    if (request.roundingBand && request.command != Command::Table)
        options.refuse(Text::tr("--rounding-band adds columns to a table; leave it out of other commands."));
    bool isWhole = true;
    if (options.has("seed"))
        request.seed = options.text("seed").toULongLong(&isWhole);
    if (!isWhole)
        options.fail("seed", Text::tr("a whole number from 0"));
}

std::optional<Error> checkOut(const Request &request)
{
    if (request.command == Command::Check)
        return {};
    if (request.out.isEmpty())
        return wrong(Text::tr("Say where to write: add --out and a file name."));
    if (request.command == Command::Table
        && !request.out.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive))
        return wrong(Text::tr("The table is written as CSV; end %1 in .csv.").arg(request.out));
    if (request.command == Command::Map && !mapFormatOf(request.out))
        return wrong(
            Text::tr("A map is written as PNG, SVG or PDF; end %1 in .png, .svg or .pdf.").arg(request.out));
    return {};
}

Result<Parsed> readRequest(const QCommandLineParser &parser, Command command)
{
    OptionReader options(parser);
    Request request{.command = command, .out = options.text("out")};
    if (const auto error = readSources(options, request.sources))
        return *error;
    readIndicators(options, request);
    readWeights(options, request);
    options.choice<int>("normalise", 0, {{QStringLiteral("zscore"), 0}});
    options.choice<int>("aggregate", 0, {{QStringLiteral("arithmetic"), 0}});
    options.choice<int>("classify", 0, {{QStringLiteral("quantile"), 0}});
    request.standardDeviation =
        options.choice<StandardDeviation>("sd", StandardDeviation::Sample,
                                          {{QStringLiteral("sample"), StandardDeviation::Sample},
                                           {QStringLiteral("population"), StandardDeviation::Population}});
    readDisplay(options, request);
    readSize(options, request.size);
    readDraws(options, request);
    request.strict = options.has("strict");
    request.quiet = options.has("quiet");
    if (options.error())
        return *options.error();
    if (const auto error = checkOut(request))
        return *error;
    return Parsed(std::move(request));
}

Error unknownIndicator(const QString &code, const Dataset &dataset)
{
    QStringList codes;
    for (const Indicator &indicator : dataset.metadata.indicators)
        codes << indicator.code;
    return wrong(
        Text::tr("There is no indicator %1; the codes are %2.").arg(code, codes.join(QStringLiteral(", "))));
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
        return wrong(Text::tr("Say what to do: table, map or check. See --help."));
    if (words.size() > 1)
        return wrong(Text::tr("\"%1\" is not understood; give one command, and values after their options.")
                         .arg(words[1]));
    for (const auto &[name, command] : commands)
        if (words.front() == QLatin1String(name))
            return readRequest(parser, command);
    return wrong(
        Text::tr("There is no command %1; the commands are table, map and check.").arg(words.front()));
}

Result<IndexSettings> indexSettingsFor(const Request &request, const Dataset &dataset)
{
    for (const QStringList &codes : {request.only, request.exclude})
        for (const QString &code : codes)
            if (!dataset.findIndicator(code))
                return unknownIndicator(code, dataset);
    for (const auto &[code, weight] : request.weights)
        if (!dataset.findIndicator(code))
            return unknownIndicator(code, dataset);
    if (request.display.shown != indexCode && !dataset.findIndicator(request.display.shown))
        return unknownIndicator(request.display.shown, dataset);

    IndexSettings settings{.weights = request.weights, .standardDeviation = request.standardDeviation};
    for (const Indicator &indicator : dataset.metadata.indicators)
        if (request.exclude.contains(indicator.code)
            || (!request.only.isEmpty() && !request.only.contains(indicator.code)))
            settings.excluded.insert(indicator.code);
    if (settings.excluded.size() == dataset.indicatorCount())
        return wrong(Text::tr("Every indicator is switched off; leave at least one on."));
    return settings;
}

} // namespace atlas::cli
