#include "tests/support/test_program.h"

#include "core/common/translations.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <QTest>

using namespace atlas;

class TranslationsTest : public QObject
{
    Q_OBJECT

private slots:
    void pluralsAreEnglishInEveryLocale_data();
    void pluralsAreEnglishInEveryLocale();
    void everyPluralHasBothForms();
};

void TranslationsTest::pluralsAreEnglishInEveryLocale_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::newRow("British") << QLocale(QLocale::English, QLocale::UnitedKingdom);
    QTest::newRow("C") << QLocale::c();
    QTest::newRow("a language without a translation") << QLocale(QLocale::Welsh);
}

void TranslationsTest::pluralsAreEnglishInEveryLocale()
{
    QFETCH(const QLocale, locale);
    installTranslations(locale);
    QCOMPARE(QCoreApplication::translate("Render", "%n area(s)", nullptr, 1), "1 area");
    QCOMPARE(QCoreApplication::translate("Render", "%n area(s)", nullptr, 39), "39 areas");
    QCOMPARE(QCoreApplication::translate("atlas::StatusLine", "%n remark(s)", nullptr, 1), "1 remark");
}

void TranslationsTest::everyPluralHasBothForms()
{
    QFile file(ATLAS_SOURCE_DIR "/translations/disengagement-atlas_en.ts");
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("<numerusform>"));
    QVERIFY(!text.contains("unfinished"));
    QVERIFY(!text.contains("<numerusform></numerusform>"));
}

ATLAS_TEST(TranslationsTest)
#include "test_translations.moc"
