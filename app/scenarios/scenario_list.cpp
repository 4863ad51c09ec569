#include "app/scenarios/scenario_list.h"

#include "app/state/preferences.h"

#include <QUndoCommand>
#include <QUndoStack>

#include <algorithm>
#include <utility>

namespace atlas {

namespace {

class ScenariosCommand : public QUndoCommand
{
public:
    ScenariosCommand(ScenarioList &list, std::vector<Method> after, const QString &text)
        : QUndoCommand(text), m_list(list), m_before(list.scenarios()), m_after(std::move(after))
    {}
    void undo() override { m_list.setScenarios(m_before); }
    void redo() override { m_list.setScenarios(m_after); }

private:
    ScenarioList &m_list;
    std::vector<Method> m_before;
    std::vector<Method> m_after;
};

bool isTaken(const QString &name, const std::vector<Method> &scenarios)
{
    return std::any_of(scenarios.begin(), scenarios.end(),
                       [&name](const Method &scenario) { return scenario.name == name; });
}

} // namespace

ScenarioList::ScenarioList(QUndoStack &undoStack, QObject *parent) : QObject(parent), m_undoStack(undoStack)
{}

void ScenarioList::open(const QString &indicatorFile)
{
    m_indicatorFile = indicatorFile;
    m_scenarios.clear();
    m_unreadable.clear();
    m_problem.clear();
    const QStringList kept = Preferences().scenarios(indicatorFile);
    for (const QString &json : kept) {
        auto method = readMethod(json.toUtf8(), tr("A kept scenario"));
        if (method) {
            m_scenarios.push_back(std::move(*method));
        } else {
            m_unreadable << json;
            m_problem = method.error().message;
        }
    }
    emit changed();
}

QString ScenarioList::unlike(const QString &name, const std::vector<Method> &others) const
{
    QString free = name;
    for (int number = 2; isTaken(free, others); ++number)
        free = tr("%1 (%2)", "name of a scenario, number").arg(name).arg(number);
    return free;
}

QString ScenarioList::freeName() const
{
    int number = 1;
    while (isTaken(tr("Scenario %1").arg(number), m_scenarios))
        ++number;
    return tr("Scenario %1").arg(number);
}

void ScenarioList::push(std::vector<Method> after, const QString &text)
{
    m_undoStack.push(new ScenariosCommand(*this, std::move(after), text)); // the stack owns it
}

void ScenarioList::keep(Method method)
{
    method.name = unlike(method.name.isEmpty() ? freeName() : method.name, m_scenarios);
    std::vector<Method> after = m_scenarios;
    after.push_back(std::move(method));
    const QString text = tr("keep %1").arg(after.back().name);
    push(std::move(after), text);
}

void ScenarioList::rename(size_t position, const QString &name)
{
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty() || trimmed == m_scenarios[position].name) {
        emit changed(); // what was typed goes
        return;
    }
    std::vector<Method> others = m_scenarios;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(position));
    std::vector<Method> after = m_scenarios;
    after[position].name = unlike(trimmed, others);
    push(std::move(after), tr("rename %1").arg(m_scenarios[position].name));
}

void ScenarioList::remove(size_t position)
{
    std::vector<Method> after = m_scenarios;
    after.erase(after.begin() + static_cast<std::ptrdiff_t>(position));
    push(std::move(after), tr("delete %1").arg(m_scenarios[position].name));
}

void ScenarioList::setScenarios(const std::vector<Method> &scenarios)
{
    m_scenarios = scenarios;
    QStringList kept = m_unreadable;
    for (const Method &method : scenarios)
        kept << QString::fromUtf8(writeMethod(method));
    Preferences().setScenarios(m_indicatorFile, kept);
    emit changed();
}

} // namespace atlas
