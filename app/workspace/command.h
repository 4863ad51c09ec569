#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

#include <functional>

namespace atlas {

enum class Menu { File, Edit, View, Help };

/// Parts of the menus, in their order, with a line between two.
enum class Section {
    FileOpen,
    FileProject,
    FileExport,
    FileMethod,
    FileQuit,
    EditUndo,
    EditChoices,
    EditSelection,
    ViewMap,
    ViewLooks,
    ViewQuestions,
    ViewWindow,
    HelpTexts,
    HelpAbout,
};

/// One thing that a person can ask of the program: its words, its keys, whether it can be done now, and what
/// does it. Listed once; menus, tool bar, context menus and the list of keys are made from it.
struct Command
{
    QString name; ///< lasting; the object name of its action
    Menu menu;    ///< where it stands
    Section section;
    QString text; ///< in the menu, with its mnemonic
    QString tip;  ///< what it does, in a phrase
    std::function<void()> run;
    QList<QKeySequence> keys = {};
    QString submenu = {};   ///< words of the submenu that it stands in; empty for none
    QString tool = {};      ///< its words on the tool bar; empty where it is not there
    QString purpose = {};   ///< what its keys are for, in the list of keys; empty where they are not there
    bool isOfAreas = false; ///< whether it stands in the context menu of areas
    std::function<bool()> canRun = {}; ///< none: always
    std::function<bool()> isOn = {};   ///< for a switch, or one choice among those of a submenu
};

} // namespace atlas
