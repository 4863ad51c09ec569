#include "core/aggregation/add_up.h"
#include "core/aggregation/add_up_rule.h"
#include "tests/aggregation/made_lookup.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <cmath>
#include <numeric>
#include <random>

using namespace atlas;
using namespace atlas::test;

namespace {

Lookup lookupOf(const QStringList &pairs)
{
    Lookup lookup{.file = "lookup.csv"};
    for (const QString &pair : pairs) {
        const QString larger = pair.section('>', 1).section('*', 0, 0);
        const double share = pair.contains('*') ? pair.section('*', 1).toDouble() : 1;
        lookup.hasShares = lookup.hasShares || share != 1;
        lookup.pairs.push_back({.smaller = {pair.section('>', 0, 0)}, .larger = {larger}, .share = share});
    }
    return lookup;
}

AddingUp rulesOf(const std::map<QString, QString> &texts, MembersCount members = MembersCount::Whole)
{
    AddingUp how{.members = members};
    for (const auto &[code, text] : texts)
        how.rules[code] = *ruleOf(text);
    return how;
}

std::vector<Indicator> indicatorsOf(const AddingUp &how)
{
    std::vector<Indicator> indicators;
    for (const auto &[code, rule] : how.rules)
        indicators.push_back({.code = code, .name = code, .shortName = code});
    return indicators;
}

Result<AddedUp> added(const IndicatorTable &figures, const QStringList &pairs, const AddingUp &how)
{
    return addUp(figures, indicatorsOf(how), lookupOf(pairs), how);
}

/// "X: 3 4.5": a text for each row.
QStringList rowsOf(const IndicatorTable &table)
{
    QStringList rows;
    for (const IndicatorRow &row : table.rows) {
        QStringList cells;
        for (const CellValue &cell : row.cells)
            cells << (cell.isMissing() ? "-" : QString::number(cell.number));
        rows << row.code.text + ": " + cells.join(' ');
    }
    return rows;
}

QString remarksOf(const Issues &issues)
{
    QStringList lines;
    for (const Issue &issue : issues)
        lines << issueLine(issue);
    return lines.join('\n');
}

double sumOf(const IndicatorTable &table, size_t column)
{
    return std::accumulate(
        table.rows.begin(), table.rows.end(), 0.0,
        [column](double sum, const IndicatorRow &row) { return sum + row.cells[column].number; });
}

} // namespace

/// Figures of smaller areas as those of larger ones.
class AddUpTest : public QObject
{
    Q_OBJECT

private slots:
    void membersCountWholeOrByTheirShare();
    void everyAreaOfTheFiguresIsSomewhere();
    void membersAreKept();
    void coverageIsOfAllMembers();
    void aloneAnAreaHasItsOwnFigure();
    void countriesStandBeside();
    void populationIsSharedOut();
    void namesDoWhereThereAreNoCodes();
    void whatLacksItsDenominatorIsNamed();
    void whatCannotBeAddedUpIsRefused();
    void sharesOfNothingSumToTheWhole_data();
    void sharesOfNothingSumToTheWhole();
    void rowOrderChangesNothing();
};

const IndicatorTable figures =
    tableOfColumns({"a", "b"}, {{"A", "1", "10"}, {"B", "2", "30"}, {"C", "4", "60"}});
const QStringList overlapping = {"A>X", "B>X*0.5", "B>Y*0.5", "C>Y"};

void AddUpTest::membersCountWholeOrByTheirShare()
{
    const std::map<QString, QString> rules = {{"m", "rate:a/b"}, {"a", "sum"}, {"n", "share:a>=2"}};
    const auto whole = added(figures, overlapping, rulesOf(rules));
    QVERIFY(whole.ok());
    QCOMPARE(rowsOf(whole->table), (QStringList{"X: 3 7.5 50", "Y: 6 6.66667 100"}));
    const auto shared = added(figures, overlapping, rulesOf(rules, MembersCount::Shared));
    QVERIFY(shared.ok());
    QCOMPARE(rowsOf(shared->table), (QStringList{"X: 2 8 33.3333", "Y: 5 6.66667 100"}));
}

void AddUpTest::everyAreaOfTheFiguresIsSomewhere()
{
    const auto result = added(figures, {"A>X", "C>X", "D>Y"}, rulesOf({{"a", "sum"}}));
    QVERIFY(result.ok());
    QCOMPARE(rowsOf(result->table), QStringList("X: 5"));
    QCOMPARE(result->smaller.unplaced, (std::vector<size_t>{1}));
    QVERIFY(remarksOf(result->issues).contains("no member with figures (Y)"));
}

void AddUpTest::membersAreKept()
{
    const auto result = added(figures, overlapping + QStringList("D>X"), rulesOf({{"a", "sum"}}));
    QVERIFY(result.ok());
    const std::vector<LargerArea> &larger = result->smaller.larger;
    QCOMPARE(larger.size(), size_t{2});
    QCOMPARE(larger[0].members, (std::vector<AreaMember>{{0, 1, false}, {1, 0.5, true}}));
    QCOMPARE(larger[0].absent, (std::vector<AbsentMember>{{{"D"}, {}, 1}}));
    QCOMPARE(larger[0].overlapping(), size_t{1});
}

void AddUpTest::coverageIsOfAllMembers()
{
    const IndicatorTable gaps = tableOfColumns({"a"}, {{"A", "1"}, {"B", "c"}, {"C", "4"}});
    const QStringList pairs = {"A>X", "B>X*0.5", "B>Y*0.5", "C>Y", "D>Y"};
    const auto whole = added(gaps, pairs, rulesOf({{"a", "sum"}}));
    QCOMPARE(whole->smaller.larger[0].coverage, (std::vector<double>{0.5}));
    QCOMPARE(whole->smaller.larger[1].coverage, (std::vector<double>{1.0 / 3}));
    const auto shared = added(gaps, pairs, rulesOf({{"a", "sum"}}, MembersCount::Shared));
    QCOMPARE(shared->smaller.larger[0].coverage, (std::vector<double>{1 / 1.5}));
}

void AddUpTest::aloneAnAreaHasItsOwnFigure()
{
    const auto result =
        added(figures, overlapping,
              rulesOf({{"a", "sum"}, {"b", "mean:a"}, {"m", "rate:a/b"}, {"n", "share:a<=1"}}));
    QCOMPARE(rowsOf(result->smaller.table),
             (QStringList{"A: 1 10 10 100", "B: 2 30 6.66667 0", "C: 4 60 6.66667 0"}));
}

void AddUpTest::countriesStandBeside()
{
    IndicatorTable withCountry = figures;
    withCountry.rows.push_back({.code = {"E92000001"},
                                .cells = {parseCell(u"7"), parseCell(u"100")},
                                .row = 5,
                                .kind = RowKind::Country});
    const auto result = added(withCountry, overlapping, rulesOf({{"m", "rate:a/b"}, {"n", "share:a<=1"}}));
    QCOMPARE(rowsOf(result->table).back(), "E92000001: 7 -");
    QCOMPARE(result->table.rows.back().kind, RowKind::Country);
    QVERIFY(result->smaller.unplaced.empty());
}

void AddUpTest::populationIsSharedOut()
{
    IndicatorTable people = figures;
    people.rows[0].population = parseCell(u"100");
    people.rows[1].population = parseCell(u"50");
    const auto result = added(people, {"A>X", "B>X*0.5", "B>Y*0.5", "C>Z"}, rulesOf({{"a", "sum"}}));
    QCOMPARE(result->table.rows[0].population.number, 125.0);
    QCOMPARE(result->table.rows[1].population.number, 25.0);
    QVERIFY(result->table.rows[2].population.isMissing());
}

void AddUpTest::namesDoWhereThereAreNoCodes()
{
    IndicatorTable named = tableOfColumns({"a"}, {{"", "1"}, {"X9", "2"}});
    named.rows[0].name = "City of A & B";
    named.rows[1].name = "Gamma";
    Lookup lookup{.file = "lookup.csv"};
    lookup.pairs = {{.smaller = {"E06000001"}, .smallerName = "city of A and B", .larger = {"X"}},
                    {.smaller = {"E06000002"}, .smallerName = "Gamma", .larger = {"X"}}};
    const AddingUp how = rulesOf({{"a", "sum"}});
    QCOMPARE(rowsOf(addUp(named, indicatorsOf(how), lookup, how)->table), QStringList("X: 3"));
    named.rows[1].code.text = "E06000009"; // another area of that name
    QCOMPARE(rowsOf(addUp(named, indicatorsOf(how), lookup, how)->table), QStringList("X: 1"));
}

void AddUpTest::whatLacksItsDenominatorIsNamed()
{
    const IndicatorTable gaps =
        tableOfColumns({"a", "b"}, {{"A", "1", ""}, {"B", "2", "0"}, {"C", "3", "30"}, {"D", "0", "0"}});
    const auto result = added(gaps, {"A>X", "B>X", "C>X", "D>Y"}, rulesOf({{"m", "rate:a/b"}}));
    QCOMPARE(rowsOf(result->table), (QStringList{"X: 16.6667", "Y: -"}));
    const QString remarks = remarksOf(result->issues);
    QVERIFY2(remarks.contains("have a but no b (A)"), qPrintable(remarks));
    QVERIFY2(remarks.contains("have a, but 0 as b (B)"), qPrintable(remarks));
    QVERIFY2(remarks.contains("m cannot be added up for Y: b sums to zero there"), qPrintable(remarks));
}

void AddUpTest::whatCannotBeAddedUpIsRefused()
{
    const auto apart = added(figures, {"D>X"}, rulesOf({{"a", "sum"}}));
    QVERIFY(!apart.ok());
    QVERIFY(apart.error().message.contains("figures.csv and lookup.csv have no area in common"));
    const auto negative =
        added(tableOfColumns({"a", "b"}, {{"A", "1", "-5"}}), {"A>X"}, rulesOf({{"m", "rate:a/b"}}));
    QVERIFY(!negative.ok());
    QVERIFY(negative.error().message.contains("row 2: b is below zero for A"));
    const auto twice = added(tableOfColumns({"a"}, {{"E06000001", "1"}, {"e06000001", "2"}}), {"E06000001>X"},
                             rulesOf({{"a", "sum"}}));
    QVERIFY(!twice.ok());
    QVERIFY(twice.error().message.contains("twice, in rows 2 and 3"));
    const auto shared = added(figures, {"A>X", "B>X", "C>X"}, rulesOf({{"a", "sum"}}, MembersCount::Shared));
    QVERIFY(remarksOf(shared->issues).contains("lookup.csv has no shares, so areas count whole"));
}

void AddUpTest::sharesOfNothingSumToTheWhole_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

/// Random lookups whose shares sum to one: sums keep their total, the weighted mean of rates is the rate of
/// all, and of whole members every area counts as often as it is a member.
void AddUpTest::sharesOfNothingSumToTheWhole()
{
    QFETCH(const unsigned, seed);
    std::mt19937 random(seed);
    const int areas = 5 + static_cast<int>(random() % 60);
    const int larger = 1 + static_cast<int>(random() % 8);
    QList<QStringList> rows;
    Lookup lookup{.file = "lookup.csv", .hasShares = true};
    std::vector<int> uses;
    for (int i = 0; i < areas; ++i) {
        const QString code = "S" + QString::number(i);
        rows << QStringList{code, QString::number(random() % 1000), QString::number(1 + random() % 5000)};
        const int parts = 1 + static_cast<int>(random() % static_cast<unsigned>(larger));
        const int first = static_cast<int>(random() % static_cast<unsigned>(larger));
        double left = 1;
        for (int part = 0; part < parts; ++part) {
            const double share = part + 1 == parts ? left : left * static_cast<double>(1 + random() % 8) / 10;
            left -= share;
            lookup.pairs.push_back({.smaller = {code},
                                    .larger = {"L" + QString::number((first + part) % larger)},
                                    .share = share});
        }
        uses.push_back(parts);
    }
    const IndicatorTable table = tableOfColumns({"a", "b"}, rows);
    AddingUp how = rulesOf({{"a", "sum"}, {"b", "sum"}, {"m", "rate:a/b"}}, MembersCount::Shared);
    const auto shared = addUp(table, indicatorsOf(how), lookup, how);
    QVERIFY(shared.ok());
    const double tolerance = 1e-9;
    const double total = sumOf(table, 0);
    QVERIFY(std::abs(sumOf(shared->table, 0) - total) <= tolerance * (1 + total));
    double weighed = 0;
    for (const IndicatorRow &row : shared->table.rows)
        weighed += row.cells[2].number * row.cells[1].number / 100;
    QVERIFY(std::abs(weighed - total) <= tolerance * (1 + total));
    for (const LargerArea &area : shared->smaller.larger)
        QVERIFY(std::abs(area.coverage[0] - 1) < tolerance);
    how.members = MembersCount::Whole;
    double expected = 0;
    for (int i = 0; i < areas; ++i)
        expected += uses[static_cast<size_t>(i)] * table.rows[static_cast<size_t>(i)].cells[0].number;
    QCOMPARE(sumOf(addUp(table, indicatorsOf(how), lookup, how)->table, 0), expected);
}

void AddUpTest::rowOrderChangesNothing()
{
    IndicatorTable turned = figures;
    std::reverse(turned.rows.begin(), turned.rows.end());
    const AddingUp how = rulesOf({{"m", "rate:a/b"}, {"b", "mean:a"}});
    QCOMPARE(rowsOf(added(turned, overlapping, how)->table), rowsOf(added(figures, overlapping, how)->table));
}

ATLAS_TEST(AddUpTest)

#include "test_add_up.moc"
