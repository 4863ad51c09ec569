#include "app/workspace/command_set.h"

#include <QAction>
#include <QActionGroup>
#include <QIcon>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>

#include <algorithm>
#include <optional>

namespace atlas {

CommandSet::CommandSet(QMainWindow &window) : QObject(&window), m_window(window) {}

void CommandSet::add(std::vector<Command> commands)
{
    for (Command &command : commands) {
        QAction *action = newAction(command);
        m_entries.push_back({std::move(command), action});
    }
}

void CommandSet::add(QAction *action, Menu menu, Section section, const QString &submenu,
                     const QString &purpose)
{
    m_entries.push_back({{.name = action->objectName(),
                          .menu = menu,
                          .section = section,
                          .keys = action->shortcuts(),
                          .submenu = submenu,
                          .purpose = purpose},
                         action});
}

QAction *CommandSet::newAction(const Command &command)
{
    auto *action = new QAction(command.text, &m_window);
    action->setObjectName(command.name);
    action->setShortcuts(command.keys);
    const QString keys =
        command.keys.isEmpty()
            ? QString()
            : QStringLiteral(" (%1)").arg(command.keys.constFirst().toString(QKeySequence::NativeText));
    action->setToolTip(command.tip + keys);
    action->setStatusTip(command.tip);
    if (!command.icon.isEmpty())
        action->setIcon(QIcon::fromTheme(command.icon));
    if (!command.tool.isEmpty())
        action->setIconText(command.tool);
    action->setCheckable(command.isOn != nullptr);
    if (command.isOn && !command.submenu.isEmpty())
        groupOf(command.submenu)->addAction(action);
    connect(action, &QAction::triggered, this, command.run);
    return action;
}

/// In a submenu, one choice is on at a time.
QActionGroup *CommandSet::groupOf(const QString &submenu)
{
    const auto found = std::find_if(m_groups.begin(), m_groups.end(),
                                    [&submenu](const auto &group) { return group.first == submenu; });
    if (found != m_groups.end())
        return found->second;
    m_groups.emplace_back(submenu, new QActionGroup(this));
    return m_groups.back().second;
}

void CommandSet::refresh()
{
    for (const auto &[command, action] : m_entries) {
        if (command.canRun)
            action->setEnabled(command.canRun());
        if (command.isOn)
            action->setChecked(command.isOn());
    }
}

void CommandSet::fillMenu(QMenu &menu, Menu which) const
{
    std::vector<const Entry *> entries;
    for (const Entry &entry : m_entries)
        if (entry.command.menu == which)
            entries.push_back(&entry);
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry *a, const Entry *b) { return a->command.section < b->command.section; });
    std::optional<Section> section;
    std::vector<std::pair<QString, QMenu *>> submenus;
    for (const Entry *entry : entries) {
        const Command &command = entry->command;
        if (section && *section != command.section)
            menu.addSeparator();
        section = command.section;
        if (command.submenu.isEmpty()) {
            menu.addAction(entry->action);
            continue;
        }
        if (submenus.empty() || submenus.back().first != command.submenu)
            submenus.emplace_back(command.submenu, menu.addMenu(command.submenu));
        submenus.back().second->addAction(entry->action);
    }
}

void CommandSet::fillMenuBar()
{
    const std::pair<Menu, QString> menus[] = {{Menu::File, tr("&File")},
                                              {Menu::Edit, tr("&Edit")},
                                              {Menu::View, tr("&View")},
                                              {Menu::Help, tr("&Help")}};
    for (const auto &[which, words] : menus)
        fillMenu(*m_window.menuBar()->addMenu(words), which);
}

void CommandSet::fillToolBar(QToolBar &bar) const
{
    std::optional<Section> last;
    for (const auto &[command, action] : m_entries) {
        if (command.tool.isEmpty())
            continue;
        const Section section = command.menu == Menu::File ? Section::FileOpen : command.section;
        if (last && *last != section)
            bar.addSeparator();
        last = section;
        bar.addAction(action);
    }
}

void CommandSet::giveContextMenu(QWidget &widget) const
{
    widget.setContextMenuPolicy(Qt::ActionsContextMenu);
    for (const auto &[command, action] : m_entries)
        if (command.isOfAreas)
            widget.addAction(action);
}

QList<QAction *> CommandSet::undoActions() const
{
    QList<QAction *> actions;
    for (const auto &[command, action] : m_entries)
        if (command.section == Section::EditUndo)
            actions << action;
    return actions;
}

QList<std::pair<QString, QString>> CommandSet::keys() const
{
    QList<std::pair<QString, QString>> keys;
    for (const auto &[command, action] : m_entries)
        if (!command.purpose.isEmpty() && !command.keys.isEmpty())
            keys.emplace_back(QKeySequence::listToString(command.keys, QKeySequence::NativeText)
                                  .replace(QStringLiteral("; "), QStringLiteral(", ")),
                              command.purpose);
    return keys;
}

} // namespace atlas
