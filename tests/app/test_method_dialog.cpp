#include "app/method/method_dialog.h"

#include "app/widgets/hint_label.h"
#include "core/index/method_text.h"
#include "tests/app/changes.h"
#include "tests/app/loaded_state.h"
#include "tests/app/waiting.h"
#include "tests/support/test_program.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include <cmath>
#include <memory>

using namespace atlas;
using namespace atlas::test;

class MethodDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void nothingTouchedChangesNothing_data();
    void nothingTouchedChangesNothing();
    void choicesArriveInTheSettings();
    void aGeometricMeanOfZScoresIsRefused();
    void rangesThatFallAreRefused();
    void sharesTypedByHandStayAtTheWhole();
    void lockedSharesStay();
    void weightsOfZeroAreRefused();
    void goalpostsAreTyped();
    void thePapersMethodComesBack();
    void theVerdictCountsWhatMoves();

private:
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_dialog->findChild<Widget *>(name);
    }
    void choose(const char *name, const QString &text);
    void typeShare(int row, const QString &text);
    QPushButton *ok() const { return find<QDialogButtonBox>(nullptr)->button(QDialogButtonBox::Ok); }
    QString verdict() const { return find<HintLabel>("verdict")->text(); }

    QTemporaryDir m_settings;
    std::unique_ptr<AtlasModel> m_model;
    std::unique_ptr<MethodDialog> m_dialog;
};

void MethodDialogTest::initTestCase()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    QCoreApplication::setOrganizationName("test");
}

void MethodDialogTest::init()
{
    m_dialog.reset();
    m_model = std::make_unique<AtlasModel>();
    m_model->document.open(test::builtInDataset());
    m_dialog = std::make_unique<MethodDialog>(m_model->document.now());
    m_dialog->show();
}

/// As a hand would: the box gets the focus, and keys find the entry.
void MethodDialogTest::choose(const char *name, const QString &text)
{
    auto *box = find<QComboBox>(name);
    QVERIFY(box);
    const int index = box->findText(text);
    QVERIFY2(index >= 0, qPrintable(text));
    box->setFocus();
    while (box->currentIndex() < index)
        QTest::keyClick(box, Qt::Key_Down);
    while (box->currentIndex() > index)
        QTest::keyClick(box, Qt::Key_Up);
}

void MethodDialogTest::typeShare(int row, const QString &text)
{
    auto *tree = find<QTreeWidget>("weights");
    find<QTabWidget>(nullptr)->setCurrentIndex(1);
    QTreeWidgetItem *item = tree->topLevelItem(row);
    tree->setCurrentItem(item, 1);
    tree->editItem(item, 1);
    auto *editor = tree->viewport()->findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, text);
    QTest::keyClick(editor, Qt::Key_Return);
    COMES_TRUE(!tree->viewport()->findChild<QLineEdit *>());
    QCoreApplication::processEvents(); // what an edit leads to comes after the edit
}

void MethodDialogTest::nothingTouchedChangesNothing_data()
{
    QTest::addColumn<int>("which");
    QTest::newRow("the paper's method") << 0;
    QTest::newRow("many choices") << 1;
}

void MethodDialogTest::nothingTouchedChangesNothing()
{
    QFETCH(const int, which);
    IndexSettings settings;
    if (which == 1)
        settings = {.excluded = {"soc_1_3"},
                    .weights = {{"risk_factors", 20}, {"direct_measures", 50}, {"outcomes", 30}},
                    .scale = {.normalisation = Normalisation::Goalposts,
                              .low = 1,
                              .high = 10,
                              .references = {{"neet_16_18", {2, 8}}},
                              .missing = MissingRule::Median,
                              .outliers = OutlierRule::Treat,
                              .outliersOf = {{"neet_16_18", OutlierRule::Log}}},
                    .levels = Levels::Nested,
                    .aggregation = Aggregation::Geometric,
                    .aggregationOfLevel = {{3, Aggregation::Harmonic}},
                    .threshold = 0.5,
                    .rankRule = RankRule::Dense};
    setIndexSettings(m_model->document, settings);
    MethodDialog dialog(m_model->document.now());
    QVERIFY(dialog.settings() == settings);
    QVERIFY(dialog.quantileRule() == QuantileRule::Type7);
}

void MethodDialogTest::choicesArriveInTheSettings()
{
    choose("scale", "Min-max");
    find<QDoubleSpinBox>("low")->setValue(1);
    find<QDoubleSpinBox>("high")->setValue(100);
    choose("levels", "Domains first, then the index");
    choose("aggregation", "Geometric mean");
    choose("missing", "Fill in the median");
    find<QSpinBox>("threshold")->setValue(60);
    choose("outliers", "Winsorise, else logarithm");
    choose("ties", "One rank, none left out: 1, 2, 2, 3");
    choose("quantiles", "Type 6 (Weibull)");
    const IndexSettings expected{.scale = {.normalisation = Normalisation::MinMax,
                                           .low = 1,
                                           .high = 100,
                                           .missing = MissingRule::Median,
                                           .outliers = OutlierRule::Treat},
                                 .levels = Levels::Nested,
                                 .aggregation = Aggregation::Geometric,
                                 .threshold = 0.6,
                                 .rankRule = RankRule::Dense};
    QVERIFY(m_dialog->settings() == expected);
    QVERIFY(m_dialog->quantileRule() == QuantileRule::Type6);
    QVERIFY(m_model->document.now().indexSettings() == IndexSettings()); // nothing before OK
}

void MethodDialogTest::aGeometricMeanOfZScoresIsRefused()
{
    choose("aggregation", "Geometric mean");
    QVERIFY(!ok()->isEnabled());
    QVERIFY(find<HintLabel>("verdict")->isProblem());
    QVERIFY(verdict().contains("needs values above zero"));
    choose("aggregation", "Arithmetic mean");
    QVERIFY(ok()->isEnabled());
}

void MethodDialogTest::rangesThatFallAreRefused()
{
    choose("scale", "Min-max");
    find<QDoubleSpinBox>("low")->setValue(5);
    QVERIFY(!ok()->isEnabled());
    find<QDoubleSpinBox>("high")->setValue(6);
    QVERIFY(ok()->isEnabled());
}

void MethodDialogTest::sharesTypedByHandStayAtTheWhole()
{
    choose("weighting", "By hand");
    typeShare(0, "50");
    const auto &weights = m_dialog->settings().weights;
    QCOMPARE(weights.size(), size_t(6));
    QCOMPARE(weights.at("imd_worst_10pct"), 50.0);
    QVERIFY(std::abs(weights.at("soc_1_3") - 10) < 1e-12);
    auto *tree = find<QTreeWidget>("weights");
    QCOMPARE(tree->topLevelItem(1)->text(1), "10.0");
    QCOMPARE(tree->topLevelItem(0)->text(3), "50.0");
}

void MethodDialogTest::lockedSharesStay()
{
    choose("weighting", "By hand");
    find<QTreeWidget>("weights")->topLevelItem(1)->setCheckState(2, Qt::Checked);
    typeShare(0, "50");
    const auto &weights = m_dialog->settings().weights;
    QVERIFY(std::abs(weights.at("soc_1_3") - 100 / 6.0) < 1e-9);
    QVERIFY(std::abs(weights.at("exclusions") - (50 - 100 / 6.0) / 4) < 1e-9);
    QCOMPARE(find<QTreeWidget>("weights")->topLevelItem(1)->checkState(2), Qt::Checked);
}

void MethodDialogTest::weightsOfZeroAreRefused()
{
    choose("weighting", "By hand");
    for (const char *bad : {"0", "-3", "100", "x"}) {
        typeShare(0, bad);
        QVERIFY(m_dialog->settings().weights.empty());
        QCOMPARE(find<QTreeWidget>("weights")->topLevelItem(0)->text(1), "16.7");
    }
}

void MethodDialogTest::goalpostsAreTyped()
{
    choose("scale", "Goalposts");
    QVERIFY(ok()->isEnabled()); // indicators without goalposts are left out, which the page says
    auto *table = find<QTableWidget>("references");
    table->item(0, 1)->setText("0");
    QVERIFY(m_dialog->settings().scale.references.empty());
    table->item(0, 2)->setText("40");
    QCOMPARE(m_dialog->settings().scale.references,
             (std::map<QString, ReferenceValues>{{"imd_worst_10pct", {0, 40}}}));
}

void MethodDialogTest::thePapersMethodComesBack()
{
    choose("scale", "Ranks");
    choose("weighting", "First principal component");
    QVERIFY(m_dialog->settings() != IndexSettings());
    QTest::mouseClick(find<QDialogButtonBox>(nullptr)->button(QDialogButtonBox::RestoreDefaults),
                      Qt::LeftButton);
    QVERIFY(m_dialog->settings() == IndexSettings());
}

void MethodDialogTest::theVerdictCountsWhatMoves()
{
    QCOMPARE(verdict(), "Z-scores, sample SD: no area changes rank.");
    choose("weighting", "First principal component");
    const IndexResult after = computeIndex(*test::builtInDataset(), m_dialog->settings());
    int moved = 0;
    for (size_t area = 0; area < after.ranks.size(); ++area)
        moved += after.ranks[area] == m_model->document.now().result().ranks[area] ? 0 : 1;
    QVERIFY(moved > 0);
    QVERIFY(verdict().contains(QString::number(moved) + " area"));
}

ATLAS_TEST(MethodDialogTest)

#include "test_method_dialog.moc"
