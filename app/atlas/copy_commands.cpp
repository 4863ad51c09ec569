#include "app/atlas/atlas_model.h"
#include "app/atlas/atlas_workspace.h"
#include "app/dialogs/print_tasks.h"
#include "app/map/atlas_map.h"
#include "app/table/area_table_view.h"
#include "app/widgets/copying.h"
#include "app/widgets/vision_preview.h"

#include <QApplication>
#include <QClipboard>
#include <QMainWindow>

namespace atlas {

namespace {

/// What has the focus and can be copied; the table where nothing has.
Copying &copyingWithFocus(QWidget &table)
{
    Copying *focused = Copying::of(QApplication::focusWidget());
    return focused ? *focused : *Copying::of(&table);
}

/// A text that has the focus, in a field or a label, gives what is selected of it.
void copyFocused(QWidget &table, CopyAs as)
{
    const QWidget *focused = QApplication::focusWidget();
    const QString text = focused ? focused->property("selectedText").toString() : QString();
    if (as == CopyAs::Usual && !text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
    else
        copyingWithFocus(table).copy(as);
}

std::vector<Command> visionCommands(VisionPreview &preview)
{
    struct Entry
    {
        Vision vision;
        QString name;
    };
    const Entry entries[] = {{Vision::Full, QStringLiteral("vision.full")},
                             {Vision::Deuteranopia, QStringLiteral("vision.deuteranopia")},
                             {Vision::Protanopia, QStringLiteral("vision.protanopia")},
                             {Vision::Tritanopia, QStringLiteral("vision.tritanopia")},
                             {Vision::Greyscale, QStringLiteral("vision.greyscale")}};
    std::vector<Command> commands;
    for (const Entry &entry : entries)
        commands.push_back(
            {.name = entry.name,
             .menu = Menu::View,
             .section = Section::ViewLooks,
             .text = visionText(entry.vision),
             .tip = AtlasWorkspace::tr("How map and table look to other readers, on the screen alone"),
             .run = [&preview, vision = entry.vision] { preview.setVision(vision); },
             .submenu = AtlasWorkspace::tr("&See as"),
             .isOn = [&preview, vision = entry.vision] { return preview.vision() == vision; }});
    return commands;
}

} // namespace

std::vector<Command> AtlasWorkspace::copyCommands()
{
    const auto open = [this] { return hasData(); };
    for (QWidget *part : {static_cast<QWidget *>(m_map), static_cast<QWidget *>(m_table)})
        connect(Copying::of(part), &Copying::said, this, &Workspace::said);
    std::vector<Command> commands = {
        {.name = QStringLiteral("copy"),
         .menu = Menu::Edit,
         .section = Section::EditCopy,
         .text = tr("&Copy"),
         .tip = tr("Copy the rows, the map or the chart that the keys are on"),
         .run = [this] { copyFocused(*m_table, CopyAs::Usual); },
         .keys = QKeySequence::keyBindings(QKeySequence::Copy),
         .purpose = tr("copy rows, map or chart, whichever the keys are on"),
         .canRun = open},
        {.name = QStringLiteral("printMap"),
         .menu = Menu::File,
         .section = Section::FileExport,
         .text = tr("&Map…"),
         .tip = tr("See the map on its page, and print it"),
         .run = [this] { printMapByDialog(m_model.document.now(), m_model.areas.areas(), m_parts); },
         .keys = QKeySequence::keyBindings(QKeySequence::Print),
         .submenu = tr("Pr&int"),
         .purpose = tr("print the map"),
         .canRun = [this] { return hasMap(); }},
        {.name = QStringLiteral("printTable"),
         .menu = Menu::File,
         .section = Section::FileExport,
         .text = tr("&Table…"),
         .tip = tr("See the table on its pages, and print it"),
         .run = [this] { printTableByDialog(m_table->sheet(), m_parts); },
         .keys = {QKeySequence(tr("Ctrl+Alt+P"))},
         .submenu = tr("Pr&int"),
         .purpose = tr("print the table"),
         .canRun = open},
    };
    for (const CopyWords &words : copyAsWords())
        commands.push_back({.name = words.name,
                            .menu = Menu::Edit,
                            .section = Section::EditCopy,
                            .text = words.text,
                            .tip = words.tip,
                            .run = [this, as = words.as] { copyFocused(*m_table, as); },
                            .submenu = tr("Copy a&s"),
                            .canRun = open});
    auto *preview = new VisionPreview({m_map, m_table}, this);
    connect(preview, &VisionPreview::changed, this, &Workspace::changed);
    std::vector<Command> visions = visionCommands(*preview);
    commands.insert(commands.end(), visions.begin(), visions.end());
    return commands;
}

} // namespace atlas
