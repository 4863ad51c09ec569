#include "app/charts/slope_chart.h"
#include "app/dialogs/file_tasks.h"
#include "core/common/files.h"
#include "core/common/output_files.h"
#include "tests/app/answering.h"
#include "tests/app/changes.h"
#include "tests/app/loaded_state.h"
#include "tests/support/test_program.h"

#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QMessageBox>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>

using namespace atlas;
using namespace atlas::test;

/// Files that are chosen in the program's own dialogs.
class FileTasksTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void aMethodIsOpened();
    void aMethodIsOpenedWithItsScales();
    void whatCannotBeUsedIsSaid_data();
    void whatCannotBeUsedIsSaid();
    void methodsAreSavedAndOpenedAgain();
    void aChartIsWritten_data();
    void aChartIsWritten();
    void theNameOfferedSaysWhatIsInside_data();
    void theNameOfferedSaysWhatIsInside();
    void whatChangedMeanwhileIsNotWritten();
    void whatIsOpenIsNotWrittenOver();

private:
    /// Answers each file dialog with this file, after `before`, and keeps what message boxes say.
    void answer(const QString &file, const std::function<void()> &before = {});
    QString path(const QString &name) const { return m_files->filePath(name); }
    QString written(const QString &name, const QByteArray &bytes) const;

    QTemporaryDir m_settings;
    std::unique_ptr<QTemporaryDir> m_files;
    std::unique_ptr<AtlasModel> m_model;
    std::unique_ptr<test::Answering> m_answering;
    QString m_said;
    QString m_offered; ///< the name of the file, before the answer
};

void FileTasksTest::initTestCase()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    QCoreApplication::setOrganizationName("test");
    QLocale::setDefault(QLocale::c());
}

void FileTasksTest::init()
{
    m_files = std::make_unique<QTemporaryDir>();
    m_model = std::make_unique<AtlasModel>();
    m_model->document.open(test::builtInDataset());
    m_said.clear();
}

void FileTasksTest::answer(const QString &file, const std::function<void()> &before)
{
    m_answering = std::make_unique<test::Answering>([this, file, before](QDialog &shown) {
        if (auto *message = qobject_cast<QMessageBox *>(&shown)) {
            m_said = message->text();
            message->accept();
        } else if (auto *dialog = qobject_cast<QFileDialog *>(&shown)) {
            m_offered = QFileInfo(dialog->selectedFiles().value(0)).fileName();
            if (before)
                before();
            dialog->findChild<QLineEdit *>("fileNameEdit")
                ->setText(file); // as typed; selectFile() yields to focus
            QMetaObject::invokeMethod(dialog, "accept");
        }
    });
}

QString FileTasksTest::written(const QString &name, const QByteArray &bytes) const
{
    if (!writeWholeFile(path(name), bytes))
        qFatal("the file could not be written");
    return path(name);
}

void FileTasksTest::aMethodIsOpened()
{
    const Method other{.choices = {.index = {.excluded = {"soc_1_3"}}, .scheme = 5}};
    answer(written("five.json", writeMethod(other)));
    const auto method = openMethodByDialog(m_model->document, Scales::OfTheData, nullptr);
    QVERIFY(method);
    QCOMPARE(method->name, QString("five")); // that of the file
    QVERIFY(method->choices == other.choices);
}

void FileTasksTest::aMethodIsOpenedWithItsScales()
{
    const Method last = m_model->document.now().method();
    QCOMPARE(last.scalesUsed.size(), size_t(6));
    answer(written("last.json", writeMethod(last)));
    const auto method = openMethodByDialog(m_model->document, Scales::Kept, nullptr);
    QVERIFY(method);
    QVERIFY(method->choices.index.scale.references == last.scalesUsed);
    // One value changed: on the scale of last time no other area's score moves.
    setIndexSettings(m_model->document, method->choices.index);
    const std::vector<double> before = m_model->document.now().result().scores;
    setWhatIfs(m_model->document, {{0, 0, 90.0}});
    QVERIFY(m_model->document.now().result().scores[0] != before[0]);
    for (size_t area = 1; area < before.size(); ++area)
        QCOMPARE(m_model->document.now().result().scores[area], before[area]);
}

void FileTasksTest::whatCannotBeUsedIsSaid_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("says");
    QTest::newRow("no method") << QByteArray("{}") << "is not a method";
    QTest::newRow("of other data") << writeMethod({.choices = {.index = {.weights = {{"gone", 2}}}}})
                                   << "no indicator gone";
    QTest::newRow("bounds that fit no classes")
        << QByteArray(R"({"disengagement_atlas_method": 1, "breaks": [1,2,3,4,5,6]})") << "breaks";
}

void FileTasksTest::whatCannotBeUsedIsSaid()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, says);
    answer(written("bad.json", json));
    QVERIFY(!openMethodByDialog(m_model->document, Scales::OfTheData, nullptr));
    QVERIFY2(m_said.contains(says), qPrintable(m_said));
}

void FileTasksTest::methodsAreSavedAndOpenedAgain()
{
    setIndexSettings(m_model->document, {.aggregation = Aggregation::Copeland});
    answer(path("mine.method.json"));
    QCOMPARE(saveMethodByDialog(m_model->document.now().method(), {}, nullptr), path("mine.method.json"));
    const auto method = openMethodByDialog(m_model->document, Scales::OfTheData, nullptr);
    QVERIFY(method);
    QVERIFY(method->choices.index == m_model->document.now().indexSettings());
}

void FileTasksTest::aChartIsWritten_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("PNG") << "chart.png" << QByteArray("\x89PNG");
    QTest::newRow("SVG") << "chart.svg" << QByteArray("<?xml");
    QTest::newRow("PDF") << "chart.pdf" << QByteArray("%PDF");
}

void FileTasksTest::aChartIsWritten()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, begins);
    SlopeChart chart(m_model->document, m_model->areas);
    chart.setRanks(m_model->document.now().result().ranks, "first", m_model->document.now().result().ranks,
                   "second");
    answer(path(name));
    QCOMPARE(exportPictureByDialog([&] { return chart.picture("Two methods", {}); }, "ranks", nullptr),
             path(name));
    QVERIFY(readWholeFile(path(name), "the chart")->startsWith(begins));
}

void FileTasksTest::theNameOfferedSaysWhatIsInside_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("offered");
    QTest::newRow("as it is") << "Lancashire - why rank 10"
                              << "Lancashire - why rank 10.png";
    QTest::newRow("what no name may have") << "A/B: \"C\" <D>\n*?"
                                           << "A B C D.png";
    QTest::newRow("not hidden, and no option") << "..-x"
                                               << "x.png";
    QTest::newRow("letters of any language")
        << QString::fromUtf8("Ynys M\u00f4n") << QString::fromUtf8("Ynys M\u00f4n.png");
    QTest::newRow("nothing left") << "///"
                                  << "Disengagement atlas.png";
    QTest::newRow("very long") << QString(300, 'x') << QString(100, 'x') + ".png";
}

void FileTasksTest::theNameOfferedSaysWhatIsInside()
{
    QFETCH(const QString, title);
    answer(path("chart.png"));
    const Picture picture{.size = {.logical = {10, 10}}, .paint = [](QPainter &) {}};
    exportPictureByDialog([&]() -> Result<Picture> { return picture; }, title, nullptr);
    QTEST(m_offered, "offered");
}

void FileTasksTest::whatChangedMeanwhileIsNotWritten()
{
    bool isGone = false;
    const auto make = [&]() -> Result<Picture> {
        if (isGone)
            return Error{"The draws are gone.", {}};
        return Picture{
            .title = {}, .description = {}, .size = {QSizeF(100, 100)}, .paint = [](QPainter &) {}};
    };
    answer(path("chart.png"), [&] { isGone = true; });
    QVERIFY(exportPictureByDialog(make, "ranks", nullptr).isEmpty());
    QCOMPARE(m_said, QString("The draws are gone."));
    QVERIFY(!QFile::exists(path("chart.png")));
}

void FileTasksTest::whatIsOpenIsNotWrittenOver()
{
    written("figures.csv", "uCode,a\nN,1\nS,2\n");
    Progress progress;
    const auto dataset = loadDataset({.indicators = path("figures.csv")}, progress);
    QVERIFY(dataset.ok());
    const auto refused = checkKeepsInputs(path("figures.csv"), (*dataset)->files);
    QVERIFY(!refused.ok());
    QVERIFY2(refused.error().message.contains("figures.csv is open"), qPrintable(refused.error().message));
    QVERIFY(checkKeepsInputs(path("table.csv"), (*dataset)->files).ok());
}

ATLAS_TEST(FileTasksTest)

#include "test_file_tasks.moc"
