#include "core/tables/read_grid.h"

#include "core/common/files.h"
#include "core/tables/text_grid.h"

namespace atlas {

Result<Grid> readGrid(const QString &path, const QString &what, const GridOptions &, Progress &progress)
{
    const auto bytes = readWholeFile(path, what);
    return bytes ? readTextGrid(*bytes, path, what, progress) : bytes.error();
}

} // namespace atlas
