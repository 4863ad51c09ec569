#include "core/import/people_filters.h"

#include "core/import/text.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace atlas {

namespace {

/// "All young people", "Total (16-17)", "State-funded total": a total where it is the only one of its kind.
bool soundsLikeTotal(QStringView text)
{
    const QString folded = text.toString().toLower();
    const bool isRest =
        folded.startsWith(QLatin1String("all other")) || folded.startsWith(QLatin1String("all-through"));
    return !isRest
           && (folded.startsWith(QLatin1String("all ")) || folded.startsWith(QLatin1String("total "))
               || folded.endsWith(QLatin1String(" total")) || folded.startsWith(QLatin1String("total,")));
}

/// The value that is the total of the others; -1 for none.
qsizetype totalAmong(const QStringList &values)
{
    const auto known = std::find_if(values.begin(), values.end(), isTotalText);
    if (known != values.end())
        return known - values.begin();
    if (std::count_if(values.begin(), values.end(), soundsLikeTotal) != 1)
        return -1;
    return std::find_if(values.begin(), values.end(), soundsLikeTotal) - values.begin();
}

/// The values of a column with how many rows have each.
QHash<QString, int> countValues(const Grid &grid, const DataRows &rows, PeopleFilter &filter)
{
    constexpr qsizetype most = 1000;
    QHash<QString, int> counts;
    for (int row = rows.first; row < rows.end && counts.size() < most; ++row)
        if (grid.cellCount(row) > 0) {
            const QString text = grid.cell(row, filter.position).toString();
            if (counts[text]++ == 0)
                filter.values << text;
        }
    return counts;
}

void takeChosen(PeopleFilter &filter, const QString &wanted)
{
    filter.reads = PeopleFilter::Reads::Nothing;
    filter.read = wanted.trimmed();
    for (const QString &value : filter.values)
        if (value.compare(filter.read, Qt::CaseInsensitive) == 0) {
            filter.read = value;
            filter.reads = PeopleFilter::Reads::Chosen;
            return;
        }
}

void takeTotal(PeopleFilter &filter, const QHash<QString, int> &counts)
{
    if (filter.values.size() < 2)
        return;
    filter.reads = PeopleFilter::Reads::Total;
    if (const qsizetype total = totalAmong(filter.values); total >= 0) {
        filter.read = filter.values[total];
        return;
    }
    // A category is blank where there is none; a few blank cells are slips.
    const int blank = counts.value(QString());
    const bool isUsual = std::all_of(filter.values.begin(), filter.values.end(),
                                     [&](const QString &value) { return counts[value] <= 2 * blank; });
    if (!isUsual)
        filter.reads = PeopleFilter::Reads::Unsaid;
}

} // namespace

bool PeopleFilter::lets(QStringView text) const
{
    return reads == Reads::All || reads == Reads::Unsaid || text == read;
}

QString PeopleFilter::description() const
{
    return Text::tr("%1 (%2)", "a column and its values").arg(header, listedValues(values));
}

std::vector<PeopleFilter> peopleFilters(const Grid &grid, const DataRows &rows,
                                        const std::vector<PlannedColumn> &columns, const ImportPlan &wanted)
{
    std::vector<PeopleFilter> filters;
    for (const PlannedColumn &column : columns) {
        if (column.role != ColumnRole::Filter)
            continue;
        PeopleFilter filter{.header = column.header, .position = column.position};
        const QHash<QString, int> counts = countValues(grid, rows, filter);
        if (const auto chosen = findHead(wanted.filters, column.header); chosen != wanted.filters.end())
            takeChosen(filter, chosen->second);
        else
            takeTotal(filter, counts);
        filters.push_back(std::move(filter));
    }
    return filters;
}

bool isTotalText(QStringView text)
{
    static const QSet<QString> totals = {QStringLiteral("total"),
                                         QStringLiteral("all"),
                                         QStringLiteral("persons"),
                                         QStringLiteral("all pupils"),
                                         QStringLiteral("all ages"),
                                         QStringLiteral("all people"),
                                         QStringLiteral("all schools"),
                                         QStringLiteral("state-funded total"),
                                         QStringLiteral("all characteristics"),
                                         QStringLiteral("full academic year"),
                                         QStringLiteral("all terms"),
                                         QStringLiteral("both sexes"),
                                         QStringLiteral("overall")};
    return totals.contains(text.toString().toLower());
}

QString listedValues(const QStringList &values)
{
    constexpr qsizetype most = 12;
    QStringList listed;
    for (const QString &value : values) {
        if (listed.size() == most) {
            listed << QStringLiteral("\u2026");
            break;
        }
        listed << (value.isEmpty() ? Text::tr("(blank)") : value);
    }
    return listed.join(QStringLiteral(", "));
}

} // namespace atlas
