#include "app/table/area_table_model.h"
#include "app/table/table_colours.h"
#include "core/render/cell_format.h"
#include "core/render/colour_scale.h"
#include "core/render/theme.h"
#include "tests/app/loaded_state.h"
#include "tests/app/table_cells.h"
#include "tests/support/test_program.h"

#include <QBrush>
#include <QPalette>
#include <QTest>

using namespace atlas;
using namespace atlas::test;

/// The colours and marks of the classes in the table.
class TestTableColours : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void classesAreThoseOfTheMap_data();
    void classesAreThoseOfTheMap();
    void lowIsRedWhereLowIsMoreDisengaged();
    void indexAndRankHaveTheClassOfTheIndex();
    void textsAreReadable_data();
    void textsAreReadable();
};

void TestTableColours::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void TestTableColours::classesAreThoseOfTheMap_data()
{
    QTest::addColumn<QString>("code");
    for (const Indicator &indicator : test::builtInDataset()->metadata.indicators)
        QTest::newRow(qPrintable(indicator.code)) << indicator.code;
}

void TestTableColours::classesAreThoseOfTheMap()
{
    QFETCH(QString, code);
    AtlasModel state;
    state.document.open(test::builtInDataset());
    const AreaTableModel model(state.document);
    const auto shown =
        showVariable(*test::builtInDataset(), state.document.now().result(), RankRule::Minimum, code, 4);
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, model.findColumn(code));
        const int number = shown.classification.classes[static_cast<size_t>(row)];
        QCOMPARE(index.data(AreaTableModel::ClassRole).toInt(), number);
        QCOMPARE(index.data(AreaTableModel::MarkRole).toString(), QString("Q%1").arg(number));
        QCOMPARE(index.data(Qt::BackgroundRole).value<QBrush>().color(),
                 cellFormat(number, tableColours(4)).background);
        QCOMPARE(index.data(Qt::ForegroundRole).value<QBrush>().color(),
                 cellFormat(number, tableColours(4)).text);
    }
}

void TestTableColours::lowIsRedWhereLowIsMoreDisengaged()
{
    AtlasModel state;
    state.document.open(made({{"soc", {10, 20, 30, 40}, Direction::LowerIsMoreDisengaged}}));
    state.document.setLooks({.cellColours = CellColours::Paper});
    const AreaTableModel model(state.document);
    QCOMPARE(columnOf(model, 1, AreaTableModel::MarkRole), QStringList({"Q4", "Q3", "Q2", "Q1"}));
    const QColor colour = model.index(0, 1).data(Qt::BackgroundRole).value<QBrush>().color();
    QVERIFY(colour.red() > colour.green() + 100 && colour.red() > colour.blue() + 100);
}

void TestTableColours::indexAndRankHaveTheClassOfTheIndex()
{
    AtlasModel state;
    state.document.open(test::builtInDataset());
    const AreaTableModel model(state.document);
    const auto classes = showIndex(state.document.now().result(), 4).classification.classes;
    for (int row = 0; row < model.rowCount(); ++row)
        for (const char *code : {"index", "rank"})
            QCOMPARE(model.index(row, model.findColumn(code)).data(AreaTableModel::ClassRole).toInt(),
                     classes[static_cast<size_t>(row)]);
}

void TestTableColours::textsAreReadable_data()
{
    QTest::addColumn<QColor>("base");
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("disabled");
    QTest::newRow("light") << QColor(Qt::white) << QColor(Qt::black) << QColor(190, 190, 190);
    QTest::newRow("dark") << QColor(0x1e, 0x1d, 0x24) << QColor(0xf2, 0xf0, 0xf6) << QColor(0x60, 0x60, 0x68);
}

void TestTableColours::textsAreReadable()
{
    QFETCH(QColor, base);
    QFETCH(QColor, text);
    QFETCH(QColor, disabled);
    for (int count = 2; count <= 9; ++count)
        for (int number = 1; number <= count; ++number) {
            const CellFormat format = cellFormat(number, tableColours(count));
            QVERIFY(contrastRatio(format.background, format.text) >= 4.5);
        }
    QPalette palette;
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Disabled, QPalette::Text, disabled);
    const QColor faint = faintText(palette, base);
    QVERIFY(contrastRatio(faint, base) >= 4.5);
    QVERIFY(contrastRatio(faint, base) < contrastRatio(text, base));
    for (const QColor &highlight : {QColor(48, 140, 198), QColor(0x7c, 0x52, 0xae), QColor(255, 194, 51)})
        QVERIFY(contrastRatio(readableText(Qt::white, highlight), highlight) >= 4.5);
}

ATLAS_TEST(TestTableColours)

#include "test_table_colours.moc"
