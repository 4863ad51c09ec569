#include "app/table/area_table_model.h"
#include "tests/app/changes.h"
#include "tests/app/loaded_state.h"
#include "tests/app/table_cells.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <set>

using namespace atlas;
using namespace atlas::test;

/// What the cells and headers of the table say, also in tool tips and to a screen reader.
class TestTableText : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void figuresAreRoundedAndRightAligned();
    void scoresHaveTrueMinusSigns();
    void publishedRanksSayWhatTheyDifferBy();
    void missingIsADashThatSaysWhy();
    void noTextSaysNan();
    void toolTipsExplainTheCell();
    void screenReadersHearTheWholeCell();
    void headersSayWhichWayIsWorse();
    void constantIndicatorsSayWhyTheyAreLeftOut();
};

void TestTableText::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void TestTableText::figuresAreRoundedAndRightAligned()
{
    AtlasModel state;
    state.document.open(test::builtInDataset());
    const AreaTableModel model(state.document);
    const int row = rowOf(model, "Tees Valley");
    QStringList texts;
    for (int column = 0; column < model.columnCount(); ++column) {
        texts << model.index(row, column).data().toString();
        const auto expected = Qt::AlignVCenter | (column == 0 ? Qt::AlignLeft : Qt::AlignRight);
        QCOMPARE(model.index(row, column).data(Qt::TextAlignmentRole).toInt(), int(expected));
    }
    // Table 4 of the source paper; the score is the mean of the sample z-scores.
    QCOMPARE(texts,
             QStringList({"Tees Valley", "26.9", "38.1", "4.7", "1.8", "6.4", "62.0", "2.15", "1", "1"}));
    QCOMPARE(model.index(row, 0).data(AreaTableModel::MapNumberRole).toInt(), 34);
}

void TestTableText::scoresHaveTrueMinusSigns()
{
    AtlasModel state;
    state.document.open(made({{"a", {1, 2, 3}}}));
    const AreaTableModel model(state.document);
    QCOMPARE(columnOf(model, model.findColumn("index")), QStringList({"\u22121.00", "0.00", "1.00"}));
}

void TestTableText::publishedRanksSayWhatTheyDifferBy()
{
    AtlasModel state;
    state.document.open(test::builtInDataset());
    const AreaTableModel model(state.document);
    const int column = model.findColumn("published_rank");
    const auto mark = [&](const char *area) {
        return model.index(rowOf(model, area), column).data(AreaTableModel::MarkRole).toString();
    };
    QCOMPARE(mark("Black Country"), "+2"); // third by the index, published fifth
    QCOMPARE(mark("Humber"), "\u22121");
    QCOMPARE(mark("Tees Valley"), "");
    const auto toolTip = [&](const char *area) {
        return model.index(rowOf(model, area), column).data(Qt::ToolTipRole).toString();
    };
    QVERIFY(toolTip("Black Country").contains("less disengaged than by the index"));
    QVERIFY(toolTip("Humber").contains("more disengaged than by the index"));
    QVERIFY(toolTip("Tees Valley").contains("the same as the rank by the index"));
    const QString header = model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString();
    QVERIFY2(header.contains("14 of 39 equal, largest difference 2, rank correlation 0.995"),
             qPrintable(header));
}

void TestTableText::missingIsADashThatSaysWhy()
{
    Dataset dataset = test::makeDataset({{"a", {1, absent, 3, absent}}});
    dataset.cells[0][1] = {absent, Missing::Suppressed, "c"};
    dataset.areas[3].hasData = false;
    AtlasModel state;
    state.document.open(std::make_shared<const Dataset>(dataset));
    const AreaTableModel model(state.document);
    QCOMPARE(columnOf(model, 1), QStringList({"1.0", enDash, "3.0", enDash}));
    QVERIFY(cell(model, "A2", "a", Qt::ToolTipRole).contains("suppressed (\"c\")"));
    QVERIFY(cell(model, "A4", "a", Qt::ToolTipRole).contains("no row for this area"));
    QCOMPARE(cell(model, "A2", "index", Qt::DisplayRole), enDash);
    QVERIFY(cell(model, "A2", "index", Qt::ToolTipRole).contains("no score"));
    QCOMPARE(cell(model, "A2", "rank", Qt::DisplayRole), enDash);
    QVERIFY(cell(model, "A2", "rank", Qt::ToolTipRole).contains("no rank"));
    QVERIFY(!model.index(1, 1).data(Qt::BackgroundRole).isValid());
}

void TestTableText::noTextSaysNan()
{
    AtlasModel state;
    state.document.open(
        made({{"gaps", {1, absent, 3}}, {"none", {absent, absent, absent}}, {"same", {2, 2, 2}}}));
    const AreaTableModel model(state.document);
    for (const auto &excluded : {std::set<QString>(), std::set<QString>{"gaps", "none", "same"}}) {
        setIndexSettings(state.document, {.excluded = excluded});
        for (int column = 0; column < model.columnCount(); ++column)
            for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole}) {
                const QStringList texts = columnOf(model, column, role)
                                          << model.headerData(column, Qt::Horizontal, role).toString();
                for (const QString &text : texts) {
                    QVERIFY(!text.isEmpty());
                    QVERIFY2(!text.contains("nan"), qPrintable(text));
                    QVERIFY2(!text.contains("%1") && !text.contains("%2"), qPrintable(text));
                }
            }
    }
}

void TestTableText::toolTipsExplainTheCell()
{
    AtlasModel state;
    state.document.open(test::builtInDataset());
    const AreaTableModel model(state.document);
    const QStringList lines = cell(model, "Tees Valley", "imd_worst_10pct", Qt::ToolTipRole).split('\n');
    QCOMPARE(lines.size(), 6);
    QCOMPARE(lines[0], QString("Deprived neighbourhoods (IMD)"));
    QCOMPARE(lines[1], QString("Tees Valley"));
    QCOMPARE(lines[2], QString("26.9%"));
    QVERIFY(lines[3].startsWith("mean 9.0%, z +"));
    QCOMPARE(lines[4], QString("Q4, most disengaged (quartiles (type 7))"));
    QCOMPARE(lines[5], QString("2015, Department for Communities and Local Government"));
    QVERIFY(cell(model, "Tees Valley", "rank", Qt::ToolTipRole).contains("1 of 39"));
    QVERIFY(cell(model, "Tees Valley", "area", Qt::ToolTipRole).contains("E37000034"));
}

void TestTableText::screenReadersHearTheWholeCell()
{
    AtlasModel state;
    state.document.open(test::builtInDataset());
    const AreaTableModel model(state.document);
    QCOMPARE(cell(model, "Tees Valley", "imd_worst_10pct", Qt::AccessibleTextRole),
             QString("IMD, Tees Valley: 26.9%, Q4, most disengaged"));
    QCOMPARE(cell(model, "Tees Valley", "rank", Qt::AccessibleTextRole),
             QString("Rank, Tees Valley: 1 of 39, Q4, most disengaged"));
    state.document.open(made({{"a", {1, absent, 3}}}));
    QCOMPARE(cell(model, "A2", "a", Qt::AccessibleTextRole), QString("a, A2: no value given"));
}

void TestTableText::headersSayWhichWayIsWorse()
{
    AtlasModel state;
    state.document.open(test::builtInDataset());
    const AreaTableModel model(state.document);
    const QStringList toolTips = headersOf(model, Qt::ToolTipRole);
    const QString imd = toolTips[model.findColumn("imd_worst_10pct")];
    QVERIFY(imd.startsWith("Deprived neighbourhoods (IMD)\nunit: %\nhigher is more disengaged\nShare of"));
    QVERIFY(imd.endsWith("2015, Department for Communities and Local Government"));
    QVERIFY(toolTips[model.findColumn("soc_1_3")].contains("lower is more disengaged"));
}

void TestTableText::constantIndicatorsSayWhyTheyAreLeftOut()
{
    AtlasModel state;
    state.document.open(made({{"a", {1, 2, 3}}, {"same", {2, 2, 2}}}));
    const AreaTableModel model(state.document);
    QVERIFY(headersOf(model, Qt::ToolTipRole)[2].contains("its values do not differ"));
    QVERIFY(!model.index(0, 2).data(AreaTableModel::UsedRole).toBool());
}

ATLAS_TEST(TestTableText)

#include "test_table_text.moc"
