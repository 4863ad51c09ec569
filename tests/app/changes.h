#pragma once

#include "app/state/document.h"

#include <vector>

namespace atlas::test {

// Each changes one thing about what a document shows and leaves the rest alone.

inline void setIndexSettings(Document &document, const IndexSettings &settings)
{
    Choices choices = document.now().choices();
    choices.index = settings;
    document.setChoices(choices);
}

inline void setShown(Document &document, const QString &code)
{
    Choices choices = document.now().choices();
    choices.shown = code;
    document.setChoices(choices);
}

inline void setClassCount(Document &document, int count)
{
    Choices choices = document.now().choices();
    choices.scheme.classCount = count;
    document.setChoices(choices);
}

/// As positions in the data.
inline void setWhatIfs(Document &document, const std::vector<WhatIf> &whatIfs)
{
    const Dataset &dataset = *document.now().givenDataset();
    Choices choices = document.now().choices();
    choices.tried.clear();
    for (const WhatIf &tried : whatIfs)
        choices.tried.push_back(
            {dataset.areas[tried.area].code, dataset.indicator(tried.indicator).code, tried.value});
    document.setChoices(choices);
}

} // namespace atlas::test
