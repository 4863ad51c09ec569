// Qt is not built with the thread sanitizer, which therefore does not see what Qt's locks make sure of: that
// a job finds what was written before it was started, and that who takes its result finds what the job has
// written. These functions come before Qt's own, say so, and call them. Linked into tests under the thread
// sanitizer only.

#include <QFutureInterface>
#include <QRunnable>
#include <QThreadPool>

#include <functional>
#include <utility>

#include <dlfcn.h>
#include <sanitizer/tsan_interface.h>

namespace {

char jobsDone; // its address stands for all of them

class Announced : public QRunnable
{
public:
    explicit Announced(QRunnable *job) : m_job(job) { __tsan_release(this); }

    void run() override
    {
        __tsan_acquire(this);
        const bool isOurs = m_job->autoDelete();
        m_job->run();
        if (isOurs)
            delete m_job;
        __tsan_release(&jobsDone);
    }

private:
    QRunnable *m_job;
};

/// Qt's own function of this (mangled) name.
template <typename Function>
Function *original(const char *name)
{
    return reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, name));
}

} // namespace

void QThreadPool::start(QRunnable *runnable, int priority)
{
    static const auto start =
        original<void(QThreadPool *, QRunnable *, int)>("_ZN11QThreadPool5startEP9QRunnablei");
    start(this, new Announced(runnable), priority);
}

bool QThreadPool::tryStart(std::function<void()> functionToRun)
{
    static const auto tryStart =
        original<bool(QThreadPool *, QRunnable *)>("_ZN11QThreadPool8tryStartEP9QRunnable");
    QRunnable *job = QRunnable::create(std::move(functionToRun));
    auto *announced = new Announced(job);
    if (tryStart(this, announced))
        return true;
    delete announced;
    delete job;
    return false;
}

void QFutureInterfaceBase::waitForResult(int resultIndex)
{
    static const auto wait =
        original<void(QFutureInterfaceBase *, int)>("_ZN20QFutureInterfaceBase13waitForResultEi");
    wait(this, resultIndex);
    __tsan_acquire(&jobsDone);
}

/// Before the last one who has the result deletes it.
bool QFutureInterfaceBase::derefT() const
{
    static const auto deref =
        original<bool(const QFutureInterfaceBase *)>("_ZNK20QFutureInterfaceBase6derefTEv");
    const bool isLeft = deref(this);
    __tsan_acquire(&jobsDone);
    return isLeft;
}

void QFutureInterfaceBase::waitForFinished()
{
    static const auto wait =
        original<void(QFutureInterfaceBase *)>("_ZN20QFutureInterfaceBase15waitForFinishedEv");
    wait(this);
    __tsan_acquire(&jobsDone);
}
