#include "app/import/columns_page.h"

#include "app/import/assistant.h"
#include "app/import/column_head.h"
#include "app/import/column_questions.h"
#include "app/import/figure_rows_model.h"
#include "app/widgets/hint_label.h"
#include "tests/app/made_areas.h"
#include "tests/app/waiting.h"
#include "tests/support/test_program.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QElapsedTimer>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

#include <functional>

using namespace atlas;
using namespace atlas::test;

/// How figures will be read, seen and changed column by column.
class AssistantColumnsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void theFirstRowsAreShownAsTheyWillBeRead();
    void rowsThatAreNotReadAreMarkedInWords();
    void headsSayRoleAndReason();
    void aRoleIsChosenBelow();
    void aRoleIsChosenInTheHead();
    void aRoleIsChosenByKeys();
    void theCodesCanBeOfAnotherColumn();
    void aDecimalMarkIsChosen();
    void whatIsDoubtfulIsConfirmed();
    void everythingDoubtfulIsConfirmedAtOnce();
    void headsCanStandElsewhere();
    void periodsAndLevelsAreChosen();
    void whatIsLeftOutIsSaid();
    void changesAddUpBeforeTheyAreRead();
    void tenThousandColumnsStayUsable();
    void theModelIsSound();

private:
    void show(const QByteArray &figures);
    template <typename Widget>
    Widget *in(const char *name) const
    {
        auto *found = m_assistant->findChild<Widget *>(name);
        if (!found)
            qFatal("there is no %s", name);
        return found;
    }
    QTableView *table() const { return in<QTableView>("fileRows"); }
    FigureRowsModel *rows() const { return qobject_cast<FigureRowsModel *>(table()->model()); }
    QString cell(int row, int column) const { return rows()->index(row, column).data().toString(); }
    int columnOf(const QString &header) const;
    ColumnRole roleOf(const QString &header) const;
    void choose(const char *box, const QString &text);
    void takeInHand(const QString &header);
    ImportPlan plan() const { return m_assistant->sources().plan; }
    QMenu *menuOf(const std::function<void()> &ask) const;

    QTemporaryDir m_settings;
    std::unique_ptr<QTemporaryDir> m_files;
    std::unique_ptr<Assistant> m_assistant;
};

void AssistantColumnsTest::initTestCase()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    QCoreApplication::setOrganizationName("test");
    QLocale::setDefault(QLocale::c());
}

void AssistantColumnsTest::init()
{
    m_assistant.reset();
    m_files = std::make_unique<QTemporaryDir>();
}

void AssistantColumnsTest::show(const QByteArray &figures)
{
    m_assistant = std::make_unique<Assistant>();
    m_assistant->show();
    m_assistant->setSources(writeSources(*m_files, figures));
    COMES_TRUE(!m_assistant->isReading());
    in<QTabWidget>("pages")->setCurrentIndex(1);
}

int AssistantColumnsTest::columnOf(const QString &header) const
{
    for (int i = 0; i < rows()->columnCount(); ++i)
        if (rows()->plan().columns[size_t(i)].header == header)
            return i;
    return -1;
}

ColumnRole AssistantColumnsTest::roleOf(const QString &header) const
{
    return rows()->plan().columns.at(size_t(columnOf(header))).role;
}

/// By keys, as a person would.
void AssistantColumnsTest::choose(const char *box, const QString &text)
{
    auto *combo = in<QComboBox>(box);
    QVERIFY(combo->isVisible() && combo->isEnabled());
    const int item = combo->findText(text);
    QVERIFY2(item >= 0, qPrintable(text));
    combo->setFocus();
    while (combo->currentIndex() != item)
        QTest::keyClick(combo, combo->currentIndex() < item ? Qt::Key_Down : Qt::Key_Up);
    COMES_TRUE(!m_assistant->isReading());
}

void AssistantColumnsTest::takeInHand(const QString &header)
{
    const QModelIndex index = rows()->index(1, columnOf(header));
    table()->scrollTo(index);
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, table()->visualRect(index).center());
    QCOMPARE(table()->currentIndex().column(), index.column());
}

QMenu *AssistantColumnsTest::menuOf(const std::function<void()> &ask) const
{
    ask();
    auto *menu = m_assistant->findChild<QMenu *>("columnMenu");
    if (!menu)
        qFatal("there is no menu");
    return menu;
}

void AssistantColumnsTest::theFirstRowsAreShownAsTheyWillBeRead()
{
    show("code;name;neet;share\nE06000001;Hartlepool;5,1;6%\nE06000002;Middlesbrough;6,25;[c]\n"
         "E06000003;Redcar;7,5;8%\n");
    QCOMPARE(cell(0, 2), QString("neet"));
    QCOMPARE(cell(1, 2), QString("5.1"));
    QCOMPARE(cell(2, 2), QString("6.25"));
    QCOMPARE(cell(1, 3), QString("6%"));
    QCOMPARE(cell(2, 3), QString("[c]"));
    QVERIFY(rows()->index(2, 3).data(Qt::ToolTipRole).toString().contains("[c]"));
    QVERIFY(rows()->index(1, 2).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
}

void AssistantColumnsTest::rowsThatAreNotReadAreMarkedInWords()
{
    show("Figures of October,,\n,,\ncode,name,neet\nE06000001,Hartlepool,5\nE06000002,Middlesbrough,6\n"
         "E06000003,Redcar,7\nSource: the department,,\n");
    const auto head = [this](int row) {
        return rows()->headerData(row, Qt::Vertical, Qt::DisplayRole).toString();
    };
    QCOMPARE(rows()->kindOf(0), FileRow::Above);
    QVERIFY(head(0).contains("not read"));
    QCOMPARE(rows()->kindOf(2), FileRow::Head);
    QVERIFY(head(2).contains("heads"));
    QCOMPARE(rows()->kindOf(3), FileRow::Figures);
    QCOMPARE(head(3), QString("4"));
    QCOMPARE(rows()->kindOf(6), FileRow::LeftOut);
    QVERIFY(head(6).startsWith("7"));
}

void AssistantColumnsTest::headsSayRoleAndReason()
{
    show(doubtfulFigures);
    const int pupils = columnOf("pupils");
    const QString said = rows()->headerData(pupils, Qt::Horizontal, Qt::AccessibleTextRole).toString();
    QVERIFY2(said.startsWith("pupils, ") && said.contains("decimal ") && said.contains("Please check")
                 && said.contains("6,412") && !said.contains("--"),
             qPrintable(said));
    const QString code = rows()->headerData(0, Qt::Horizontal, Qt::AccessibleTextRole).toString();
    QVERIFY2(code.contains("area code") && !code.contains("check"), qPrintable(code));
}

void AssistantColumnsTest::aRoleIsChosenBelow()
{
    show(goodFigures);
    takeInHand("absence");
    QCOMPARE(in<QComboBox>("role")->currentText(), QString("Indicator"));
    choose("role", "Left out");
    QCOMPARE(roleOf("absence"), ColumnRole::Ignored);
    QVERIFY(plan().roles == (std::map<QString, ColumnRole>{{"absence", ColumnRole::Ignored}}));
    QCOMPARE(m_assistant->data().dataset->indicatorCount(), size_t(1));
    QCOMPARE(table()->currentIndex().column(), columnOf("absence")); // still in hand
}

void AssistantColumnsTest::aRoleIsChosenInTheHead()
{
    show(goodFigures);
    auto *head = m_assistant->findChild<ColumnHead *>();
    const QPoint at(head->sectionViewportPosition(3) + 20, head->height() / 2);
    QMenu *menu = menuOf([&] { QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, at); });
    QAction *checked = nullptr;
    for (QAction *action : menu->actions())
        if (action->isChecked() && !checked)
            checked = action;
    QCOMPARE(checked->text(), QString("Indicator"));
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return); // "Left out" stands below "Indicator"
    COMES_TRUE(!m_assistant->isReading());
    QCOMPARE(roleOf("absence"), ColumnRole::Ignored);
}

void AssistantColumnsTest::aRoleIsChosenByKeys()
{
    show(goodFigures);
    takeInHand("neet");
    QMenu *menu = menuOf([this] { QTest::keyClick(table(), Qt::Key_Space); });
    QVERIFY(menu->isVisible());
    QTest::keyClick(menu, Qt::Key_Escape);
    QVERIFY(m_assistant->isVisible());
    QCOMPARE(roleOf("neet"), ColumnRole::Indicator);
}

void AssistantColumnsTest::theCodesCanBeOfAnotherColumn()
{
    show("old,new,neet\nE06000001,E06000003,5\nE06000002,E06000001,6\nE06000003,E06000002,7\n");
    const QString first = roleOf("old") == ColumnRole::Code ? "old" : "new";
    const QString second = first == "old" ? "new" : "old";
    takeInHand(second);
    choose("role", "Area code");
    QCOMPARE(roleOf(second), ColumnRole::Code);
    QVERIFY(roleOf(first) != ColumnRole::Code);
    takeInHand(first);
    choose("role", "Area code");
    QCOMPARE(roleOf(first), ColumnRole::Code);
    QVERIFY(roleOf(second) != ColumnRole::Code);
}

void AssistantColumnsTest::aDecimalMarkIsChosen()
{
    show(doubtfulFigures);
    takeInHand("pupils");
    const QString before = cell(1, columnOf("pupils"));
    takeInHand("neet");
    choose("decimalMark", "decimal comma"); // of those that do not say it
    QCOMPARE(plan().decimalMark, std::optional(DecimalMark::Comma));
    QCOMPARE(cell(1, columnOf("neet")), QString("5.1")); // which says it
    QVERIFY(cell(1, columnOf("pupils")) != before || roleOf("pupils") == ColumnRole::Ignored);
}

void AssistantColumnsTest::whatIsDoubtfulIsConfirmed()
{
    show(doubtfulFigures);
    QCOMPARE(m_assistant->openQuestions(), 1);
    takeInHand("neet");
    QVERIFY(!in<QPushButton>("confirm")->isVisible());
    takeInHand("pupils");
    QVERIFY(in<QPushButton>("confirm")->isVisible());
    QVERIFY(in<HintLabel>("reason")->isProblem());
    const ColumnRole role = roleOf("pupils");
    QTest::mouseClick(in<QPushButton>("confirm"), Qt::LeftButton);
    COMES_TRUE(!m_assistant->isReading());
    QCOMPARE(m_assistant->openQuestions(), 0);
    QCOMPARE(roleOf("pupils"), role);
    QVERIFY(!in<HintLabel>("reason")->isProblem());
}

void AssistantColumnsTest::everythingDoubtfulIsConfirmedAtOnce()
{
    show("code,name,population,pupils,headcount,neet\nE06000001,Hartlepool,100,10,20,5.5\n"
         "E06000002,Middlesbrough,200,20,30,6.5\nE06000003,Redcar,300,30,40,7.5\n");
    QVERIFY(m_assistant->openQuestions() > 1);
    const int before = m_assistant->openQuestions();
    QVERIFY(in<QPushButton>("confirmAll")->isVisible());
    QVERIFY(in<QPushButton>("confirmAll")->text().contains(QString::number(before)));
    QTest::mouseClick(in<QPushButton>("confirmAll"), Qt::LeftButton);
    COMES_TRUE(!m_assistant->isReading());
    QCOMPARE(m_assistant->openQuestions(), 0);
    QVERIFY(m_assistant->canOpen());
}

void AssistantColumnsTest::headsCanStandElsewhere()
{
    show("a,b,c\ncode,name,neet\nE06000001,Hartlepool,5\nE06000002,Middlesbrough,6\nE06000003,Redcar,7\n");
    auto *row = in<QSpinBox>("headerRow");
    const int wanted = row->value() == 2 ? 1 : 2;
    row->setFocus();
    QTest::keyClick(row, wanted == 2 ? Qt::Key_Up : Qt::Key_Down);
    COMES_TRUE(!m_assistant->isReading());
    QCOMPARE(plan().headerRow, wanted);
    QCOMPARE(row->value(), wanted);
    QCOMPARE(columnOf(wanted == 2 ? "neet" : "c"), 2);
}

void AssistantColumnsTest::periodsAndLevelsAreChosen()
{
    show("code,year,level,neet\nE06000001,2023,Local authority,5\nE06000002,2023,Local authority,6\n"
         "E06000001,2024,Local authority,7\nE06000002,2024,Local authority,8\n"
         "E12000001,2024,Ward,9\nE12000001,2023,Ward,9\n");
    auto *period = in<QComboBox>("period");
    QVERIFY(period->isVisible());
    QVERIFY2(period->currentText().contains("2024"), qPrintable(period->currentText()));
    choose("period", "2023");
    QCOMPARE(plan().period, QString("2023"));
    QVERIFY(m_assistant->canOpen());
    QCOMPARE(m_assistant->data().dataset->cells[0][0].number, 5.0);
    if (in<QComboBox>("level")->isVisible()) {
        choose("level", "Ward");
        QCOMPARE(plan().level, QString("Ward"));
    }
}

void AssistantColumnsTest::whatIsLeftOutIsSaid()
{
    show("Title,,,\ncode,name,neet,easting\nE06000001,Hartlepool,5,450000\nE06000002,Middlesbrough,6,450001\n"
         "E06000003,Redcar,7,450002\nE92000001,England,6.5,\nSource: the department,,,\n");
    const QString said = in<HintLabel>("leftOut")->text();
    for (const char *word : {"easting", "7", "England"})
        QVERIFY2(said.contains(word), qPrintable(said));
}

void AssistantColumnsTest::changesAddUpBeforeTheyAreRead()
{
    show(goodFigures);
    auto *page = m_assistant->findChild<ColumnsPage *>();
    takeInHand("neet");
    auto *role = in<QComboBox>("role");
    role->setFocus();
    QTest::keyClick(role, Qt::Key_Down); // left out
    QVERIFY(m_assistant->isReading());
    takeInHand("absence");
    QTest::keyClick(role, Qt::Key_Down);
    COMES_TRUE(!m_assistant->isReading());
    QCOMPARE(plan().roles.size(), size_t(2));
    QVERIFY(m_assistant->error()); // no indicator is left
    QVERIFY(page->openQuestions() > 0);
    takeInHand("neet");
    choose("role", "Indicator");
    QVERIFY(m_assistant->canOpen());
}

void AssistantColumnsTest::tenThousandColumnsStayUsable()
{
    QByteArray heads = "code";
    QByteArray figures[3] = {"E06000001", "E06000002", "E06000003"};
    for (int i = 0; i < 10000; ++i) {
        heads += ",c" + QByteArray::number(i) + "_x";
        for (int row = 0; row < 3; ++row)
            figures[row] += ',' + QByteArray::number(i % 97 + row) + ".5";
    }
    show(heads + '\n' + figures[0] + '\n' + figures[1] + '\n' + figures[2] + '\n');
    QVERIFY(m_assistant->canOpen());
    QCOMPARE(rows()->columnCount(), 10001);
    QElapsedTimer timer;
    timer.start();
    table()->setCurrentIndex(rows()->index(1, 9999));
    m_assistant->grab();
    constexpr int aSecond = 1000;
    QVERIFY2(timer.elapsed() < aSecond, qPrintable(QString::number(timer.elapsed())));
    choose("role", "Left out");
    QCOMPARE(rows()->plan().columns[9999].role, ColumnRole::Ignored);
}

void AssistantColumnsTest::theModelIsSound()
{
    show(doubtfulFigures);
    const QAbstractItemModelTester tester(rows(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    takeInHand("pupils");
    QTest::mouseClick(in<QPushButton>("confirm"), Qt::LeftButton);
    COMES_TRUE(!m_assistant->isReading());
    QVERIFY(rows()->rowCount() > 0);
    m_assistant->setSources({});
    QCOMPARE(rows()->rowCount(), 0);
}

ATLAS_TEST(AssistantColumnsTest)
#include "test_assistant_columns.moc"
