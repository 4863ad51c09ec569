#include "app/actions/open_project.h"

#include "app/dialogs/file_tasks.h"
#include "app/dialogs/messages.h"
#include "core/common/files.h"
#include "core/common/output_files.h"
#include "core/common/plain_text.h"
#include "core/project/project_check.h"

#include <QFileInfo>
#include <QUndoStack>
#include <QWidget>

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

} // namespace

OpenProject::OpenProject(AtlasState &state, QUndoStack &undoStack, QWidget &window)
    : m_state(state), m_undoStack(undoStack), m_window(window)
{
    const auto showModified = [this] { m_window.setWindowModified(isModified()); };
    m_answered.setSingleShot(true);
    connect(&m_answered, &QTimer::timeout, this, [this] {
        if (const auto arrived = std::exchange(m_arrived, {}))
            show(arrived->data, arrived->sources);
    });
    connect(&state, &AtlasState::resultChanged, this, &OpenProject::dropDraws);
    connect(&state, &AtlasState::uncertaintyChanged, this, &OpenProject::dropDraws);
    connect(&state, &AtlasState::resultChanged, this, showModified);
    connect(&state, &AtlasState::displayChanged, this, showModified);
    connect(&state, &AtlasState::uncertaintyChanged, this, showModified);
}

/// What is loaded meanwhile is shown once there is an answer: the question is about what is on show now.
template <typename Ask>
auto OpenProject::whileAsking(const Ask &ask)
{
    m_isAsking = true;
    auto answer = ask();
    m_isAsking = false;
    m_answered.start();
    return answer;
}

void OpenProject::dropDraws()
{
    m_drawsUnderWay.reset();
    m_window.setWindowModified(isModified());
}

bool OpenProject::isModified() const
{
    return !m_path.isEmpty() && choices() != m_saved;
}

bool OpenProject::mayClose()
{
    if (!isModified())
        return true;
    const QString question = tr("%1 has changed since it was saved. Save it?").arg(fileNameOf(m_path));
    switch (whileAsking([&] { return askToSave(&m_window, tr("Not saved"), question); })) {
    case SaveAnswer::Save:
        return save();
    case SaveAnswer::Discard:
        m_lost = choices();
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
    m_arrived.reset();
    m_loading = Loading{QFileInfo(path).absoluteFilePath(), *std::move(project)};
    emit loadAsked(sources);
}

void OpenProject::openData(const DataSources &sources)
{
    m_loading.reset();
    m_arrived.reset();
    emit loadAsked(sources);
}

void OpenProject::show(const LoadedData &data, const DataSources &sources)
{
    if (m_isAsking) {
        m_arrived = {data, sources};
        return;
    }
    const auto loading = std::exchange(m_loading, {});
    const bool isNew = isModified() && m_lost != choices(); // since it was asked
    if (isNew && !mayClose())
        return;
    m_lost.reset();
    if (loading) {
        if (const auto fits = checkProject(loading->project, *data.dataset); !fits) {
            showError(&m_window, tr("Not opened"), inFile(loading->path, fits.error()));
            return;
        }
    }
    m_undoStack.clear();
    setPath({});
    m_unshown = {};
    m_sources = sources;
    m_state.setRoundingSeed(RoundingDraws::usualSeed);
    if (loading)
        showProject(data, *loading);
    else
        m_state.setDataset(data.dataset, data.shapes);
    emit opened(sources);
}

void OpenProject::showProject(const LoadedData &data, const Loading &loading)
{
    const Project &project = loading.project;
    const PlacedAreas placed = placeAreas(project, *data.dataset, fileNameOf(loading.path));
    m_unshown.method.name = project.method.name;
    m_unshown.method.roundingBandSeed = project.method.roundingBandSeed;
    if (project.method.roundingBandSeed)
        m_state.setRoundingSeed(*project.method.roundingBandSeed);
    m_unshown.tried = placed.strangeValues;
    m_unshown.selection = placed.strangeAreas;
    if (!placed.current)
        m_unshown.current = project.current;
    m_state.setAll(withIssues(data.dataset, placed.issues), data.shapes,
                   {project.method.index, project.display, placed.whatIfs});
    m_state.setSelectedAreas(placed.selected, placed.current);
    m_drawsUnderWay = project.method.draws;
    m_saved = choices();
    setPath(loading.path);
    if (m_drawsUnderWay)
        emit drawsAsked(*m_drawsUnderWay);
}

bool OpenProject::save()
{
    return m_path.isEmpty() ? saveAs() : write(m_path);
}

bool OpenProject::saveAs()
{
    if (!m_state.dataset())
        return false;
    const QString name = m_path.isEmpty() ? m_state.shown().name : QFileInfo(m_path).completeBaseName();
    const QString path = whileAsking([&] { return askWhereToSaveProject(name, &m_window); });
    return !path.isEmpty() && write(path);
}

bool OpenProject::write(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    auto done = checkKeepsInputs(path, filesOf(m_sources));
    if (done)
        done = writeWholeFile(path, writeProject(project(), folder));
    if (!done) {
        showError(&m_window, tr("Not written"), done.error());
        return false;
    }
    m_saved = choices();
    setPath(path);
    emit written(path);
    return true;
}

void OpenProject::setPath(const QString &path)
{
    m_path = path;
    m_window.setWindowModified(isModified());
    const QString mark = QStringLiteral("[*]"); // stands for "modified", and twice for itself
    const QString name = plainLine(fileNameOf(path)).replace(mark, mark + mark);
    m_window.setWindowTitle(path.isEmpty() ? tr("Disengagement Atlas")
                                           : tr("%1[*] — Disengagement Atlas").arg(name));
}

OpenProject::SavedChoices OpenProject::choices() const
{
    return {{m_state.indexSettings(), m_state.display(), m_state.dataset()->whatIfs}, draws()};
}

/// Those whose ranks are on show, or soon will be.
std::optional<DrawSettings> OpenProject::draws() const
{
    return m_state.uncertainty() ? m_state.uncertainty()->settings : m_drawsUnderWay;
}

Project OpenProject::project() const
{
    const Dataset &dataset = *m_state.dataset();
    Project project{.sources = m_sources,
                    .method = m_state.method(),
                    .display = m_state.display(),
                    .tried = triedValuesOf(dataset)};
    project.method.name = m_unshown.method.name;
    project.method.draws = draws();
    project.method.roundingBandSeed = m_unshown.method.roundingBandSeed;
    project.tried.insert(project.tried.end(), m_unshown.tried.begin(), m_unshown.tried.end());
    for (const size_t area : m_state.selectedAreas())
        project.selection.push_back(dataset.areas[area].code);
    project.selection.insert(project.selection.end(), m_unshown.selection.begin(), m_unshown.selection.end());
    const auto area = m_state.currentArea();
    project.current = area ? dataset.areas[*area].code : m_unshown.current;
    return project;
}

} // namespace atlas
