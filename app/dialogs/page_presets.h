#pragma once

#include "app/state/preferences.h"

#include <QString>

#include <vector>

namespace atlas {

/// A size that many pages have.
struct PagePreset
{
    QString name;
    bool inMillimetres = true; ///< else pixels
    double width = 0;
    double height = 0;
};

std::vector<PagePreset> pagePresets();

/// Position of the preset of this size; the number of presets when there is none.
int presetOf(const ExportChoices &choices);

/// The choices with the preset's size.
ExportChoices withPreset(ExportChoices choices, const PagePreset &preset);

} // namespace atlas
