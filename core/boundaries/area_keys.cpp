#include "core/boundaries/area_keys.h"

#include "core/boundaries/text.h"
#include "core/common/files.h"
#include "core/common/key_columns.h"
#include "core/common/placeholder_code.h"

#include <QHash>

#include <algorithm>
#include <map>

namespace atlas {

namespace {

/// "A, B, C ..."
QString someOf(QStringList texts)
{
    constexpr qsizetype most = 6;
    if (texts.size() > most)
        texts = texts.first(most) << QStringLiteral("\u2026");
    return texts.join(QStringLiteral(", "));
}

/// Position of the field that the user named; an Error when there is none.
Result<int> findField(const LayerFields &fields, const QString &path, const QString &name)
{
    if (const int field = fields.find(name); field >= 0)
        return field;
    return Error{Text::tr("%1 has no field \"%2\". Its fields are: %3.")
                     .arg(path, name, fields.names().join(QLatin1String(", "))),
                 {}};
}

/// The kept field with most of the wanted keys, which has to have more of them than the one that was guessed.
int betterField(LayerFields &fields, int guessed, const QStringList &wanted)
{
    const KeyMatch match(wanted);
    const qsizetype guessedCount = guessed < 0 ? 0 : match.count(fields.values(guessed));
    if (match.size() == 0 || guessedCount * 10 >= match.size() * 9)
        return guessed;
    int best = guessed;
    qsizetype most = guessedCount;
    const std::vector<KeyColumn> kept = fields.kept();
    for (const KeyColumn &column : kept) {
        if (const qsizetype count = match.count(column.values); count > most) {
            best = fields.find(column.name);
            most = count;
        }
    }
    return best;
}

/// Whether a field holds at least half of the wanted keys, of which there are some.
bool areMostlyFound(LayerFields &fields, int field, const QStringList &wanted)
{
    const KeyMatch match(wanted);
    return field >= 0 && match.size() > 0 && match.count(fields.values(field)) * 2 >= match.size();
}

void noteBetterField(const LayerFields &fields, int guessed, int chosen, const QString &option,
                     const QString &path, Issues &issues)
{
    if (chosen == guessed || guessed < 0)
        return;
    const QString sentence =
        option == QLatin1String("--code-field")
            ? Text::tr("Codes of areas are taken from %1, which fits the figures better than %2; %3 chooses "
                       "another.")
            : Text::tr("Names of areas are taken from %1, which fits the figures better than %2; %3 chooses "
                       "another.");
    const QStringList names = fields.names();
    issues.push_back(
        {Severity::Note, sentence.arg(names.value(chosen), names.value(guessed), option), fileNameOf(path)});
}

int findMapNumberField(const LayerFields &fields)
{
    for (const QString &name : fields.names())
        for (const char *known : {"map_no", "mapno", "map_number"})
            if (name.compare(QLatin1String(known), Qt::CaseInsensitive) == 0)
                return fields.find(name);
    return -1;
}

/// What was noticed while features became areas.
struct Remarks
{
    QStringList repeated;                 ///< codes of several features
    QSet<QString> known;                  ///< the same
    std::map<QString, QStringList> names; ///< the names that a repeated code goes by, where they differ
};

void say(const Remarks &remarks, BoundaryFile &result)
{
    const auto add = [&result](Severity severity, const QString &sentence, const AreaCode &area = {}) {
        result.issues.push_back({severity, sentence, result.boundaries.file, 0, area});
    };
    for (const auto &each : remarks.names)
        add(Severity::Warning,
            Text::tr("The code %1 has several names in the boundaries, %2; its shapes are taken as one area.")
                .arg(each.first, someOf(each.second)),
            AreaCode{each.first});
    QStringList others = remarks.repeated;
    others.removeIf([&remarks](const QString &code) { return remarks.names.contains(code); });
    if (others.size() == 1)
        add(Severity::Warning,
            Text::tr("Several shapes have the code %1; they are taken as one area.").arg(others.first()),
            AreaCode{others.first()});
    else if (!others.isEmpty())
        add(Severity::Warning,
            Text::tr(
                "Several shapes have the same code; they are taken as one area for each of %n code(s): %1.",
                nullptr, static_cast<int>(others.size()))
                .arg(someOf(others)));
}

/// Takes note of a further feature of an area.
void repeat(Remarks &remarks, const BoundaryArea &area, const QString &name)
{
    const QString &code = area.code.text;
    if (!remarks.known.contains(code)) {
        remarks.known.insert(code);
        remarks.repeated << code;
    }
    if (name.isEmpty() || name.compare(area.name, Qt::CaseInsensitive) == 0)
        return;
    QStringList &names = remarks.names.try_emplace(code, QStringList{area.name}).first->second;
    if (!names.contains(name))
        names << name;
}

} // namespace

Result<KeyFields> chooseKeyFields(LayerFields &fields, const BoundaryOptions &options, const QString &path,
                                  const AskWantedAreas &wanted, Issues &issues)
{
    const auto code = options.codeField.isEmpty() ? Result<int>(fields.guessCodeField())
                                                  : findField(fields, path, options.codeField);
    if (!code)
        return code.error();
    const auto name = options.nameField.isEmpty() ? Result<int>(fields.guessNameField(*code))
                                                  : findField(fields, path, options.nameField);
    if (!name)
        return name.error();
    KeyFields keys{*code, *name};
    const bool isOpen =
        fields.names().size() > 1 && (options.codeField.isEmpty() || options.nameField.isEmpty());
    const WantedAreas *areas = isOpen && wanted ? wanted() : nullptr;
    if (areas && options.codeField.isEmpty()) {
        keys.code = betterField(fields, *code, areas->codes);
        noteBetterField(fields, *code, keys.code, QStringLiteral("--code-field"), path, issues);
        if (keys.code != *code && options.nameField.isEmpty()) // names go with the codes
            keys.name = fields.guessNameField(keys.code);
    }
    // Names decide nothing where codes do.
    if (areas && options.nameField.isEmpty() && !areMostlyFound(fields, keys.code, areas->codes)) {
        const int guessed = keys.name;
        keys.name = betterField(fields, guessed, areas->names);
        noteBetterField(fields, guessed, keys.name, QStringLiteral("--name-field"), path, issues);
    }
    return keys;
}

std::vector<size_t> identifyAreas(LayerFields &fields, const KeyFields &keys, size_t count,
                                  BoundaryFile &result)
{
    const auto valuesOf = [&](int field) {
        return field < 0 ? QStringList(static_cast<qsizetype>(count)) : fields.values(field);
    };
    const QStringList codes = valuesOf(keys.code);
    const QStringList names = valuesOf(keys.name);
    const QStringList numbers = valuesOf(findMapNumberField(fields));

    Remarks remarks;
    std::vector<BoundaryArea> &areas = result.boundaries.areas;
    areas.reserve(count);
    std::vector<size_t> areaOfFeature(count);
    const bool mayRepeat = !isRising(codes);
    QHash<QString, size_t> areaOfCode;
    areaOfCode.reserve(mayRepeat ? codes.size() : 0);
    for (qsizetype feature = 0; feature < codes.size(); ++feature) {
        const QString &code = codes[feature];
        size_t &area = areaOfFeature[static_cast<size_t>(feature)];
        const bool isNew = code.isEmpty() || !mayRepeat || isPlaceholderCode(code);
        const auto known = isNew ? areaOfCode.constEnd() : areaOfCode.constFind(code);
        if (known != areaOfCode.constEnd()) {
            area = *known;
            repeat(remarks, areas[area], names[feature]);
            continue;
        }
        area = areas.size();
        if (!isNew)
            areaOfCode.insert(code, area);
        areas.push_back(
            {AreaCode{code}, names[feature].isEmpty() ? code : names[feature], numbers[feature].toInt()});
    }
    say(remarks, result);
    return areaOfFeature;
}

} // namespace atlas
