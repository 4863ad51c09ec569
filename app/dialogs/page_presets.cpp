#include "app/dialogs/page_presets.h"

#include "app/dialogs/text.h"

#include <algorithm>

namespace atlas {

std::vector<PagePreset> pagePresets()
{
    return {{Text::tr("A4 portrait, 210 × 297 mm"), true, 210, 297},
            {Text::tr("A4 landscape, 297 × 210 mm"), true, 297, 210},
            {Text::tr("Text width, 170 × 200 mm"), true, 170, 200},
            {Text::tr("Half page, 170 × 120 mm"), true, 170, 120},
            {Text::tr("Screen, 1600 × 900 px"), false, 1600, 900},
            {Text::tr("Web page, 1200 × 1400 px"), false, 1200, 1400}};
}

int presetOf(const ExportChoices &choices)
{
    const auto all = pagePresets();
    const auto found = std::find_if(all.begin(), all.end(), [&](const PagePreset &preset) {
        return preset.inMillimetres == choices.inMillimetres && withPreset(choices, preset) == choices;
    });
    return static_cast<int>(found - all.begin());
}

ExportChoices withPreset(ExportChoices choices, const PagePreset &preset)
{
    choices.inMillimetres = preset.inMillimetres;
    if (preset.inMillimetres) {
        choices.widthMm = preset.width;
        choices.heightMm = preset.height;
    } else {
        choices.widthPixels = static_cast<int>(preset.width);
        choices.heightPixels = static_cast<int>(preset.height);
    }
    return choices;
}

} // namespace atlas
