#include "app/workspace/command_set.h"

#include <QAction>
#include <QActionGroup>
#include <QIcon>
#include <QKeyEvent>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

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
    if (command.isOn && !command.submenu.isEmpty() && !command.isAlone)
        groupOf(command.submenu)->addAction(action);
    connect(action, &QAction::triggered, this, [this, run = command.run] {
        run();
        refresh(); // a switch has turned itself, whether or not anything came of it
    });
    return action;
}

/// Of the choices in a submenu, one is on at a time.
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

void CommandSet::fillMenuOf(QMenu &menu, const std::vector<const Entry *> &entries) const
{
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

void CommandSet::fillMenu(QMenu &menu, const std::vector<Section> &sections) const
{
    std::vector<const Entry *> entries;
    for (const Section section : sections)
        for (const Entry &entry : m_entries)
            if (entry.command.section == section)
                entries.push_back(&entry);
    fillMenuOf(menu, entries);
}

void CommandSet::fillMenuBar()
{
    const std::pair<Menu, QString> menus[] = {{Menu::File, tr("&File")},
                                              {Menu::Edit, tr("&Edit")},
                                              {Menu::View, tr("&View")},
                                              {Menu::Help, tr("&Help")}};
    for (const auto &[which, words] : menus) {
        std::vector<const Entry *> entries;
        for (const Entry &entry : m_entries)
            if (entry.command.menu == which)
                entries.push_back(&entry);
        std::stable_sort(entries.begin(), entries.end(), [](const Entry *a, const Entry *b) {
            return a->command.section < b->command.section;
        });
        fillMenuOf(*m_window.menuBar()->addMenu(words), entries);
    }
}

void CommandSet::fillToolBar(QToolBar &bar) const
{
    std::optional<Section> last;
    for (const auto &[command, action] : m_entries) {
        if (command.section == Section::EditUndo) // by icon alone
            bar.addAction(action);
        if (command.tool.isEmpty())
            continue;
        const Section section = command.menu == Menu::File ? Section::FileOpen : command.section;
        if (last && *last != section)
            bar.addSeparator();
        last = section;
        bar.addAction(action);
        if (auto *button = qobject_cast<QToolButton *>(bar.widgetForAction(action)))
            button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    }
}

QToolButton *CommandSet::newButton(const QString &name, const QString &text, Qt::ToolButtonStyle style) const
{
    auto *button = new QToolButton;
    button->setDefaultAction(action(name));
    button->setText(text); // in place of the action's
    button->setToolButtonStyle(style);
    button->setAutoRaise(true);
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::TabFocus);
    button->setObjectName(QStringLiteral("button.") + name);
    connect(button->defaultAction(), &QAction::changed, button, [button, text] { button->setText(text); });
    return button;
}

void CommandSet::fillRail(QToolBar &rail, const QStringList &names) const
{
    for (const QString &name : names) {
        const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                        [&name](const Entry &entry) { return entry.command.name == name; });
        Q_ASSERT(found != m_entries.end());
        QToolButton *button = newButton(name, found->command.rail, Qt::ToolButtonTextUnderIcon);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        rail.addWidget(button);
    }
}

std::vector<SearchItem> CommandSet::searchItems() const
{
    std::vector<SearchItem> items;
    for (const auto &[command, action] : m_entries)
        if (!action->text().isEmpty()) {
            QString text = action->text().remove(QLatin1Char('&'));
            if (!command.submenu.isEmpty())
                text = QString(command.submenu).remove(QLatin1Char('&')) + QStringLiteral(": ") + text;
            const QString keys = action->shortcut().toString(QKeySequence::NativeText);
            items.push_back({text,
                             keys.isEmpty() ? tr("command") : keys,
                             {},
                             [action = action] { action->trigger(); },
                             [action = action] { return action->isEnabled(); }});
        }
    return items;
}

void CommandSet::giveContextMenu(QWidget &widget) const
{
    widget.setContextMenuPolicy(Qt::ActionsContextMenu);
    for (const auto &[command, action] : m_entries)
        if (command.isOfAreas)
            widget.addAction(action);
}

QList<QAction *> CommandSet::areaActions() const
{
    QList<QAction *> actions;
    for (const auto &[command, action] : m_entries)
        if (command.isOfAreas && !command.keys.contains(QKeySequence(Qt::Key_Escape)))
            actions << action;
    return actions;
}

QAction *CommandSet::action(const QString &name) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&name](const Entry &entry) {
        return entry.action->objectName() == name;
    });
    return found == m_entries.end() ? nullptr : found->action;
}

QList<QAction *> CommandSet::undoActions() const
{
    QList<QAction *> actions;
    for (const auto &[command, action] : m_entries)
        if (command.section == Section::EditUndo)
            actions << action;
    return actions;
}

bool CommandSet::claims(const QKeyEvent &press) const
{
    if (!(press.modifiers() & (Qt::ControlModifier | Qt::AltModifier)))
        return false;
    for (const auto editing : {QKeySequence::Undo, QKeySequence::Redo, QKeySequence::Cut, QKeySequence::Copy,
                               QKeySequence::Paste, QKeySequence::SelectAll, QKeySequence::Delete})
        if (press.matches(editing))
            return false;
    const QKeySequence keys(press.keyCombination());
    return std::any_of(m_entries.begin(), m_entries.end(), [&keys](const Entry &entry) {
        return entry.action->isEnabled() && entry.action->shortcuts().contains(keys);
    });
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
