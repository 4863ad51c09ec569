#include "app/method/method_dialog.h"

#include "app/method/option_effects.h"
#include "app/method/option_list.h"
#include "app/widgets/hint_label.h"
#include "core/index/method_text.h"
#include "tests/app/changes.h"
#include "tests/app/loaded_state.h"
#include "tests/app/waiting.h"
#include "tests/support/test_program.h"

#include <QAbstractItemView>
#include <QButtonGroup>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSignalSpy>
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
    void eachOptionSaysWhatItMoves();
    void keysChooseToo();
    void ranksAreSaidInWords();
    void itOpensOnOptionsAndNotOnNumbers();

private:
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_dialog->findChild<Widget *>(name);
    }
    QRadioButton *option(const char *name, const QString &text) const;
    void showPageOf(const QWidget *part);
    QString effectOf(const char *list, const QString &text) const;
    /// As a hand would.
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

QRadioButton *MethodDialogTest::option(const char *name, const QString &text) const
{
    for (auto *button : find<OptionList>(name)->findChildren<QRadioButton *>())
        if (button->text() == text)
            return button;
    return nullptr;
}

void MethodDialogTest::showPageOf(const QWidget *part)
{
    for (auto *tabs : m_dialog->findChildren<QTabWidget *>())
        for (int page = 0; page < tabs->count(); ++page)
            if (tabs->widget(page)->isAncestorOf(part) || tabs->widget(page) == part)
                tabs->setCurrentIndex(page);
}

void MethodDialogTest::choose(const char *name, const QString &text)
{
    QRadioButton *button = option(name, text);
    QVERIFY2(button, qPrintable(text));
    showPageOf(button);
    QVERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton, {}, {8, button->height() / 2});
    QVERIFY2(button->isChecked(), qPrintable(text));
}

QString MethodDialogTest::effectOf(const char *list, const QString &text) const
{
    for (const int value : find<OptionList>(list)->values())
        if (find<OptionList>(list)->findChild<QButtonGroup *>()->button(value)->text() == text)
            return find<OptionList>(list)->effect(value);
    return {};
}

void MethodDialogTest::eachOptionSaysWhatItMoves()
{
    QSignalSpy shown(m_dialog.get(), &MethodDialog::effectsShown);
    COMES_TRUE(!shown.isEmpty());
    const Dataset &dataset = *test::builtInDataset();
    const std::vector<double> &before = m_model->document.now().result().ranks;
    const IndexResult after =
        computeIndex(dataset, {.scale = {.normalisation = Normalisation::PercentileRank}});
    int moved = 0;
    size_t farthest = 0;
    for (size_t area = 0; area < before.size(); ++area) {
        moved += before[area] == after.ranks[area] ? 0 : 1;
        if (std::abs(before[area] - after.ranks[area]) > std::abs(before[farthest] - after.ranks[farthest]))
            farthest = area;
    }
    const QString effect = effectOf("scale", "Percentile ranks");
    QVERIFY2(effect.startsWith(QStringLiteral("moves %1 of 39 ranks, %2 most: ")
                                   .arg(QString::number(moved), dataset.areas[farthest].name)),
             qPrintable(effect));
    QCOMPARE(effectOf("scale", "z-scores"), QString("moves no rank")); // as it is
    QCOMPARE(effectOf("aggregation", "Geometric mean"), QString("cannot be combined with the other choices"));
    QVERIFY2(effectOf("quantiles", "Type 6 (Weibull)").startsWith("moves "),
             qPrintable(effectOf("quantiles", "Type 6 (Weibull)")));
    const QString was = effectOf("weighting", "First principal component");
    choose("scale", "Min-max");
    shown.clear();
    COMES_TRUE(!shown.isEmpty());
    QVERIFY(effectOf("weighting", "First principal component") != was); // with the rest as chosen
}

void MethodDialogTest::keysChooseToo()
{
    QRadioButton *button = option("scale", "z-scores");
    m_dialog->activateWindow();
    button->setFocus();
    COMES_TRUE(button->hasFocus());
    QTest::keyClick(button, Qt::Key_Down);
    QVERIFY(option("scale", "Min-max")->isChecked());
    QVERIFY(m_dialog->settings().scale.normalisation == Normalisation::MinMax);
}

void MethodDialogTest::ranksAreSaidInWords()
{
    const Dataset &dataset = *test::builtInDataset();
    const auto text = [&](double from, double to) {
        return effectText({.ranked = 39, .moved = 2, .farthest = 0, .from = from, .to = to}, dataset,
                          QLocale::c())
            .text.section(": ", 1);
    };
    QCOMPARE(text(1, 2), QString("1st to 2nd"));
    QCOMPARE(text(3, 4), QString("3rd to 4th"));
    QCOMPARE(text(11, 13), QString("11th to 13th"));
    QCOMPARE(text(21, 112), QString("21st to 112th"));
    QCOMPARE(text(2.5, 33), QString("2.5 to 33rd"));
}

void MethodDialogTest::itOpensOnOptionsAndNotOnNumbers()
{
    QVERIFY(option("scale", "z-scores")->isVisible());
    for (const auto *table : m_dialog->findChildren<QAbstractItemView *>())
        if (!qobject_cast<const QComboBox *>(table->parentWidget()->parentWidget()))
            QVERIFY2(!table->isVisible(), qPrintable(table->objectName()));
    showPageOf(find<QTreeWidget>("weights"));
    QVERIFY(find<QTreeWidget>("weights")->isVisible());
    showPageOf(find<QTableWidget>("references"));
    QVERIFY(find<QTableWidget>("references")->isVisible());
}

void MethodDialogTest::typeShare(int row, const QString &text)
{
    auto *tree = find<QTreeWidget>("weights");
    showPageOf(tree);
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
