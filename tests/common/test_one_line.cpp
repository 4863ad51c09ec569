#include "tests/support/test_program.h"

#include "core/common/issue.h"
#include "core/common/result.h"

#include <QTest>

using namespace atlas;

class OneLineTest : public QObject
{
    Q_OBJECT

private slots:
    void textsOfFiles_data();
    void textsOfFiles();
    void anErrorIsOneLine();
    void aPrintedIssueIsOneLine();
};

void OneLineTest::textsOfFiles_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain words stay")
        << QString::fromUtf8("Ynys Môn, 4\u00A0%") << QString::fromUtf8("Ynys Môn, 4\u00A0%");
    QTest::newRow("letters beyond 16 bits stay")
        << QString::fromUtf8("a\U0001F5FAb") << QString::fromUtf8("a\U0001F5FAb");
    QTest::newRow("ends of lines and tabs become spaces") << "a\nb\tc\rd"
                                                          << "a b c d";
    QTest::newRow("so do those of Unicode") << QString::fromUtf8("a\u2028b\u2029c\u0085d") << "a b c d";
    QTest::newRow("what a terminal would obey is made visible")
        << "a\x1B[2Jb\x07" << QString::fromUtf8("a\uFFFD[2Jb\uFFFD");
    QTest::newRow("a zero as well") << QString::fromUtf8("a\0b", 3) << QString::fromUtf8("a\uFFFDb");
}

void OneLineTest::textsOfFiles()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    QCOMPARE(oneLine(text), expected);
}

void OneLineTest::anErrorIsOneLine()
{
    const Error error{"The code \"a\nb\" is given twice.", "line 1\nline 2"};
    QCOMPARE(error.message, "The code \"a b\" is given twice.");
    QCOMPARE(error.details, "line 1\nline 2");
}

void OneLineTest::aPrintedIssueIsOneLine()
{
    const Issue issue{Severity::Warning, "\"a\nb\" is not a number.", "figures.csv", 2, {}};
    QCOMPARE(issueLine(issue), "warning: figures.csv, row 2: \"a b\" is not a number.");
}

ATLAS_TEST(OneLineTest)

#include "test_one_line.moc"
