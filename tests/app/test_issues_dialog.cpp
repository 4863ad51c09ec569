#include "tests/support/test_program.h"

#include "app/dialogs/issues_dialog.h"

#include "app/dialogs/about_dialog.h"
#include "app/dialogs/issues_model.h"
#include "tests/app/waiting.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using atlas::AboutDialog;
using atlas::AreaCode;
using atlas::Issue;
using atlas::Issues;
using atlas::IssuesDialog;
using atlas::IssuesModel;
using atlas::Severity;

namespace {

const Issues &made()
{
    static const Issues issues = {
        {Severity::Note, "Higher is taken as more disengaged.", "figures.csv", 0, {}},
        {Severity::Warning, "\"x\" is not\ta number.", "figures.csv", 12, {"E2"}},
        {Severity::Warning, "Tees Valley matches no area.", "figures.csv", 4, {"E1"}},
    };
    return issues;
}

QTableView *tableOf(const QWidget &dialog)
{
    return dialog.findChild<QTableView *>("issues");
}

QStringList columnOf(const QTableView &table, int column)
{
    QStringList texts;
    for (int row = 0; row < table.model()->rowCount(); ++row)
        texts << table.model()->index(row, column).data().toString();
    return texts;
}

QPoint centreOf(const QTableView &table, int row)
{
    return table.visualRect(table.model()->index(row, IssuesModel::Message)).center();
}

void clickHeader(const QTableView &table, int column)
{
    const QHeaderView *header = table.horizontalHeader();
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                      QPoint(header->sectionViewportPosition(column) + 20, header->height() / 2));
}

} // namespace

class TestIssuesDialog : public QObject
{
    Q_OBJECT

    QTemporaryDir m_settings;

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("test");
        QCoreApplication::setApplicationName("test_issues_dialog");
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    }
    void init() { QSettings().clear(); }

    void theModelKeepsTheRulesOfModels()
    {
        IssuesModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setIssues(made());
        QCOMPARE(model.rowCount(), 3);
        model.setIssues({});
        QCOMPARE(model.rowCount(), 0);
    }

    void remarksAreListedInTheOrderOfTheFiles()
    {
        IssuesDialog dialog;
        dialog.setIssues(made());
        const QTableView &table = *tableOf(dialog);
        QCOMPARE(columnOf(table, IssuesModel::Kind), QStringList({"Note", "Warning", "Warning"}));
        QCOMPARE(columnOf(table, IssuesModel::File), QStringList(3, "figures.csv"));
        QCOMPARE(columnOf(table, IssuesModel::Row), QStringList({"", "12", "4"}));
        QCOMPARE(columnOf(table, IssuesModel::Message).first(), made().front().message);
        QVERIFY(!table.model()->index(0, IssuesModel::Kind).data(Qt::DecorationRole).isNull());
        QCOMPARE(table.model()->index(0, IssuesModel::Message).data(Qt::ToolTipRole).toString(),
                 made().front().message);
        QVERIFY(dialog.findChild<QLabel *>("summary")->text().contains("2 warning"));
    }

    void withoutRemarksThereIsASentence()
    {
        IssuesDialog dialog;
        dialog.show();
        const auto *none = dialog.findChild<QLabel *>("none");
        QVERIFY(none->isVisible());
        QCOMPARE(none->text(), QString("No remarks: every area matched and every value was read."));
        QVERIFY(!dialog.findChild<QPushButton *>("copy")->isEnabled());
        dialog.setIssues(made());
        QVERIFY(!none->isVisible());
        QVERIFY(tableOf(dialog)->isVisible());
        QVERIFY(dialog.findChild<QPushButton *>("copy")->isEnabled());
        dialog.setIssues({});
        QVERIFY(none->isVisible());
    }

    void headersSort()
    {
        IssuesDialog dialog;
        dialog.setIssues(made());
        dialog.show();
        const QTableView &table = *tableOf(dialog);
        clickHeader(table, IssuesModel::Row);
        QCOMPARE(columnOf(table, IssuesModel::Row), QStringList({"", "4", "12"})); // as numbers
        clickHeader(table, IssuesModel::Row);
        QCOMPARE(columnOf(table, IssuesModel::Row), QStringList({"12", "4", ""}));
        clickHeader(table, IssuesModel::Row);
        QCOMPARE(columnOf(table, IssuesModel::Row), QStringList({"", "12", "4"})); // as they came
        clickHeader(table, IssuesModel::Kind);
        QCOMPARE(columnOf(table, IssuesModel::Kind), QStringList({"Warning", "Warning", "Note"}));
    }

    void aDoubleClickActivatesTheArea()
    {
        IssuesDialog dialog;
        dialog.setIssues(made());
        dialog.show();
        QSignalSpy activated(&dialog, &IssuesDialog::areaActivated);
        QTableView &table = *tableOf(dialog);
        clickHeader(table, IssuesModel::Row); // what is shown counts, not what came
        const QPoint second = centreOf(table, 1);
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, second);
        QTest::mouseDClick(table.viewport(), Qt::LeftButton, {}, second);
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.first().first().value<AreaCode>(), AreaCode{"E1"});
    }

    void enterActivatesTheArea_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("count");
        QTest::newRow("a remark on an area") << 1 << 1;
        QTest::newRow("a remark on the whole file") << 0 << 0;
    }
    void enterActivatesTheArea()
    {
        QFETCH(int, row);
        IssuesDialog dialog;
        dialog.setIssues(made());
        dialog.show();
        COMES_TRUE(dialog.isActiveWindow());
        QSignalSpy activated(&dialog, &IssuesDialog::areaActivated);
        QTableView &table = *tableOf(dialog);
        table.setFocus();
        table.setCurrentIndex(table.model()->index(0, 0));
        for (int i = 0; i < row; ++i)
            QTest::keyClick(&table, Qt::Key_Down);
        QTest::keyClick(&table, Qt::Key_Return);
        QTEST(static_cast<int>(activated.count()), "count");
        QVERIFY(dialog.isVisible());
    }

    void copyTakesAllWithoutASelection()
    {
        IssuesDialog dialog;
        dialog.setIssues(made());
        auto *copy = dialog.findChild<QPushButton *>("copy");
        QCOMPARE(copy->text(), QString("&Copy all"));
        QTest::mouseClick(copy, Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 QString("Kind\tRemark\tFile\tRow\n"
                         "Note\tHigher is taken as more disengaged.\tfigures.csv\t\n"
                         "Warning\t\"x\" is not a number.\tfigures.csv\t12\n"
                         "Warning\tTees Valley matches no area.\tfigures.csv\t4\n"));
    }

    void copyTakesTheSelectedRemarks()
    {
        IssuesDialog dialog;
        dialog.setIssues(made());
        dialog.show();
        COMES_TRUE(dialog.isActiveWindow());
        QTableView &table = *tableOf(dialog);
        table.setFocus();
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, centreOf(table, 2));
        QCOMPARE(dialog.findChild<QPushButton *>("copy")->text(), QString("&Copy selected"));
        QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 QString("Kind\tRemark\tFile\tRow\nWarning\tTees Valley matches no area.\tfigures.csv\t4\n"));
    }

    void longRemarksWrapAndManyDoNot()
    {
        IssuesDialog dialog;
        const Issue longIssue{.message = QString("words ").repeated(60)};
        dialog.setIssues({longIssue, {.message = "short"}});
        dialog.show();
        const QTableView &table = *tableOf(dialog);
        COMES_TRUE(table.rowHeight(0) > 2 * table.rowHeight(1));
        dialog.setIssues(Issues(2000, longIssue));
        QCOMPARE(table.rowHeight(0), table.verticalHeader()->defaultSectionSize());
    }

    void newRemarksReplaceOldOnesAndTheirSelection()
    {
        IssuesDialog dialog;
        dialog.setIssues(made());
        tableOf(dialog)->selectRow(2);
        dialog.setIssues({made().front()});
        QCOMPARE(tableOf(dialog)->model()->rowCount(), 1);
        QCOMPARE(dialog.findChild<QPushButton *>("copy")->text(), QString("&Copy all"));
    }

    void theSizeIsRemembered()
    {
        IssuesDialog dialog;
        QVERIFY(!dialog.isModal());
        dialog.show();
        dialog.resize(555, 333);
        dialog.hide();
        QCOMPARE(IssuesDialog().size(), QSize(555, 333));
    }

    void aboutNamesVersionLicenceAndSources()
    {
        QCoreApplication::setApplicationVersion("9.8.7");
        AboutDialog dialog;
        QVERIFY(dialog.findChild<QLabel *>("version")->text().contains("9.8.7"));
        const auto *text = dialog.findChild<QLabel *>("text");
        for (const char *word : {"GPL-3.0-or-later", "Open Government Licence", "Natural Earth", "Nomis"})
            QVERIFY2(text->text().contains(word), word);
        QVERIFY(text->openExternalLinks());
        QVERIFY(text->textInteractionFlags().testFlag(Qt::LinksAccessibleByKeyboard));
        dialog.show();
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
    }
};

ATLAS_TEST(TestIssuesDialog)
#include "test_issues_dialog.moc"
