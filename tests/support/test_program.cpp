#include "tests/support/test_program.h"

#include <QFileInfo>

#include <cstdio>
#include <cstdlib>
#include <map>

namespace atlas::test {

namespace {

std::map<QString, RunTest> &tests()
{
    static std::map<QString, RunTest> all;
    return all;
}

} // namespace

TestFile::TestFile(const char *path, RunTest run)
{
    tests()[QFileInfo(path).baseName()] = run;
}

} // namespace atlas::test

/// PROGRAM TEST [arguments of Qt Test]
int main(int argc, char **argv)
{
    using atlas::test::tests;
    const auto found = argc < 2 ? tests().end() : tests().find(QString::fromLocal8Bit(argv[1]));
    if (found != tests().end()) {
        argv[1] = argv[0];
        return found->second(argc - 1, argv + 1);
    }
    std::fprintf(stderr, "Usage: %s TEST [ARGUMENTS OF QT TEST]\nThe tests are:\n", argv[0]);
    for (const auto &[name, run] : tests())
        std::fprintf(stderr, "  %s\n", qPrintable(name));
    return EXIT_FAILURE;
}
