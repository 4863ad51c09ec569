#include "tests/app/hostile_window.h"

#include "app/compare/compare_dialog.h"
#include "app/dialogs/export_dialog.h"
#include "app/dialogs/issues_dialog.h"
#include "app/import/assistant.h"
#include "app/method/method_dialog.h"
#include "app/robustness/robustness_dialog.h"
#include "app/scenarios/scenarios_dialog.h"
#include "app/state/preferences.h"
#include "app/trace/trace_dialog.h"
#include "core/common/text_table.h"
#include "core/project/method_file.h"
#include "tests/app/loaded_state.h"
#include "tests/app/waiting.h"
#include "tests/support/made_files.h"

#include <QComboBox>
#include <QImage>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

namespace atlas::test {

namespace {

/// What names may be: `picture` is a file that none of them may open.
QStringList hostileNames(const QString &picture)
{
    return {"Cambridge & Peterborough",        "<b>bold</b> & <i>slanted</i>",
            "<script>alert(1)</script>",       "<img src=\"file://" + picture + "\">",
            "<img src='" + picture + "'/>",    "&lt;b&gt; &amp;",
            "\"quoted\" 'name' `too`",         QStringLiteral("شمال <u>x"),
            QStringLiteral("a\u0001b\uFFFEc"), "half" + QString(QChar(0xD800)),
            "<!DOCTYPE html><p>page",          "a %1 %2 &x"};
}

/// The example, with every text replaced.
std::shared_ptr<const Dataset> hostileData(const QStringList &names)
{
    auto data = std::make_shared<Dataset>(*builtInDataset());
    qsizetype next = 0;
    const auto name = [&] { return names[next++ % names.size()]; };
    for (Area &area : data->areas)
        area.name = name();
    for (Indicator &indicator : data->metadata.indicators)
        for (QString *text : {&indicator.name, &indicator.shortName, &indicator.unit, &indicator.period,
                              &indicator.source, &indicator.description})
            *text = name();
    for (Aggregate &domain : data->metadata.aggregates)
        domain.name = name();
    GroupColumn groups{"<b>region</b>", {}};
    for (size_t area = 0; area < data->areas.size(); ++area)
        groups.texts.push_back(names[static_cast<qsizetype>(area) % 3]);
    data->groups = {groups};
    data->indicatorSource = names[1] + names[2];
    data->boundarySource = names[3];
    for (const QString &text : names)
        data->issues.push_back({.severity = Severity::Warning, .message = text, .file = text, .row = 3});
    return data;
}

} // namespace

void HostileWindow::makeNames()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    QCoreApplication::setOrganizationName("disengagement-atlas");
    QCoreApplication::setApplicationName("disengagement-atlas-test");
    m_picture = m_folder.filePath("picture.png");
    QImage picture(4, 4, QImage::Format_RGB32);
    picture.fill(Qt::red);
    QVERIFY(picture.save(m_picture));
    m_names = hostileNames(m_picture);
}

void HostileWindow::begin()
{
    QSettings().clear();
    QStringList scenarios;
    for (const QString &name : m_names.mid(0, 5))
        scenarios << QString::fromUtf8(writeMethod({.name = name}));
    Preferences().setScenarios(builtInSources().indicators, scenarios);
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1600, 900);
    m_window->resize(1400, 900);
    m_window->show();
    QTRY_VERIFY(model().document.now().dataset());
    model().document.open(hostileData(m_names));
    model().areas.select({0, 1, 2, 3, 4}, 3);
}

void HostileWindow::end()
{
    m_dialogs.clear();
    m_window.reset();
}

void HostileWindow::openEverything()
{
    openedBy<TraceDialog>("trace");
    openedBy<CompareDialog>("compare");
    openedBy<ScenariosDialog>("scenarios")->findChild<QComboBox *>("first")->setCurrentIndex(3);
    openedBy<IssuesDialog>("remarks");
    openedBy<RobustnessDialog>("robustness");
    QSignalSpy drawn(&model().draws, &DrawRun::found);
    model().draws.start({.draws = 100});
    QVERIFY(drawn.wait(30000));
    QByteArray figures = "code,name";
    for (const QString &name : m_names)
        figures += ',' + csvCell(name);
    figures += "\nE37000001," + csvCell(m_names[3]) + ",\"6,412\"";
    for (qsizetype i = 1; i < m_names.size(); ++i)
        figures += ',' + csvCell(i % 2 == 0 ? "6,412" : m_names[i]);
    auto assistant = std::make_unique<Assistant>();
    assistant->setSources({.boundaries = builtInSources().boundaries,
                           .boundaryOptions = builtInSources().boundaryOptions,
                           .indicators = writeBytes(m_folder, "<b>a & b</b>.csv", figures + '\n')});
    COMES_TRUE(!assistant->isReading());
    m_dialogs.push_back(std::make_unique<MethodDialog>(model().document.now()));
    m_dialogs.push_back(
        std::make_unique<ExportDialog>(model().document.now(), model().areas.areas(), ExportChoices()));
    m_dialogs.push_back(std::move(assistant));
    for (const auto &dialog : m_dialogs)
        dialog->show();
    QCoreApplication::processEvents();
}

} // namespace atlas::test
