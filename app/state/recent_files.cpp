#include "app/state/recent_files.h"

#include <algorithm>

namespace atlas {

bool RecentFile::isSameAs(const RecentFile &other) const
{
    return project.isEmpty() ? other.project.isEmpty() && sources == other.sources : project == other.project;
}

QList<RecentFile> withRecent(QList<RecentFile> recent, const RecentFile &file)
{
    constexpr qsizetype most = 8;
    recent.removeIf([&file](const RecentFile &each) { return each.isSameAs(file); });
    recent.prepend(file);
    recent.resize(std::min(recent.size(), most));
    return recent;
}

} // namespace atlas
