#include "core/common/output_files.h"

#include "core/common/text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>

namespace atlas {

namespace {

std::filesystem::path nativePath(const QString &path)
{
    return QFile::encodeName(path).toStdString();
}

Error cannotWrite(const QString &path, const QString &reason)
{
    return Error{
        Text::tr("%1 could not be written. Check the disk space, or choose another folder.").arg(path),
        reason};
}

Result<Done> checkPlace(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return Error{Text::tr("%1 is a folder. Give a file name inside it.").arg(path), {}};
    if (info.exists() && !info.isFile())
        return Error{Text::tr("%1 is not an ordinary file. Choose another name.").arg(path), {}};
    if (!info.absoluteDir().exists())
        return Error{
            Text::tr("The folder of %1 does not exist. Make it first, or choose another folder.").arg(path),
            {}};
    return Done{};
}

/// Where the bytes go: the file that a link leads to, whether it is there or not.
QString targetOf(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isSymLink())
        return info.absoluteFilePath();
    return info.exists() ? info.canonicalFilePath() : info.symLinkTarget();
}

/// Temporary files are named for the process that writes them: ".atlas-PID-NUMBER.part".
QString temporaryPath(const QDir &folder, int number)
{
    return folder.filePath(
        QStringLiteral(".atlas-%1-%2.part")
            .arg(QString::number(QCoreApplication::applicationPid()), QString::number(number)));
}

bool hasEnded(const QString &process)
{
    return ::kill(static_cast<pid_t>(process.toLong()), 0) == -1 && errno == ESRCH;
}

void clearLeftovers(const QDir &folder)
{
    static const QRegularExpression name(QStringLiteral("^\\.atlas-([0-9]+)-[0-9]+\\.part$"));
    for (const QString &entry :
         folder.entryList({QStringLiteral(".atlas-*.part")}, QDir::Files | QDir::Hidden)) {
        const auto match = name.match(entry);
        if (match.hasMatch() && hasEnded(match.captured(1)))
            QFile::remove(folder.filePath(entry));
    }
}

/// A file beside its target that is to take its place. Goes when it has not.
class PreparedFile
{
public:
    explicit PreparedFile(const OutputFile &output) : m_output(output), m_target(targetOf(output.path)) {}
    ~PreparedFile()
    {
        if (!m_file.fileName().isEmpty())
            QFile::remove(m_file.fileName()); // m_file.remove() would not, after a failure
    }
    PreparedFile(const PreparedFile &) = delete;
    PreparedFile &operator=(const PreparedFile &) = delete;

    /// Everything that can go wrong, but for the last step.
    Result<Done> prepare()
    {
        if (auto placed = checkPlace(m_output.path); !placed)
            return placed;
        const QDir folder = QFileInfo(m_target).absoluteDir();
        clearLeftovers(folder);
        if (const auto error = create(folder))
            return *error;
        if (QFileInfo::exists(m_target))
            m_file.setPermissions(QFileInfo(m_target).permissions());
        if (m_file.write(m_output.bytes) != m_output.bytes.size() || !m_file.flush())
            return cannotWrite(m_output.path, m_file.errorString());
        if (::fsync(m_file.handle()) != 0)
            return cannotWrite(m_output.path, QString::fromLocal8Bit(std::strerror(errno)));
        m_file.close();
        return Done{};
    }

    /// Remembers what was there, for takeBack().
    void keepOld()
    {
        QFile old(m_target);
        m_hadOld = old.open(QIODevice::ReadOnly);
        m_old = m_hadOld ? old.readAll() : QByteArray();
    }

    Result<Done> takePlace()
    {
        std::error_code problem;
        std::filesystem::rename(nativePath(m_file.fileName()), nativePath(m_target), problem);
        if (problem)
            return cannotWrite(m_output.path, QString::fromLocal8Bit(problem.message().c_str()));
        m_file.setFileName({});
        return Done{};
    }

    void takeBack() const
    {
        QFile::remove(m_target);
        QFile file(m_target);
        if (m_hadOld && file.open(QIODevice::WriteOnly))
            file.write(m_old);
    }

private:
    std::optional<Error> create(const QDir &folder)
    {
        constexpr int mostAtOnce = 1000;
        for (int number = 0; number < mostAtOnce; ++number) {
            m_file.setFileName(temporaryPath(folder, number));
            if (m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
                return {};
            if (!m_file.exists())
                break;
        }
        m_file.setFileName({}); // it is not ours
        return Error{Text::tr("%1 may not be written. Choose another folder, or close it in other programs.")
                         .arg(m_output.path),
                     m_file.errorString()};
    }

    const OutputFile &m_output;
    QString m_target;
    QFile m_file;
    QByteArray m_old;
    bool m_hadOld = false;
};

} // namespace

Result<Done> writeWholeFiles(const std::vector<OutputFile> &files)
{
    std::vector<std::unique_ptr<PreparedFile>> prepared;
    for (const OutputFile &file : files) {
        prepared.push_back(std::make_unique<PreparedFile>(file));
        if (auto done = prepared.back()->prepare(); !done)
            return done;
    }
    if (prepared.size() > 1)
        for (const auto &file : prepared)
            file->keepOld();
    for (size_t i = 0; i < prepared.size(); ++i) {
        auto done = prepared[i]->takePlace();
        if (done)
            continue;
        while (i-- > 0)
            prepared[i]->takeBack();
        return done;
    }
    return Done{};
}

Result<Done> writeWholeFile(const QString &path, const QByteArray &bytes)
{
    return writeWholeFiles({{path, bytes}});
}

std::optional<QString> findOverwritten(const QStringList &outputs, const QStringList &inputs)
{
    const auto isSame = [](const QString &a, const QString &b) {
        std::error_code missing; // neither is overwritten where one does not exist
        return !a.isEmpty() && !b.isEmpty()
               && std::filesystem::equivalent(nativePath(a), nativePath(b), missing);
    };
    for (const QString &output : outputs)
        for (const QString &input : inputs)
            if (isSame(output, input))
                return output;
    return {};
}

} // namespace atlas
