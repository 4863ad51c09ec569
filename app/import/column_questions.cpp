#include "app/import/column_questions.h"

#include "app/import/assistant_page.h"
#include "app/import/text.h"

#include <QSet>

#include <algorithm>
#include <map>

namespace atlas {

namespace {

template <typename Map>
QSet<QString> foldedHeads(const Map &map)
{
    QSet<QString> heads;
    for (const auto &[head, value] : map)
        heads.insert(head.toCaseFolded());
    return heads;
}

/// "a, b, c and 4 more"
QString listed(const QStringList &all)
{
    constexpr qsizetype most = 4;
    if (all.size() <= most + 1)
        return all.join(QStringLiteral(", "));
    return Text::tr("%1 and %2 more")
        .arg(all.first(most).join(QStringLiteral(", ")), QString::number(all.size() - most));
}

QString leftOutColumns(const FiguresPlan &plan)
{
    QStringList heads;
    for (const PlannedColumn &column : plan.columns)
        if (column.role == ColumnRole::Ignored)
            heads << column.header;
    if (heads.isEmpty())
        return {};
    return Text::tr("%n column(s) left out: %1.", nullptr, static_cast<int>(heads.size())).arg(listed(heads));
}

/// Rows by why they are left out, with their numbers.
QStringList leftOutRows(const std::vector<LeftOutRow> &rows)
{
    std::map<QString, QStringList> numbers;
    for (const LeftOutRow &row : rows)
        numbers[row.why] << QString::number(row.row);
    QStringList sentences;
    for (const auto &[why, all] : numbers)
        sentences << Text::tr("%n row(s) left out (%1): %2.", nullptr, static_cast<int>(all.size()))
                         .arg(why, listed(all));
    return sentences;
}

} // namespace

std::vector<int> openColumns(const FiguresPlan &read, const ImportPlan &decided)
{
    const QSet<QString> roles = foldedHeads(decided.roles);
    const QSet<QString> marks = foldedHeads(decided.decimalMarks);
    std::vector<int> open;
    for (size_t i = 0; i < read.columns.size(); ++i) {
        const PlannedColumn &column = read.columns[i];
        const QString head = column.header.toCaseFolded();
        if (!column.isSure && !(roles.contains(head) && marks.contains(head)))
            open.push_back(static_cast<int>(i));
    }
    return open;
}

QString doubtText(const FiguresPlan &read, const QString &header)
{
    for (const Issue &issue : read.issues) {
        if (!issue.message.startsWith(header) || issue.message.size() <= header.size() + 1)
            continue;
        const QChar next = issue.message[header.size()];
        if (next != QLatin1Char(':') && next != QLatin1Char(' '))
            continue;
        QString text = issue.message.mid(next == QLatin1Char(':') ? header.size() + 1 : 0).trimmed();
        if (const qsizetype option = text.indexOf(QLatin1String("--")); option >= 0) // of the command line
            text = text.left(std::max<qsizetype>(0, text.lastIndexOf(QLatin1Char('.'), option) + 1));
        if (!text.isEmpty())
            return text;
    }
    return {};
}

void confirmColumn(const PlannedColumn &column, ImportPlan &plan)
{
    setByHead(plan.roles, column.header, column.role);
    setByHead(plan.decimalMarks, column.header, column.decimalMark);
}

void setRole(const QString &header, ColumnRole role, ImportPlan &plan)
{
    if (isForOneColumn(role))
        std::erase_if(plan.roles, [role](const auto &each) { return each.second == role; });
    const auto isIt = [&header](const QString &column) {
        return column.compare(header, Qt::CaseInsensitive) == 0;
    };
    if (role == ColumnRole::Code || isIt(plan.codeColumn))
        plan.codeColumn.clear();
    if (role == ColumnRole::Name || isIt(plan.nameColumn))
        plan.nameColumn.clear();
    setByHead(plan.roles, header, role);
}

const std::vector<ColumnRole> &rolesToChoose()
{
    static const std::vector<ColumnRole> roles = {
        ColumnRole::Indicator,  ColumnRole::Ignored,     ColumnRole::Code,          ColumnRole::Name,
        ColumnRole::Population, ColumnRole::Denominator, ColumnRole::Numerator,     ColumnRole::Group,
        ColumnRole::Period,     ColumnRole::Level,       ColumnRole::PublishedRank, ColumnRole::Filter,
        ColumnRole::Variable,   ColumnRole::Value,       ColumnRole::Note};
    return roles;
}

QString roleTip(ColumnRole role)
{
    switch (role) {
    case ColumnRole::Code:
        return Text::tr("Says which area a row is of, by its code");
    case ColumnRole::Name:
        return Text::tr("Says which area a row is of, by its name");
    case ColumnRole::Indicator:
        return Text::tr("Figures that can be in the index");
    case ColumnRole::Denominator:
        return Text::tr("How many are counted: other columns may be divided by it");
    case ColumnRole::Numerator:
        return Text::tr("How many of those counted; not scored by itself");
    case ColumnRole::Population:
        return Text::tr("Young people in the area; not scored");
    case ColumnRole::Period:
        return Text::tr("The time that a row is of; one of them is read");
    case ColumnRole::Level:
        return Text::tr("The kind of area that a row is of; one of them is read");
    case ColumnRole::Group:
        return Text::tr("Says which areas belong together; not scored");
    case ColumnRole::PublishedRank:
        return Text::tr("Ranks printed elsewhere, to compare with; not scored");
    case ColumnRole::Variable:
        return Text::tr("Which indicator a row is of, in a long table");
    case ColumnRole::Value:
        return Text::tr("The figure of a row, in a long table");
    case ColumnRole::Note:
        return Text::tr("Why a row has no figure, in a long table");
    case ColumnRole::Filter:
        return Text::tr("Parts the people counted; one part, or their total, is read");
    case ColumnRole::Ignored:
        break;
    }
    return Text::tr("Not read");
}

QString decimalMarkText(DecimalMark mark)
{
    return mark == DecimalMark::Comma ? Text::tr("decimal comma") : Text::tr("decimal point");
}

QStringList leftOutText(const ImportDraft &draft)
{
    QStringList sentences;
    const FiguresPlan &plan = draft.figuresPlan;
    if (const QString columns = leftOutColumns(plan); !columns.isEmpty())
        sentences << columns;
    sentences << leftOutRows(draft.leftOut);
    if (plan.periods.size() > 1)
        sentences << Text::tr("Of %n period(s), %1 is read.", nullptr, static_cast<int>(plan.periods.size()))
                         .arg(plan.period);
    if (plan.levels.size() > 1)
        sentences << Text::tr("Of %n level(s) of areas, %1 is read.", nullptr,
                              static_cast<int>(plan.levels.size()))
                         .arg(plan.level);
    if (draft.dataset && !draft.dataset->benchmarks.empty()) {
        QStringList names;
        for (const GivenBenchmark &benchmark : draft.dataset->benchmarks)
            names << benchmark.name;
        sentences << Text::tr("Compared with, not ranked: %1.").arg(listed(names));
    }
    return sentences;
}

} // namespace atlas
