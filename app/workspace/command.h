#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

#include <functional>

namespace atlas {

enum class Menu { File, Edit, View, Help };

/// Sections of the menus, in order, with a separator between them.
enum class Section {
    FileOpen,
    FileProject,
    FileExport,
    FileMethod,
    FileQuit,
    EditUndo,
    EditCopy,
    EditChoices,
    EditSelection,
    ViewParts,
    ViewMap,
    ViewLooks,
    ViewQuestions,
    ViewWindow,
    HelpTexts,
    HelpAbout,
};

/// Something the user can ask of the program: its wording, its keys, whether it can be done now, and what
/// does it. Listed once; menus, tool bar, context menus and the list of keys are made from it.
struct Command
{
    QString name; ///< stable; the object name of its action
    Menu menu;    ///< where it belongs
    Section section;
    QString text;      ///< in the menu, with its mnemonic
    QString tip;       ///< what it does, in a phrase
    QString icon = {}; ///< its name in the icon theme; empty for none
    std::function<void()> run;
    QList<QKeySequence> keys = {};
    QString submenu = {};              ///< text of the submenu it belongs to; empty for none
    bool isAlone = false;              ///< a switch in a submenu that turns no other off
    QString tool = {};                 ///< text on the tool bar; empty if it is not there
    QString rail = {};                 ///< text on the rail; empty if it is not there
    QString purpose = {};              ///< what its keys do, in the list of keys; empty if it is not there
    bool isOfAreas = false;            ///< whether it is in the context menu of areas
    std::function<bool()> canRun = {}; ///< always, if empty
    std::function<bool()> isOn = {};   ///< for a switch, or one choice of those in a submenu
};

} // namespace atlas
