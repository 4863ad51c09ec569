#include "app/state/recent_files.h"

#include <algorithm>

namespace atlas {

/// However they were read: a file that is read otherwise is still that file.
bool RecentFile::isSameAs(const RecentFile &other) const
{
    if (!project.isEmpty() || !other.project.isEmpty())
        return project == other.project;
    DataSources one = sources;
    one.plan = other.sources.plan;
    return one == other.sources;
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
