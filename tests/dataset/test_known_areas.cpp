#include "tests/support/test_program.h"

#include "core/common/code_text.h"
#include "core/dataset/known_areas.h"

#include <QSet>
#include <QTest>

using namespace atlas;

class KnownAreasTest : public QObject
{
    Q_OBJECT

private slots:
    void everyEntryIsWhole();
    void whatCameAfterIsSaid_data();
    void whatCameAfterIsSaid();
    void whatHasNotChangedIsNotListed();
};

void KnownAreasTest::everyEntryIsWhole()
{
    QVERIFY(knownAreas().size() > 100);
    QSet<AreaCode> codes;
    for (const KnownArea &area : knownAreas()) {
        QVERIFY2(isOnsCode(area.code.text), qPrintable(area.code.text));
        QVERIFY2(!area.names.isEmpty() && !area.names.contains(QString()), qPrintable(area.code.text));
        QVERIFY2(!codes.contains(area.code), qPrintable(area.code.text));
        codes.insert(area.code);
        QCOMPARE(area.becomes.empty(), area.extent == KnownArea::Extent::Current);
        QVERIFY2(area.becomes.empty() || area.lastYear, qPrintable(area.code.text));
        for (const AreaCode &after : area.becomes) {
            QVERIFY2(isOnsCode(after.text) && after != area.code, qPrintable(area.code.text));
            QVERIFY2(areCodesOfOneKind(area.code.text, after.text), qPrintable(area.code.text));
        }
    }
}

void KnownAreasTest::whatCameAfterIsSaid_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("text");
    QTest::newRow("other boundaries")
        << "E10000009"
        << "E10000009 was Dorset until 2018; E06000059 Dorset has other boundaries";
    QTest::newRow("the same land")
        << "E10000023"
        << "E10000023 was North Yorkshire until 2022; E06000065 North Yorkshire is the same land";
    QTest::newRow("a part")
        << "E07000150"
        << "E07000150 was Corby until 2020 and is a part of E06000061 North Northamptonshire now";
    QTest::newRow("divided") << "E10000006"
                             << "E10000006 was Cumbria until 2022 and is divided into E06000063 Cumberland "
                                "and E06000064 Westmorland and "
                                "Furness now";
    QTest::newRow("nothing") << "E06000066"
                             << "";
}

void KnownAreasTest::whatCameAfterIsSaid()
{
    QFETCH(const QString, code);
    const KnownArea *area = findKnownArea({code});
    QVERIFY(area);
    QTEST(successionText(*area), "text");
}

void KnownAreasTest::whatHasNotChangedIsNotListed()
{
    QVERIFY(!findKnownArea({"E06000001"}));
    QVERIFY(!findKnownArea({}));
}

ATLAS_TEST(KnownAreasTest)

#include "test_known_areas.moc"
