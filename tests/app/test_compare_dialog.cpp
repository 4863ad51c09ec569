#include "app/compare/compare_dialog.h"

#include "tests/app/loaded_state.h"
#include "tests/app/waiting.h"
#include "tests/support/test_program.h"

#include <QComboBox>
#include <QPushButton>
#include <QSettings>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <memory>

using namespace atlas;

class CompareDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void theSelectionIsPinned();
    void pinsStayWhenTheSelectionMoves();
    void noMoreThanSixArePinned();
    void columnsAreUnpinned();
    void barsShowTheSameInColours();
    void barsFollowTheBenchmark();
    void differencesAreFromTheBenchmark_data();
    void differencesAreFromTheBenchmark();
    void groupsAreBenchmarks();
    void countriesOfTheDataAreBenchmarks();
    void newDataUnpinEverything();

private:
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_dialog->findChild<Widget *>(name);
    }
    void select(const QStringList &areas);
    void open();
    QString cell(const QString &row, int column) const;

    QTemporaryDir m_settings;
    std::unique_ptr<AtlasModel> m_model;
    std::unique_ptr<CompareDialog> m_dialog;
};

void CompareDialogTest::initTestCase()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    QCoreApplication::setOrganizationName("test");
    QLocale::setDefault(QLocale::c());
}

void CompareDialogTest::init()
{
    m_dialog.reset();
    m_model = std::make_unique<AtlasModel>();
    m_model->document.open(test::builtInDataset());
}

void CompareDialogTest::select(const QStringList &areas)
{
    std::vector<size_t> positions;
    for (const QString &area : areas)
        positions.push_back(test::areaNamed(*m_model->document.now().dataset(), area));
    m_model->areas.select(positions);
}

void CompareDialogTest::open()
{
    m_dialog = std::make_unique<CompareDialog>(m_model->document, m_model->areas, nullptr);
    m_dialog->show();
}

QString CompareDialogTest::cell(const QString &row, int column) const
{
    const auto *table = find<QTableWidget>("comparison");
    for (int i = 0; i < table->rowCount(); ++i)
        if (table->item(i, 0)->text() == row)
            return table->item(i, column)->text();
    return "no such row";
}

void CompareDialogTest::theSelectionIsPinned()
{
    select({"Tees Valley", "Cumbria"});
    open();
    QCOMPARE(m_dialog->pins().size(), size_t(2));
    const auto *table = find<QTableWidget>("comparison");
    QCOMPARE(table->rowCount(), 1 + 1 + 3 + 6);
    QCOMPARE(table->columnCount(), 4);
    const int teesValley = table->horizontalHeaderItem(2)->text() == "Tees Valley" ? 2 : 3;
    QCOMPARE(cell("Rank", teesValley), "1");
    QCOMPARE(cell("Disengagement index", teesValley), "2.15 (+2.15)");
    QCOMPARE(cell("Unauthorised absence", teesValley), "1.8% (+0.8)");
    QCOMPARE(cell("Unauthorised absence", 1), "1.0%"); // the mean is 1.041
}

void CompareDialogTest::pinsStayWhenTheSelectionMoves()
{
    select({"Tees Valley"});
    open();
    QVERIFY(!find<QPushButton>("pin")->isEnabled());
    select({"Cumbria"});
    QCOMPARE(m_dialog->pins().size(), size_t(1));
    QTest::mouseClick(find<QPushButton>("pin"), Qt::LeftButton);
    QCOMPARE(m_dialog->pins().size(), size_t(2));
}

void CompareDialogTest::noMoreThanSixArePinned()
{
    std::vector<size_t> all(39);
    for (size_t area = 0; area < all.size(); ++area)
        all[area] = area;
    m_model->areas.select(all);
    open();
    QCOMPARE(m_dialog->pins().size(), CompareDialog::mostPins);
    QVERIFY(!find<QPushButton>("pin")->isEnabled());
}

void CompareDialogTest::columnsAreUnpinned()
{
    select({"Tees Valley", "Cumbria", "London"});
    open();
    const AreaCode second = m_dialog->pins()[1];
    find<QTableWidget>("comparison")->selectColumn(3);
    QTest::mouseClick(find<QPushButton>("unpin"), Qt::LeftButton);
    QCOMPARE(m_dialog->pins().size(), size_t(2));
    QVERIFY(std::find(m_dialog->pins().begin(), m_dialog->pins().end(), second) == m_dialog->pins().end());
    QTest::mouseClick(find<QPushButton>("unpin"), Qt::LeftButton); // no column is selected: all
    QVERIFY(m_dialog->pins().empty());
    QCOMPARE(find<QTableWidget>("comparison")->columnCount(), 0);
}

void CompareDialogTest::barsShowTheSameInColours()
{
    select({"Tees Valley", "Cumbria"});
    open();
    auto *bars = find<AreaBars>("areaBars");
    const AreaComparison &shown = bars->comparison();
    QCOMPARE(shown.rows.size(), size_t(1 + 6));
    const auto teesValley = static_cast<size_t>(shown.areas.indexOf("Tees Valley"));
    const AreaComparison::Row &absence = shown.rows[4];
    QCOMPARE(absence.name, "Unauthorised absence");
    QCOMPARE(absence.values[static_cast<qsizetype>(teesValley)], "1.8%");
    QVERIFY(std::abs(absence.distances[teesValley] - 3.13) < 0.01); // its z-score
    // Few in professional occupations is more disengaged, so the bar points to the right.
    QVERIFY(shown.rows[2].distances[teesValley] > 0);
    QVERIFY(bars->accessibleDescription().contains("Tees Valley 1.8%"));
    m_dialog->activateWindow();
    COMES_TRUE(m_dialog->isActiveWindow());
    bars->setFocus();
    QTest::keyClick(bars, Qt::Key_T);
    QVERIFY(find<QTableWidget>("comparison")->hasFocus());
    const auto svg = renderPicture(bars->picture("Title", {"Notes"}), PictureFormat::Svg);
    QVERIFY(svg && svg->contains("Tees Valley") && svg->contains("1.8%"));
}

void CompareDialogTest::barsFollowTheBenchmark()
{
    select({"Tees Valley"});
    open();
    find<QComboBox>("benchmark")->setCurrentText("Most disengaged");
    const AreaComparison &shown = find<AreaBars>("areaBars")->comparison();
    QVERIFY(shown.axis.contains("Most disengaged"));
    QCOMPARE(shown.rows.front().distances.front(), 0.0); // by the index, that is Tees Valley itself
    select({});
    QTest::mouseClick(find<QPushButton>("unpin"), Qt::LeftButton);
    QVERIFY(shown.rows.empty());
    QVERIFY(!find<QPushButton>("exportChart")->isEnabled());
}

void CompareDialogTest::differencesAreFromTheBenchmark_data()
{
    QTest::addColumn<QString>("benchmark");
    QTest::addColumn<QString>("neet");
    QTest::addColumn<QString>("progress");
    // Table 4 of the paper: NEET from 2.4 to 6.4, expected progress from 62.0 to 77.2, where low is worse.
    QTest::newRow("mean") << "Mean of all areas"
                          << "4.1%"
                          << "68.3%";
    QTest::newRow("median") << "Median of all areas"
                            << "4.1%"
                            << "68.2%";
    QTest::newRow("best") << "Least disengaged"
                          << "2.4%"
                          << "77.2%";
    QTest::newRow("worst") << "Most disengaged"
                           << "6.4%"
                           << "62.0%";
}

void CompareDialogTest::differencesAreFromTheBenchmark()
{
    QFETCH(const QString, benchmark);
    select({"Tees Valley"});
    open();
    find<QComboBox>("benchmark")->setCurrentText(benchmark);
    QTEST(cell("Not in education, employment or training, 16 to 18 (NEET)", 1), "neet");
    QTEST(cell("Expected progress in English and maths", 1), "progress");
}

void CompareDialogTest::groupsAreBenchmarks()
{
    auto grouped = std::make_shared<Dataset>(*test::builtInDataset());
    grouped->groups = {{"region", std::vector<QString>(39, "south")}};
    for (const char *area : {"Tees Valley", "Cumbria"})
        grouped->groups[0].texts[test::areaNamed(*grouped, area)] = "north";
    m_model->document.open(grouped);
    select({"Tees Valley"});
    open();
    find<QComboBox>("benchmark")->setCurrentText("Mean of region: north");
    QCOMPARE(cell("Unauthorised absence", 1), "1.3%"); // of 1.8 and 0.8
    QCOMPARE(cell("Unauthorised absence", 2), "1.8% (+0.5)");
}

void CompareDialogTest::countriesOfTheDataAreBenchmarks()
{
    auto data = std::make_shared<Dataset>(*test::builtInDataset());
    GivenBenchmark england{{"E92000001"}, "England", RowKind::Country, {}};
    england.cells.resize(data->indicatorCount());
    england.cells[*data->findIndicator("unauthorised_absence")] = {1.2, Missing::No, {}};
    data->benchmarks = {england};
    m_model->document.open(data);
    select({"Tees Valley"});
    open();
    find<QComboBox>("benchmark")->setCurrentText("England");
    QCOMPARE(cell("Unauthorised absence", 1), "1.2%");
    QCOMPARE(cell("Unauthorised absence", 2), "1.8% (+0.6)");
    QVERIFY2(!cell("Index", 2).contains('('), "Countries have no index.");
}

void CompareDialogTest::newDataUnpinEverything()
{
    select({"Tees Valley"});
    open();
    m_model->document.open(test::builtInDataset());
    QVERIFY(m_dialog->pins().empty());
}

ATLAS_TEST(CompareDialogTest)

#include "test_compare_dialog.moc"
