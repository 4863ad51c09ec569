#pragma once

#include "core/dataset/load_dataset.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace atlas {

/// Something that was open: a project, or data without one.
struct RecentFile
{
    QString project;     ///< path; empty for data without a project
    DataSources sources; ///< what to load, if it is no project
    QString title;       ///< for people
    QDateTime opened;
    QByteArray picture; ///< of its map, as PNG; may be empty

    /// What was opened, whatever was seen or when.
    bool isSameAs(const RecentFile &other) const;
};

/// The last first, each once, no more than are offered.
QList<RecentFile> withRecent(QList<RecentFile> recent, const RecentFile &file);

} // namespace atlas
