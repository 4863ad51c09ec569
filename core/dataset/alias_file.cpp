#include "core/dataset/alias_file.h"

#include "core/common/nearest_text.h"
#include "core/dataset/join_words.h"
#include "core/dataset/shape_index.h"
#include "core/dataset/text.h"

#include <QSet>

#include <optional>

namespace atlas {

namespace {

/// Follows each alias from one meaning to the next, and stops where it comes round.
Result<Done> checkMeanings(const AliasFile &file)
{
    QHash<QString, const Alias *> byKey;
    for (const Alias &alias : file.aliases) {
        const Alias *known = byKey.value(aliasKey(alias.figures));
        if (known && aliasKey(known->boundary) != aliasKey(alias.boundary))
            return Error{
                Text::tr("%1 gives \"%2\" two meanings, in rows %3 and %4. Keep one of them.")
                    .arg(file.file, alias.figures, QString::number(known->row), QString::number(alias.row)),
                {}};
        if (!known)
            byKey.insert(aliasKey(alias.figures), &alias);
    }
    QSet<const Alias *> areFine; // lead to no circle
    for (const Alias &first : file.aliases) {
        QSet<const Alias *> onTheWay;
        const Alias *alias = &first;
        while (alias && !areFine.contains(alias) && !onTheWay.contains(alias)) {
            onTheWay.insert(alias);
            const Alias *next = byKey.value(aliasKey(alias->boundary));
            alias = next == alias ? nullptr : next; // what stands for itself is no circle
        }
        if (alias && onTheWay.contains(alias))
            return Error{
                Text::tr(
                    R"(%1, row %2: "%3" stands for "%4", which leads back to it. Take one of the rows out.)")
                    .arg(file.file, QString::number(alias->row), alias->figures, alias->boundary),
                {}};
        areFine.unite(onTheWay);
    }
    return Done{};
}

Error unknownArea(const AliasFile &file, const Alias &alias, const BoundarySet &boundaries)
{
    QStringList names;
    for (const BoundaryArea &area : boundaries.areas)
        names << area.name;
    constexpr qsizetype mostToCompare = 5000;
    const QString nearest = names.size() > mostToCompare ? QString() : nearestTo(alias.boundary, names);
    const QString hint = nearest.isEmpty() ? Text::tr("Give the code or the name of one of its areas.")
                                           : Text::tr("Did you mean \"%1\"?").arg(nearest);
    return Error{Text::tr("%1, row %2: %3 has no area \"%4\". %5", "file, row, file, area, hint")
                     .arg(file.file, QString::number(alias.row), boundaries.file, alias.boundary, hint),
                 {}};
}

std::optional<size_t> findArea(ShapeIndex &shapes, const QString &said)
{
    auto shape = shapes.byCode({said});
    if (!shape)
        shape = shapes.byMendedCode(said);
    return shape ? shape : shapes.byName(said);
}

/// Accepted pairs, of which some may be of other boundaries.
void placeMatches(const AliasFile &file, const BoundarySet &boundaries, ShapeIndex &shapes,
                  PlacedAliases &placed)
{
    QStringList lost;
    size_t count = 0;
    for (const auto &match : file.matches) {
        const auto shape = match.second.isEmpty() ? keptApart : findArea(shapes, match.second);
        if (shape)
            placed.shapes.insert(aliasKey(match.first), *shape);
        else if (++count <= mostExamples + 1)
            lost << Text::tr("%1 for %2", "name, name").arg(match.first, match.second);
    }
    if (count > 0)
        placed.issues.push_back(
            {Severity::Warning,
             Text::tr("Accepted pairs whose area the boundaries do not have, or have twice, are not used: %1 "
                      "(%2).")
                 .arg(countText(count), examples(lost)),
             boundaries.file});
}

Error severalAreas(const AliasFile &file, const Alias &alias, const BoundarySet &boundaries)
{
    return Error{Text::tr("%1, row %2: %3 has several areas called \"%4\". Give the code of one.",
                          "file, row, file, area")
                     .arg(file.file, QString::number(alias.row), boundaries.file, alias.boundary),
                 {}};
}

} // namespace

QString aliasKey(const QString &text)
{
    return text.normalized(QString::NormalizationForm_KC).simplified().toCaseFolded();
}

Result<AliasFile> readAliases(const TextTable &table)
{
    if (table.header.size() < 2)
        return Error{
            Text::tr("%1 has one column. Give it two: what the figures say, and what the boundaries say.")
                .arg(table.file),
            {}};
    AliasFile file{.file = table.file};
    file.aliases.push_back({1, table.header[0].trimmed(), table.header[1].trimmed()});
    for (size_t i = 0; i < table.rows.size(); ++i) {
        const QString figures = table.rows[i][0].trimmed();
        const QString boundary = table.rows[i][1].trimmed();
        const int row = TextTable::spreadsheetRow(i);
        if (figures.isEmpty() && boundary.isEmpty())
            continue;
        if (figures.isEmpty() || boundary.isEmpty())
            return Error{Text::tr("%1, row %2, has an empty cell. Fill it in, or take the row out.")
                             .arg(file.file, QString::number(row)),
                         {}};
        file.aliases.push_back({row, figures, boundary});
    }
    if (const auto checked = checkMeanings(file); !checked)
        return checked.error();
    return file;
}

Result<PlacedAliases> placeAliases(const AliasFile &file, const BoundarySet &boundaries)
{
    PlacedAliases placed;
    ShapeIndex shapes(boundaries);
    for (const Alias &alias : file.aliases) {
        const auto shape = findArea(shapes, alias.boundary);
        if (!shape && alias.row == 1)
            continue; // the header
        if (!shape)
            return shapes.isNameOfSeveral(alias.boundary) ? severalAreas(file, alias, boundaries)
                                                          : unknownArea(file, alias, boundaries);
        placed.shapes.insert(aliasKey(alias.figures), *shape);
    }
    placeMatches(file, boundaries, shapes, placed);
    return placed;
}

} // namespace atlas
