#pragma once

#include "app/atlas/atlas_model.h"
#include "core/dataset/load_dataset.h"

#include <QtGlobal>

namespace atlas::test {

/// The built-in dataset, read once.
inline const std::shared_ptr<const Dataset> &builtInDataset()
{
    static const std::shared_ptr<const Dataset> dataset = [] {
        Progress progress;
        const auto loaded = loadDataset(builtInSources(), progress);
        if (!loaded)
            qFatal("%s", qPrintable(loaded.error().message));
        return *loaded;
    }();
    return dataset;
}

inline size_t areaNamed(const Dataset &dataset, const QString &name)
{
    for (size_t i = 0; i < dataset.areas.size(); ++i)
        if (dataset.areas[i].name == name)
            return i;
    qFatal("there is no area %s", qPrintable(name));
}

} // namespace atlas::test
