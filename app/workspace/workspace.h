#pragma once

#include "app/workspace/command.h"
#include "app/workspace/search_item.h"
#include "core/common/area_code.h"
#include "core/common/issue.h"

#include <QJsonObject>
#include <QObject>
#include <QString>

#include <vector>

class QToolBar;
class QWidget;

namespace atlas {

class CommandSet;

/// One half of the program, as seen by its window.
class Workspace : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual QString name() const = 0;  ///< stable; its layout is saved under it
    virtual QString title() const = 0; ///< for people
    virtual QWidget *widget() = 0;     ///< the window shows and owns it

    virtual std::vector<Command> commands() = 0;
    /// Gives its widgets the commands they offer, and adds actions that look after themselves.
    virtual void takeCommands(CommandSet &commands) = 0;
    /// Adds what goes on the tool bar besides the commands.
    virtual void addTools(QToolBar &bar, const CommandSet &commands) = 0;

    /// What the search box finds besides commands.
    virtual std::vector<SearchItem> searchItems() = 0;

    virtual QString summary() const = 0;        ///< what is on show, in a line of plain words
    virtual QString summaryDetails() const = 0; ///< the same in exact terms
    virtual Issues issues() const = 0;
    virtual size_t issueCount() const = 0;
    virtual void goTo(const AreaCode &area) = 0; ///< shows the area a remark is about

    /// The layout of its parts, as JSON.
    virtual QJsonObject saveLayout() const = 0;
    /// Restores what saveLayout() gave; ignores anything else.
    virtual void restoreLayout(const QJsonObject &layout) = 0;
    virtual void resetLayout() = 0;

signals:
    void changed(); ///< what can be done has changed, or the summary
    void issuesChanged();
    void searchChanged();              ///< what the search box finds
    void said(const QString &message); ///< a message to show for a while
    void written(const QString &path); ///< a file; empty if it was not written after all
};

} // namespace atlas
