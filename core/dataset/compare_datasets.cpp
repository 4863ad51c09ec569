#include "core/dataset/compare_datasets.h"

#include "core/common/number_text.h"
#include "core/dataset/dataset.h"
#include "core/dataset/text.h"

#include <QHash>
#include <QLocale>
#include <QSet>

#include <algorithm>
#include <map>

namespace atlas {

namespace {

/// By area code, its place in the record.
QHash<QString, size_t> placesOf(const DataRecord &record)
{
    QHash<QString, size_t> places;
    for (size_t i = 0; i < record.areas.size(); ++i)
        places.insert(record.areas[i].code.text, i);
    return places;
}

/// What stands where a figure is missing, small and capital letters alike, in order.
QStringList symbolsOf(const DataRecord &record)
{
    QSet<QString> symbols;
    for (const auto &column : record.cells)
        for (const CellValue &cell : column)
            if (cell.isMissing() && !cell.typed.isEmpty())
                symbols.insert(cell.typed);
    QStringList sorted(symbols.begin(), symbols.end());
    sorted.sort();
    return sorted;
}

QStringList without(const QStringList &all, const QStringList &others)
{
    QStringList left;
    for (const QString &one : all)
        if (!others.contains(one))
            left << one;
    return left;
}

bool isSame(const CellValue &before, const CellValue &after)
{
    if (before.isMissing() != after.isMissing())
        return false;
    return before.typed == after.typed && (before.isMissing() || before.number == after.number);
}

class Comparison
{
public:
    Comparison(const DataRecord &before, const DataRecord &after)
        : m_before(before), m_after(after), m_placesBefore(placesOf(before)), m_placesAfter(placesOf(after))
    {}

    DataChanges make()
    {
        m_changes.newColumns = without(m_after.columns, m_before.columns);
        m_changes.goneColumns = without(m_before.columns, m_after.columns);
        for (const auto &area : m_after.areas)
            if (!m_placesBefore.contains(area.code.text))
                m_changes.newAreas.push_back(area);
        for (const auto &area : m_before.areas)
            if (!m_placesAfter.contains(area.code.text))
                m_changes.goneAreas.push_back(area);
        const QStringList symbolsBefore = symbolsOf(m_before);
        const QStringList symbolsAfter = symbolsOf(m_after);
        m_changes.newSymbols = without(symbolsAfter, symbolsBefore);
        m_changes.goneSymbols = without(symbolsBefore, symbolsAfter);
        for (qsizetype column = 0; column < m_before.columns.size(); ++column)
            if (const qsizetype other = m_after.columns.indexOf(m_before.columns[column]); other >= 0)
                compareColumn(column, other);
        return std::move(m_changes);
    }

private:
    void compareColumn(qsizetype column, qsizetype other)
    {
        const auto &before = m_before.cells[static_cast<size_t>(column)];
        const auto &after = m_after.cells[static_cast<size_t>(other)];
        for (size_t i = 0; i < m_before.areas.size(); ++i) {
            const auto place = m_placesAfter.constFind(m_before.areas[i].code.text);
            if (place != m_placesAfter.constEnd() && !isSame(before[i], after[*place]))
                m_changes.cells.push_back(
                    {m_before.columns[column], m_before.areas[i], before[i], after[*place]});
        }
    }

    const DataRecord &m_before;
    const DataRecord &m_after;
    QHash<QString, size_t> m_placesBefore;
    QHash<QString, size_t> m_placesAfter;
    DataChanges m_changes;
};

constexpr qsizetype mostExamples = 4;

/// "a, b, c, d and 7 more"
QString listed(const QStringList &all)
{
    if (all.size() <= mostExamples + 1)
        return all.join(QStringLiteral(", "));
    return Text::tr("%1 and %2 more")
        .arg(all.first(mostExamples).join(QStringLiteral(", ")), QString::number(all.size() - mostExamples));
}

QString listed(const std::vector<DataRecord::RecordedArea> &areas)
{
    QStringList names;
    for (const auto &area : areas)
        names << (area.name.isEmpty() ? area.code.text : area.name);
    return listed(names);
}

QString textOf(const CellValue &cell)
{
    if (!cell.isMissing())
        return QLocale().toString(cell.number, 'g', QLocale::FloatingPointShortest)
               + (cell.typed.isEmpty() ? QString() : QLatin1Char(' ') + cell.typed);
    return cell.typed.isEmpty() ? Text::tr("nothing") : cell.typed;
}

/// Of each column that has changed, how many figures and some of them.
QStringList cellsText(const std::vector<ChangedCell> &cells)
{
    QStringList columns;
    std::map<QString, QStringList> examples;
    for (const ChangedCell &cell : cells) {
        if (!columns.contains(cell.column))
            columns << cell.column;
        QStringList &texts = examples[cell.column];
        if (texts.size() <= mostExamples) // the rest is only counted
            texts << Text::tr("%1 from %2 to %3", "area, figure, figure")
                         .arg(cell.area.name.isEmpty() ? cell.area.code.text : cell.area.name,
                              textOf(cell.before), textOf(cell.after));
        else
            texts << QString();
    }
    QStringList sentences;
    for (const QString &column : columns) {
        const QStringList &texts = examples[column];
        sentences << Text::tr("%n figure(s) of %1 changed: %2.", nullptr, static_cast<int>(texts.size()))
                         .arg(column, listed(texts));
    }
    return sentences;
}

} // namespace

DataRecord recordOf(const Dataset &dataset)
{
    DataRecord record;
    std::vector<size_t> places;
    for (size_t i = 0; i < dataset.areas.size(); ++i)
        if (dataset.areas[i].hasData) {
            places.push_back(i);
            record.areas.push_back({dataset.areas[i].code, dataset.areas[i].name});
        }
    for (size_t column = 0; column < dataset.indicatorCount(); ++column) {
        record.columns << dataset.indicator(column).code;
        std::vector<CellValue> cells;
        cells.reserve(places.size());
        for (const size_t area : places) {
            CellValue cell = dataset.cells[column][area];
            if (cell.isMissing())
                cell.missing = Missing::Blank;
            cells.push_back(std::move(cell));
        }
        record.cells.push_back(std::move(cells));
    }
    return record;
}

DataChanges compareData(const DataRecord &before, const DataRecord &after)
{
    return Comparison(before, after).make();
}

QStringList changesText(const DataChanges &changes)
{
    QStringList sentences;
    const auto add = [&sentences](const QString &text) { sentences << text; };
    if (!changes.newColumns.isEmpty())
        add(Text::tr("%n new indicator(s): %1.", nullptr, static_cast<int>(changes.newColumns.size()))
                .arg(listed(changes.newColumns)));
    if (!changes.goneColumns.isEmpty())
        add(Text::tr("%n indicator(s) are gone: %1.", nullptr, static_cast<int>(changes.goneColumns.size()))
                .arg(listed(changes.goneColumns)));
    if (!changes.newAreas.empty())
        add(Text::tr("%n new area(s): %1.", nullptr, static_cast<int>(changes.newAreas.size()))
                .arg(listed(changes.newAreas)));
    if (!changes.goneAreas.empty())
        add(Text::tr("%n area(s) are gone: %1.", nullptr, static_cast<int>(changes.goneAreas.size()))
                .arg(listed(changes.goneAreas)));
    if (!changes.newSymbols.isEmpty())
        add(Text::tr("New symbols for missing figures: %1.").arg(listed(changes.newSymbols)));
    if (!changes.goneSymbols.isEmpty())
        add(Text::tr("Symbols that stand nowhere any more: %1.").arg(listed(changes.goneSymbols)));
    return sentences + cellsText(changes.cells);
}

} // namespace atlas
