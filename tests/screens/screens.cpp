// Renders the real window in the states that a designer would look at, into PNG files.
// Usage: atlas_screens FOLDER

#include "app/charts/slope_chart.h"
#include "app/charts/waterfall_view.h"
#include "app/compare/compare_dialog.h"
#include "app/dialogs/about_dialog.h"
#include "app/dialogs/export_dialog.h"
#include "app/dialogs/issues_dialog.h"
#include "app/map/map_widget.h"
#include "app/method/method_dialog.h"
#include "app/robustness/robustness_dialog.h"
#include "app/scenarios/scenario_list.h"
#include "app/scenarios/scenarios_dialog.h"
#include "app/shell/main_window.h"
#include "app/state/app_theme.h"
#include "app/table/area_table_view.h"
#include "app/trace/trace_dialog.h"
#include "core/common/translations.h"
#include "tests/app/changes.h"
#include "tests/screens/stage.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QListWidget>
#include <QProcess>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>
#include <QUndoStack>

#include <functional>

using namespace atlas;
using namespace atlas::test;

namespace {

/// Figures with holes: a missing row, suppressed values, a note in a cell and an area that is not on the map.
DataSources incompleteData(const QDir &folder)
{
    QFile builtIn(QStringLiteral(":/resources/lep_indicators.csv"));
    if (!builtIn.open(QIODevice::ReadOnly))
        qFatal("the built-in figures are not there");
    QStringList lines = QString::fromUtf8(builtIn.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    lines.removeAt(5);
    lines[3].replace(QStringLiteral("4.0,1.2"), QStringLiteral("c,1.2"));
    lines[8].replace(QStringLiteral("2.9,1.2"), QStringLiteral("see note,.."));
    lines << QStringLiteral("E37000099,Nowhere Valley,3.0,1.0,40.0,5.0,4.0,70.0,");
    QFile file(folder.filePath(QStringLiteral("figures.csv")));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("the figures could not be written");
    file.write(lines.join(QLatin1Char('\n')).toUtf8());
    DataSources sources = builtInSources();
    sources.indicators = file.fileName();
    return sources;
}

void takeWindowPictures(const QString &folder)
{
    {
        Stage stage(usual);
        save(stage.window(), folder, "01-start");
        stage.select({"Lancashire"});
        save(stage.window(), folder, "02-selected");
        stage.switchOff({"imd_worst_10pct"});
        save(stage.window(), folder, "03-one-indicator-off");
        stage.switchOff({});
        stage.show("soc_1_3");
        stage.select({"Buckinghamshire Thames Valley"});
        save(stage.window(), folder, "04-single-indicator");
        stage.show("index");
        stage.select({"London", "South East", "Solent", "Dorset"});
        stage.model().areas.hover(stage.model().document.now().dataset()->findArea({"E37000020"}));
        save(stage.window(), folder, "05-several-selected-and-hover");
        stage.model().areas.hover({});
        stage.select({});
        stage.switchOff({"imd_worst_10pct", "soc_1_3", "exclusions", "unauthorised_absence", "neet_16_18",
                         "expected_progress"});
        save(stage.window(), folder, "06-none-on");
    }
    {
        Stage stage(large);
        stage.select({"Lancashire"});
        save(stage.window(), folder, "02-selected-large");
        stage.useTheme(Theme::Dark);
        save(stage.window(), folder, "02-selected-large-dark");
        stage.useTheme(Theme::Light);
    }
    {
        Stage stage({1024, 640});
        save(stage.window(), folder, "07-small-window");
        stage.window().findChild<QTabBar *>(QStringLiteral("mapOrTable"))->setCurrentIndex(1);
        save(stage.window(), folder, "07-small-window-table");
    }
    {
        Stage stage({640, 440});
        stage.select({"Derby, Derbyshire, Nottingham and Nottinghamshire"});
        save(stage.window(), folder, "07-smallest-window");
    }
    {
        Stage stage(large);
        stage.label(Labels::Name);
        stage.select({"Enterprise M3"});
        stage.window().map().showAreas({*stage.model().areas.current()});
        save(stage.window(), folder, "08-names-and-zoomed");
    }
    {
        Stage stage(usual);
        stage.useTheme(Theme::Dark);
        stage.select({"Liverpool City Region"});
        save(stage.window(), folder, "09-dark");
        ExportDialog dialog(stage.model().document.now(), stage.model().areas.areas(), {}, &stage.window());
        dialog.show();
        save(dialog, folder, "10-export-dialog-dark");
        stage.useTheme(Theme::Light);
    }
}

void takeDialogPictures(const QString &folder)
{
    Stage stage(usual);
    stage.select({"Tees Valley", "Cumbria"});
    const std::vector<std::pair<QString, std::function<QDialog *()>>> dialogs = {
        {"11-export-dialog",
         [&] {
             return new ExportDialog(stage.model().document.now(), stage.model().areas.areas(), {},
                                     &stage.window());
         }},
        {"13-about", [&] { return new AboutDialog(&stage.window()); }},
    };
    for (const auto &[name, make] : dialogs) {
        const std::unique_ptr<QDialog> dialog(make());
        dialog->show();
        save(*dialog, folder, name);
    }
}

void takeIncompletePictures(const QString &folder)
{
    const QTemporaryDir files;
    Stage stage(usual, incompleteData(QDir(files.path())));
    stage.select({"North Eastern"});
    save(stage.window(), folder, "14-incomplete-data");
    IssuesDialog issues(&stage.window());
    issues.setIssues(stage.model().document.now().issues());
    issues.show();
    save(issues, folder, "15-remarks");
    DataSources figuresAlone = incompleteData(QDir(files.path()));
    figuresAlone.boundaries.clear();
    Stage withoutMap(usual, figuresAlone);
    withoutMap.select({"North Eastern"});
    save(withoutMap.window(), folder, "27-without-boundaries");
}

void takeRoundingPictures(const QString &folder)
{
    Stage stage(usual);
    stage.select({"Black Country"});
    stage.scrollPanelToEnd();
    save(stage.window(), folder, "17-rounding");
    QSignalSpy drawn(&stage.model().document, &Document::changed);
    setIndexSettings(stage.model().document, {.scale = {.normalisation = Normalisation::PercentileRank}});
    if (!drawn.wait(10000))
        qFatal("the rounding was not drawn");
    stage.scrollPanelToEnd();
    save(stage.window(), folder, "17-rounding-drawn");
}

void takeAllDomains(Stage &stage, const QString &folder)
{
    Choices choices = stage.model().document.now().choices();
    choices.nodeScores = true;
    stage.model().document.setChoices(choices);
    auto *table = stage.window().findChild<AreaTableView *>();
    table->horizontalScrollBar()->setValue(table->horizontalScrollBar()->maximum());
    save(stage.window(), folder, "18-all-domains");
    choices.nodeScores = false;
    stage.model().document.setChoices(choices);
}

void takeMethodPictures(const QString &folder)
{
    const QTemporaryDir files;
    Stage stage(usual, incompleteData(QDir(files.path())));
    setIndexSettings(stage.model().document, {.scale = {.normalisation = Normalisation::MinMax,
                                                        .low = 1,
                                                        .high = 100,
                                                        .missing = MissingRule::Mean,
                                                        .outliers = OutlierRule::Treat},
                                              .levels = Levels::Nested});
    stage.select({"North Eastern"});
    save(stage.window(), folder, "18-other-method");
    stage.show("risk_factors");
    save(stage.window(), folder, "18-domain-on-show");
    stage.show("index");
    takeAllDomains(stage, folder);
    MethodDialog dialog(stage.model().document.now(), &stage.window());
    dialog.show();
    auto *tabs = dialog.findChild<QTabWidget *>();
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        save(dialog, folder, QStringLiteral("19-method-%1").arg(tab + 1));
    }
}

void takeRobustnessPictures(const QString &folder)
{
    Stage stage(usual);
    stage.select({"Lancashire"});
    RobustnessDialog dialog(stage.model().document, stage.model().draws, stage.model().areas,
                            &stage.window());
    dialog.show();
    save(dialog, folder, "20-robustness-empty");
    QSignalSpy drawn(&stage.model().draws, &DrawRun::found);
    dialog.findChild<QPushButton *>("draw")->click();
    if (drawn.isEmpty() && !drawn.wait(30000))
        qFatal("nothing was drawn");
    auto *tabs = dialog.findChild<QTabWidget *>();
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        save(dialog, folder, QStringLiteral("20-robustness-%1").arg(tab + 1));
    }
    save(stage.window(), folder, "21-window-with-draws");
}

void takeTracePictures(const QString &folder)
{
    Stage stage(usual);
    const auto take = [&](const QString &area, const QString &name) {
        TraceDialog dialog(stage.model().document, stage.model().areas, &stage.window());
        stage.select({area});
        QSignalSpy shown(&dialog, &TraceDialog::movesShown);
        dialog.show();
        if (shown.isEmpty() && !shown.wait(30000))
            qFatal("no moves were found");
        save(dialog, folder, name);
        const Picture chart =
            dialog.findChild<WaterfallView *>()->picture(area, {"First note", "Second note"});
        if (!exportPicture(chart, QDir(folder).filePath(name + QStringLiteral("-file.png"))))
            qFatal("the chart could not be written");
    };
    take("Lancashire", "22-trace");
    setWhatIfs(stage.model().document,
               {{*stage.model().areas.current(),
                 *stage.model().document.now().dataset()->findIndicator("neet_16_18"), 3.9}});
    take("Lancashire", "22-trace-what-if");
    save(stage.window(), folder, "23-window-what-if");
    setWhatIfs(stage.model().document, {});
    setIndexSettings(stage.model().document, {.levels = Levels::Nested});
    stage.useTheme(Theme::Dark);
    take("London", "22-trace-nested-dark");
    stage.useTheme(Theme::Light);
}

void takeComparePictures(const QString &folder)
{
    Stage stage(usual);
    stage.select({"Lancashire", "Cumbria", "London", "Tees Valley"});
    CompareDialog dialog(stage.model().document, stage.model().areas, &stage.window());
    dialog.show();
    save(dialog, folder, "24-compare");
}

void takeScenarioPictures(const QString &folder)
{
    Stage stage(usual);
    QUndoStack undoStack;
    ScenarioList scenarios(undoStack);
    scenarios.open(builtInSources().indicators);
    scenarios.keep(
        {.name = "Geometric mean of min-max",
         .choices = {.index = {.scale = {.normalisation = Normalisation::MinMax, .low = 1, .high = 100},
                               .aggregation = Aggregation::Geometric}}});
    scenarios.keep({.name = "Without NEET", .choices = {.index = {.excluded = {"neet_16_18"}}}});
    stage.select({"Lancashire", "London"});
    ScenariosDialog dialog(stage.model().document, stage.model().areas, scenarios, &stage.window());
    dialog.show();
    dialog.findChild<QComboBox *>("second")->setCurrentIndex(2);
    dialog.findChild<QListWidget *>("scenarios")->setCurrentRow(1);
    auto *tabs = dialog.findChild<QTabWidget *>();
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        save(dialog, folder, QStringLiteral("25-scenarios-%1").arg(tab + 1));
    }
    stage.useTheme(Theme::Dark);
    tabs->setCurrentIndex(0);
    save(dialog, folder, "25-scenarios-dark");
    const auto chart = dialog.findChild<SlopeChart *>()->picture(
        "Ranks: As shown now and Geometric mean of min-max", {"First note", "Second note"});
    if (!chart || !exportPicture(*chart, QDir(folder).filePath("26-slope-chart-file.png")))
        qFatal("the chart could not be written");
    stage.useTheme(Theme::Light);
}

void takeRatioTwoPictures(const QString &folder)
{
    Stage stage({1200, 760});
    stage.select({"Humber"});
    save(stage.window(), folder, "16-ratio-2");
}

/// Text twice as large as usual.
void takeLargeTextPictures(const QString &folder)
{
    const QFont usualFont = QApplication::font();
    QFont twice = usualFont;
    twice.setPointSizeF(2 * twice.pointSizeF());
    QApplication::setFont(twice);
    {
        Stage stage(large);
        stage.select({"Lancashire"});
        save(stage.window(), folder, "28-large-text");
        stage.window().findChild<QTabBar *>(QStringLiteral("mapOrTable"))->setCurrentIndex(1);
        save(stage.window(), folder, "28-large-text-table");
    }
    QApplication::setFont(usualFont);
}

} // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        QTextStream(stderr) << "Usage: atlas_screens FOLDER\n";
        return 2;
    }
    const QTemporaryDir settings; // not the person's own
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    QCoreApplication::setOrganizationName("disengagement-atlas");
    QCoreApplication::setApplicationName("disengagement-atlas-screens");
    QCoreApplication::setApplicationVersion(ATLAS_VERSION);
    installTranslations(QLocale());
    applyStyle();
    const QString folder = arguments[1];
    QDir().mkpath(folder);

    if (arguments.contains("--ratio-two")) {
        takeRatioTwoPictures(folder);
        return 0;
    }
    if (arguments.contains("--assistant-pages")) { // alone
        takeAssistantPagePictures(folder);
        return 0;
    }
    takeAssistantPictures(folder);
    if (arguments.contains("--assistant"))
        return 0;
    takeWindowPictures(folder);
    takeDialogPictures(folder);
    takeIncompletePictures(folder);
    takeRoundingPictures(folder);
    takeMethodPictures(folder);
    takeRobustnessPictures(folder);
    takeTracePictures(folder);
    takeComparePictures(folder);
    takeScenarioPictures(folder);
    takePagePictures(folder);
    takeStartPictures(folder);
    takeTablePictures(folder);
    takeHelpPictures(folder);
    takeAssistantPagePictures(folder);
    takeLargeTextPictures(folder);
    QProcess ratioTwo; // the ratio can only be set before the application starts
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("QT_SCALE_FACTOR", "2");
    ratioTwo.setProcessEnvironment(environment);
    ratioTwo.start(QCoreApplication::applicationFilePath(), {folder, "--ratio-two"});
    return ratioTwo.waitForFinished() ? ratioTwo.exitCode() : 1;
}
