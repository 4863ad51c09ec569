#pragma once

#include <QString>

#include <cstddef>

namespace atlas {

struct Dataset;
struct Indicator;

/// Sets the source of a dataset's population, and where the figures have no column of it and areas are LEPs,
/// the population itself: people aged 7 to 13 in the 39 LEPs in mid-2014, the young people who were 14 to 20
/// in 2021. Where two columns hold populations, a remark says which one is used.
void settlePopulation(Dataset &dataset);

/// What populationSource says of the figures that are built in.
QString builtInPopulationSource();

/// The young people whom shares of areas are taken of: all of England where the figures are built in, and all
/// of the smaller areas where they were added up, as LEPs overlap; else those of all areas together. NaN
/// where there are none.
double populationTotal(const Dataset &dataset);

/// Whether an indicator's values are percentages, so that they can be turned into numbers of people.
bool isPercentage(const Indicator &indicator);

/// Estimated young people affected: population * value / 100 where higher is more disengaged, and population
/// * (1 - value / 100) where lower is: 77 % who make progress are 23 % who do not. The indicator may count
/// others than the population does (a NEET rate is of 16 to 18 year olds), so it is an estimate of size and
/// no count. NaN where either is missing, or the value is no percentage from 0 to 100.
double youngPeopleAffected(const Dataset &dataset, size_t indicator, size_t area);

} // namespace atlas
