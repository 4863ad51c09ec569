#include "app/cli/draw_options.h"

#include "app/cli/text.h"

namespace atlas::cli {

namespace {

/// The seed of the file's draws, if it has any.
uint64_t seedOf(const Request &request)
{
    if (request.draws())
        return request.draws()->seed;
    return request.roundingBandSeed().value_or(RoundingDraws::usualSeed);
}

void readDraws(OptionReader &options, Request &request)
{
    if (!options.has("robustness")) {
        if (options.has("vary"))
            options.refuse(Text::tr("--vary chooses what --robustness varies; add --robustness."));
        return;
    }
    bool isWhole = false;
    DrawSettings how{.draws = options.text("robustness").toInt(&isWhole), .seed = seedOf(request)};
    if (!isWhole || how.draws < 1 || how.draws > DrawSettings::mostDraws)
        options.fail("robustness", Text::tr("a whole number of draws, such as 10000"));
    if (options.has("vary")) {
        const auto assumptions = assumptionsOf(options.text("vary"));
        if (assumptions)
            how.assumptions = *assumptions;
        else
            options.fail("vary",
                         Text::tr("a list of rounding, weights=25, dirichlet=10, scale, aggregation and "
                                  "leave-out"));
    }
    request.draws() = how;
    request.asksForDraws = true;
}

/// A file may ask for draws that the command has no use for.
void dropUnused(Request &request)
{
    const bool isTable = !request.isMap && request.trace.isEmpty();
    const bool isPattern = request.isMap && (request.looks().certainty || request.asksForDraws);
    if (!isTable && !isPattern)
        request.draws().reset();
    if (!isTable)
        request.roundingBandSeed().reset();
}

void readSeed(OptionReader &options, Request &request)
{
    if (!options.has("seed"))
        return;
    bool isWhole = true;
    const uint64_t seed = options.text("seed").toULongLong(&isWhole);
    if (!isWhole)
        options.fail("seed", Text::tr("a whole number from 0"));
    if (request.draws())
        request.draws()->seed = seed;
    if (request.roundingBandSeed())
        request.roundingBandSeed() = seed;
}

} // namespace

void addDrawOptions(OptionSet &options)
{
    options.startGroup(Text::tr("Draws"));
    options.addValue(QStringLiteral("robustness"), Text::tr("draws"),
                     Text::tr("Draw so many rankings: rank_p05, rank_median, rank_p95 and the probability of "
                              "each class in a table; on a map of the index, a pattern that shows which "
                              "classes are certain."));
    options.addValue(
        QStringLiteral("vary"), Text::tr("what,..."),
        Text::tr("What the draws vary: rounding, weights=25 (each weight within 25% of its own), "
                 "dirichlet=10 (shares of that concentration), scale, aggregation, leave-out. "
                 "Default: rounding,weights=25."));
    options.addValue(
        QStringLiteral("seed"), Text::tr("number"),
        Text::tr("Seed of the random draws, a whole number; the same seed gives the same draws. Default: "
                 "1."));
}

void readDrawOptions(OptionReader &options, Request &request)
{
    if (options.has("rounding-band") && !request.roundingBandSeed())
        request.roundingBandSeed() = seedOf(request);
    readDraws(options, request);
    readSeed(options, request);
    dropUnused(request);
}

} // namespace atlas::cli
