#include "core/import/header_rows.h"

#include "core/import/text.h"
#include "core/indicators/number_spelling.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <map>
#include <tuple>

namespace atlas {

namespace {

/// How far titles can reach, and how many rows tell what a row of data looks like.
constexpr int farthest = 100;
constexpr int enough = 300;

/// Different texts of a row: a title that spans the table stands in every cell of it.
int differentTexts(const Grid &grid, int row)
{
    QSet<QStringView> texts;
    for (int column = 0; column < grid.cellCount(row); ++column)
        texts.insert(grid.cell(row, column));
    texts.remove(QStringView());
    texts.remove(QStringView(u""));
    return static_cast<int>(texts.size());
}

/// Cells that most rows fill; of two that are as frequent, the greater.
int usualFilling(const Grid &grid)
{
    std::map<int, int> rowsWith;
    for (int row = 0; row < std::min(grid.rowCount(), enough); ++row)
        if (const int filled = grid.filledCells(row); filled > 1)
            ++rowsWith[filled];
    int usual = 1;
    int most = 0;
    for (const auto &[filled, rows] : rowsWith)
        if (rows >= most)
            std::tie(usual, most) = std::pair{filled, rows};
    return usual;
}

bool isNumber(QStringView text)
{
    return spelledNumber(text, DecimalMark::Point).has_value()
           || spelledNumber(text, DecimalMark::Comma).has_value();
}

bool isYear(QStringView text)
{
    static const QRegularExpression year(QStringLiteral("^(19|20)[0-9]{2}([-/][0-9]{2,4})?$"));
    return text.size() <= 9 && year.match(text.toString()).hasMatch();
}

/// Whether a row holds texts and years where the rows below it hold numbers.
bool isHeading(const Grid &grid, int row)
{
    for (int column = 0; column < grid.cellCount(row); ++column)
        if (const QStringView cell = grid.cell(row, column); isNumber(cell) && !isYear(cell))
            return false;
    return true;
}

int findFirst(const Grid &grid)
{
    const int usual = usualFilling(grid);
    const int last = std::min(grid.rowCount(), farthest);
    constexpr double share = 0.6; // heads may be blank over keys
    for (int row = 0; row < last; ++row) {
        const int filled = grid.filledCells(row);
        const bool isTitle = filled > 1 && differentTexts(grid, row) == 1;
        if (filled >= 1 && !isTitle && (usual == 1 || filled >= share * usual))
            return row;
    }
    for (int row = 0; row < last; ++row)
        if (!grid.isBlank(row))
            return row;
    return 0;
}

QStringList textsOf(const Grid &grid, int row, int width)
{
    QStringList texts;
    for (int column = 0; column < width; ++column)
        texts << grid.cell(row, column).toString();
    return texts;
}

bool hasRepeats(const QStringList &texts)
{
    QSet<QString> seen;
    for (const QString &text : texts) {
        if (!text.isEmpty() && seen.contains(text.toCaseFolded()))
            return true;
        seen.insert(text.toCaseFolded());
    }
    return false;
}

bool isFilled(const QString &text)
{
    return !text.isEmpty();
}

/// A text in the first cell alone, or the same in all of them.
bool isTitle(const Grid &grid, int row, const QStringList &texts)
{
    return std::none_of(texts.begin() + 1, texts.end(), isFilled) || differentTexts(grid, row) == 1;
}

/// Whether a row looks like heads over several columns each: merged ones, or blank behind the first.
bool spansColumns(const QStringList &texts)
{
    return !std::all_of(texts.begin(), texts.end(), isFilled) || hasRepeats(texts);
}

/// Whether heads over several columns stand in this row and, of three, in the next, and single ones below.
bool isSpanning(const Grid &grid, int row, int count)
{
    if (grid.width() == 0 || row < 0 || row + count >= grid.rowCount())
        return false;
    for (int i = 0; i < count; ++i)
        if (!isHeading(grid, row + i) || grid.isBlank(row + i))
            return false;
    const QStringList above = textsOf(grid, row, grid.width());
    const QStringList next = textsOf(grid, row + 1, grid.width());
    const QStringList below = textsOf(grid, row + count - 1, grid.width());
    if (count == 2 && above == below) // heads that are merged downwards
        return true;
    const bool hasDataBelow = !isHeading(grid, row + count);
    const bool belowNeedsIt = spansColumns(below) || std::any_of(below.begin(), below.end(), isYear);
    return hasDataBelow && !isTitle(grid, row, above) && spansColumns(above) && belowNeedsIt
           && (count == 2 || (!isTitle(grid, row + 1, next) && spansColumns(next)));
}

constexpr int mostHeads = 3;

/// How many rows make the heads where they begin with this one.
int headRowsFrom(const Grid &grid, int row)
{
    for (int count = mostHeads; count > 1; --count)
        if (isSpanning(grid, row, count))
            return count;
    return 1;
}

/// Sets how many rows make the heads, of which the first was found or one of the others.
void settleCount(const Grid &grid, bool isRowGiven, HeaderRows &header)
{
    const int found = header.row;
    for (int back = isRowGiven ? 0 : 2; back > 0; --back)
        if (headRowsFrom(grid, found - back) == mostHeads) {
            header.row = found - back;
            header.count = mostHeads;
            return;
        }
    header.count = headRowsFrom(grid, found);
    if (header.count == 1 && !isRowGiven && headRowsFrom(grid, found - 1) == 2) {
        header.row = found - 1;
        header.count = 2;
    }
}

/// One head from two or three: "NEET" over "2014" is "NEET 2014"; what spans columns stands in the first of
/// them. A year in the middle goes to the end, where it is known for one.
QStringList joinedHeads(const Grid &grid, int row, int count)
{
    const int width = grid.width();
    QStringList heads;
    QStringList spanning(count);
    for (int column = 0; column < width; ++column) {
        QStringList parts;
        QString year;
        bool isEmpty = true;
        for (int i = 0; i < count; ++i) {
            const QString text = grid.cell(row + i, column).toString();
            isEmpty = isEmpty && text.isEmpty();
            if (!text.isEmpty() && i + 1 < count) {
                spanning[i] = text;
                for (int lower = i + 1; lower < count; ++lower) // which belong to those above
                    if (grid.cell(row + lower, column).isEmpty())
                        spanning[lower].clear();
            }
            const QString part = i + 1 < count ? spanning[i] : text;
            if (part.isEmpty() || parts.contains(part))
                continue;
            if (count == mostHeads && i == 1 && isYear(part))
                year = part;
            else
                parts << part;
        }
        if (!year.isEmpty())
            parts << year;
        heads << (isEmpty ? QString() : parts.join(QLatin1Char(' ')));
    }
    return heads;
}

bool isBlankBelow(const Grid &grid, int firstRow, int column)
{
    for (int row = firstRow; row < grid.rowCount(); ++row)
        if (!grid.cell(row, column).isEmpty())
            return false;
    return true;
}

void nameColumns(HeaderRows &header, const Grid &grid)
{
    QStringList &heads = header.headers;
    while (!heads.isEmpty() && heads.back().isEmpty()
           && isBlankBelow(grid, header.row + header.count, static_cast<int>(heads.size()) - 1))
        heads.pop_back();
    QSet<QString> taken;
    QHash<QString, int> repeats;
    QStringList renamed;
    for (int column = 0; column < heads.size(); ++column) {
        QString &head = heads[column];
        head.replace(QLatin1Char('\n'), QLatin1Char(' '));
        head = head.simplified();
        if (head.isEmpty())
            head = Text::tr("column %1").arg(column + 1);
        const QString given = head;
        int &last = repeats[given.toCaseFolded()];
        for (int number = last + 2; taken.contains(head.toCaseFolded()); ++number) {
            head = given + QLatin1Char('_') + QString::number(number);
            last = number - 1;
        }
        taken.insert(head.toCaseFolded());
        if (head != given && !renamed.contains(given))
            renamed << given;
    }
    constexpr qsizetype most = 6;
    if (!renamed.isEmpty())
        header.issues.push_back(
            {Severity::Warning,
             Text::tr("Several columns have the same head: %1. All but the first are told apart by a number, "
                      "such as %2_2.")
                 .arg(renamed.size() > most
                          ? renamed.first(most).join(QStringLiteral(", ")) + QStringLiteral(", \u2026")
                          : renamed.join(QStringLiteral(", ")),
                      renamed.first()),
             grid.file, Grid::spreadsheetRow(header.row)});
}

} // namespace

HeaderRows findHeaderRows(const Grid &grid, const ImportPlan &plan)
{
    HeaderRows header;
    if (grid.rowCount() == 0)
        return header;
    if (plan.headerRow > 0)
        header.row = std::min(plan.headerRow, grid.rowCount()) - 1;
    else
        header.row = findFirst(grid);
    header.count = plan.headerRows;
    if (header.count == 0)
        settleCount(grid, plan.headerRow > 0, header);
    header.count = std::clamp(header.count, 1, grid.rowCount() - header.row);
    header.headers = header.count > 1 ? joinedHeads(grid, header.row, header.count)
                                      : textsOf(grid, header.row, grid.cellCount(header.row));
    nameColumns(header, grid);
    return header;
}

} // namespace atlas
