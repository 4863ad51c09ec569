#pragma once

#include "core/dataset/dataset.h"
#include "core/index/choices.h"
#include "core/index/compute_index.h"
#include "core/index/shown_variable.h"
#include "core/render/looks.h"
#include "core/render/map_shapes.h"
#include "core/render/people_symbols.h"
#include "core/render/theme.h"
#include "core/robustness/class_certainty.h"

#include <QLocale>

#include <memory>
#include <vector>

namespace atlas {

/// One line of the legend.
struct LegendEntry
{
    QColor colour; ///< invalid for areas that are not on the map
    QString mark;  ///< "Q4"
    QString range; ///< "0.57 to 2.15"
    QString count; ///< "10 areas"
    QString note;  ///< "Most disengaged", "Least disengaged" at the two ends; else empty
    ClassCertainty certainty = ClassCertainty::None; ///< what its pattern stands for
    int classNumber = 0;                             ///< 1 to k; 0 for what is no class
};

/// One line of the key: what a number on the map stands for.
struct KeyEntry
{
    QString number;
    QString name;
};

/// All values on one line, for the legend. Empty where there are no classes.
struct ValueStrip
{
    std::vector<double> values; ///< as measured, one for each shape; NaN where missing
    std::vector<double> breaks; ///< between the classes, rising
    double low = 0;             ///< the least value on the map, and the greatest
    double high = 0;
    QString lowText;
    QString highText;
    bool lowIsWorst = false; ///< whether low values are the most disengaged

    bool isEmpty() const { return !(low < high); }
};

/// Everything a map shows, ready to be drawn at any size: a value with shared shapes.
struct MapScene
{
    std::shared_ptr<const MapShapes> shapes;
    std::vector<int> classes;              ///< one for each shape; 0 is missing
    std::vector<QColor> classColours;      ///< [0] is for missing, then one for each class
    std::vector<QColor> classInks;         ///< readable on these colours
    std::vector<ClassCertainty> certainty; ///< one for each shape; empty where no pattern is shown
    std::vector<QString> labels;           ///< one for each shape; empty when nothing is labelled
    std::vector<KeyEntry> key;             ///< in the order of the numbers; empty without numbers
    std::vector<LegendEntry> legend;       ///< most disengaged first
    LegendEntry widest; ///< texts as wide as those of any classes of the variable, so that others move no map
    QString title;
    QString subtitle; ///< in plain words
    QString rule;     ///< exactly how scores were made and classes were cut
    QString source;   ///< where figures and outlines come from, of which years, and under which licence
    QString notice;   ///< shown instead of a legend when there is nothing to show
    ValueStrip strip;
    PeopleSymbols people;
    bool insets = true; ///< whether dense parts are shown larger beside the map
    MapColours colours;

    const BoundarySet &boundaries() const { return shapes->boundaries(); }
    QColor inkOf(size_t shape) const { return classInks[static_cast<size_t>(classes[shape])]; }
    QColor colourOf(size_t shape) const { return classColours[static_cast<size_t>(classes[shape])]; }
    ClassCertainty certaintyOf(size_t shape) const
    {
        return certainty.empty() ? ClassCertainty::None : certainty[shape];
    }
};

/// "10 areas", as the legend counts them.
QString areaCountText(int count, const QLocale &locale);

/// Joins shapes, classes, colours and labels. `shapes` are those of the dataset's boundaries. Numbers are
/// labelled only where there are few enough of them for a key.
MapScene makeMapScene(const Dataset &dataset, const IndexResult &result, const Choices &choices,
                      const Looks &looks, Theme theme, std::shared_ptr<const MapShapes> shapes,
                      const QLocale &locale);
/// The same, where `shown` is at hand: the variable that `choices` name, in its classes.
MapScene makeMapScene(const Dataset &dataset, const IndexResult &result, const ShownVariable &shown,
                      const Choices &choices, const Looks &looks, Theme theme,
                      std::shared_ptr<const MapShapes> shapes, const QLocale &locale);

} // namespace atlas
