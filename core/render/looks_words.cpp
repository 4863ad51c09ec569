#include "core/render/looks_words.h"

#include "core/render/colour_scale.h"

namespace atlas {

const Words<Labels> &labelsWords()
{
    static const Words<Labels> words = {
        {QStringLiteral("number"), Labels::Number},
        {QStringLiteral("name"), Labels::Name},
        {QStringLiteral("none"), Labels::None},
    };
    return words;
}

const Words<CellColours> &cellColoursWords()
{
    static const Words<CellColours> words = {
        {QStringLiteral("automatic"), CellColours::Automatic},
        {QStringLiteral("paper"), CellColours::Paper},
        {QStringLiteral("map"), CellColours::Map},
        {QStringLiteral("safe"), CellColours::Safe},
    };
    return words;
}

const Words<QString> &paletteWords()
{
    static const Words<QString> words = [] {
        Words<QString> names;
        for (const QString &name : colourScaleNames())
            names.emplace_back(name, name);
        return names;
    }();
    return words;
}

} // namespace atlas
