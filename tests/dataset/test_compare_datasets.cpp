#include "core/dataset/compare_datasets.h"

#include "core/dataset/load_dataset.h"
#include "tests/support/test_program.h"

#include <QLocale>
#include <QTest>

using namespace atlas;

/// What has changed in figures that were read before.
class CompareDatasetsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void theSameFiguresHaveNoChanges();
    void theOrderOfAreasAndColumnsIsNoChange();
    void areasThatComeAndGoAreNamed();
    void columnsThatComeAndGoAreNamed();
    void changedFiguresHaveBothValues();
    void symbolsThatComeAndGoAreNamed();
    void manyChangesAreCountedWithExamples();
    void aRecordHasTheAreasWithARow();

private:
    static CellValue number(double value) { return {.number = value, .missing = Missing::No}; }
    static CellValue symbol(const QString &typed) { return {.typed = typed}; }
    static DataRecord figures()
    {
        return {.columns = {"neet", "imd"},
                .areas = {{{"A1"}, "Derby"}, {{"A2"}, "Leeds"}},
                .cells = {{number(5.1), number(4)}, {number(20), symbol("c")}}};
    }
};

void CompareDatasetsTest::theSameFiguresHaveNoChanges()
{
    QVERIFY(compareData(figures(), figures()).isEmpty());
    QCOMPARE(changesText(compareData(figures(), figures())), QStringList());
}

void CompareDatasetsTest::theOrderOfAreasAndColumnsIsNoChange()
{
    const DataRecord other{.columns = {"imd", "neet"},
                           .areas = {{{"A2"}, "Leeds"}, {{"A1"}, "Derby"}},
                           .cells = {{symbol("c"), number(20)}, {number(4), number(5.1)}}};
    QVERIFY(compareData(figures(), other).isEmpty());
}

void CompareDatasetsTest::areasThatComeAndGoAreNamed()
{
    DataRecord after = figures();
    after.areas[1] = {{"A3"}, "York"};
    const DataChanges changes = compareData(figures(), after);
    QCOMPARE(changes.newAreas.size(), size_t(1));
    QCOMPARE(changes.newAreas[0].name, QString("York"));
    QCOMPARE(changes.goneAreas.size(), size_t(1));
    QCOMPARE(changes.goneAreas[0].name, QString("Leeds"));
    QVERIFY(changes.cells.empty()); // of the areas that both have
    const QString text = changesText(changes).join(' ');
    QVERIFY2(text.contains("York") && text.contains("Leeds"), qPrintable(text));
}

void CompareDatasetsTest::columnsThatComeAndGoAreNamed()
{
    DataRecord after = figures();
    after.columns[0] = "absence";
    const DataChanges changes = compareData(figures(), after);
    QCOMPARE(changes.newColumns, QStringList({"absence"}));
    QCOMPARE(changes.goneColumns, QStringList({"neet"}));
    QVERIFY(changes.cells.empty());
}

void CompareDatasetsTest::changedFiguresHaveBothValues()
{
    DataRecord after = figures();
    after.cells[0][0] = number(5.4);
    after.cells[1][1] = number(21);
    const DataChanges changes = compareData(figures(), after);
    QCOMPARE(changes.cells.size(), size_t(2));
    QCOMPARE(changes.cells[0].column, QString("neet"));
    QCOMPARE(changes.cells[0].area.name, QString("Derby"));
    QCOMPARE(changes.cells[0].before.number, 5.1);
    QCOMPARE(changes.cells[0].after.number, 5.4);
    QVERIFY(changes.cells[1].before.isMissing());
    const QString text = changesText(changes).join(' ');
    QVERIFY2(text.contains("Derby from 5.1 to 5.4") && text.contains("Leeds from c to 21"), qPrintable(text));
}

void CompareDatasetsTest::symbolsThatComeAndGoAreNamed()
{
    DataRecord after = figures();
    after.cells[1][1] = symbol("[x]");
    const DataChanges changes = compareData(figures(), after);
    QCOMPARE(changes.newSymbols, QStringList({"[x]"}));
    QCOMPARE(changes.goneSymbols, QStringList({"c"}));
    QCOMPARE(changes.cells.size(), size_t(1));
}

void CompareDatasetsTest::manyChangesAreCountedWithExamples()
{
    DataRecord before{.columns = {"a"}, .cells = {{}}};
    for (int i = 0; i < 100; ++i) {
        before.areas.push_back({{QString::number(i)}, QString("Area %1").arg(i)});
        before.cells[0].push_back(number(i));
    }
    DataRecord after = before;
    for (CellValue &cell : after.cells[0])
        cell.number += 1000;
    const QStringList text = changesText(compareData(before, after));
    QCOMPARE(text.size(), 1);
    QVERIFY2(text[0].contains("100") && text[0].contains("Area 0 from 0 to 1000")
                 && text[0].contains("96 more") && text[0].size() < 300,
             qPrintable(text[0]));
}

void CompareDatasetsTest::aRecordHasTheAreasWithARow()
{
    Progress progress;
    const auto loaded = loadDataset(builtInSources(), progress);
    QVERIFY(loaded);
    const DataRecord record = recordOf(**loaded);
    QCOMPARE(record.areas.size(), size_t(39));
    QCOMPARE(record.columns.size(), qsizetype((*loaded)->indicatorCount()));
    QCOMPARE(record.cells.size(), (*loaded)->indicatorCount());
    QVERIFY(compareData(record, record).isEmpty());
}

ATLAS_TEST(CompareDatasetsTest)
#include "test_compare_datasets.moc"
