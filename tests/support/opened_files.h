#pragma once

#include <QFile>
#include <QString>
#include <QStringList>

#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cstring>

namespace atlas::test {

/// Notes which files of a folder are opened, by whomever.
class OpenedFiles
{
public:
    explicit OpenedFiles(const QString &folder) : m_queue(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
    {
        m_watch = ::inotify_add_watch(m_queue, QFile::encodeName(folder).constData(), IN_OPEN);
    }
    ~OpenedFiles() { ::close(m_queue); }
    OpenedFiles(const OpenedFiles &) = delete;
    OpenedFiles &operator=(const OpenedFiles &) = delete;

    bool isWatching() const { return m_watch >= 0; }

    /// Those since it was last asked, each once; the folder itself is not one of them.
    QStringList names() const
    {
        QStringList names;
        alignas(inotify_event) std::array<char, 4096> buffer{};
        for (ssize_t size = 0; (size = ::read(m_queue, buffer.data(), buffer.size())) > 0;)
            for (ssize_t at = 0; at < size;) {
                inotify_event event{};
                std::memcpy(&event, buffer.data() + at, sizeof event);
                if (event.len > 0)
                    names << QFile::decodeName(buffer.data() + at + sizeof event);
                at += static_cast<ssize_t>(sizeof event + event.len);
            }
        names.removeDuplicates();
        return names;
    }

private:
    int m_queue;
    int m_watch = -1;
};

} // namespace atlas::test
