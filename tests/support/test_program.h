#pragma once

#include <QTest>

#ifdef QT_WIDGETS_LIB
#include <QApplication>
#elif defined(QT_GUI_LIB)
#include <QGuiApplication>
#endif

namespace atlas::test {

#ifdef QT_WIDGETS_LIB
using Application = QApplication;
#elif defined(QT_GUI_LIB)
using Application = QGuiApplication;
#else
using Application = QCoreApplication;
#endif

using RunTest = int (*)(int argc, char **argv);

/// Makes the tests of a source file known to the program that it is linked into.
class TestFile
{
public:
    /// `path` is that of the source file; its name without the extension is that of the test.
    TestFile(const char *path, RunTest run);
};

/// A class of tests, run with an application of its own, as QTEST_MAIN does.
template <typename Class>
int runTest(int argc, char **argv)
{
    QCoreApplication::setAttribute(Qt::AA_Use96Dpi);
    const Application application(argc, argv);
    Class test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace atlas::test

/// In place of QTEST_MAIN: one program holds the tests of a folder and runs those of the file that it is
/// told.
#define ATLAS_TEST(Class)                                                                                    \
    static const atlas::test::TestFile testFileOf##Class(__FILE__, &atlas::test::runTest<Class>);
