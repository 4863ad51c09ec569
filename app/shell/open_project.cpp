#include "app/shell/open_project.h"

#include "app/atlas/atlas_model.h"
#include "app/dialogs/file_tasks.h"
#include "app/dialogs/messages.h"
#include "app/shell/unsaved_text.h"
#include "app/widgets/data_text.h"
#include "core/common/files.h"
#include "core/common/output_files.h"
#include "core/common/plain_text.h"
#include "core/project/project_check.h"

#include <QDateTime>
#include <QFileInfo>
#include <QWidget>

#include <algorithm>
#include <memory>
#include <utility>

namespace atlas {

namespace {

/// The same data with more remarks.
std::shared_ptr<const Dataset> withIssues(const std::shared_ptr<const Dataset> &dataset, const Issues &issues)
{
    if (issues.empty())
        return dataset;
    auto remarked = std::make_shared<Dataset>(*dataset);
    remarked->issues.insert(remarked->issues.end(), issues.begin(), issues.end());
    return remarked;
}

/// With the figures as the files give them now, to tell later what has changed in them. Those of the program
/// never do.
Project withFigures(Project project, const Snapshot &now)
{
    constexpr size_t mostCells = 2'000'000; // more would make projects slow
    const auto &dataset = now.givenDataset();
    if (project.sources.indicators != builtInSources().indicators && dataset
        && dataset->areas.size() * dataset->indicatorCount() <= mostCells)
        project.figures = recordOf(*dataset);
    return project;
}

} // namespace

OpenProject::OpenProject(AtlasModel &model, QWidget &window) : m_model(model), m_window(window)
{
    m_answered.setSingleShot(true);
    connect(&m_answered, &QTimer::timeout, this, [this] {
        if (const auto arrived = std::exchange(m_arrived, {}))
            show(arrived->data, arrived->sources);
    });
    connect(&model.document, &Document::changed, this, &OpenProject::showModified);
    connect(&model.draws, &DrawRun::started, this, &OpenProject::showModified);
    connect(&model.draws, &DrawRun::ended, this, &OpenProject::showModified);
    connect(&model.draws, &DrawRun::settingsChanged, this, &OpenProject::showModified);
    connect(&model.scenarios, &ScenarioList::changed, this, &OpenProject::showModified);
    connect(&model.selection, &Selection::changed, this, &OpenProject::changed);
}

void OpenProject::setLayouts(std::function<QJsonObject()> save,
                             std::function<void(const QJsonObject &)> restore)
{
    m_saveLayouts = std::move(save);
    m_restoreLayouts = std::move(restore);
}

/// Data that load in the meantime are shown once there is an answer: the question is about what is on show
/// now.
template <typename Ask>
auto OpenProject::whileAsking(const Ask &ask)
{
    m_isAsking = true;
    auto answer = ask();
    m_isAsking = false;
    m_answered.start();
    return answer;
}

void OpenProject::showModified()
{
    m_window.setWindowModified(isModified());
    emit changed();
}

/// Without a file, only what took thought counts: how the index is made, its classes, what is tried, and what
/// is drawn.
bool OpenProject::isModified() const
{
    if (!m_path.isEmpty() || m_isRestored)
        return hasChanges();
    return m_model.document.now().dataset()
           && !differenceInWords(m_saved, choices(), Kept::OnlyHere).isEmpty();
}

bool OpenProject::hasChanges() const
{
    return m_model.document.now().dataset() && (m_isRestored || m_isDataNew || choices() != m_saved);
}

QString OpenProject::question() const
{
    const QString parts =
        differenceInWords(m_saved, choices(), m_path.isEmpty() ? Kept::OnlyHere : Kept::InFile);
    const QString what = !parts.isEmpty() ? parts
                         : m_isDataNew    ? tr("that its files have changed")
                                          : tr("the restored work");
    return m_path.isEmpty() ? tr("Not saved yet: %1. Save as a project?").arg(what)
                            : tr("Not saved in %1: %2. Save now?").arg(fileNameOf(m_path), what);
}

bool OpenProject::mayClose()
{
    if (!isModified())
        return true;
    switch (whileAsking([this] { return askToSave(&m_window, tr("Not saved"), question()); })) {
    case SaveAnswer::Save:
        return save();
    case SaveAnswer::Discard:
        m_lost = choices();
        emit declined();
        return true;
    case SaveAnswer::Cancel:
        break;
    }
    return false;
}

void OpenProject::openByDialog()
{
    if (!mayClose())
        return;
    if (const QString path = whileAsking([this] { return askForProject(&m_window); }); !path.isEmpty())
        open(path);
}

void OpenProject::open(const QString &path)
{
    auto project = readProjectFile(path);
    if (!project) {
        showError(&m_window, tr("Not opened"), project.error());
        return;
    }
    const DataSources sources = project->sources;
    forgetLoading();
    m_loading = Loading{QFileInfo(path).absoluteFilePath(), *std::move(project)};
    emit loadAsked(sources);
}

void OpenProject::restore(const UnsavedWork &work)
{
    forgetLoading();
    m_loading = Loading{work.projectPath, work.project, true};
    emit loadAsked(work.project.sources);
}

void OpenProject::openData(const DataSources &sources)
{
    forgetLoading();
    emit loadAsked(sources);
}

void OpenProject::changeData(const DataSources &sources, const QString &text)
{
    forgetLoading();
    m_changing = text;
    emit loadAsked(sources);
}

void OpenProject::openRead(const LoadedData &data, const DataSources &sources)
{
    forgetLoading();
    show(data, sources);
}

void OpenProject::readPeriod(const QString &period)
{
    DataSources sources = m_sources;
    sources.plan.period = period;
    changeData(sources, tr("show %1", "a period").arg(period));
}

/// A new load takes the place of one that is under way.
void OpenProject::forgetLoading()
{
    m_loading.reset();
    m_changing.reset();
    m_arrived.reset();
}

void OpenProject::show(const LoadedData &data, const DataSources &sources)
{
    if (m_isAsking) {
        m_arrived = {data, sources};
        return;
    }
    if (const auto changing = std::exchange(m_changing, {})) {
        showChanged(data, sources, *changing);
        return;
    }
    auto loading = std::exchange(m_loading, {});
    const bool isNew = isModified() && m_lost != choices(); // since the question was asked
    if (isNew && !mayClose())
        return;
    m_lost.reset();
    if (loading) {
        Choices &choices = loading->project.method.choices;
        loading->issues = formerIndicators(choices, *data.dataset, fileNameOf(loading->path));
        choices = withoutFormerIndicators(choices, *data.dataset);
        if (const auto fits = checkChoices(loading->project.method.choices, *data.dataset); !fits) {
            showError(&m_window, tr("Not opened"),
                      loading->path.isEmpty() ? fits.error() : inFile(loading->path, fits.error()));
            return;
        }
    }
    bool hasChanged = false;
    if (loading && !takesChanges(data, *loading, hasChanged))
        return;
    ShownWork before = shownWork();
    m_model.undoStack.clear();
    setPath({});
    setSources(sources);
    m_name.clear();
    m_isRestored = false;
    m_isDataNew = hasChanged;
    m_roundingBandSeed.reset();
    m_model.rounding.setSeed(RoundingDraws::usualSeed);
    m_model.selection.select({}); // before positions refer to other data
    m_model.selection.hover({});
    if (loading) {
        showProject(data, *loading);
    } else {
        m_model.document.open(data.dataset, data.shapes);
        m_model.scenarios.open(sources.indicators);
        m_saved = choices();
        showModified();
    }
    if (before.data.dataset && (!loading || hasChanged))
        addUndo(std::move(before));
    emit opened(sources);
}

void OpenProject::showChanged(const LoadedData &data, const DataSources &sources, const QString &text)
{
    const Snapshot &now = m_model.document.now();
    if (const auto fits = checkChoices(now.choices(), *data.dataset); !fits) {
        showError(&m_window, tr("Not opened"), fits.error());
        return;
    }
    const QString file = m_path.isEmpty() ? tr("The choices made") : fileNameOf(m_path);
    const Issues issues = unplacedValues(now.choices(), *data.dataset, file);
    m_model.undoStack.push(new DataStep(
        {{now.givenDataset(), now.shapes()}, m_sources},
        {{withIssues(data.dataset, issues), data.shapes}, sources},
        [this](const ShownData &shown) { replaceData(shown); }, text));
}

void OpenProject::setSources(const DataSources &sources)
{
    m_sources = sources;
    m_model.otherPeriod.setSources(sources);
}

/// Choices, selection and the draws there are, made again, stay.
void OpenProject::replaceData(const ShownData &shown)
{
    ShownWork work = shownWork();
    work.data = shown.data;
    work.sources = shown.sources;
    bringBack(work);
}

/// Whether the person takes the files as they are now, where they are not what the project was saved with.
bool OpenProject::takesChanges(const LoadedData &data, const Loading &loading, bool &areSome)
{
    const DataRecord &last = loading.project.figures;
    if (last.isEmpty())
        return true;
    const QStringList changes = changesText(compareData(last, recordOf(*data.dataset)));
    areSome = !changes.isEmpty();
    return !areSome || whileAsking([&] {
        return askToTakeChanges(&m_window, tr("Files have changed"), fileNameOf(loading.path), changes);
    });
}

ShownWork OpenProject::shownWork() const
{
    const Snapshot &now = m_model.document.now();
    return {.data = {now.givenDataset(), now.shapes()},
            .sources = m_sources,
            .choices = now.choices(),
            .looks = now.looks(),
            .selection = m_model.selection.codes(),
            .current = m_model.selection.current(),
            .scenarios = m_model.scenarios.scenarios(),
            .drawSettings = m_model.draws.settings(),
            .roundingSeed = m_model.rounding.seed(),
            .path = m_path,
            .name = m_name,
            .roundingBandSeed = m_roundingBandSeed,
            .saved = m_saved,
            .isRestored = m_isRestored,
            .isDataNew = m_isDataNew,
            .drawn = m_model.draws.drawn()};
}

/// For undo and redo of opening.
void OpenProject::bringBack(const ShownWork &work)
{
    forgetLoading();
    emit loadDropped();
    setSources(work.sources);
    m_name = work.name;
    m_roundingBandSeed = work.roundingBandSeed;
    m_isRestored = work.isRestored;
    m_isDataNew = work.isDataNew;
    m_model.rounding.setSeed(work.roundingSeed);
    m_model.selection.select({}); // before positions refer to other data
    m_model.selection.hover({});
    m_model.document.open(work.data.dataset, work.data.shapes, work.choices, work.looks);
    m_model.selection.select(work.selection, work.current);
    if (work.path.isEmpty())
        m_model.scenarios.open(work.sources.indicators);
    else
        m_model.scenarios.open(work.scenarios);
    if (work.drawn)
        m_model.draws.start(*work.drawn);
    m_model.draws.setSettings(work.drawSettings);
    m_saved = work.saved;
    setPath(work.path);
    emit opened(work.sources);
}

void OpenProject::addUndo(ShownWork before)
{
    m_model.undoStack.push(new ImportCommand(
        std::move(before), [this] { return shownWork(); }, [this](const ShownWork &work) { bringBack(work); },
        tr("open %1", "undo").arg(withoutKeys(plainLine(fileNameOf(m_sources.indicators))))));
}

void OpenProject::showProject(const LoadedData &data, const Loading &loading)
{
    const Project &project = loading.project;
    m_name = project.method.name;
    m_roundingBandSeed = project.method.roundingBandSeed;
    m_model.rounding.setSeed(m_roundingBandSeed.value_or(RoundingDraws::usualSeed));
    const QString file = loading.path.isEmpty() ? tr("The restored work") : fileNameOf(loading.path);
    Issues issues = loading.issues;
    for (const Issue &issue : unplacedValues(project.method.choices, *data.dataset, file))
        issues.push_back(issue);
    for (const Issue &issue : unplacedAreas(project, *data.dataset, file))
        issues.push_back(issue);
    m_model.document.open(withIssues(data.dataset, issues), data.shapes, project.method.choices,
                          *project.method.looks);
    m_model.selection.select(project.selection, project.current);
    showScenarios(loading);
    if (m_restoreLayouts)
        m_restoreLayouts(project.layouts);
    if (project.method.draws)
        m_model.draws.start(*project.method.draws);
    m_model.draws.setSettings(project.drawSettings);
    m_saved = choices();
    m_isRestored = loading.isRestored;
    setPath(loading.path);
}

/// Without a project, this machine keeps them for the data; restored work may have more.
void OpenProject::showScenarios(const Loading &loading)
{
    const Project &project = loading.project;
    if (project.scenarios && !loading.path.isEmpty()) {
        m_model.scenarios.open(*project.scenarios);
        return;
    }
    m_model.scenarios.open(project.sources.indicators);
    std::vector<Method> all = m_model.scenarios.scenarios();
    const size_t kept = all.size();
    const auto isKept = [&all](const Method &scenario) {
        return std::any_of(all.begin(), all.end(),
                           [&scenario](const Method &other) { return other.name == scenario.name; });
    };
    for (const Method &scenario : project.scenarios.value_or(std::vector<Method>()))
        if (!isKept(scenario))
            all.push_back(scenario);
    if (all.size() > kept)
        m_model.scenarios.setScenarios(all);
}

bool OpenProject::save()
{
    return m_path.isEmpty() ? saveAs() : write(m_path);
}

bool OpenProject::saveAs()
{
    const Snapshot &now = m_model.document.now();
    if (!now.dataset())
        return false;
    const QString name = m_path.isEmpty() ? now.shown().name : QFileInfo(m_path).completeBaseName();
    const QString path = whileAsking([&] { return askWhereToSaveProject(name, &m_window); });
    return !path.isEmpty() && write(path);
}

bool OpenProject::write(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    auto done = checkKeepsInputs(path, filesOf(m_sources));
    if (done)
        done = writeWholeFile(path, writeProject(withFigures(project(), m_model.document.now()), folder));
    if (!done) {
        showError(&m_window, tr("Not written"), done.error());
        return false;
    }
    m_model.scenarios.leaveToProject();
    m_saved = choices();
    m_isRestored = false;
    m_isDataNew = false;
    setPath(path);
    emit written(path);
    return true;
}

void OpenProject::setPath(const QString &path)
{
    m_path = path;
    showModified();
    const QString mark = QStringLiteral("[*]"); // means "modified"; doubled, it stands for itself
    const QString name = plainLine(fileNameOf(path)).replace(mark, mark + mark);
    m_window.setWindowTitle(path.isEmpty() ? tr("Disengagement Atlas[*]")
                                           : tr("%1[*] — Disengagement Atlas").arg(name));
}

/// What could be lost.
Project OpenProject::choices() const
{
    const Snapshot &now = m_model.document.now();
    Project project{.sources = m_sources, .method = now.method(), .scenarios = m_model.scenarios.scenarios()};
    project.method.name = m_name;
    project.method.draws = m_model.draws.drawn();
    project.drawSettings = m_model.draws.settings();
    const uint64_t seed = m_model.rounding.seed(); // a method file may have brought its own
    project.method.roundingBandSeed =
        seed == m_roundingBandSeed.value_or(RoundingDraws::usualSeed) ? m_roundingBandSeed : seed;
    return project;
}

UnsavedWork OpenProject::work() const
{
    return {.project = project(), .projectPath = m_path, .keptAt = QDateTime::currentDateTime()};
}

Project OpenProject::project() const
{
    Project project = choices();
    project.selection = m_model.selection.codes();
    project.current = m_model.selection.current();
    if (m_saveLayouts)
        project.layouts = m_saveLayouts();
    return project;
}

} // namespace atlas
