#pragma once

#include "app/workspace/command.h"
#include "app/workspace/search_item.h"

#include <QObject>

#include <utility>
#include <vector>

class QAction;
class QActionGroup;
class QKeyEvent;
class QMainWindow;
class QMenu;
class QToolBar;
class QToolButton;
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
    /// The ways into the questions, in this order.
    void fillRail(QToolBar &rail, const QStringList &names) const;
    /// A button for a command, with another text.
    QToolButton *newButton(const QString &name, const QString &text, Qt::ToolButtonStyle style) const;
    void fillMenu(QMenu &menu, const std::vector<Section> &sections) const;
    void giveContextMenu(QWidget &widget) const;
    /// Those of its commands that also act on what is under the pointer in other windows. Escape, which
    /// closes these, is the key of none.
    QList<QAction *> areaActions() const;
    /// For the search box.
    std::vector<SearchItem> searchItems() const;
    QAction *action(const QString &name) const; ///< null if there is none
    /// Undo and redo, also offered by windows beside the main one.
    QList<QAction *> undoActions() const;
    /// Whether a key press belongs to a command even while somebody types: any with Ctrl or Alt that a
    /// command has, but for those that edit text.
    bool claims(const QKeyEvent &press) const;
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
    void fillMenuOf(QMenu &menu, const std::vector<const Entry *> &entries) const;

    QMainWindow &m_window;
    std::vector<Entry> m_entries;
    std::vector<std::pair<QString, QActionGroup *>> m_groups; ///< by the text of the submenu
};

} // namespace atlas
