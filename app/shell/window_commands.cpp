#include "app/dialogs/about_dialog.h"
#include "app/dialogs/help_texts.h"
#include "app/dialogs/issues_dialog.h"
#include "app/dialogs/messages.h"
#include "app/help/help_topic.h"
#include "app/shell/main_window.h"
#include "app/workspace/command_set.h"
#include "app/workspace/search_box.h"
#include "app/workspace/workspace.h"

#include <QAction>

#include <iterator>
#include <utility>

namespace atlas {

void MainWindow::buildCommands()
{
    m_commands->add(fileCommands());
    QAction *undo = m_model.undoStack.createUndoAction(this, tr("&Undo"));
    undo->setObjectName(QStringLiteral("undo"));
    undo->setShortcut(QKeySequence::Undo);
    undo->setToolTip(tr("Take back the last choice")); // the default is the text with its names
    QAction *redo = m_model.undoStack.createRedoAction(this, tr("&Redo"));
    redo->setObjectName(QStringLiteral("redo"));
    redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Y), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)});
    redo->setToolTip(tr("Redo the choice that was undone"));
    m_commands->add(undo, Menu::Edit, Section::EditUndo, {}, tr("undo"));
    m_commands->add(redo, Menu::Edit, Section::EditUndo, {}, tr("redo"));
    undo->setIcon(QIcon::fromTheme(QStringLiteral("edit-undo")));
    redo->setIcon(QIcon::fromTheme(QStringLiteral("edit-redo")));
    std::vector<Command> own = workspace().commands();
    for (Command &each : own)
        each.run = [this, run = std::move(each.run)] {
            leaveStart(); // nothing happens out of sight
            run();
        };
    m_commands->add(std::move(own));
    workspace().takeCommands(*m_commands);
    m_commands->add(windowCommands());
    m_commands->add(helpCommands());
    m_commands->fillMenuBar();
    m_issues->addActions(m_commands->undoActions());
}

std::vector<Command> MainWindow::fileCommands()
{
    const auto open = [this] { return m_model.document.now().dataset() != nullptr; };
    return {
        {.name = QStringLiteral("open"),
         .menu = Menu::File,
         .section = Section::FileOpen,
         .text = tr("&Open…"),
         .tip = tr("Open boundaries and figures"),
         .icon = QStringLiteral("document-open"),
         .run =
             [this] {
                 if (m_project.mayClose())
                     askForData({});
             },
         .keys = QKeySequence::keyBindings(QKeySequence::Open),
         .tool = tr("Open")},
        {.name = QStringLiteral("start"),
         .menu = Menu::File,
         .section = Section::FileOpen,
         .text = tr("Start pa&ge"),
         .tip = tr("Recent files, the example, and a tour"),
         .icon = QStringLiteral("go-home"),
         .run = [this] { showStart(); }},
        {.name = QStringLiteral("openBuiltIn"),
         .menu = Menu::File,
         .section = Section::FileOpen,
         .text = tr("Open the &built-in example"),
         .tip = tr("England's 39 LEPs with the figures of the source paper"),
         .icon = QStringLiteral("map-flat"),
         .run =
             [this] {
                 if (m_project.mayClose())
                     m_project.openData(builtInSources());
             }},
        {.name = QStringLiteral("openProject"),
         .menu = Menu::File,
         .section = Section::FileProject,
         .text = tr("Open &project…"),
         .tip = tr("Open data and choices as they were saved"),
         .icon = QStringLiteral("document-open"),
         .run = [this] { m_project.openByDialog(); },
         .keys = {QKeySequence(tr("Ctrl+Shift+O"))}},
        {.name = QStringLiteral("saveProject"),
         .menu = Menu::File,
         .section = Section::FileProject,
         .text = tr("Save p&roject"),
         .tip = tr("Save the data in use, every choice and any what-if values"),
         .icon = QStringLiteral("document-save"),
         .run = [this] { m_project.save(); },
         .keys = {QKeySequence(tr("Ctrl+S"))},
         .tool = tr("Save"),
         .purpose = tr("save data and choices as a project"),
         .canRun = open},
        {.name = QStringLiteral("saveProjectAs"),
         .menu = Menu::File,
         .section = Section::FileProject,
         .text = tr("Save project &as…"),
         .tip = tr("Write them to another file"),
         .icon = QStringLiteral("document-save-as"),
         .run = [this] { m_project.saveAs(); },
         .keys = {QKeySequence(tr("Ctrl+Shift+S"))},
         .canRun = open},
        {.name = QStringLiteral("quit"),
         .menu = Menu::File,
         .section = Section::FileQuit,
         .text = tr("&Quit"),
         .tip = tr("Close the program"),
         .icon = QStringLiteral("application-exit"),
         .run = [this] { close(); },
         .keys = {QKeySequence(tr("Ctrl+Q"))}},
    };
}

std::vector<Command> MainWindow::windowCommands()
{
    std::vector<Command> commands = {
        {.name = QStringLiteral("find"),
         .menu = Menu::Edit,
         .section = Section::EditSelection,
         .text = tr("&Find area, indicator or command"),
         .tip = tr("Go to the box that finds them"),
         .icon = QStringLiteral("edit-find"),
         .run =
             [this] {
                 m_search->setFocus(Qt::ShortcutFocusReason);
                 m_search->selectAll();
             },
         .keys = QKeySequence::keyBindings(QKeySequence::Find) << QKeySequence(tr("Ctrl+Shift+P")),
         .purpose = tr("find an area, an indicator or a command")}};
    const auto theme = [&](const char *name, const QString &text, ThemeChoice choice) {
        commands.push_back({.name = QLatin1String(name),
                            .menu = Menu::View,
                            .section = Section::ViewWindow,
                            .text = text,
                            .tip = tr("Colours of the window"),
                            .run =
                                [this, choice] {
                                    m_preferences.setTheme(choice);
                                    useTheme(choice);
                                    m_commands->refresh();
                                },
                            .submenu = tr("T&heme"),
                            .isOn = [this, choice] { return m_preferences.theme() == choice; }});
    };
    commands.push_back({.name = QStringLiteral("remarks"),
                        .menu = Menu::View,
                        .section = Section::ViewQuestions,
                        .text = tr("&Remarks on the data"),
                        .tip = tr("What was missing, assumed or left out"),
                        .icon = QStringLiteral("document-properties"),
                        .run = [this] { showRemarks(); },
                        .keys = {QKeySequence(tr("Ctrl+R"))}});
    theme("systemTheme", tr("&As the desktop"), ThemeChoice::System);
    theme("lightTheme", tr("&Light"), ThemeChoice::Light);
    theme("darkTheme", tr("&Dark"), ThemeChoice::Dark);
    commands.push_back({.name = QStringLiteral("resetLayout"),
                        .menu = Menu::View,
                        .section = Section::ViewWindow,
                        .text = tr("Reset layo&ut"),
                        .tip = tr("Put every part of the window back where it was at first"),
                        .icon = QStringLiteral("view-restore"),
                        .run = [this] { resetLayout(); }});
    return commands;
}

std::vector<Command> MainWindow::helpCommands()
{
    new HelpKey(this); // for the windows beside this one
    return {
        {.name = QStringLiteral("help"),
         .menu = Menu::Help,
         .section = Section::HelpTexts,
         .text = tr("&Help on this part"),
         .tip = tr("Open the help at the page about the part of the window in use"),
         .icon = QStringLiteral("help-contents"),
         .run = [this] { showHelpOnFocus(this); },
         .keys = QKeySequence::keyBindings(QKeySequence::HelpContents),
         .purpose = tr("open the help on the part in use")},
        {.name = QStringLiteral("glossary"),
         .menu = Menu::Help,
         .section = Section::HelpTexts,
         .text = tr("&Glossary"),
         .tip = tr("The words of the program, explained without mathematics"),
         .icon = QStringLiteral("bookmarks"),
         .run = [this] { showHelp(QStringLiteral("glossary"), this); }},
        {.name = QStringLiteral("tour"),
         .menu = Menu::Help,
         .section = Section::HelpTexts,
         .text = tr("&Tour"),
         .tip = tr("What is where, step by step"),
         .icon = QStringLiteral("help-contextual"),
         .run = [this] { startTour(); }},
        {.name = QStringLiteral("method"),
         .menu = Menu::Help,
         .section = Section::HelpTexts,
         .text = tr("How the &index is made"),
         .tip = tr("The method, step by step, with an example"),
         .icon = QStringLiteral("help-contents"),
         .run = [this] { showHelp(QStringLiteral("index"), this); }},
        {.name = QStringLiteral("keys"),
         .menu = Menu::Help,
         .section = Section::HelpTexts,
         .text = tr("&Keys and mouse"),
         .tip = tr("Every key, and what the mouse does"),
         .icon = QStringLiteral("help-contextual"),
         .run = [this] { showText(this, tr("Keys and mouse"), keysText(m_commands->keys())); },
         .keys = {QKeySequence(Qt::CTRL | Qt::Key_F1)}},
        {.name = QStringLiteral("about"),
         .menu = Menu::Help,
         .section = Section::HelpAbout,
         .text = tr("&About Disengagement Atlas"),
         .tip = tr("Version, licence and sources"),
         .icon = QStringLiteral("help-about"),
         .run = [this] { AboutDialog(this).exec(); }},
    };
}

} // namespace atlas
