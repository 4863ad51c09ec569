#include "tests/app/made_draft.h"
#include "tests/app/own_settings.h"
#include "tests/app/waiting.h"
#include "tests/support/test_program.h"

#include "app/import/match_page.h"
#include "app/import/pairs_dialog.h"
#include "app/state/preferences.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>
#include <QTest>

using namespace atlas;
using namespace atlas::test;

namespace {

const std::vector<BoundaryArea> towns = {{{"E06000001"}, "Hartlepool"},
                                         {{"E06000002"}, "Middlesbrough"},
                                         {{"E06000003"}, "Redcar and Cleveland"},
                                         {{"E06000004"}, "Stockton-on-Tees"}};

/// Two are joined, two are alike.
const QStringList mistyped = {"name,neet", "Hartlepol,1", "Middlesbrough,2", "Redcar & Cleveland,3",
                              "Stockton on Teees,4"};

/// A page on show, with the plans that it has asked for. It gets each as a new draft, as in the assistant.
class Shown
{
public:
    Shown(std::vector<BoundaryArea> areas, QStringList lines, const ImportPlan &plan = {})
        : m_areas(std::move(areas)), m_lines(std::move(lines))
    {
        QObject::connect(&page, &AssistantPage::planChanged, &page, [this](const ImportPlan &now) {
            plans.push_back(now);
            page.showDraft(makeDraft(m_areas, m_lines, now));
        });
        page.resize(1000, 640);
        page.showDraft(makeDraft(m_areas, m_lines, plan));
        page.show();
        page.activateWindow();
        [[maybe_unused]] const bool isActive = QTest::qWaitForWindowActive(&page);
    }

    QTableView *view(const char *name) { return page.findChild<QTableView *>(QLatin1String(name)); }
    QTableView *rows() { return view("rowsOnlyInTable"); }
    QTableView *areas() { return view("areasOnlyInBoundaries"); }
    QTableView *decided() { return view("decidedRows"); }
    QPushButton *button(const char *name) { return page.findChild<QPushButton *>(QLatin1String(name)); }
    QString text(const char *name) { return page.findChild<QLabel *>(QLatin1String(name))->text(); }
    void click(const char *name) { QTest::mouseClick(button(name), Qt::LeftButton); }

    MatchPage page;
    std::vector<ImportPlan> plans;

private:
    std::vector<BoundaryArea> m_areas;
    QStringList m_lines;
};

/// The cells of a row that are not hidden.
QString lineOf(const QTableView &view, int row)
{
    QStringList cells;
    for (int column = 0; column < view.model()->columnCount(); ++column)
        if (!view.isColumnHidden(column))
            cells << view.model()->index(row, column).data().toString();
    return cells.join(" | ");
}

QStringList linesOf(const QTableView &view)
{
    QStringList lines;
    for (int row = 0; row < view.model()->rowCount(); ++row)
        lines << lineOf(view, row);
    return lines;
}

QPoint centreOf(const QTableView &view, int row)
{
    int column = 0;
    while (view.isColumnHidden(column))
        ++column;
    return view.visualRect(view.model()->index(row, column)).center();
}

void clickRow(const QTableView &view, int row, Qt::KeyboardModifiers keys = {})
{
    QTest::mouseClick(view.viewport(), Qt::LeftButton, keys, centreOf(view, row));
}

} // namespace

class TestMatchPage : public QObject
{
    Q_OBJECT

    OwnSettings m_settings;

private slots:
    void init() { Preferences().setRememberedPairs({}); }

    void bothSidesAreShown();
    void aGoodFileAsksNothing();
    void withoutBoundariesThereIsNothingToMatch();
    void enterJoinsTheLikelyPair();
    void aDoubleClickJoins();
    void allLikelyPairsAreJoinedAtOnce();
    void aPairIsMadeByHand();
    void severalRowsAreJoinedTogether();
    void aRowIsKeptApart();
    void apairIsTakenApartAgain();
    void whatJoinedByItselfIsKeptApart();
    void whereNothingIsJoinedThePageStillWorks();
    void doubledRowsAreShownWithBothNumbers();
    void theFilterFindsNamesAndCodes();
    void kindsOfRowsAreShown();
    void acceptedPairsAreOfferedNextTime();
    void acceptedPairsAreCorrectedAndForgotten();
    void theFirstQuestionIsShown();
    void everythingCanBeReachedByKeys();
    void everyControlHasAName();
    void manyAreasAreShownAtOnce();
};

void TestMatchPage::bothSidesAreShown()
{
    Shown shown(towns, mistyped);
    new QAbstractItemModelTester(shown.rows()->model(), &shown.page);
    new QAbstractItemModelTester(shown.decided()->model(), &shown.page);
    QCOMPARE(shown.page.title(), "Match");
    QCOMPARE(shown.text("matchTitle"), "2 of 4 areas of the boundaries have a row of the table");
    QVERIFY2(shown.text("matchSummary").startsWith("Joined: 2 by name. "),
             qPrintable(shown.text("matchSummary")));
    QCOMPARE(lineOf(*shown.rows(), 0), "Hartlepol | 2 | E06000001 (Hartlepool) | likely: 1 letter(s) differ");
    QCOMPARE(shown.rows()->model()->rowCount(), 2);
    QCOMPARE(linesOf(*shown.areas()),
             QStringList({"Hartlepool | E06000001", "Stockton-on-Tees | E06000004"}));
    QCOMPARE(linesOf(*shown.decided()),
             QStringList({"Middlesbrough | 3 | E06000002 (Middlesbrough) | by name",
                          "Redcar & Cleveland | 4 | E06000003 (Redcar and Cleveland) | by name"}));
    QCOMPARE(shown.page.openQuestions(), 2);
    QVERIFY(shown.plans.empty());
}

void TestMatchPage::aGoodFileAsksNothing()
{
    Shown shown(towns, {"code,neet", "E06000001,1", "E06000002,2", "E06000003,3", "E06000004,4"});
    QCOMPARE(shown.page.openQuestions(), 0);
    QVERIFY(!shown.rows()->isVisible() && !shown.areas()->isVisible());
    QVERIFY(shown.decided()->isVisible());
    QVERIFY2(shown.text("matchTitle").startsWith("All 4 area"), qPrintable(shown.text("matchTitle")));
    QCOMPARE(shown.text("matchSummary"), "Joined: 4 by code.");
}

void TestMatchPage::withoutBoundariesThereIsNothingToMatch()
{
    Shown shown({}, mistyped);
    QCOMPARE(shown.page.openQuestions(), 0);
    QCOMPARE(shown.text("matchTitle"), "There are no boundaries to match with");
    QVERIFY(!shown.decided()->isVisible());
    shown.page.showFirstQuestion();
    shown.page.showDraft({});
    QCOMPARE(shown.page.openQuestions(), 0);
}

void TestMatchPage::enterJoinsTheLikelyPair()
{
    Shown shown(towns, mistyped);
    clickRow(*shown.rows(), 0);
    QVERIFY2(shown.text("pairText").startsWith("Hartlepol in row 2 and E06000001 (Hartlepool)"),
             qPrintable(shown.text("pairText")));
    QSignalSpy left(&shown.page, &AssistantPage::planChanged);
    QTest::keyClick(shown.rows(), Qt::Key_Return);
    QCOMPARE(left.size(), 1);
    QCOMPARE(shown.plans.back().matches, (std::map<QString, QString>{{"Hartlepol", "E06000001"}}));
    QCOMPARE(shown.page.openQuestions(), 1);
    QVERIFY2(linesOf(*shown.decided()).contains("Hartlepol | 2 | E06000001 (Hartlepool) | accepted by you"),
             qPrintable(linesOf(*shown.decided()).join('\n')));
    // The next one stands ready.
    QTest::keyClick(shown.rows(), Qt::Key_Enter);
    QCOMPARE(shown.plans.back().matches.size(), size_t(2));
    QCOMPARE(shown.page.openQuestions(), 0);
    QTest::keyClick(shown.rows(), Qt::Key_Return);
    QCOMPARE(shown.plans.size(), size_t(2));
}

void TestMatchPage::aDoubleClickJoins()
{
    Shown shown(towns, mistyped);
    clickRow(*shown.rows(), 1);
    QTest::mouseDClick(shown.rows()->viewport(), Qt::LeftButton, {}, centreOf(*shown.rows(), 1));
    QCOMPARE(shown.plans.back().matches.at("Stockton on Teees"), "E06000004");
}

void TestMatchPage::allLikelyPairsAreJoinedAtOnce()
{
    Shown shown(towns, mistyped);
    QVERIFY(shown.button("joinAllLikely")->text().endsWith("(2)"));
    shown.click("joinAllLikely");
    QCOMPARE(shown.plans.size(), size_t(1));
    QCOMPARE(shown.plans.back().matches.size(), size_t(2));
    QVERIFY2(shown.text("matchTitle").startsWith("All 4 area"), qPrintable(shown.text("matchTitle")));
    QVERIFY(!shown.rows()->isVisible());
}

void TestMatchPage::aPairIsMadeByHand()
{
    Shown shown(towns, {"code,name,neet", "X1,The Pool,1", "E06000002,Middlesbrough,2"});
    QVERIFY(!shown.button("joinPair")->isEnabled());
    clickRow(*shown.rows(), 0);
    QVERIFY(!shown.button("joinPair")->isEnabled());
    clickRow(*shown.areas(), 0);
    QVERIFY(shown.button("joinPair")->isEnabled());
    shown.click("joinPair");
    QCOMPARE(shown.plans.back().matches, (std::map<QString, QString>{{"X1", "E06000001"}}));
    const std::vector<RememberedPair> remembered = {{"The Pool", "Hartlepool"}};
    QCOMPARE(Preferences().rememberedPairs(), remembered);
}

void TestMatchPage::severalRowsAreJoinedTogether()
{
    Shown shown(towns, mistyped);
    clickRow(*shown.rows(), 0);
    QTest::keyClick(shown.rows(), Qt::Key_A, Qt::ControlModifier);
    shown.click("joinPair");
    QCOMPARE(shown.plans.size(), size_t(1));
    QCOMPARE(shown.plans.back().matches.size(), size_t(2));
}

void TestMatchPage::aRowIsKeptApart()
{
    Shown shown(towns, mistyped);
    clickRow(*shown.rows(), 0);
    shown.click("keepApart");
    QCOMPARE(shown.plans.back().matches, (std::map<QString, QString>{{"Hartlepol", ""}}));
    QCOMPARE(shown.page.openQuestions(), 1);
    QCOMPARE(lineOf(*shown.rows(), 0), "Hartlepol | 2 |  | kept apart by you");
    QCOMPARE(lineOf(*shown.decided(), 0), "Hartlepol | 2 |  | kept apart by you");
    // And taken back.
    clickRow(*shown.decided(), 0);
    shown.click("undoPair");
    QVERIFY(shown.plans.back().matches.empty());
    QCOMPARE(shown.page.openQuestions(), 2);
}

void TestMatchPage::apairIsTakenApartAgain()
{
    Shown shown(towns, mistyped);
    shown.click("joinAllLikely");
    QCOMPARE(Preferences().rememberedPairs().size(), size_t(2));
    clickRow(*shown.decided(), 0);
    QTest::keyClick(shown.decided(), Qt::Key_Delete);
    QCOMPARE(shown.plans.back().matches, (std::map<QString, QString>{{"Stockton on Teees", "E06000004"}}));
    QCOMPARE(Preferences().rememberedPairs().size(), size_t(1));
    QCOMPARE(shown.page.openQuestions(), 1);
}

void TestMatchPage::whatJoinedByItselfIsKeptApart()
{
    Shown shown(towns, mistyped);
    clickRow(*shown.decided(), 0);
    shown.click("undoPair");
    QCOMPARE(shown.plans.back().matches, (std::map<QString, QString>{{"Middlesbrough", ""}}));
    QCOMPARE(shown.areas()->model()->rowCount(), 3);
    // By hand it can be joined to another.
    clickRow(*shown.rows(), 1);
    clickRow(*shown.areas(), 0);
    shown.click("joinPair");
    QCOMPARE(shown.plans.back().matches, (std::map<QString, QString>{{"Middlesbrough", "E06000001"}}));
}

void TestMatchPage::whereNothingIsJoinedThePageStillWorks()
{
    Shown shown(towns, {"code,neet", "805,1", "806,2"});
    QVERIFY(shown.page.findChild<QWidget *>("matchError")->isVisible());
    QCOMPARE(shown.rows()->model()->rowCount(), 2);
    QCOMPARE(shown.areas()->model()->rowCount(), 4);
    QCOMPARE(shown.page.openQuestions(), 1);
    QVERIFY2(shown.text("matchTitle").startsWith("No area of the boundaries"),
             qPrintable(shown.text("matchTitle")));
    clickRow(*shown.rows(), 0);
    clickRow(*shown.areas(), 0);
    QTest::keyClick(shown.areas(), Qt::Key_Return);
    QCOMPARE(shown.plans.back().matches, (std::map<QString, QString>{{"805", "E06000001"}}));
    QVERIFY(!shown.page.findChild<QWidget *>("matchError")->isVisible());
    QCOMPARE(shown.page.openQuestions(), 0);
}

void TestMatchPage::doubledRowsAreShownWithBothNumbers()
{
    Shown same(towns, {"code,neet", "E06000001,1", "e06000001,1"});
    QCOMPARE(lineOf(*same.decided(), 1), "e06000001 | 3 | E06000001 (Hartlepool) | repeats row 2");
    Shown other(towns, {"code,neet", "E06000001,1", "e06000001,2"});
    QVERIFY(other.page.findChild<QWidget *>("matchError")->isVisible());
    QCOMPARE(lineOf(*other.decided(), 1),
             "e06000001 | 3 | E06000001 (Hartlepool) | of the same area as row 2, with other figures");
}

void TestMatchPage::theFilterFindsNamesAndCodes()
{
    Shown shown(towns, mistyped);
    auto *find = shown.page.findChild<QLineEdit *>("matchFilter");
    QTest::keyClicks(find, "stock");
    QCOMPARE(shown.rows()->model()->rowCount(), 1);
    QCOMPARE(linesOf(*shown.areas()), QStringList{"Stockton-on-Tees | E06000004"});
    QCOMPARE(shown.decided()->model()->rowCount(), 0);
    find->clear();
    QTest::keyClicks(find, "REDCAR and");
    QCOMPARE(shown.decided()->model()->rowCount(), 1);
    find->clear();
    QTest::keyClicks(find, "e06000002");
    QCOMPARE(shown.decided()->model()->rowCount(), 1);
}

void TestMatchPage::kindsOfRowsAreShown()
{
    Shown shown(towns,
                {"code,name,neet", "E06000001,Hartlepool,1", ",Middlesbrough,2", "E92000001,England,9"});
    auto *kinds = shown.page.findChild<QComboBox *>("decidedKinds");
    QCOMPARE(shown.decided()->model()->rowCount(), 3);
    QCOMPARE(kinds->count(), 3);
    kinds->setFocus();
    QTest::keyClick(kinds, Qt::Key_Down);
    QCOMPARE(kinds->currentText(), "Joined, but not by the same code (1)");
    QCOMPARE(shown.decided()->model()->rowCount(), 1);
    QTest::keyClick(kinds, Qt::Key_Down);
    QCOMPARE(kinds->currentText(), "Not taken as areas (1)");
    QVERIFY2(lineOf(*shown.decided(), 0).contains("England"), qPrintable(lineOf(*shown.decided(), 0)));
}

void TestMatchPage::acceptedPairsAreOfferedNextTime()
{
    Preferences().setRememberedPairs({{"The Pool", "Hartlepool"}});
    Shown shown(towns, {"name,neet", "the pool,1", "Middlesbrough,2"});
    QCOMPARE(lineOf(*shown.rows(), 0), "the pool | 2 | E06000001 (Hartlepool) | likely: accepted before");
    QCOMPARE(shown.page.openQuestions(), 1);
    shown.click("joinAllLikely");
    QCOMPARE(shown.plans.back().matches, (std::map<QString, QString>{{"the pool", "E06000001"}}));
    QCOMPARE(Preferences().rememberedPairs().size(), size_t(1));
}

void TestMatchPage::acceptedPairsAreCorrectedAndForgotten()
{
    Preferences().setRememberedPairs({{"Elsewhere", "Redcar"}});
    Shown shown(towns, mistyped, {.matches = {{"Hartlepol", "E06000001"}, {"Gone", "E99"}}});
    shown.click("acceptedPairs");
    auto *dialog = shown.page.findChild<PairsDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    auto *table = dialog->findChild<QTableWidget *>("acceptedPairs");
    QCOMPARE(table->rowCount(), 3);
    QCOMPARE(table->item(0, 2)->text(), "not in these boundaries");
    QCOMPARE(table->item(1, 2)->text(), "Hartlepool");
    QCOMPARE(table->item(2, 3)->text(), "on this machine");
    table->setCurrentCell(0, 0);
    QTest::keyClick(table, Qt::Key_Delete);
    QCOMPARE(table->rowCount(), 2);
    table->setCurrentCell(0, 1);
    QTest::keyClick(table, Qt::Key_F2);
    auto *editor = table->viewport()->findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, "Stockton-on-Tees");
    QTest::keyClick(editor, Qt::Key_Return);
    COMES_TO(table->item(0, 2)->text(), QString("Stockton-on-Tees")); // it takes in the text a moment later
    table->selectRow(1);
    QTest::mouseClick(dialog->findChild<QPushButton *>("forgetPairs"), Qt::LeftButton);
    QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
    QCOMPARE(shown.plans.back().matches, (std::map<QString, QString>{{"Hartlepol", "Stockton-on-Tees"}}));
    QVERIFY(Preferences().rememberedPairs().empty());
}

void TestMatchPage::theFirstQuestionIsShown()
{
    Shown shown(towns, mistyped);
    QTest::keyClicks(shown.page.findChild<QLineEdit *>("matchFilter"), "nothing");
    shown.page.showFirstQuestion();
    QVERIFY(shown.rows()->hasFocus());
    QCOMPARE(shown.rows()->currentIndex().row(), 0);
    QCOMPARE(shown.areas()->currentIndex().data().toString(), "Hartlepool");
}

void TestMatchPage::everythingCanBeReachedByKeys()
{
    Shown shown(towns, mistyped);
    shown.rows()->setFocus();
    QTest::keyClick(shown.rows(), Qt::Key_Down);
    QVERIFY(shown.button("joinPair")->isEnabled());
    QList<QWidget *> seen;
    for (int i = 0; i < 20; ++i) {
        QWidget *focused = QApplication::focusWidget();
        QVERIFY(focused);
        if (!seen.contains(focused))
            seen << focused;
        QTest::keyClick(focused, Qt::Key_Tab);
    }
    for (const char *name : {"matchFilter", "rowsOnlyInTable", "areasOnlyInBoundaries", "joinPair",
                             "keepApart", "joinAllLikely", "decidedKinds", "decidedRows", "acceptedPairs"})
        QVERIFY2(seen.contains(shown.page.findChild<QWidget *>(QLatin1String(name))), name);
}

void TestMatchPage::everyControlHasAName()
{
    Shown shown(towns, mistyped);
    for (const QWidget *widget : shown.page.findChildren<QWidget *>())
        if (qobject_cast<const QTableView *>(widget) || qobject_cast<const QComboBox *>(widget)
            || (qobject_cast<const QLineEdit *>(widget) && widget->focusPolicy() != Qt::NoFocus))
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        else if (const auto *button = qobject_cast<const QPushButton *>(widget))
            QVERIFY2(!button->text().isEmpty() && !button->toolTip().isEmpty(),
                     qPrintable(button->objectName()));
}

void TestMatchPage::manyAreasAreShownAtOnce()
{
    std::vector<BoundaryArea> areas;
    QStringList lines = {"code,name,neet", "A0,Place 0,1"};
    constexpr int count = 4000;
    for (int i = 0; i < count; ++i)
        areas.push_back({{QStringLiteral("A%1").arg(i)}, QStringLiteral("Place %1").arg(i)});
    for (int i = 1; i < count; ++i)
        lines << QStringLiteral("X%1,Place %1 (1),2").arg(i);
    MatchPage page;
    QSignalSpy changed(&page, &AssistantPage::questionsChanged);
    page.showDraft(makeDraft(areas, lines));
    QCOMPARE(page.openQuestions(), 0);
    COMES_TRUE(changed.size() == 1);
    QCOMPARE(page.openQuestions(), count - 1);
    page.findChild<QPushButton *>("joinAllLikely")->click();
    QCOMPARE(page.openQuestions(), 0);
    QVERIFY(Preferences().rememberedPairs().size() <= 3000);
}

ATLAS_TEST(TestMatchPage)

#include "test_match_page.moc"
