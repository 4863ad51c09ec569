#include "app/cli/class_options.h"
#include "app/cli/command.h"
#include "app/cli/data_options.h"
#include "app/cli/draw_options.h"
#include "app/cli/index_options.h"
#include "app/cli/index_run.h"
#include "app/cli/map_options.h"
#include "app/cli/out_option.h"
#include "app/cli/text.h"
#include "core/common/plain_text.h"
#include "core/render/certainty_pattern.h"
#include "core/render/map_scene.h"

namespace atlas::cli {

namespace {

/// The remarks say what the page has no room for.
Result<Issues> writeMap(const Request &request, const IndexRun &run)
{
    const auto &[dataset, choices, result, issues] = run;
    MapScene scene = makeMapScene(*dataset, result, choices, request.looks(), Theme::Light,
                                  std::make_shared<const MapShapes>(dataset->boundaries), request.locale);
    if (request.title)
        scene.title = plainLine(*request.title);
    if (request.draws() && choices.shown == indexCode) {
        const auto drawn = drawWithProgress(request, run);
        if (!drawn)
            return drawn.error();
        addCertainty(scene, classCertainty(*drawn, showIndex(result, choices.scheme).classification.classes),
                     drawn->settings, request.locale);
    }
    const MapExport what{.size = request.size, .furniture = request.furniture};
    if (const auto done = exportMap(scene, what, request.out); !done)
        return done.error();
    const QString missing = leftOutText(scene, what);
    return missing.isEmpty() ? Issues() : Issues{{Severity::Warning, missing}};
}

OutFile mapOut()
{
    return {Text::tr("A map"), pictureEndings()};
}

void addOptionsOfMap(OptionSet &options)
{
    addOut(options, mapOut());
    addDataOptions(options);
    addIndexOptions(options);
    addMapOptions(options);
    addClassOptions(options);
    addDrawOptions(options);
}

void readOptionsOfMap(OptionReader &options, Request &request)
{
    request.isMap = true;
    readDataOptions(options, request);
    readIndexOptions(options, request);
    readMapOptions(options, request);
    readClassOptions(options, request);
    readDrawOptions(options, request);
    readOut(options, request, mapOut());
    if (const auto fits = checkExportSize(request.size); !fits)
        options.refuse(fits.error().message);
}

int runMap(const Request &request)
{
    const QStringList outputs = {request.out};
    const auto run = runIndex(request, outputs);
    if (const auto *refusal = std::get_if<Refusal>(&run))
        return fail(*refusal);
    const auto &index = std::get<IndexRun>(run);
    return finish(request, index, outputs, writeMap(request, index));
}

} // namespace

CommandEntry mapCommand()
{
    return {QStringLiteral("map"), Text::tr("Write the map as PNG, SVG or PDF."), &addOptionsOfMap,
            &readOptionsOfMap, &runMap};
}

} // namespace atlas::cli
