#include "app/shell/recovery_folder.h"

#include "app/shell/text.h"
#include "core/common/files.h"

#include <QCoreApplication>
#include <QDir>
#include <QLockFile>
#include <QStandardPaths>
#include <QUuid>

#include <algorithm>
#include <utility>

namespace atlas {

namespace {

const QString ending = QStringLiteral(".unsaved");

QString newFile(const QString &folder, const QString &beginning)
{
    return QDir(folder).filePath(beginning + QLatin1Char('-')
                                 + QString::number(QCoreApplication::applicationPid()) + QLatin1Char('-')
                                 + QUuid::createUuid().toString(QUuid::Id128).left(8) + ending);
}

/// Taken over from a process that has ended, never because of its age.
std::unique_ptr<QLockFile> lockOf(const QString &file)
{
    auto lock = std::make_unique<QLockFile>(file + QStringLiteral(".lock"));
    lock->setStaleLockTime(0);
    return lock;
}

} // namespace

RecoveryFolder::RecoveryFolder(QString path)
    : m_path(std::move(path)), m_ownFile(newFile(m_path, QStringLiteral("work")))
{}

RecoveryFolder::~RecoveryFolder() = default;

QString RecoveryFolder::usualPath()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation))
        .filePath(QStringLiteral("recovery"));
}

Result<Done> RecoveryFolder::lockOwnFile()
{
    if (m_lock)
        return Done{};
    auto lock = lockOf(m_ownFile);
    if (!QDir().mkpath(m_path) || !lock->tryLock(0))
        return Error{
            Text::tr("Unsaved work cannot be kept in %1. Check whether the folder can be written to.")
                .arg(m_path),
            {}};
    m_lock = std::move(lock);
    return Done{};
}

QString RecoveryFolder::asideFile() const
{
    return newFile(m_path, QStringLiteral("closed"));
}

std::vector<LeftWork> RecoveryFolder::takeLeft() const
{
    std::vector<LeftWork> left;
    const QDir folder(m_path);
    for (const QString &name : folder.entryList({QLatin1Char('*') + ending}, QDir::Files)) {
        const QString path = folder.filePath(name);
        auto lock = lockOf(path);
        if (path == m_ownFile || !lock->tryLock(0))
            continue;
        const auto bytes = readWholeFile(path, Text::tr("The file with unsaved work"));
        if (!bytes)
            continue;
        if (auto work = readUnsavedWork(*bytes, path))
            left.push_back({*std::move(work), path, std::move(lock)});
    }
    std::sort(left.begin(), left.end(), [](const LeftWork &a, const LeftWork &b) {
        return std::pair(a.work.keptAt, a.path) > std::pair(b.work.keptAt, b.path);
    });
    return left;
}

} // namespace atlas
