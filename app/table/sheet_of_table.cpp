#include "app/table/sheet_of_table.h"

#include "app/table/text.h"
#include "core/common/number_text.h"
#include "core/index/method_text.h"
#include "core/snapshot/snapshot.h"

#include <utility>

namespace atlas {

TableSheet makeTableSheet(const Snapshot &now, Table table, const std::vector<CellFormat> &formats,
                          const QLocale &locale)
{
    TableSheet sheet{.table = std::move(table), .locale = locale, .title = Text::tr("Disengagement index")};
    if (!now.dataset())
        return sheet;
    sheet.formatOf = [formats, hasMarks = now.looks().classMarks, others = now.choices().otherScheme(),
                      ofIndex = now.choices().indexScheme()](const TableColumn &column,
                                                             const TableCell &cell) {
        const int number = showsItsClass(column) ? cell.classNumber : 0;
        CellFormat format = formats[static_cast<size_t>(number)];
        const bool isIndex = column.role == TableColumn::Role::Score;
        format.mark = hasMarks ? classMark(number, isIndex ? ofIndex : others) : QString();
        return format;
    };
    sheet.key = keyToClasses(formats, now.choices().otherScheme());
    sheet.notes = {Text::tr("%1; %2.", "method, rule of the classes")
                       .arg(capitalised(methodText(now.indexSettings(), now.result())),
                            classRuleText(now.choices().otherScheme())),
                   Text::tr("Source: %1").arg(now.dataset()->indicatorSource)};
    if (const QString tried = whatIfText(*now.dataset()); !tried.isEmpty())
        sheet.notes.prepend(capitalised(tried) + QLatin1Char('.'));
    return sheet;
}

} // namespace atlas
