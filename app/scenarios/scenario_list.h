#pragma once

#include "core/project/method_file.h"

#include <QObject>

#include <vector>

class QUndoStack;

namespace atlas {

/// The named methods kept for the data on show, in the project or else on this machine. Each change can be
/// undone.
class ScenarioList : public QObject
{
    Q_OBJECT

public:
    explicit ScenarioList(QUndoStack &undoStack, QObject *parent = nullptr);

    /// Lists what was kept for an indicator file on this machine, and keeps changes there.
    void open(const QString &indicatorFile);
    /// Lists the scenarios of a project, which keeps them.
    void open(std::vector<Method> scenarios);
    /// From now on, the project that has just been written keeps them.
    void leaveToProject() { m_indicatorFile.clear(); }
    const std::vector<Method> &scenarios() const { return m_scenarios; }
    /// Why some kept scenarios cannot be read; they stay kept. Empty if all can be.
    QString problem() const { return m_problem; }

    /// Names of the two entries that are always there, which no scenario may take.
    static QString shownNowName();
    static QString paperName();

    /// Adds a method under its name, with a number after it if that is taken. An immediate rename is part of
    /// the same step.
    void keep(Method method);
    void rename(size_t position, const QString &name);
    void remove(size_t position);
    /// A name not yet in the list: "Scenario 1".
    QString freeName() const;

    /// For undo and redo.
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
