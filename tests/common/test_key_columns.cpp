#include "tests/support/test_program.h"

#include "core/common/key_columns.h"
#include "core/common/key_words.h"

#include <QTest>

using namespace atlas;

class KeyColumnsTest : public QObject
{
    Q_OBJECT

private slots:
    void codesAndNamesAreGuessedTogether_data();
    void codesAndNamesAreGuessedTogether();
    void headsNameKindsOfAreas_data();
    void headsNameKindsOfAreas();
};

using Columns = std::vector<KeyColumn>;

void KeyColumnsTest::codesAndNamesAreGuessedTogether_data()
{
    QTest::addColumn<Columns>("columns");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("name");
    const QStringList districts = {"E06000001", "E06000002", "E06000010"};
    const QStringList leps = {"E37000034", "E37000034", "E37000018"};
    QTest::newRow("the columns of composite-index packages")
        << Columns{{"uName", {"a", "b"}}, {"uCode", {"x", "y"}}} << 1 << 0;
    QTest::newRow("official codes under any head")
        << Columns{{"name", {"a", "b", "c"}}, {"area", districts}} << 1 << 0;
    QTest::newRow("the codes that tell all rows apart, and their names")
        << Columns{{"LEP14CD", leps},
                   {"LEP14NM", {"Tees", "Tees", "Humber"}},
                   {"LAD16CD", districts},
                   {"LAD16NM", {"Hartlepool", "Middlesbrough", "Hull"}}}
        << 2 << 3;
    QTest::newRow("no names of another kind")
        << Columns{{"LAD16CD", districts}, {"LEP14NM", {"Tees", "Tees", "Humber"}}} << 0 << -1;
    QTest::newRow("codes by their head")
        << Columns{{"label", {"p", "q"}}, {"la_code", {"805", "806"}}} << 1 << -1;
    QTest::newRow("the first column of different values")
        << Columns{{"kind", {"p", "p"}}, {"label", {"q", "r"}}} << 1 << -1;
    QTest::newRow("codes that repeat and are not official")
        << Columns{{"region_code", {"1", "1", "2"}}, {"label", {"q", "r", "s"}}} << 1 << -1;
    QTest::newRow("nothing") << Columns{{"kind", {"p", "p"}}} << -1 << -1;
    QTest::newRow("values that are not read yet") << Columns{{"kind", {"p", "p"}}, {"code", {}}} << 1 << -1;
}

void KeyColumnsTest::codesAndNamesAreGuessedTogether()
{
    QFETCH(const Columns, columns);
    const int code = guessCodeColumn(columns);
    QTEST(code, "code");
    QTEST(guessNameColumn(columns, code), "name");
}

void KeyColumnsTest::headsNameKindsOfAreas_data()
{
    QTest::addColumn<QString>("head");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("areTwo");
    QTest::newRow("two fields of one map") << "LAD16CD"
                                           << "LAD16NM" << false;
    QTest::newRow("districts and LEPs") << "LAD16CD"
                                        << "LEP14NM" << true;
    QTest::newRow("words") << "local authority code"
                           << "Local Enterprise Partnership" << true;
    QTest::newRow("authorities by several names") << "utla_code_2016"
                                                  << "new_la_name" << false;
    QTest::newRow("authorities and regions") << "new_la_code"
                                             << "region_name" << true;
    QTest::newRow("no kind") << "Area Code"
                             << "lep_name" << false;
    QTest::newRow("combined authorities") << "combined authority code"
                                          << "la name" << true;
    QTest::newRow("numbered") << "lep1_code"
                              << "lep1_name" << false;
}

void KeyColumnsTest::headsNameKindsOfAreas()
{
    QFETCH(const QString, head);
    QFETCH(const QString, other);
    QTEST(areOfTwoKinds(wordsOf(head), wordsOf(other)), "areTwo");
    QTEST(areOfTwoKinds(wordsOf(other), wordsOf(head)), "areTwo");
}

ATLAS_TEST(KeyColumnsTest)

#include "test_key_columns.moc"
