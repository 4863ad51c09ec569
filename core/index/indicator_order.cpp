#include "core/index/indicator_order.h"

#include "core/indicators/indicator.h"

#include <algorithm>
#include <numeric>

namespace atlas {

std::vector<size_t> indicatorsByDomain(const IndicatorMetadata &metadata)
{
    const std::vector<Aggregate> domains = metadata.domains();
    const auto place = [&](size_t indicator) {
        const QString &code = metadata.indicators[indicator].domain;
        return std::find_if(domains.begin(), domains.end(),
                            [&code](const Aggregate &domain) { return domain.code == code; })
               - domains.begin();
    };
    std::vector<size_t> order(metadata.indicators.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::stable_sort(order.begin(), order.end(),
                     [&place](size_t a, size_t b) { return place(a) < place(b); });
    return order;
}

} // namespace atlas
