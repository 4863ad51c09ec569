#include "app/atlas/atlas_model.h"
#include "app/atlas/atlas_workspace.h"
#include "app/map/atlas_map.h"
#include "core/render/colour_scale.h"
#include "core/render/looks_words.h"

namespace atlas {

namespace {

QString paletteText(const QString &name)
{
    if (name == QLatin1String("purples"))
        return AtlasWorkspace::tr("&Purples");
    if (name == QLatin1String("blues"))
        return AtlasWorkspace::tr("&Blues");
    if (name == QLatin1String("greens"))
        return AtlasWorkspace::tr("&Greens");
    return name == QLatin1String("oranges") ? AtlasWorkspace::tr("&Oranges")
                                            : AtlasWorkspace::tr("Gre&ys, for black and white print");
}

QString labelsText(Labels labels)
{
    switch (labels) {
    case Labels::Number:
        return AtlasWorkspace::tr("N&umbers");
    case Labels::Name:
        return AtlasWorkspace::tr("N&ames");
    case Labels::None:
        break;
    }
    return AtlasWorkspace::tr("N&one");
}

} // namespace

std::vector<Command> AtlasWorkspace::mapCommands()
{
    const auto open = [this] { return hasMap(); };
    return {
        {.name = QStringLiteral("fit"),
         .menu = Menu::View,
         .section = Section::ViewMap,
         .text = tr("&Fit"),
         .tip = tr("Show all areas"),
         .run = [this] { m_map->fit(); },
         .keys = {QKeySequence(tr("Ctrl+0"))},
         .tool = tr("Fit"),
         .canRun = open},
        {.name = QStringLiteral("zoomIn"),
         .menu = Menu::View,
         .section = Section::ViewMap,
         .text = tr("Zoom &in"),
         .tip = tr("Show the map larger"),
         .run = [this] { m_map->zoomIn(); },
         .keys = QKeySequence::keyBindings(QKeySequence::ZoomIn),
         .tool = QStringLiteral("+"),
         .canRun = open},
        {.name = QStringLiteral("zoomOut"),
         .menu = Menu::View,
         .section = Section::ViewMap,
         .text = tr("Zoom &out"),
         .tip = tr("Show the map smaller"),
         .run = [this] { m_map->zoomOut(); },
         .keys = QKeySequence::keyBindings(QKeySequence::ZoomOut),
         .tool = QStringLiteral("−"),
         .canRun = open},
        {.name = QStringLiteral("zoomToSelection"),
         .menu = Menu::View,
         .section = Section::ViewMap,
         .text = tr("Zoom to &selection"),
         .tip = tr("Show the selected area large"),
         .run =
             [this] {
                 if (const auto area = m_model.areas.current())
                     m_map->showArea(*area);
             },
         .keys = {QKeySequence(tr("Ctrl+J"))},
         .isOfAreas = true,
         .canRun = open},
    };
}

std::vector<Command> AtlasWorkspace::looksCommands()
{
    std::vector<Command> commands;
    for (const QString &palette : colourScaleNames())
        commands.push_back(
            {.name = QStringLiteral("palette.") + palette,
             .menu = Menu::View,
             .section = Section::ViewLooks,
             .text = paletteText(palette),
             .tip = tr("Colours of the classes"),
             .run =
                 [this, palette] {
                     Looks looks = m_model.document.now().looks();
                     looks.palette = palette;
                     change(looks, tr("colours of the map"));
                 },
             .submenu = tr("&Colours of the map"),
             .isOn = [this, palette] { return m_model.document.now().looks().palette == palette; }});
    for (const Labels labels : {Labels::Number, Labels::Name, Labels::None})
        commands.push_back(
            {.name = QStringLiteral("labels.") + wordFor(labelsWords(), labels),
             .menu = Menu::View,
             .section = Section::ViewLooks,
             .text = labelsText(labels),
             .tip = tr("What stands on the areas of the map"),
             .run =
                 [this, labels] {
                     Looks looks = m_model.document.now().looks();
                     looks.labels = labels;
                     change(looks, tr("labels on the map"));
                 },
             .submenu = tr("&Labels on the map"),
             .isOn = [this, labels] { return m_model.document.now().looks().labels == labels; }});
    const auto mark = [&](const char *name, const QString &text, const QString &tip, bool Looks::*look) {
        commands.push_back({.name = QLatin1String(name),
                            .menu = Menu::View,
                            .section = Section::ViewLooks,
                            .text = text,
                            .tip = tip,
                            .run =
                                [this, look] {
                                    Looks looks = m_model.document.now().looks();
                                    looks.*look = !(looks.*look);
                                    change(looks, tr("marks"));
                                },
                            .isOn = [this, look] { return m_model.document.now().looks().*look; }});
    };
    mark("classMarks", tr("&Quartile marks in the table"),
         tr("Show Q1 to Q4 in the cells, so that colour is not the only cue"), &Looks::classMarks);
    commands.push_back(
        {.name = QStringLiteral("nodeScores"),
         .menu = Menu::View,
         .section = Section::ViewLooks,
         .text = tr("&Scores of all domains in the table"),
         .tip = tr("Show score and rank of every domain and sub-index in the table, not only of "
                   "the one on the map"),
         .run =
             [this] {
                 Choices choices = m_model.document.now().choices();
                 choices.nodeScores = !choices.nodeScores;
                 change(choices, tr("scores of all domains"));
             },
         .isOn = [this] { return m_model.document.now().choices().nodeScores; }});
    mark("certainty", tr("&Pattern where a class is not certain"),
         tr("Show on the map which classes are certain, likely or open, once the ranks have been drawn "
            "(Ctrl+U)"),
         &Looks::certainty);
    mark("insets", tr("&Insets for dense parts of the map"),
         tr("Show parts where areas are small larger beside the map, while all areas are in sight"),
         &Looks::insets);
    return commands;
}

} // namespace atlas
