#include "app/cli/map_options.h"

#include "app/cli/text.h"
#include "core/render/colour_scale.h"
#include "core/render/looks_words.h"

#include <QRegularExpression>

namespace atlas::cli {

namespace {

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

void readShown(OptionReader &options, Choices &choices)
{
    if (!options.has("show"))
        return;
    if (options.text("show") != choices.shown)
        choices.scheme = choices.otherScheme(); // the bounds belong to what the file shows on the map
    choices.shown = options.text("show");
}

QString namesOf(ScaleFamily family)
{
    QStringList names;
    for (const ScaleAbout &scale : colourScales())
        if (scale.family == family)
            names << scale.name;
    return names.join(QStringLiteral(", "));
}

QString paletteHelp()
{
    return Text::tr(
               "Colours of the map: %1; %2; of ColorBrewer, for 3 to 9 classes (brewer-ylorrd to 8): %3. "
               "Default: %4.")
        .arg(namesOf(ScaleFamily::Own), namesOf(ScaleFamily::Viridis), namesOf(ScaleFamily::ColorBrewer),
             colourScaleNames().front());
}

} // namespace

void addMapOptions(OptionSet &options)
{
    options.startGroup(Text::tr("Map"));
    options.addValue(QStringLiteral("show"), Text::tr("code"),
                     Text::tr("What the map shows: index, or the code of an indicator or a domain."));
    options.addValue(QStringLiteral("size"), Text::tr("WxH"),
                     Text::tr("Size of the map in pixels. Default: 1200x1400."));
    options.addValue(QStringLiteral("width-mm"), Text::tr("mm"),
                     Text::tr("Width of the map in millimetres."));
    options.addValue(QStringLiteral("height-mm"), Text::tr("mm"),
                     Text::tr("Height of the map in millimetres."));
    options.addValue(QStringLiteral("dpi"), Text::tr("number"),
                     Text::tr("Dots per inch of a PNG whose size is in millimetres. Default: 300."));
    options.addValue(QStringLiteral("palette"), Text::tr("name"), paletteHelp());
    options.addValue(QStringLiteral("labels"), Text::tr("kind"),
                     Text::tr("Labels on the map: number, name or none. Default: number."));
    options.addValue(QStringLiteral("title"), Text::tr("text"), Text::tr("Title of the map."));
    options.addSwitch(QStringLiteral("no-legend"), Text::tr("Leave out the legend."));
    options.addSwitch(QStringLiteral("no-key"),
                      Text::tr("Leave out the list of what the numbers stand for."));
    options.addSwitch(QStringLiteral("no-insets"),
                      Text::tr("Leave out the insets that show dense parts of the map larger."));
    options.addSwitch(QStringLiteral("population"),
                      Text::tr("Draw circles for the young people of each area."));
    options.addValue(QStringLiteral("locale"), Text::tr("name"),
                     Text::tr("How numbers on the map are written, for example en_GB."));
}

void readMapOptions(OptionReader &options, Request &request)
{
    readShown(options, request.choices());
    readSize(options, request.size);
    Looks &looks = request.looks();
    looks.palette = options.choice("palette", looks.palette, paletteWords());
    looks.labels = options.choice("labels", looks.labels, labelsWords());
    if (options.has("no-insets"))
        looks.insets = false;
    request.hasPopulation = options.has("population");
    if (request.hasPopulation)
        looks.people = true;
    if (options.has("title"))
        request.title = options.text("title");
    request.furniture.legend = !options.has("no-legend");
    request.furniture.key = !options.has("no-key");
    if (!options.has("locale"))
        return;
    request.locale = QLocale(options.text("locale"));
    if (request.locale == QLocale::c() && options.text("locale") != QLatin1String("C"))
        options.fail("locale", Text::tr("a name such as en_GB"));
}

} // namespace atlas::cli
