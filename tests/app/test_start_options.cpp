#include "app/shell/start_options.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace atlas;

class StartOptionsTest : public QObject
{
    Q_OBJECT

private slots:
    void filesAndOptionsMayStandInAnyOrder();
    void withoutArgumentsThereIsNothingToOpen();
    void whatIsPrintedOpensNoWindow_data();
    void whatIsPrintedOpensNoWindow();
};

void StartOptionsTest::filesAndOptionsMayStandInAnyOrder()
{
    const auto read = readStartOptions({"a.shp", "--reset-layout", "b.csv", "--", "--odd name.csv"});
    const auto *options = std::get_if<StartOptions>(&read);
    QVERIFY(options);
    QCOMPARE(options->files, QStringList({"a.shp", "b.csv", "--odd name.csv"}));
    QVERIFY(options->resetsLayout);
}

void StartOptionsTest::withoutArgumentsThereIsNothingToOpen()
{
    const auto read = readStartOptions({});
    const auto *options = std::get_if<StartOptions>(&read);
    QVERIFY(options && options->files.isEmpty() && !options->resetsLayout);
}

void StartOptionsTest::whatIsPrintedOpensNoWindow_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isRefusal");
    QTest::newRow("help") << QStringList{"a.csv", "--help"} << "--reset-layout" << false;
    QTest::newRow("-h") << QStringList{"-h"} << "[FILE...]" << false;
    QTest::newRow("version") << QStringList{"--version"} << "disengagement-atlas " << false;
    QTest::newRow("an option that is not there") << QStringList{"--wings"} << "no option --wings" << true;
}

void StartOptionsTest::whatIsPrintedOpensNoWindow()
{
    QFETCH(const QStringList, arguments);
    const auto read = readStartOptions(arguments);
    const auto *printed = std::get_if<StartText>(&read);
    QVERIFY(printed);
    QFETCH(const QString, text);
    QVERIFY2(printed->text.contains(text), qPrintable(printed->text));
    QVERIFY(printed->text.endsWith('\n'));
    QTEST(printed->isRefusal, "isRefusal");
}

ATLAS_TEST(StartOptionsTest)
#include "test_start_options.moc"
