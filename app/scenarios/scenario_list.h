#pragma once

#include "core/project/method_file.h"

#include <QObject>

#include <vector>

class QUndoStack;

namespace atlas {

/// The named methods that are kept for the data on show, by the project or else by the machine. Each change
/// is a step that undo takes back.
class ScenarioList : public QObject
{
    Q_OBJECT

public:
    explicit ScenarioList(QUndoStack &undoStack, QObject *parent = nullptr);

    /// Lists what was kept for an indicator file on this machine, and keeps it there.
    void open(const QString &indicatorFile);
    /// Lists those of a project, which keeps them.
    void open(std::vector<Method> scenarios);
    /// The project that has just been written keeps them from now on.
    void leaveToProject() { m_indicatorFile.clear(); }
    const std::vector<Method> &scenarios() const { return m_scenarios; }
    /// What was kept and cannot be read; it stays kept. Empty when all can be.
    QString problem() const { return m_problem; }

    /// What the two that are always there are called. No scenario takes these names.
    static QString shownNowName();
    static QString paperName();

    /// Adds a method under its name, with a number behind where that is taken. A rename right after it is
    /// part of the same step.
    void keep(Method method);
    void rename(size_t position, const QString &name);
    void remove(size_t position);
    /// A name that is not in the list: "Scenario 1".
    QString freeName() const;

    /// Undo and redo come back to this.
    void setScenarios(const std::vector<Method> &scenarios);

signals:
    void changed();

private:
    QUndoStack &m_undoStack;
    QString m_indicatorFile; ///< empty while a project keeps them
    std::vector<Method> m_scenarios;
    QStringList m_unreadable; ///< as they were found
    QString m_problem;
};

} // namespace atlas
