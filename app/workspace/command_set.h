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
    /// An action that is there already and looks after itself.
    void add(QAction *action, Menu menu, Section section, const QString &submenu = {},
             const QString &purpose = {});

    /// Sees which can be done now, and which are on.
    void refresh();

    // Once all of them have been added.
    void fillMenuBar();
    void fillToolBar(QToolBar &bar) const; ///< a line between sections
    void giveContextMenu(QWidget &widget) const;
    /// Undo and redo, which windows beside the main one offer too.
    QList<QAction *> undoActions() const;
    /// Keys, and what they are for.
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
    std::vector<std::pair<QString, QActionGroup *>> m_groups; ///< by the words of a submenu
};

} // namespace atlas
