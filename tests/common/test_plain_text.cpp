#include "tests/support/test_program.h"

#include "core/common/issue.h"
#include "core/common/plain_text.h"
#include "core/common/result.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace atlas;

class PlainTextTest : public QObject
{
    Q_OBJECT

private slots:
    void whatCannotBeShownIsReplaced_data();
    void whatCannotBeShownIsReplaced();
    void whateverIsLeftCanStandInXml();
    void aWholeDocumentIsMadeReadable();
    void errorsAndPrintedIssuesKeepToOneLine();
};

void PlainTextTest::whatCannotBeShownIsReplaced_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("inOneLine");
    const QString mark(QChar(0xFFFD));
    QTest::newRow("nothing") << ""
                             << "";
    QTest::newRow("letters of any kind") << QStringLiteral("Łódź & <b>Ñ</b> شمال \U0001F600")
                                         << QStringLiteral("Łódź & <b>Ñ</b> شمال \U0001F600");
    QTest::newRow("a control character") << QStringLiteral("a\u0001b") << "a" + mark + "b";
    QTest::newRow("a null") << QStringLiteral("a") + QChar(0) << "a" + mark;
    QTest::newRow("a control character of Latin-1") << QStringLiteral("a\u009Bb") << "a" + mark + "b";
    QTest::newRow("line breaks and tabs") << QStringLiteral("a\nb\r\tc\u2028d\u0085e") << "a b  c d e";
    QTest::newRow("a non-character") << QString(QChar(0xFFFE)) + QChar(0xFDD0) << mark + mark;
    QTest::newRow("a non-character above") << QStringLiteral("\U0001FFFF") << mark;
    QTest::newRow("half a pair at the end") << QString("a") + QChar(0xD83D) << "a" + mark;
    QTest::newRow("half a pair before a letter") << QString(QChar(0xDE00)) + "a" << mark + "a";
    QTest::newRow("two first halves")
        << QString(QChar(0xD83D)) + QStringLiteral("\U0001F600") << mark + QStringLiteral("\U0001F600");
}

void PlainTextTest::whatCannotBeShownIsReplaced()
{
    QFETCH(const QString, text);
    QFETCH(const QString, inOneLine);
    QCOMPARE(plainLine(text), inOneLine);
    if (!text.contains('\n'))
        QCOMPARE(plainText(text), inOneLine);
    else
        QVERIFY(plainText(text).startsWith("a\nb\r\tc"));
}

void PlainTextTest::whateverIsLeftCanStandInXml()
{
    QString all;
    for (char32_t code = 0; code < 0x30000; ++code)
        all += code < 0x10000 ? QString(QChar(static_cast<char16_t>(code))) : QString::fromUcs4(&code, 1);
    QXmlStreamReader xml("<a>" + plainText(all).toHtmlEscaped().toUtf8() + "</a>");
    QVERIFY(xml.readNextStartElement());
    QCOMPARE(xml.readElementText().size(), plainText(all).size());
    QCOMPARE(xml.errorString(), QString());
}

void PlainTextTest::aWholeDocumentIsMadeReadable()
{
    QByteArray document = QStringLiteral("<a>\u0001 \uFFFE \uFFFF ü</a>\n").toUtf8();
    dropForbidden(document);
    QCOMPARE(QString::fromUtf8(document), QStringLiteral("<a>? \uFFFD \uFFFD ü</a>\n"));
}

void PlainTextTest::errorsAndPrintedIssuesKeepToOneLine()
{
    const Error error{"The code \"a\nb\" is given twice.", "line 1\nline 2"};
    QCOMPARE(error.message, "The code \"a b\" is given twice.");
    QCOMPARE(error.details, "line 1\nline 2");
    const Issue issue{Severity::Warning, "\"a\nb\" is not a number.", "figures.csv", 2, {}};
    QCOMPARE(issueLine(issue), "warning: figures.csv, row 2: \"a b\" is not a number.");
}

ATLAS_TEST(PlainTextTest)

#include "test_plain_text.moc"
