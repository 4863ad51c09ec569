#include "core/import/carry_plan.h"

#include "core/import/header_rows.h"
#include "core/import/plan_figures.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace atlas {

namespace {

/// The columns that a plan says something of.
QStringList headsOf(const ImportPlan &plan)
{
    QStringList heads = {plan.codeColumn, plan.nameColumn};
    for (const auto &[head, role] : plan.roles)
        heads << head;
    for (const auto &[head, mark] : plan.decimalMarks)
        heads << head;
    for (const auto &[head, text] : plan.filters)
        heads << head;
    for (const auto &[head, description] : plan.descriptions)
        heads << head;
    heads.removeAll(QString());
    heads.removeDuplicates();
    return heads;
}

class Heads
{
public:
    explicit Heads(const QStringList &heads)
    {
        for (const QString &head : heads)
            m_folded.insert(head.toCaseFolded());
    }

    bool has(const QString &head) const { return m_folded.contains(head.toCaseFolded()); }
    QStringList missingOf(const QStringList &heads) const
    {
        QStringList missing;
        for (const QString &head : heads)
            if (!has(head))
                missing << head;
        return missing;
    }

private:
    QSet<QString> m_folded;
};

template <typename Map>
void keepKnown(Map &map, const Heads &known)
{
    std::erase_if(map, [&known](const auto &each) { return !known.has(each.first); });
}

/// Rules need their columns, too.
void keepKnown(AddingUp &addingUp, const Heads &known)
{
    addingUp.largerColumns.removeIf([&known](const QString &column) { return !known.has(column); });
    const auto isMissing = [&known](const QString &column) {
        return !column.isEmpty() && !known.has(column);
    };
    std::erase_if(addingUp.rules, [&](const auto &each) {
        return isMissing(each.first) || isMissing(each.second.column) || isMissing(each.second.denominator);
    });
}

/// The heads where the plan says that they are or, where that fits less, where they are found.
QStringList headsBelow(const Grid &grid, ImportPlan &plan, const QStringList &wanted)
{
    QStringList there = findHeaderRows(grid, plan).headers;
    if (plan.headerRow == 0)
        return there;
    ImportPlan open = plan;
    open.headerRow = 0;
    open.headerRows = 0;
    QStringList found = findHeaderRows(grid, open).headers;
    if (Heads(found).missingOf(wanted).size() >= Heads(there).missingOf(wanted).size())
        return there;
    plan = open;
    return found;
}

/// What indicators are called by otherwise than the heads of their columns: in a long table its rows name
/// them, and columns of several years share a head without the year.
QStringList otherNames(const Grid &grid, const ImportPlan &plan)
{
    QStringList names;
    if (plan.descriptions.empty() && plan.addingUp.rules.empty())
        return names;
    const FiguresPlan found = planFigures(grid, plan);
    for (const PlannedColumn &column : found.columns)
        names << column.base;
    if (const PlannedColumn *variable = found.find(ColumnRole::Variable))
        for (int row = found.headerRow - 1 + found.headerRows; row < grid.rowCount(); ++row)
            names << grid.cell(row, variable->position).toString();
    names.removeDuplicates();
    return names;
}

/// A period or a level that the file lacks would be refused.
void dropMissing(ImportPlan &plan, const Grid &grid)
{
    if (plan.period.isEmpty() && plan.level.isEmpty())
        return;
    ImportPlan open = plan;
    open.period.clear();
    open.level.clear();
    const FiguresPlan found = planFigures(grid, open);
    if (!found.periods.contains(plan.period, Qt::CaseInsensitive))
        plan.period.clear();
    if (!found.levels.contains(plan.level, Qt::CaseInsensitive))
        plan.level.clear();
}

} // namespace

std::optional<CarriedPlan> carryPlan(const EarlierPlan &earlier, const Grid &grid)
{
    if (earlier.plan == ImportPlan() || grid.rowCount() == 0)
        return {};
    CarriedPlan carried{.plan = earlier.plan, .from = earlier.file, .lookup = earlier.lookup};
    if (!grid.sheets.contains(carried.plan.sheet, Qt::CaseInsensitive))
        carried.plan.sheet.clear();
    const QStringList decided = headsOf(earlier.plan);
    const QStringList wanted = earlier.heads.isEmpty() ? decided : earlier.heads;
    const QStringList heads = headsBelow(grid, carried.plan, wanted);
    const Heads known(heads + otherNames(grid, carried.plan));
    carried.goneHeads = known.missingOf(wanted);
    if (wanted.isEmpty() || carried.goneHeads.size() * 3 > wanted.size())
        return {};
    if (!earlier.heads.isEmpty())
        carried.newHeads = Heads(earlier.heads).missingOf(heads);

    ImportPlan &plan = carried.plan;
    if (!known.has(plan.codeColumn))
        plan.codeColumn.clear();
    if (!known.has(plan.nameColumn))
        plan.nameColumn.clear();
    keepKnown(plan.roles, known);
    keepKnown(plan.decimalMarks, known);
    keepKnown(plan.filters, known);
    keepKnown(plan.descriptions, known);
    keepKnown(plan.addingUp, known);
    dropMissing(plan, grid);
    return carried;
}

} // namespace atlas
