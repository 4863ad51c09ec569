#pragma once

#include "core/dataset/dataset.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace atlas {

/// Gives every area of a dataset a code of its own, also where the files give none or the same twice.
class AreaCodes
{
public:
    /// `areas` are those that have theirs, each as soon as it has.
    explicit AreaCodes(const std::vector<Area> &areas) : m_areas(areas) {}

    AreaCode take(const AreaCode &code, const QString &name);

private:
    bool add(const QString &code);

    const std::vector<Area> &m_areas;
    bool m_areRising = true;
    QSet<QString> m_taken;      ///< only when they are not
    QHash<QString, int> m_uses; ///< of the codes that were wanted more than once
};

} // namespace atlas
