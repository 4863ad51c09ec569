#include "core/robustness/class_certainty.h"

namespace atlas {

std::vector<ClassCertainty> classCertainty(const RankUncertainty &uncertainty, std::span<const int> classes)
{
    std::vector<ClassCertainty> certainty(classes.size(), ClassCertainty::None);
    for (size_t area = 0; area < classes.size(); ++area) {
        if (classes[area] == 0 || uncertainty.median[area] == 0)
            continue;
        const double share = uncertainty.classShares[static_cast<size_t>(classes[area] - 1)][area];
        certainty[area] = share >= certainShare  ? ClassCertainty::Certain
                          : share >= likelyShare ? ClassCertainty::Likely
                                                 : ClassCertainty::Open;
    }
    return certainty;
}

} // namespace atlas
