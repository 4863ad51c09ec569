#include "app/dialogs/print_tasks.h"
#include "app/shell/main_window.h"
#include "app/table/area_table_view.h"
#include "core/render/table_pages.h"
#include "tests/app/loaded_state.h"
#include "tests/app/own_settings.h"
#include "tests/app/waiting.h"
#include "tests/support/test_program.h"

#include <QAction>
#include <QFile>
#include <QPainter>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace atlas;
using namespace atlas::test;

namespace {

/// What is printed to a PDF file.
struct PrintedFile
{
    explicit PrintedFile(bool isLandscape, const QString &name = "Name")
    {
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(folder.filePath("printed.pdf"));
        preparePage(printer, name, isLandscape);
    }

    QByteArray bytes() const
    {
        QFile file(printer.outputFileName());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    int pages() const { return static_cast<int>(bytes().count("/Type /Page\n")); }
    /// In points, from the file itself.
    QSize pageSize() const
    {
        static const QRegularExpression box("/MediaBox \\[0 0 ([0-9.]+) ([0-9.]+)\\]");
        const auto match = box.match(QString::fromLatin1(bytes()));
        return QSizeF(match.captured(1).toDouble(), match.captured(2).toDouble()).toSize();
    }

    QTemporaryDir folder;
    QPrinter printer{QPrinter::HighResolution};
};

/// The words of a PDF; nothing where the program that reads them is not installed.
std::optional<QString> wordsOf(const QString &path)
{
    if (QStandardPaths::findExecutable("pdftotext").isEmpty())
        return {};
    QProcess process;
    process.start("pdftotext", {"-layout", path, "-"});
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput());
}

TableSheet sheetOfTable()
{
    AtlasModel state;
    state.document.open(builtInDataset());
    return AreaTableView(state.document, state.areas).sheet();
}

TableSheet longSheet(size_t rows)
{
    std::vector<std::vector<TableCell>> cells;
    for (size_t row = 0; row < rows; ++row)
        cells.push_back({textCell(QStringLiteral("Area %1").arg(row)), numberCell(1)});
    return {.table = tableOfRows({{.kind = TableColumn::Kind::Text, .name = "Area"}, {.name = "a"}},
                                 std::move(cells)),
            .locale = QLocale::c(),
            .title = "Long"};
}

} // namespace

class TestPrinting : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void mapFillsItsPage();
    void mapIsDrawnWithLines();
    void tableOfTheExampleIsOnOnePage();
    void longTablesHaveTheirHeadOnEveryPage();
    void onlyThePagesAskedForArePrinted();
    void veryLongTablesAreRefused();
    void previewOpensFromTheMenu_data();
    void previewOpensFromTheMenu();

private:
    OwnSettings m_settings;
};

void TestPrinting::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void TestPrinting::mapFillsItsPage()
{
    AtlasModel state;
    state.document.open(builtInDataset());
    PrintedFile file(false);
    printMap(file.printer, state.document.now().scene(Theme::Light, QLocale()), {.key = true}, {0});
    QCOMPARE(file.pageSize(), QSize(595, 842)); // A4 in points
    QCOMPARE(file.pages(), 1);
    const auto words = wordsOf(file.printer.outputFileName());
    if (!words)
        QSKIP("pdftotext is not installed");
    for (const QString word : {"Disengagement index", "Most disengaged", "Source:", "Tees Valley"})
        QVERIFY2(words->contains(word), qPrintable(*words));
}

void TestPrinting::mapIsDrawnWithLines()
{
    AtlasModel state;
    state.document.open(builtInDataset());
    PrintedFile file(true);
    printMap(file.printer, state.document.now().scene(Theme::Light, QLocale()), {}, {});
    QCOMPARE(file.pageSize(), QSize(842, 595));
    QVERIFY(!file.bytes().contains("/Subtype /Image"));
}

void TestPrinting::tableOfTheExampleIsOnOnePage()
{
    const TableSheet sheet = sheetOfTable();
    QVERIFY(isWide(sheet));
    PrintedFile file(true, sheet.title);
    printTable(file.printer, sheet);
    QVERIFY(file.pages() <= 2);
    QVERIFY(TablePages::naturalWidth(sheet) < 1032); // so that its text is as large as it should be
    const auto words = wordsOf(file.printer.outputFileName());
    if (!words)
        QSKIP("pdftotext is not installed");
    for (const QString word : {"Lancashire", "Q4, most disengaged", "Source:", "Page 1 of"})
        QVERIFY2(words->contains(word), qPrintable(*words));
}

void TestPrinting::longTablesHaveTheirHeadOnEveryPage()
{
    PrintedFile file(false);
    printTable(file.printer, longSheet(200));
    const int pages = file.pages();
    QVERIFY2(pages >= 4 && pages <= 5, qPrintable(QString::number(pages)));
    const auto words = wordsOf(file.printer.outputFileName());
    if (!words)
        QSKIP("pdftotext is not installed");
    QCOMPARE(words->count("Long"), pages);
    QVERIFY(words->contains(QStringLiteral("Page %1 of %1").arg(pages)));
    QVERIFY(words->contains("Area 199"));
}

void TestPrinting::onlyThePagesAskedForArePrinted()
{
    PrintedFile file(false);
    file.printer.setFromTo(2, 3);
    printTable(file.printer, longSheet(200));
    QCOMPARE(file.pages(), 2);
}

void TestPrinting::veryLongTablesAreRefused()
{
    QVERIFY(checkPrintable(longSheet(5000)));
    const auto refused = checkPrintable(longSheet(5001));
    QVERIFY(!refused);
    QVERIFY(refused.error().message.contains("5001"));
}

void TestPrinting::previewOpensFromTheMenu_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("title");
    QTest::newRow("map") << "printMap"
                         << "Print map";
    QTest::newRow("table") << "printTable"
                           << "Print table";
}

void TestPrinting::previewOpensFromTheMenu()
{
    QFETCH(const QString, command);
    QFETCH(const QString, title);
    MainWindow window(std::nullopt);
    window.model().document.open(builtInDataset());
    window.show();
    COMES_TRUE(isExposed(window));
    QString shown;
    QTimer::singleShot(0, &window, [&shown] {
        auto *dialog = qobject_cast<QPrintPreviewDialog *>(QApplication::activeModalWidget());
        if (!dialog)
            return;
        shown = dialog->windowTitle();
        dialog->reject();
    });
    window.findChild<QAction *>(command)->trigger();
    QCOMPARE(shown, title);
}

ATLAS_TEST(TestPrinting)

#include "test_printing.moc"
