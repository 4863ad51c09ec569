#pragma once

#include "app/workspace/command.h"
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

/// One of the halves of the program, as its window knows it.
class Workspace : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual QString name() const = 0;  ///< lasting; its layout is remembered by it
    virtual QString title() const = 0; ///< for people
    virtual QWidget *widget() = 0;     ///< the window shows and owns it

    virtual std::vector<Command> commands() = 0;
    /// Gives its widgets the commands that they offer, and adds actions that look after themselves.
    virtual void takeCommands(CommandSet &commands) = 0;
    /// Adds what stands beside the commands on the tool bar.
    virtual void addTools(QToolBar &bar) = 0;

    virtual QString summary() const = 0; ///< what is on show, in a line
    virtual Issues issues() const = 0;
    virtual size_t issueCount() const = 0;
    virtual void goTo(const AreaCode &area) = 0; ///< shows what a remark is about

    /// How its parts are arranged, as JSON.
    virtual QJsonObject saveLayout() const = 0;
    /// Takes what saveLayout() gave; anything else is ignored.
    virtual void restoreLayout(const QJsonObject &layout) = 0;
    virtual void resetLayout() = 0;

signals:
    void changed(); ///< what can be done, or the summary
    void issuesChanged();
    void said(const QString &message); ///< something worth a line for a while
    void written(const QString &path); ///< a file; empty when it was not, after all
};

} // namespace atlas
