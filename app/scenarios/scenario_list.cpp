#include "app/scenarios/scenario_list.h"

#include "app/state/preferences.h"
#include "app/widgets/data_text.h"

#include <QUndoCommand>
#include <QUndoStack>

#include <algorithm>
#include <utility>

namespace atlas {

namespace {

class ScenariosCommand : public QUndoCommand
{
public:
    enum class Kind { Keep, Rename, Remove };

    ScenariosCommand(ScenarioList &list, Kind kind, std::vector<Method> after, const QString &text)
        : QUndoCommand(withoutKeys(text)), m_list(list), m_kind(kind), m_before(list.scenarios()),
          m_after(std::move(after))
    {}
    void undo() override { m_list.setScenarios(m_before); }
    void redo() override { m_list.setScenarios(m_after); }
    int id() const override { return 1; }
    /// A new scenario is named at once: both are one step.
    bool mergeWith(const QUndoCommand *other) override
    {
        const auto *next = dynamic_cast<const ScenariosCommand *>(other);
        if (!next || m_kind != Kind::Keep || next->m_kind != Kind::Rename)
            return false;
        m_after = next->m_after;
        m_kind = Kind::Rename; // a further rename is a step of its own
        return true;
    }

private:
    ScenarioList &m_list;
    Kind m_kind;
    std::vector<Method> m_before;
    std::vector<Method> m_after;
};

bool isTaken(const QString &name, const std::vector<Method> &scenarios)
{
    return name == ScenarioList::shownNowName() || name == ScenarioList::paperName()
           || std::any_of(scenarios.begin(), scenarios.end(),
                          [&name](const Method &scenario) { return scenario.name == name; });
}

/// Adds a number if the name is taken.
QString unlike(const QString &name, const std::vector<Method> &others)
{
    QString free = name;
    for (int number = 2; isTaken(free, others); ++number)
        free = ScenarioList::tr("%1 (%2)", "name of a scenario, number").arg(name, QString::number(number));
    return free;
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

void ScenarioList::open(std::vector<Method> scenarios)
{
    m_indicatorFile.clear();
    m_scenarios = std::move(scenarios);
    m_unreadable.clear();
    m_problem.clear();
    emit changed();
}

QString ScenarioList::shownNowName()
{
    return tr("As shown now");
}

QString ScenarioList::paperName()
{
    return tr("As in the paper");
}

QString ScenarioList::freeName() const
{
    int number = 1;
    while (isTaken(tr("Scenario %1").arg(number), m_scenarios))
        ++number;
    return tr("Scenario %1").arg(number);
}

void ScenarioList::keep(Method method)
{
    method.name = unlike(method.name, m_scenarios);
    const QString text = tr("keep %1").arg(method.name);
    std::vector<Method> after = m_scenarios;
    after.push_back(std::move(method));
    m_undoStack.push(new ScenariosCommand(*this, ScenariosCommand::Kind::Keep, std::move(after), text));
}

void ScenarioList::rename(size_t position, const QString &name)
{
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty() || trimmed == m_scenarios[position].name) {
        emit changed(); // discards what was typed
        return;
    }
    std::vector<Method> others = m_scenarios;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(position));
    std::vector<Method> after = m_scenarios;
    after[position].name = unlike(trimmed, others);
    const QString text = tr("rename %1").arg(m_scenarios[position].name);
    m_undoStack.push(new ScenariosCommand(*this, ScenariosCommand::Kind::Rename, std::move(after), text));
}

void ScenarioList::remove(size_t position)
{
    std::vector<Method> after = m_scenarios;
    after.erase(after.begin() + static_cast<std::ptrdiff_t>(position));
    const QString text = tr("delete %1").arg(m_scenarios[position].name);
    m_undoStack.push(new ScenariosCommand(*this, ScenariosCommand::Kind::Remove, std::move(after), text));
}

void ScenarioList::setScenarios(const std::vector<Method> &scenarios)
{
    m_scenarios = scenarios;
    if (m_indicatorFile.isEmpty()) {
        emit changed();
        return;
    }
    QStringList kept = m_unreadable;
    for (const Method &method : scenarios)
        kept << QString::fromUtf8(writeMethod(method));
    Preferences().setScenarios(m_indicatorFile, kept);
    emit changed();
}

} // namespace atlas
