#pragma once

#include "app/workspace/command.h"

#include <QObject>

#include <utility>
#include <vector>

class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;
class QToolBar;
class QWidget;

namespace atlas {

/// The commands of a window as actions.
class CommandSet : public QObject
{
    Q_OBJECT

public:
    explicit CommandSet(QMainWindow &window);

    void add(std::vector<Command> commands);
    /// Adds an existing action that looks after itself.
    void add(QAction *action, Menu menu, Section section, const QString &submenu = {},
             const QString &purpose = {});

    /// Updates which commands can be run now, and which are on.
    void refresh();

    // Call once all have been added.
    void fillMenuBar();
    void fillToolBar(QToolBar &bar) const; ///< with a separator between sections
    void giveContextMenu(QWidget &widget) const;
    /// Undo and redo, also offered by windows beside the main one.
    QList<QAction *> undoActions() const;
    /// Keys, and what they do.
    QList<std::pair<QString, QString>> keys() const;

private:
    struct Entry
    {
        Command command;
        QAction *action = nullptr;
    };

    QAction *newAction(const Command &command);
    QActionGroup *groupOf(const QString &submenu);
    void fillMenu(QMenu &menu, Menu which) const;

    QMainWindow &m_window;
    std::vector<Entry> m_entries;
    std::vector<std::pair<QString, QActionGroup *>> m_groups; ///< by the text of the submenu
};

} // namespace atlas
