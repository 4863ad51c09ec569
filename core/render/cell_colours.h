#pragma once

#include <QColor>

#include <vector>

namespace atlas {

struct Dataset;
struct Looks;
enum class CellColours;

/// Which colours Automatic means for these data: the paper's for the figures of the paper, whose table has
/// them; the map's for any other data, so that a colour says the same in the table and on the map. Any other
/// choice is itself.
CellColours cellColoursFor(CellColours choice, const Dataset &dataset);

/// The colours of `k` classes in the cells of a table, from least to most disengaged.
std::vector<QColor> cellColours(const Looks &looks, const Dataset &dataset, int k);

/// `k` colours that stand in order for every kind of colour vision, and in grey: each class is darker than
/// the one before. From pale yellow to dark violet.
std::vector<QColor> safeColours(int k);

/// The edge of a cell on a background from which it must stand out by 3:1 (WCAG 2.1, "non-text contrast"):
/// the cell's own colour if that does, else the nearest shade of it that does.
QColor cellEdge(const QColor &cell, const QColor &background);

/// A bar behind the text of a cell: a shade of the cell on which the text keeps a contrast of 4.5:1.
QColor cellBar(const QColor &cell, const QColor &text);

} // namespace atlas
