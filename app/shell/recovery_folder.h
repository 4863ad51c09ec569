#pragma once

#include "core/common/result.h"
#include "core/project/recovery_file.h"

#include <QString>

#include <memory>
#include <vector>

class QLockFile;

namespace atlas {

/// Unsaved work that a window left behind. Its file is locked for as long as this exists, so that no other
/// window offers it too.
struct LeftWork
{
    UnsavedWork work = {};
    QString path = {};
    std::shared_ptr<QLockFile> lock = {};
};

/// A folder of files with unsaved work, one for each window that runs. A lock beside each says whether its
/// process still lives, so that windows never take each other's.
class RecoveryFolder
{
public:
    /// The folder is made when something is first written.
    explicit RecoveryFolder(QString path);
    ~RecoveryFolder();
    RecoveryFolder(const RecoveryFolder &) = delete;
    RecoveryFolder &operator=(const RecoveryFolder &) = delete;

    /// Where the program keeps them on this machine.
    static QString usualPath();

    /// The file of this window. Locked before it is written, and until this goes.
    const QString &ownFile() const { return m_ownFile; }
    Result<Done> lockOwnFile();
    /// A new name for work that is put aside, to be offered at the next start.
    QString asideFile() const;

    /// Work left by windows that are gone, newest first. What cannot be read stays where it is.
    std::vector<LeftWork> takeLeft() const;

private:
    QString m_path;
    QString m_ownFile;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace atlas
