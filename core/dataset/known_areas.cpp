#include "core/dataset/known_areas.h"

#include "core/common/text_table.h"
#include "core/dataset/text.h"
#include "core/indicators/name_matching.h"

#include <QHash>

// Resources of a static library are linked in only when something names them; the macro must stand outside
// every namespace.
static void initKnownAreas()
{
    Q_INIT_RESOURCE(built_in);
}

namespace atlas {

namespace {

std::optional<int> yearOf(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional<int>(text.toInt());
}

KnownArea::Extent extentOf(const QString &text)
{
    static const QHash<QString, KnownArea::Extent> extents = {
        {QStringLiteral("same"), KnownArea::Extent::Same},
        {QStringLiteral("other"), KnownArea::Extent::Other},
        {QStringLiteral("part"), KnownArea::Extent::Part},
        {QStringLiteral("split"), KnownArea::Extent::Split},
    };
    return extents.value(text, KnownArea::Extent::Current);
}

std::vector<KnownArea> readKnownAreas()
{
    initKnownAreas();
    const auto table =
        readTextTable(QStringLiteral(":/resources/known_areas.csv"), Text::tr("The list of areas"));
    std::vector<KnownArea> areas;
    if (!table)
        return areas;
    enum Column { Code, Names, FirstYear, LastYear, Becomes, Extent };
    areas.reserve(table->rows.size());
    for (const QStringList &row : table->rows) {
        KnownArea area{.code = {row[Code]},
                       .names = row[Names].split(QLatin1String("; ")),
                       .firstYear = yearOf(row[FirstYear]),
                       .lastYear = yearOf(row[LastYear])};
        for (const QString &code : row[Becomes].split(QLatin1Char(' '), Qt::SkipEmptyParts))
            area.becomes.push_back({code});
        area.extent = extentOf(row[Extent]);
        areas.push_back(std::move(area));
    }
    return areas;
}

QString withName(const AreaCode &code)
{
    const KnownArea *area = findKnownArea(code);
    return area ? QStringLiteral("%1 %2").arg(code.text, area->names.front()) : code.text;
}

} // namespace

const std::vector<KnownArea> &knownAreas()
{
    static const std::vector<KnownArea> areas = readKnownAreas();
    return areas;
}

const KnownArea *findKnownArea(const AreaCode &code)
{
    static const QHash<AreaCode, size_t> positions = [] {
        QHash<AreaCode, size_t> found;
        for (size_t i = 0; i < knownAreas().size(); ++i)
            found.insert(knownAreas()[i].code, i);
        return found;
    }();
    const auto found = positions.constFind(code);
    return found == positions.constEnd() ? nullptr : &knownAreas()[*found];
}

const KnownArea *findFormerArea(const QString &name)
{
    static const QHash<QString, const KnownArea *> byName = [] {
        QHash<QString, const KnownArea *> found;
        for (const KnownArea &area : knownAreas())
            for (const QString &known : area.becomes.empty() ? QStringList() : area.names)
                found[foldName(known)] = found.contains(foldName(known)) ? nullptr : &area;
        return found;
    }();
    return byName.value(foldName(name));
}

QString successionText(const KnownArea &area)
{
    if (area.becomes.empty() || !area.lastYear)
        return {};
    QStringList after;
    for (const AreaCode &code : area.becomes)
        after << withName(code);
    const QString text = after.join(Text::tr(" and ", "between two areas"));
    const QString year = QString::number(*area.lastYear);
    const QString &name = area.names.front();
    switch (area.extent) {
    case KnownArea::Extent::Part:
        return Text::tr("%1 was %2 until %3 and is a part of %4 now", "code, name, year, code and name")
            .arg(area.code.text, name, year, text);
    case KnownArea::Extent::Split:
        return Text::tr("%1 was %2 until %3 and is divided into %4 now", "code, name, year, codes and names")
            .arg(area.code.text, name, year, text);
    case KnownArea::Extent::Same:
        return Text::tr("%1 was %2 until %3; %4 is the same land", "code, name, year, code and name")
            .arg(area.code.text, name, year, text);
    case KnownArea::Extent::Other:
    case KnownArea::Extent::Current:
        break;
    }
    return Text::tr("%1 was %2 until %3; %4 has other boundaries", "code, name, year, code and name")
        .arg(area.code.text, name, year, text);
}

} // namespace atlas
