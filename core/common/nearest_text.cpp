#include "core/common/nearest_text.h"

#include <algorithm>
#include <vector>

namespace atlas {

qsizetype stepsBetween(const QString &from, const QString &to)
{
    std::vector<std::vector<qsizetype>> steps(from.size() + 1, std::vector<qsizetype>(to.size() + 1));
    for (qsizetype i = 0; i <= from.size(); ++i) {
        for (qsizetype j = 0; j <= to.size(); ++j) {
            if (i == 0 || j == 0) {
                steps[i][j] = i + j;
                continue;
            }
            const qsizetype change = from[i - 1] == to[j - 1] ? 0 : 1;
            steps[i][j] = std::min({steps[i - 1][j] + 1, steps[i][j - 1] + 1, steps[i - 1][j - 1] + change});
            if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                steps[i][j] = std::min(steps[i][j], steps[i - 2][j - 2] + 1);
        }
    }
    return steps[from.size()][to.size()];
}

QString nearestTo(const QString &word, const QStringList &candidates)
{
    QString nearest;
    qsizetype fewest = std::max<qsizetype>(1, word.size() / 3) + 1;
    for (const QString &candidate : candidates) {
        const qsizetype steps = stepsBetween(word, candidate);
        if (steps < fewest) {
            fewest = steps;
            nearest = candidate;
        }
    }
    return nearest;
}

} // namespace atlas
