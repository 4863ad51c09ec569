#include "core/tables/text_grid.h"

#include "core/common/csv_text.h"
#include "core/common/files.h"
#include "core/common/gdal_session.h"
#include "core/tables/text.h"

#include <limits>

namespace atlas {

Result<Grid> readTextGrid(const QByteArray &bytes, const QString &path, const QString &what,
                          Progress &progress)
{
    if (bytes.size() > std::numeric_limits<int>::max())
        return Error{Text::tr("%1 %2 is larger than 2 GB. Save what is wanted of it as a smaller file.")
                         .arg(what, path),
                     {}};
    auto text = readCsvText(bytes, path, what);
    if (!text)
        return text.error();
    Grid grid;
    grid.file = fileNameOf(path);
    grid.facts << separatorText(text->separator) << text->encoding;
    grid.issues = std::move(text->issues);
    grid.reserve(text->utf8.size(), static_cast<size_t>(text->utf8.count(text->separator))
                                        + static_cast<size_t>(text->utf8.count('\n')) + 1);

    const GdalMessages messages;
    constexpr int rowsBetweenReports = 1000;
    for (CsvRows rows(text->utf8, text->separator); rows.next(); grid.endRow()) {
        for (int column = 0; column < rows.cellCount(); ++column)
            grid.addCell(rows.cell(column));
        if (grid.rowCount() % rowsBetweenReports != 0)
            continue;
        if (progress.isCancelled())
            return Error{Text::tr("Opening %1 was cancelled.").arg(path), {}};
        progress.setFraction(rows.fraction());
    }
    return grid;
}

} // namespace atlas
