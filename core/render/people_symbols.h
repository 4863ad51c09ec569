#pragma once

#include <QLocale>
#include <QString>

#include <vector>

class QPainter;
class QRectF;

namespace atlas {

class MapViewport;
struct Dataset;
struct MapScene;

/// The young people of areas as circles on the map, each with a surface in proportion to their number. A
/// score says nothing of how many there are, so the two are shown on top of each other.
struct PeopleSymbols
{
    /// A circle of the key.
    struct Sample
    {
        double people = 0;
        QString text;
    };

    std::vector<double> people;  ///< one for each shape, NaN where unknown; empty where no circles are shown
    double greatest = 0;         ///< the most of them in one area
    double greatestRadius = 0;   ///< of its circle, in logical pixels
    std::vector<Sample> samples; ///< round numbers, the greater first
    QString title;               ///< of the key

    bool isEmpty() const { return people.empty(); }
    double radiusOf(double number) const;
};

/// Empty where nothing is known of the population. Circles are smaller where areas are many.
PeopleSymbols peopleSymbols(const Dataset &dataset, const QLocale &locale);

/// Draws the circles of the areas in sight around their label points, the greater below the smaller.
void paintPeople(QPainter &painter, const MapScene &scene, const MapViewport &viewport);

/// The circles of round numbers with the number beside each, and the height that takes; 0 without circles.
double peopleKeyHeight(const MapScene &scene);
void paintPeopleKey(QPainter &painter, const MapScene &scene, const QRectF &box);

} // namespace atlas
