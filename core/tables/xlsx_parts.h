#pragma once

#include "core/common/result.h"
#include "core/tables/number_format.h"
#include "core/tables/workbook.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace atlas {

/// A sheet that an XLSX workbook names.
struct XlsxSheet
{
    QString name;
    QString member; ///< of the zip
    bool isHidden = false;
};

/// What the sheets of an XLSX workbook have in common (ECMA-376, part 1, 18).
struct XlsxParts
{
    std::vector<XlsxSheet> sheets;
    QStringList strings;               ///< cells refer to them by number
    std::vector<NumberFormat> formats; ///< likewise
    bool from1904 = false;
    /// It asks to be calculated when it is opened, as those do that were written without results.
    bool isToBeCalculated = false;
};

Result<XlsxParts> readXlsxParts(const Workbook &workbook, Progress &progress);

/// A text of a workbook, with "_x000D_" for the character of that code undone.
QString xlsxText(const QByteArray &utf8);

} // namespace atlas
