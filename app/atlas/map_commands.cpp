#include "app/atlas/atlas_model.h"
#include "app/atlas/atlas_workspace.h"
#include "app/dialogs/colour_dialog.h"
#include "app/map/atlas_map.h"
#include "app/widgets/data_text.h"
#include "core/render/colour_scale.h"
#include "core/render/looks_words.h"

#include <QMainWindow>

namespace atlas {

namespace {

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
         .icon = QStringLiteral("zoom-fit-best"),
         .run = [this] { m_map->fit(); },
         .keys = {QKeySequence(tr("Ctrl+0"))},
         .canRun = open},
        {.name = QStringLiteral("zoomIn"),
         .menu = Menu::View,
         .section = Section::ViewMap,
         .text = tr("Zoom &in"),
         .tip = tr("Show the map larger"),
         .icon = QStringLiteral("list-add"),
         .run = [this] { m_map->zoomIn(); },
         .keys = QKeySequence::keyBindings(QKeySequence::ZoomIn),
         .canRun = open},
        {.name = QStringLiteral("zoomOut"),
         .menu = Menu::View,
         .section = Section::ViewMap,
         .text = tr("Zoom &out"),
         .tip = tr("Show the map smaller"),
         .icon = QStringLiteral("list-remove"),
         .run = [this] { m_map->zoomOut(); },
         .keys = QKeySequence::keyBindings(QKeySequence::ZoomOut),
         .canRun = open},
        {.name = QStringLiteral("zoomToSelection"),
         .menu = Menu::View,
         .section = Section::ViewMap,
         .text = tr("&Zoom to selection"),
         .tip = tr("Show the selected areas as large as they fit"),
         .icon = QStringLiteral("zoom-select"),
         .run = [this] { m_map->showAreas(m_model.areas.areas()); },
         .keys = {QKeySequence(tr("Ctrl+J"))},
         .isOfAreas = true,
         .canRun = [this] { return hasMap() && !m_model.areas.areas().empty(); }},
    };
}

void AtlasWorkspace::usePalette(const QString &name)
{
    Looks looks = m_model.document.now().looks();
    looks.palette = name;
    change(looks, tr("colours of the map"));
}

Command AtlasWorkspace::lookSwitch(const char *name, const QString &text, const QString &tip,
                                   bool Looks::*look, const QString &submenu)
{
    return {.name = QLatin1String(name),
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
            .submenu = submenu,
            .isAlone = true,
            .isOn = [this, look] { return m_model.document.now().looks().*look; }};
}

std::vector<Command> AtlasWorkspace::looksCommands()
{
    std::vector<Command> commands;
    for (const ScaleAbout &scale : colourScales())
        if (scale.family == ScaleFamily::Own)
            commands.push_back(
                {.name = QStringLiteral("palette.") + scale.name,
                 .menu = Menu::View,
                 .section = Section::ViewLooks,
                 .text = withoutKeys(colourScaleTitle(scale.name)),
                 .tip = tr("Colours of the classes"),
                 .run = [this, name = scale.name] { usePalette(name); },
                 .submenu = tr("Colours of the &map"),
                 .isOn = [this,
                          name = scale.name] { return m_model.document.now().looks().palette == name; }});
    commands.push_back(
        {.name = QStringLiteral("moreColours"),
         .menu = Menu::View,
         .section = Section::ViewLooks,
         .text = tr("&More colours…"),
         .tip = tr("Choose among published scales, with those that colour-blind readers can follow"),
         .run =
             [this] {
                 const Snapshot &now = m_model.document.now();
                 if (const auto name =
                         askForColours(now.looks().palette, now.choices().scheme.classCount, m_parts))
                     usePalette(*name);
             },
         .submenu = tr("Colours of the &map")});
    for (const Labels labels : {Labels::Number, Labels::Name, Labels::None})
        commands.push_back(
            {.name = QStringLiteral("labels.") + wordFor(labelsWords(), labels),
             .menu = Menu::View,
             .section = Section::ViewLooks,
             .text = labelsText(labels),
             .tip = tr("Labels of the areas on the map"),
             .run =
                 [this, labels] {
                     Looks looks = m_model.document.now().looks();
                     looks.labels = labels;
                     change(looks, tr("labels on the map"));
                 },
             .submenu = tr("&Labels on the map"),
             .isOn = [this, labels] { return m_model.document.now().looks().labels == labels; }});
    commands.push_back(lookSwitch(
        "certainty", tr("&Pattern where a class is not certain"),
        tr("Show on the map which classes are certain, likely or open, once the ranks have been drawn "
           "(Ctrl+U)"),
        &Looks::certainty));
    commands.push_back(lookSwitch(
        "insets", tr("Insets for &dense parts of the map"),
        tr("Enlarge crowded parts in boxes beside the map while the whole map is in view"), &Looks::insets));
    Command people =
        lookSwitch("people", tr("Young people, where &known"),
                   tr("Circles on the map and columns in the table for how many young people there "
                      "are in each area: a score says nothing of it"),
                   &Looks::people);
    people.canRun = [this] { return hasMap() && !m_model.document.now().dataset()->population.empty(); };
    commands.push_back(std::move(people));
    return commands;
}

} // namespace atlas
