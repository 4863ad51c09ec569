#include "core/tables/sheet_choice.h"

#include "core/tables/text.h"

#include <utility>

namespace atlas {

namespace {

QString listText(const QStringList &names)
{
    constexpr qsizetype most = 12;
    QStringList shown = names;
    if (shown.size() > most)
        shown = shown.first(most) << QStringLiteral("\u2026");
    return shown.join(QStringLiteral(", "));
}

/// A digit at the beginning, behind a sign or a currency perhaps, is enough to choose by.
bool looksLikeFigure(QStringView text)
{
    constexpr qsizetype behind = 2;
    for (qsizetype i = 0; i < std::min(text.size(), behind); ++i) {
        if (text[i].isDigit())
            return true;
        if (text[i].isLetter())
            return false;
    }
    return false;
}

} // namespace

qsizetype figureCount(const Grid &grid)
{
    qsizetype count = 0;
    for (int row = 0; row < grid.rowCount(); ++row)
        for (int column = 0; column < grid.cellCount(row); ++column)
            count += grid.isTyped ? (grid.isNumber(row, column) ? 1 : 0)
                                  : (looksLikeFigure(grid.cell(row, column)) ? 1 : 0);
    return count;
}

SheetChoice::SheetChoice(QString wanted, QString file, QStringList sheets)
    : m_name(std::move(wanted)), m_file(std::move(file)), m_sheets(std::move(sheets))
{
    if (m_name.isEmpty())
        return;
    m_wanted = static_cast<int>(m_sheets.indexOf(m_name));
    for (int i = 0; *m_wanted < 0 && i < m_sheets.size(); ++i)
        if (m_sheets[i].compare(m_name, Qt::CaseInsensitive) == 0)
            m_wanted = i;
}

Error SheetChoice::noSuchSheet() const
{
    return {Text::tr("%1 has no sheet or table \"%2\". It has: %3.").arg(m_file, m_name, listText(m_sheets)),
            {}};
}

void SheetChoice::offer(Grid grid)
{
    const qsizetype figures = figureCount(grid);
    if (figures <= m_figures)
        return;
    m_figures = figures;
    m_best = std::move(grid);
}

Grid SheetChoice::take()
{
    Grid grid = *std::exchange(m_best, std::nullopt);
    grid.sheets = m_sheets;
    if (m_wanted || m_sheets.size() < 2)
        return grid;
    QStringList others = m_sheets;
    others.removeOne(grid.sheet);
    grid.issues.push_back(
        {Severity::Note,
         Text::tr("%1 was read, as it has most figures. Others can be chosen with --sheet: %2.")
             .arg(grid.sheet, listText(others)),
         m_file});
    return grid;
}

} // namespace atlas
