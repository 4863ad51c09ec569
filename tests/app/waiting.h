#pragma once

#include <QCoreApplication>
#include <QEventLoop>
#include <QTest>
#include <QTimer>
#include <QWidget>
#include <QWindow>

namespace atlas::test {

/// How long a test waits for what never comes, in milliseconds: longer than the slowest machine takes, and
/// shorter than the time after which the whole program is stopped.
inline constexpr int patience = 120'000;

/// Handles events as they come until the condition holds. False when it never does.
template <typename Condition>
bool comesTrue(const Condition &condition)
{
    bool isLate = false;
    QTimer limit;
    limit.setSingleShot(true);
    QObject::connect(&limit, &QTimer::timeout, &limit, [&isLate] { isLate = true; });
    limit.start(patience);
    while (!condition() && !isLate) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return condition();
}

inline bool isExposed(const QWidget &window)
{
    return window.windowHandle() && window.windowHandle()->isExposed();
}

} // namespace atlas::test

/// QVERIFY() and QCOMPARE() of what comes true while events are handled.
#define COMES_TRUE(condition) QVERIFY2(atlas::test::comesTrue([&] { return bool(condition); }), #condition)
#define COMES_TO(actual, expected)                                                                           \
    do {                                                                                                     \
        atlas::test::comesTrue([&] { return (actual) == (expected); });                                      \
        QCOMPARE(actual, expected);                                                                          \
    } while (false)
