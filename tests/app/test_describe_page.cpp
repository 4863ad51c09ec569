#include "tests/app/made_draft.h"
#include "tests/app/own_settings.h"
#include "tests/app/waiting.h"
#include "tests/support/test_program.h"

#include "app/import/describe_page.h"
#include "app/import/histogram_view.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

using namespace atlas;
using namespace atlas::test;

namespace {

/// One is known by its name, one is not.
const QStringList figures = {"code,neet,income", "A1,1,10", "A2,2,20", "A3,3,30"};

/// The same with metadata that says everything.
IndicatorMetadata described()
{
    return {
        .indicators =
            {{.code = "neet", .name = "Not in education", .shortName = "NEET", .domain = "outcomes"},
             {.code = "income",
              .name = "Median income",
              .shortName = "Income",
              .domain = "risk",
              .direction = Direction::LowerIsMoreDisengaged}},
        .aggregates = {{.code = "outcomes", .name = "Direct outcomes"}, {.code = "risk", .name = "Risk"}}};
}

/// A page on show, with the plans that it has asked for. It gets each as a new draft, as in the assistant.
class Shown
{
public:
    explicit Shown(QStringList lines, const IndicatorMetadata *metadata = nullptr,
                   const ImportPlan &plan = {})
        : m_lines(std::move(lines)), m_metadata(metadata)
    {
        QObject::connect(&page, &AssistantPage::planChanged, &page, [this](const ImportPlan &now) {
            plans.push_back(now);
            page.showDraft(makeDraft({}, m_lines, now, m_metadata));
        });
        page.resize(1000, 640);
        page.showDraft(makeDraft({}, m_lines, plan, m_metadata));
        page.show();
        page.activateWindow();
        [[maybe_unused]] const bool isActive = QTest::qWaitForWindowActive(&page);
    }

    QTableView *list() { return page.findChild<QTableView *>("indicators"); }
    QString cell(int row, int column) { return list()->model()->index(row, column).data().toString(); }
    QLineEdit *field(const char *name) { return page.findChild<QLineEdit *>(QLatin1String(name)); }
    QString text(const char *name) { return page.findChild<QLabel *>(QLatin1String(name))->text(); }
    QPushButton *button(const char *name) { return page.findChild<QPushButton *>(QLatin1String(name)); }
    QRadioButton *radio(const char *name) { return page.findChild<QRadioButton *>(QLatin1String(name)); }
    QComboBox *domain() { return page.findChild<QComboBox *>("describeDomain"); }
    const ColumnDescription &said(const QString &code) { return plans.back().descriptions.at(code); }

    void choose(int row, Qt::KeyboardModifiers keys = {})
    {
        const QPoint at = list()->visualRect(list()->model()->index(row, 0)).center();
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, keys, at);
    }
    void type(const char *name, const QString &words)
    {
        QLineEdit *edit = field(name);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Backspace);
        QTest::keyClicks(edit, words);
        QTest::keyClick(edit, Qt::Key_Return);
    }

    DescribePage page;
    std::vector<ImportPlan> plans;

private:
    QStringList m_lines;
    const IndicatorMetadata *m_metadata;
};

} // namespace

class TestDescribePage : public QObject
{
    Q_OBJECT

    OwnSettings m_settings;

private slots:
    void indicatorsAreListed();
    void aGoodFileAsksNothing();
    void guessesAreShownAsGuesses();
    void textsAreChanged_data();
    void textsAreChanged();
    void theDirectionIsTurned();
    void aGuessIsSettledByChoosingItAgain();
    void allGuessesAreSettledAtOnce();
    void theDomainMayBeNew();
    void theWeightMustBeAWeight();
    void decimalsAreChanged();
    void severalAreChangedTogether();
    void whatWasSaidIsTakenBack();
    void nothingIsSaidWhereNothingWasTyped();
    void whatIsBeingTypedStays();
    void theFiguresAreDescribed();
    void signsForMissingAreNumbersAfterAll();
    void theFirstQuestionIsShown();
    void theFilterFindsIndicators();
    void withoutIndicatorsThereIsNothingToDescribe();
    void withoutAJoinIndicatorsAreDescribedStill();
    void everythingCanBeReachedByKeys();
    void everyControlHasAName();
    void manyIndicatorsAreListed();
};

void TestDescribePage::indicatorsAreListed()
{
    const IndicatorMetadata metadata = described();
    Shown shown(figures, &metadata);
    new QAbstractItemModelTester(shown.list()->model(), &shown.page);
    QCOMPARE(shown.page.title(), "Describe");
    QCOMPARE(shown.list()->model()->rowCount(), 2);
    QCOMPARE(shown.cell(0, 0), "Not in education");
    QCOMPARE(shown.cell(0, 1), "higher");
    QCOMPARE(shown.cell(1, 1), "lower");
    QCOMPARE(shown.cell(1, 2), "Risk");
    QCOMPARE(shown.field("describeName")->text(), "Not in education");
    QVERIFY(shown.radio("describeHigher")->isChecked());
    QCOMPARE(shown.text("directionOrigin"), "As the metadata says.");
    shown.choose(1);
    QCOMPARE(shown.field("describeName")->text(), "Median income");
    QVERIFY(shown.radio("describeLower")->isChecked());
    QVERIFY(shown.plans.empty());
}

void TestDescribePage::aGoodFileAsksNothing()
{
    const IndicatorMetadata metadata = described();
    Shown shown(figures, &metadata);
    QCOMPARE(shown.page.openQuestions(), 0);
    QVERIFY(!shown.page.findChild<QWidget *>("describeNotice")->isVisible());
    Shown known({"code,neet,absence_rate", "A1,1,10", "A2,2,20"});
    QCOMPARE(known.page.openQuestions(), 0);
}

void TestDescribePage::guessesAreShownAsGuesses()
{
    Shown shown(figures);
    QCOMPARE(shown.cell(0, 1), "higher, by its name");
    QCOMPARE(shown.text("directionOrigin"), "A guess by its name.");
    shown.choose(1);
    QCOMPARE(shown.cell(1, 1), "higher, to be decided");
    QVERIFY(shown.text("directionOrigin").startsWith("Nobody has said it"));
    QCOMPARE(shown.page.openQuestions(), 1);
    QVERIFY(shown.page.findChild<QWidget *>("describeNotice")->isVisible());
}

void TestDescribePage::textsAreChanged_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("words");
    QTest::addColumn<ColumnDescription>("expected");
    QTest::newRow("name") << QByteArray("describeName") << "NEET" << ColumnDescription{.name = "NEET"};
    QTest::newRow("unit") << QByteArray("describeUnit") << " % " << ColumnDescription{.unit = "%"};
    QTest::newRow("period") << QByteArray("describePeriod") << "2023/24"
                            << ColumnDescription{.period = "2023/24"};
    QTest::newRow("source") << QByteArray("describeSource") << "DfE" << ColumnDescription{.source = "DfE"};
    QTest::newRow("weight") << QByteArray("describeWeight") << "0.25" << ColumnDescription{.weight = 0.25};
}

void TestDescribePage::textsAreChanged()
{
    QFETCH(const QByteArray, field);
    QFETCH(const QString, words);
    QFETCH(const ColumnDescription, expected);
    Shown shown(figures);
    shown.type(field.constData(), words);
    QCOMPARE(shown.plans.size(), size_t(1));
    QCOMPARE(shown.plans.back().descriptions.size(), size_t(1));
    QCOMPARE(shown.said("neet"), expected);
    QCOMPARE(shown.field(field.constData())->text(), words.trimmed());
}

void TestDescribePage::theDirectionIsTurned()
{
    Shown shown(figures);
    QTest::mouseClick(shown.radio("describeLower"), Qt::LeftButton, {}, QPoint(8, 8));
    QCOMPARE(shown.said("neet").direction, std::optional(Direction::LowerIsMoreDisengaged));
    QCOMPARE(shown.cell(0, 1), "lower");
    QCOMPARE(shown.text("directionOrigin"), "As you decided.");
}

void TestDescribePage::aGuessIsSettledByChoosingItAgain()
{
    Shown shown(figures);
    shown.choose(1);
    QVERIFY(shown.radio("describeHigher")->isChecked());
    shown.radio("describeHigher")->setFocus();
    QTest::keyClick(shown.radio("describeHigher"), Qt::Key_Space);
    QCOMPARE(shown.said("income").direction, std::optional(Direction::HigherIsMoreDisengaged));
    QCOMPARE(shown.page.openQuestions(), 0);
}

void TestDescribePage::allGuessesAreSettledAtOnce()
{
    Shown shown({"code,neet,income,cars", "A1,1,10,3", "A2,2,20,2"});
    QCOMPARE(shown.page.openQuestions(), 2);
    QTest::mouseClick(shown.button("confirmDirections"), Qt::LeftButton);
    QCOMPARE(shown.plans.size(), size_t(1));
    QCOMPARE(shown.plans.back().descriptions.size(), size_t(2));
    QCOMPARE(shown.page.openQuestions(), 0);
    QVERIFY(!shown.page.findChild<QWidget *>("describeNotice")->isVisible());
}

void TestDescribePage::theDomainMayBeNew()
{
    const IndicatorMetadata metadata = described();
    Shown shown(figures, &metadata);
    QCOMPARE(shown.domain()->currentText(), "Direct outcomes");
    QCOMPARE(shown.domain()->count(), 2);
    shown.domain()->lineEdit()->setFocus();
    shown.domain()->lineEdit()->selectAll();
    QTest::keyClicks(shown.domain()->lineEdit(), "Schools");
    QTest::keyClick(shown.domain()->lineEdit(), Qt::Key_Return);
    QCOMPARE(shown.plans.size(), size_t(1));
    QCOMPARE(shown.said("neet").domain, "Schools");
    QCOMPARE(shown.cell(0, 2), "Schools");
    // One that is there is chosen.
    shown.domain()->setFocus();
    shown.domain()->setCurrentIndex(shown.domain()->findText("Risk"));
    emit shown.domain()->activated(shown.domain()->currentIndex());
    QCOMPARE(shown.said("neet").domain, "Risk");
    QCOMPARE(shown.cell(0, 2), "Risk");
}

void TestDescribePage::theWeightMustBeAWeight()
{
    Shown shown(figures);
    shown.type("describeWeight", "0");
    QVERIFY(shown.plans.empty());
    QVERIFY(shown.page.findChild<QLabel *>("describeProblem")->isVisible());
    shown.type("describeWeight", "2");
    QCOMPARE(shown.said("neet").weight, std::optional(2.0));
    QVERIFY(!shown.page.findChild<QLabel *>("describeProblem")->isVisible());
}

void TestDescribePage::decimalsAreChanged()
{
    Shown shown(figures);
    auto *decimals = shown.page.findChild<QSpinBox *>("describeDecimals");
    QCOMPARE(decimals->value(), 1);
    decimals->setFocus();
    QTest::keyClick(decimals, Qt::Key_Up);
    QCOMPARE(shown.said("neet").decimals, std::optional(2));
    QCOMPARE(decimals->value(), 2);
}

void TestDescribePage::severalAreChangedTogether()
{
    Shown shown({"code,neet,income,cars", "A1,1,10,3", "A2,2,20,2"});
    shown.choose(0);
    shown.choose(2, Qt::ControlModifier);
    shown.type("describeUnit", "%");
    QCOMPARE(shown.plans.back().descriptions.size(), size_t(2));
    QCOMPARE(shown.said("neet").unit, "%");
    QCOMPARE(shown.said("cars").unit, "%");
    QCOMPARE(shown.list()->selectionModel()->selectedRows().size(), 2);
    // A name is of one alone.
    shown.type("describeName", "Cars");
    QCOMPARE(shown.said("cars").name, "Cars");
    QCOMPARE(shown.said("neet").name, "");
}

void TestDescribePage::whatWasSaidIsTakenBack()
{
    Shown shown(figures, nullptr,
                {.descriptions = {{"neet", {.name = "NEET"}}, {"income", {.unit = "GBP"}}}});
    QCOMPARE(shown.field("describeName")->text(), "NEET");
    QVERIFY(shown.button("resetDescription")->isEnabled());
    QTest::mouseClick(shown.button("resetDescription"), Qt::LeftButton);
    QCOMPARE(shown.plans.back().descriptions.size(), size_t(1));
    QCOMPARE(shown.field("describeName")->text(), "neet");
    QVERIFY(!shown.button("resetDescription")->isEnabled());
}

void TestDescribePage::nothingIsSaidWhereNothingWasTyped()
{
    Shown shown(figures);
    for (const char *name :
         {"describeName", "describeUnit", "describeWeight", "describePeriod", "describeSource"}) {
        shown.field(name)->setFocus();
        QTest::keyClick(shown.field(name), Qt::Key_Return);
    }
    shown.domain()->lineEdit()->setFocus();
    QTest::keyClick(shown.domain()->lineEdit(), Qt::Key_Return);
    shown.list()->setFocus();
    QVERIFY(shown.plans.empty());
}

void TestDescribePage::whatIsBeingTypedStays()
{
    Shown shown(figures);
    QLineEdit *unit = shown.field("describeUnit");
    unit->setFocus();
    QTest::keyClicks(unit, "per 1");
    shown.page.showDraft(makeDraft({}, figures));
    QCOMPARE(unit->text(), "per 1");
    QTest::keyClicks(unit, ",000");
    shown.choose(1); // what was typed was of the other
    QCOMPARE(shown.said("neet").unit, "per 1,000");
    QCOMPARE(shown.field("describeUnit")->text(), "");
}

void TestDescribePage::theFiguresAreDescribed()
{
    Shown shown({"code,neet", "A1,1", "A2,2", "A3,c", "A4,3", "A5,4", "A6,0", "A7,90"}, nullptr,
                {.descriptions = {{"neet", {.unit = "%"}}}});
    const QString words = shown.text("quality");
    QVERIFY2(
        words.contains("6 of 7 areas with a row have a value: from 0.0% to 90.0%, half of them up to 2.5%."),
        qPrintable(words));
    QVERIFY2(words.contains("Missing: 1 suppressed (c)."), qPrintable(words));
    QVERIFY2(words.contains("(Tukey 1977): A7 90.0%."), qPrintable(words));
    QVERIFY2(words.contains("1 area(s) have the value 0."), qPrintable(words));
    auto *histogram = shown.page.findChild<HistogramView *>();
    QVERIFY(histogram->isVisible());
    QVERIFY(histogram->accessibleDescription().contains("from 0.0% to 90.0%"));
    QVERIFY(!histogram->grab().isNull());
    QVERIFY(shown.cell(0, 3).contains("1 missing"));
}

void TestDescribePage::signsForMissingAreNumbersAfterAll()
{
    ImportDraft draft = makeDraft({}, {"code,neet", "A1,1", "A2,2", "A3,4", "A4,3", "A5,5"});
    auto dataset = std::make_shared<Dataset>(*draft.dataset);
    dataset->cells[0][2] = {.missing = Missing::NotYetDue, .typed = "-99"};
    draft.dataset = dataset;
    Shown shown(figures);
    QVERIFY(!shown.button("readAsNumbers")->isVisible());
    shown.page.showDraft(draft);
    QVERIFY2(shown.text("quality").contains("-99 stands in 1 area(s) and is taken for a missing value."),
             qPrintable(shown.text("quality")));
    QCOMPARE(shown.button("readAsNumbers")->text(), "-99 is a n&umber");
    shown.button("readAsNumbers")->setFocus();
    QTest::keyClick(shown.button("readAsNumbers"), Qt::Key_Space);
    QCOMPARE(shown.plans.back().symbols.value("-99", Missing::Blank), Missing::No);
}

void TestDescribePage::theFirstQuestionIsShown()
{
    Shown shown(figures);
    shown.page.showFirstQuestion();
    QCOMPARE(shown.list()->currentIndex().row(), 1);
    QVERIFY(shown.radio("describeHigher")->hasFocus());
}

void TestDescribePage::theFilterFindsIndicators()
{
    const IndicatorMetadata metadata = described();
    Shown shown(figures, &metadata);
    QTest::keyClicks(shown.field("describeFilter"), "risk");
    QCOMPARE(shown.list()->model()->rowCount(), 1);
    QCOMPARE(shown.field("describeName")->text(), "Median income");
}

void TestDescribePage::withoutIndicatorsThereIsNothingToDescribe()
{
    Shown shown({"code", "A1"});
    QCOMPARE(shown.page.openQuestions(), 0);
    QVERIFY(!shown.list()->isVisible());
    shown.page.showDraft({});
    shown.page.showFirstQuestion();
    QCOMPARE(shown.text("describeTitle"), "There are no indicators yet");
}

void TestDescribePage::withoutAJoinIndicatorsAreDescribedStill()
{
    DescribePage page;
    page.showDraft(makeDraft({{{"B1"}, "Elsewhere"}}, figures));
    QCOMPARE(page.findChild<QTableView *>("indicators")->model()->rowCount(), 2);
    QCOMPARE(page.openQuestions(), 1);
    QVERIFY(page.findChild<QLabel *>("quality")->text().startsWith("All 3 areas"));
}

void TestDescribePage::everythingCanBeReachedByKeys()
{
    Shown shown(figures);
    shown.list()->setFocus();
    QList<QWidget *> seen;
    for (int i = 0; i < 30; ++i) {
        QWidget *focused = QApplication::focusWidget();
        QVERIFY(focused);
        if (!seen.contains(focused))
            seen << focused;
        QTest::keyClick(focused, Qt::Key_Tab);
    }
    for (const char *name :
         {"describeFilter", "indicators", "describeName", "describeUnit", "describeHigher", "describeWeight",
          "describeDecimals", "describePeriod", "describeSource", "confirmDirections"})
        QVERIFY2(seen.contains(shown.page.findChild<QWidget *>(QLatin1String(name))), name);
    QVERIFY(seen.contains(shown.domain()) || seen.contains(shown.domain()->lineEdit()));
    QVERIFY(shown.plans.empty());
}

void TestDescribePage::everyControlHasAName()
{
    Shown shown(figures);
    for (const QWidget *widget : shown.page.findChildren<QWidget *>()) {
        const bool isField =
            qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget)
            || qobject_cast<const QTableView *>(widget) || qobject_cast<const QRadioButton *>(widget);
        if (isField && !widget->objectName().startsWith("qt_"))
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        if (const auto *button = qobject_cast<const QPushButton *>(widget))
            QVERIFY2(!button->toolTip().isEmpty(), qPrintable(button->objectName()));
    }
}

void TestDescribePage::manyIndicatorsAreListed()
{
    QString header = "code";
    QString first = "A1";
    QString second = "A2";
    constexpr int count = 2000;
    for (int i = 0; i < count; ++i) {
        header += QStringLiteral(",measure %1x").arg(i);
        first += ",1";
        second += ",2";
    }
    Shown shown({header, first, second});
    QCOMPARE(shown.list()->model()->rowCount(), count);
    QCOMPARE(shown.page.openQuestions(), count);
    QTest::mouseClick(shown.button("confirmDirections"), Qt::LeftButton);
    QCOMPARE(shown.page.openQuestions(), 0);
}

ATLAS_TEST(TestDescribePage)

#include "test_describe_page.moc"
