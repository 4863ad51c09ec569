#include "core/boundaries/layer_choice.h"

#include "core/boundaries/layer_fields.h"
#include "core/boundaries/text.h"

#include <ogrsf_frmts.h>

#include <algorithm>
#include <utility>

namespace atlas {

namespace {

struct Candidate
{
    OGRLayer *layer;
    GDALDataset *dataset;
    QString name;
};

bool isPolygonal(OGRwkbGeometryType type)
{
    return OGR_GT_IsSubClassOf(type, wkbSurface) || OGR_GT_IsSubClassOf(type, wkbMultiSurface)
           || type == wkbPolyhedralSurface || type == wkbTIN;
}

bool holdsPolygon(const OGRGeometry &geometry)
{
    const auto type = wkbFlatten(geometry.getGeometryType());
    if (!OGR_GT_IsSubClassOf(type, wkbGeometryCollection) || type == wkbMultiPolygon)
        return isPolygonal(type);
    const OGRGeometryCollection &collection = *geometry.toGeometryCollection();
    return isPolygonal(type)
           || std::any_of(collection.begin(), collection.end(),
                          [](const OGRGeometry *each) { return holdsPolygon(*each); });
}

enum class Holds { Polygons, Nothing, OtherShapes };

/// A layer that may hold any shape is looked into: its first shapes say what they all are, nearly always.
Holds whatHolds(OGRLayer &layer)
{
    const auto type = wkbFlatten(layer.GetGeomType());
    if (!isPolygonal(type) && type != wkbUnknown && type != wkbGeometryCollection)
        return Holds::OtherShapes;
    constexpr int most = 20;
    int looked = 0;
    bool anyOther = false;
    for (const auto &feature : layer) {
        const OGRGeometry *geometry = feature->GetGeometryRef();
        if (isPolygonal(type) || (geometry && holdsPolygon(*geometry)))
            return Holds::Polygons;
        anyOther = anyOther || (geometry && !geometry->IsEmpty());
        if (++looked == most)
            break;
    }
    return anyOther ? Holds::OtherShapes : Holds::Nothing;
}

QStringList namesOf(const std::vector<Candidate> &candidates)
{
    QStringList names;
    for (const Candidate &candidate : candidates)
        names << candidate.name;
    return names;
}

std::vector<Candidate> layersOf(const std::vector<GDALDatasetUniquePtr> &datasets)
{
    std::vector<Candidate> layers;
    for (const GDALDatasetUniquePtr &dataset : datasets)
        for (OGRLayer *layer : dataset->GetLayers())
            layers.push_back({layer, dataset.get(), QString::fromUtf8(layer->GetName())});
    return layers;
}

/// How many of the wanted keys stand in one field of the layer.
qsizetype fitOf(OGRLayer &layer, const KeyMatch &codes, const KeyMatch &names, const Progress &progress)
{
    constexpr qsizetype mostFeatures = 200000;
    LayerFields fields(layer, LayerFields::Shapes::LeftOut);
    qsizetype count = 0;
    for (const auto &feature : layer) {
        if (progress.isCancelled() || ++count > mostFeatures)
            break;
        fields.add(*feature);
    }
    qsizetype best = 0;
    for (const KeyColumn &column : fields.kept())
        best = std::max({best, codes.count(column.values), names.count(column.values)});
    layer.SetIgnoredFields(nullptr);
    layer.ResetReading();
    return best;
}

size_t bestOf(const std::vector<Candidate> &candidates, const WantedAreas &wanted, const Progress &progress)
{
    const KeyMatch codes(wanted.codes);
    const KeyMatch names(wanted.names);
    size_t best = 0;
    qsizetype most = 0;
    for (size_t i = 0; i < candidates.size(); ++i) {
        const qsizetype fit = fitOf(*candidates[i].layer, codes, names, progress);
        // As many in fewer areas is the closer fit.
        const bool isCloser =
            fit == most && fit > 0
            && candidates[i].layer->GetFeatureCount() < candidates[best].layer->GetFeatureCount();
        if (fit > most || isCloser) {
            best = i;
            most = fit;
        }
    }
    return best;
}

Error noPolygons(const std::vector<Candidate> &layers, const QString &path)
{
    if (layers.empty())
        return Error{Text::tr("%1 has no areas in it. Export it again with its features.").arg(path), {}};
    const bool onlyTables = std::all_of(layers.begin(), layers.end(), [](const Candidate &each) {
        return each.layer->GetGeomType() == wkbNone;
    });
    if (onlyTables)
        return Error{
            Text::tr("%1 holds tables without shapes. Choose it as figures, and a file of polygons as "
                     "boundaries.")
                .arg(path),
            {}};
    return Error{Text::tr("%1 holds points or lines, not areas. Choose a file of polygons.").arg(path), {}};
}

} // namespace

Result<LayerChoice> chooseLayer(const std::vector<GDALDatasetUniquePtr> &datasets, const QString &path,
                                const QString &name, const AskWantedAreas &wanted, Progress &progress)
{
    const std::vector<Candidate> layers = layersOf(datasets);
    if (!name.isEmpty()) {
        for (const Qt::CaseSensitivity sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive})
            for (const Candidate &each : layers)
                if (each.name.compare(name, sensitivity) == 0)
                    return LayerChoice{each.layer, each.dataset, each.name, {}, true};
        return Error{Text::tr("%1 has no layer \"%2\". Its layers are: %3.")
                         .arg(path, name, namesOf(layers).join(QLatin1String(", "))),
                     {}};
    }
    std::vector<Candidate> candidates;
    std::vector<Candidate> empty; // to be told about where there is nothing else
    for (const Candidate &each : layers) {
        const Holds holds = whatHolds(*each.layer);
        if (holds == Holds::Polygons)
            candidates.push_back(each);
        else if (holds == Holds::Nothing)
            empty.push_back(each);
    }
    if (candidates.empty())
        candidates = empty;
    if (candidates.empty())
        return noPolygons(layers, path);
    size_t chosen = 0;
    if (candidates.size() > 1 && wanted)
        if (const WantedAreas *areas = wanted())
            chosen = bestOf(candidates, *areas, progress);
    LayerChoice choice{
        candidates[chosen].layer, candidates[chosen].dataset, candidates[chosen].name, {}, false};
    candidates.erase(candidates.begin() + static_cast<std::ptrdiff_t>(chosen));
    choice.others = namesOf(candidates);
    return choice;
}

} // namespace atlas
