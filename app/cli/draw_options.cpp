#include "app/cli/draw_options.h"

#include <QCoreApplication>

namespace atlas::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

void readDraws(OptionReader &options, Request &request)
{
    if (!options.has("robustness")) {
        if (options.has("vary"))
            options.refuse(Text::tr("--vary says what --robustness draws; add it."));
        return;
    }
    bool isWhole = false;
    DrawSettings how{.draws = options.text("robustness").toInt(&isWhole)};
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
    request.robustness = how;
}

/// What a method file says of draws, where the command can make use of it and no option says otherwise.
void takeDrawsOfMethod(const OptionReader &options, const Method &method, Request &request)
{
    const bool isTable = !request.isMap && request.trace.isEmpty();
    const bool isMap = request.isMap && request.display.shown == indexCode && request.display.certainty;
    if (method.draws && !request.robustness && (isTable || isMap))
        request.robustness = method.draws;
    request.roundingBand = request.roundingBand || (method.roundingBandSeed && isTable);
    if (options.has("seed"))
        return;
    if (method.roundingBandSeed)
        request.seed = *method.roundingBandSeed;
    if (method.draws)
        request.seed = method.draws->seed;
}

void readSeed(OptionReader &options, uint64_t &seed)
{
    bool isWhole = true;
    if (options.has("seed"))
        seed = options.text("seed").toULongLong(&isWhole);
    if (!isWhole)
        options.fail("seed", Text::tr("a whole number from 0"));
}

} // namespace

void addDrawOptions(OptionSet &options)
{
    options.startGroup(Text::tr("Draws"));
    options.addValue(QStringLiteral("robustness"), Text::tr("draws"),
                     Text::tr("Draw so many rankings: rank_p05, rank_median, rank_p95 and the probability of "
                              "each class in a table; on a map of the index, a pattern that shows which "
                              "classes are certain."));
    options.addValue(QStringLiteral("vary"), Text::tr("what,..."),
                     Text::tr("What draws make anew: rounding, weights=25 (each within 25 % of its own), "
                              "dirichlet=10 (shares of that concentration), scale, aggregation, leave-out. "
                              "Default: rounding,weights=25."));
    options.addValue(QStringLiteral("seed"), Text::tr("number"),
                     Text::tr("Whole number that random draws start from; the same gives the same. Default: "
                              "1."));
}

void readDrawOptions(OptionReader &options, Request &request)
{
    readDraws(options, request);
    readSeed(options, request.seed);
    if (request.method)
        takeDrawsOfMethod(options, *request.method, request);
    if (request.robustness)
        request.robustness->seed = request.seed;
}

} // namespace atlas::cli
