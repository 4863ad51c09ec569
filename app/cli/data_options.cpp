#include "app/cli/data_options.h"

#include "app/cli/add_up_options.h"
#include "app/cli/plan_options.h"
#include "app/cli/text.h"
#include "core/project/project_file.h"

namespace atlas::cli {

namespace {

/// The project file's data, choices and looks are the starting point.
void readProjectOption(OptionReader &options, Request &request)
{
    if (!options.has("project"))
        return;
    auto project = readProjectFile(options.text("project"));
    if (!project) {
        options.cannotRead(project.error());
        return;
    }
    request.project = *std::move(project);
}

/// The files of the project or the built-in example, unless others are named in their place.
void readSources(OptionReader &options, Request &request)
{
    DataSources &sources = request.project.sources;
    const bool own = options.has("boundaries") || options.has("indicators") || options.has("metadata");
    if (own && request.projectFile.isEmpty()) {
        if (!options.has("indicators"))
            return options.refuse(Text::tr(
                "Add --indicators, or leave out --boundaries and --metadata for the built-in example."));
        sources = {};
    }
    if (options.has("boundaries")) { // these belonged to others
        sources.boundaryOptions = {};
        sources.aliases.clear();
    }
    if (options.has("indicators"))
        sources.plan = {};
    for (const auto &[name, text] :
         {std::pair{"boundaries", &sources.boundaries}, std::pair{"indicators", &sources.indicators},
          std::pair{"metadata", &sources.metadata}, std::pair{"layer", &sources.boundaryOptions.layer},
          std::pair{"code-field", &sources.boundaryOptions.codeField},
          std::pair{"name-field", &sources.boundaryOptions.nameField},
          std::pair{"crs", &sources.boundaryOptions.crs},
          std::pair{"projection", &sources.boundaryOptions.projection}, std::pair{"alias", &sources.aliases}})
        if (options.has(name))
            *text = options.text(name);
    const bool hasFields = options.has("layer") || options.has("code-field") || options.has("name-field")
                           || options.has("crs") || options.has("projection");
    if (hasFields && (sources.boundaries.isEmpty() || sources.boundaries == builtInSources().boundaries))
        options.refuse(
            Text::tr("--layer, --code-field, --name-field, --crs and --projection need --boundaries."));
    if (options.has("alias") && sources.boundaries.isEmpty())
        options.refuse(Text::tr("--alias needs --boundaries."));
}

/// A map needs shapes: what is added up has those of the LEPs, unless others are named.
void settleMap(OptionReader &options, Request &request)
{
    DataSources &sources = request.project.sources;
    if (!sources.boundaries.isEmpty() || !request.isMap)
        return;
    if (sources.plan.addingUp.rules.empty())
        return options.refuse(Text::tr("A map needs --boundaries."));
    sources.boundaries = builtInSources().boundaries;
    sources.boundaryOptions = builtInSources().boundaryOptions;
}

} // namespace

void addDataOptions(OptionSet &options)
{
    options.startGroup(Text::tr("Data"));
    options.addValue(QStringLiteral("project"), Text::tr("file"),
                     Text::tr("Project that the window saved: data, method, looks, and the values that are "
                              "tried. Other options override it."));
    options.addValue(QStringLiteral("boundaries"), Text::tr("file"),
                     Text::tr("Shapefile, GeoPackage, GeoJSON, TopoJSON, FlatGeobuf, MapInfo, KML, GML, "
                              "geodatabase, or a zip of one. Default: the built-in LEP example."));
    options.addValue(QStringLiteral("layer"), Text::tr("name"),
                     Text::tr("Layer of the boundary file. Default: the one that fits the figures."));
    options.addValue(QStringLiteral("code-field"), Text::tr("name"),
                     Text::tr("Field of the boundary file with the area codes."));
    options.addValue(QStringLiteral("name-field"), Text::tr("name"),
                     Text::tr("Field of the boundary file with the area names."));
    options.addValue(QStringLiteral("crs"), QStringLiteral("EPSG:N"),
                     Text::tr("Coordinate system of the boundary file, whatever it says itself."));
    options.addValue(QStringLiteral("projection"), QStringLiteral("EPSG:N"),
                     Text::tr("Projection that the map is drawn in, in metres. Default: one that suits the "
                              "areas."));
    options.addValue(QStringLiteral("indicators"), Text::tr("file"),
                     Text::tr("Figures: CSV, a workbook, a table of a database, or a zip with one of them."));
    options.addValue(QStringLiteral("metadata"), Text::tr("file"),
                     Text::tr("CSV with a row for each indicator."));
    options.addValue(
        QStringLiteral("alias"), Text::tr("file"),
        Text::tr("CSV of two columns, for areas that the two files call differently: code or name in "
                 "the figures, code or name in the boundaries."));
    addPlanOptions(options);
    addAddUpOptions(options);
    options.startGroup(Text::tr("Remarks"));
    options.addSwitch(QStringLiteral("strict"), Text::tr("Exit with 3 when there are remarks."));
    options.addSwitch(QStringLiteral("quiet"), Text::tr("Print no remarks."));
}

void readDataOptions(OptionReader &options, Request &request)
{
    request.projectFile = options.text("project");
    request.triedFile = request.projectFile;
    readProjectOption(options, request);
    readSources(options, request);
    readPlanOptions(options, request.project.sources);
    readAddUpOptions(options, request.project.sources);
    settleMap(options, request);
    request.strict = options.has("strict");
    request.quiet = options.has("quiet");
}

} // namespace atlas::cli
