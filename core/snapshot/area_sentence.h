#pragma once

#include <QLocale>
#include <QString>

namespace atlas {

class Snapshot;

/// Where an area stands and why, in one sentence: "Lancashire ranks 10th of 39, likely 8th to 11th with
/// rounding and weights varied, mainly because of NEET and deprivation." It is about the domain on the map
/// where the map shows one, else about the index. The span of ranks is that of draws where there are any,
/// else that of rounding; a domain has neither. The indicators named are the one that contributes most in the
/// direction the area leans, and a second that contributes at least half as much. An area without a rank is
/// told why it has none. Requires data.
QString areaSentence(const Snapshot &now, size_t area, const QLocale &locale = QLocale());

/// The method in plain words, for a line of its own: "6 indicators, each standardised over the areas,
/// weighted equally and averaged". Empty without data.
QString plainMethodSentence(const Snapshot &now, const QLocale &locale = QLocale());

} // namespace atlas
