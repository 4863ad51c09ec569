#include "app/import/assistant.h"

#include "app/import/columns_page.h"
#include "app/import/describe_page.h"
#include "app/import/files_page.h"
#include "app/import/match_page.h"
#include "app/state/preferences.h"
#include "app/widgets/hint_label.h"
#include "core/common/files.h"
#include "core/common/plain_text.h"
#include "core/dataset/compare_datasets.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QStyle>
#include <QTabWidget>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace atlas {

namespace {

QStringList localFiles(const QMimeData &data)
{
    QStringList paths;
    for (const QUrl &url : data.urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    return paths;
}

/// The heads of the columns that a dataset was read from.
QStringList headsOf(const Dataset &dataset)
{
    QStringList heads;
    for (const PlannedColumn &column : dataset.figuresPlan.columns)
        heads << column.header;
    return heads;
}

/// Whether most of the one's indicators are the other's, so that comparing them says something, and there are
/// not so many figures that it would take long.
bool areAlike(const Dataset &one, const Dataset &other)
{
    constexpr size_t mostCells = 500'000;
    if (one.areas.size() * one.indicatorCount() + other.areas.size() * other.indicatorCount() > mostCells)
        return false;
    const auto &indicators = one.metadata.indicators;
    const auto common = static_cast<size_t>(
        std::count_if(indicators.begin(), indicators.end(), [&other](const Indicator &indicator) {
            return other.findIndicator(indicator.code).has_value();
        }));
    return common > 0 && common * 2 >= std::max(one.indicatorCount(), other.indicatorCount());
}

} // namespace

Assistant::Assistant(OpenData open, QWidget *parent)
    : QDialog(parent), m_open(std::move(open)), m_tabs(new QTabWidget(this))
{
    setObjectName(QStringLiteral("assistant"));
    setProperty("helpTopic", QStringLiteral("part-open"));
    setWindowTitle(tr("Open data"));
    setAcceptDrops(true);
    setSizeGripEnabled(true);
    m_tabs->setObjectName(QStringLiteral("pages"));
    auto *rows = new QVBoxLayout(this);
    rows->addWidget(m_tabs, 1);
    rows->addWidget(makeState());
    rows->addWidget(makeButtons());
    makePages();

    connect(&m_run, &DraftRun::started, this, &Assistant::showState);
    connect(&m_run, &DraftRun::finished, this, &Assistant::showState);
    connect(&m_run, &DraftRun::progressed, this, [this](double fraction) {
        constexpr int whole = 100;
        m_progress->setValue(static_cast<int>(fraction * whole));
        m_progress->setVisible(true);
        m_stop->setVisible(true);
        emit progressed(fraction);
    });
    connect(&m_run, &DraftRun::done, this, &Assistant::take);
    constexpr int aMoment = 400; // programs write a file in several steps
    m_settled.setSingleShot(true);
    m_settled.setInterval(aMoment);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_settled, qOverload<>(&QTimer::start));
    connect(&m_settled, &QTimer::timeout, this, &Assistant::readIfWritten);
    constexpr QSize usual(940, 700);
    resize(usual.boundedTo(screen()->availableSize() * 0.9));
    showDraft();
}

/// A reading that is under way ends unheard.
Assistant::~Assistant()
{
    m_run.disconnect(this);
}

/// In the order of the work. A page is an AssistantPage; add it here.
void Assistant::makePages()
{
    m_filesPage = new FilesPage;
    addPage(m_filesPage);
    addPage(new ColumnsPage);
    addPage(new MatchPage);
    addPage(new DescribePage);
}

void Assistant::addPage(AssistantPage *page)
{
    m_pages.push_back(page);
    auto *scrolled = new QScrollArea; // on a low screen, or with large text
    scrolled->setWidgetResizable(true);
    scrolled->setFrameShape(QFrame::NoFrame);
    scrolled->setWidget(page);
    scrolled->viewport()->setAutoFillBackground(false); // the tab's own shows through
    page->setAutoFillBackground(false);
    m_tabs->addTab(scrolled, page->title());
    connect(page, &AssistantPage::planChanged, this,
            [this, page](const ImportPlan &plan) { takePlan(plan, page); });
    connect(page, &AssistantPage::questionsChanged, this, &Assistant::showState);
    connect(page, &AssistantPage::sourcesChanged, this,
            [this, page](const DataSources &sources) { takeSources(sources, page); });
}

/// What the other pages show of another file is no longer to be decided on.
void Assistant::takeSources(const DataSources &sources, const AssistantPage *from)
{
    const bool isOther =
        sources.indicators != m_draft.sources.indicators || sources.plan.sheet != m_draft.sources.plan.sheet;
    m_draft.sources = sources;
    if (isOther) {
        m_draft = {.sources = sources};
        for (AssistantPage *page : m_pages)
            if (page != from)
                page->showDraft(m_draft);
    }
    read();
}

/// What is known of the files as a whole.
QWidget *Assistant::makeState()
{
    auto *state = new QWidget(this);
    m_state = new HintLabel(state);
    m_state->setObjectName(QStringLiteral("state"));
    m_news = new HintLabel(state);
    m_news->setObjectName(QStringLiteral("news"));
    m_more = new QToolButton(state);
    m_more->setObjectName(QStringLiteral("details"));
    m_more->setText(tr("De&tails"));
    m_more->setToolTip(tr("The words of the program that read the file"));
    m_more->setCheckable(true);
    m_more->setAutoRaise(true);
    m_details = new QLabel(state);
    m_details->setObjectName(QStringLiteral("detailsText"));
    m_details->setTextFormat(Qt::PlainText);
    m_details->setWordWrap(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_progress = new QProgressBar(state);
    m_progress->setRange(0, 100);
    m_progress->setAccessibleName(tr("Reading"));
    m_stop = new QPushButton(tr("&Stop"), state);
    m_stop->setObjectName(QStringLiteral("stop"));
    m_stop->setToolTip(tr("Stop reading"));
    m_stop->setAutoDefault(false);
    m_again = new QPushButton(tr("Read a&gain"), state);
    m_again->setObjectName(QStringLiteral("again"));
    m_again->setToolTip(tr("Read the files once more"));
    m_again->setAutoDefault(false);
    auto *first = new QHBoxLayout;
    first->addWidget(m_state, 1);
    for (QWidget *each : std::initializer_list<QWidget *>{m_progress, m_stop, m_more, m_again})
        first->addWidget(each, 0, Qt::AlignTop);
    auto *rows = new QVBoxLayout(state);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addLayout(first);
    rows->addWidget(m_details);
    rows->addWidget(m_news);
    connect(m_more, &QToolButton::toggled, m_details, &QWidget::setVisible);
    connect(m_stop, &QPushButton::clicked, this, &Assistant::cancelReading);
    connect(m_again, &QPushButton::clicked, this, &Assistant::read);
    return state;
}

QWidget *Assistant::makeButtons()
{
    auto *buttons = new QWidget(this);
    m_next = new QPushButton(buttons);
    m_next->setObjectName(QStringLiteral("next"));
    m_next->setToolTip(tr("Go to the next thing that only you can decide"));
    m_next->setAutoDefault(false);
    auto *cancel = new QPushButton(tr("Cancel"), buttons);
    cancel->setObjectName(QStringLiteral("cancel"));
    cancel->setToolTip(tr("Leave everything as it was"));
    cancel->setAutoDefault(false);
    m_openButton = new QPushButton(tr("&Open"), buttons);
    m_openButton->setObjectName(QStringLiteral("open"));
    m_openButton->setToolTip(tr("Open the files as they are read now"));
    m_openButton->setDefault(true);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_next);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_openButton);
    connect(m_next, &QPushButton::clicked, this, &Assistant::goToNextQuestion);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_openButton, &QPushButton::clicked, this, &QDialog::accept);
    return buttons;
}

/// What was decided the last time this file was open; else the plan of what is open, then those of what was
/// open before.
std::vector<EarlierPlan> Assistant::earlierPlans() const
{
    std::vector<std::pair<DataSources, QStringList>> known;
    if (m_open.dataset)
        known.emplace_back(m_open.sources, headsOf(*m_open.dataset));
    for (const RecentFile &file : Preferences().recentFiles())
        known.emplace_back(file.sources, QStringList());
    const auto isThis = [this](const auto &each) {
        return each.first.indicators == m_draft.sources.indicators;
    };
    const auto same = std::find_if(known.begin(), known.end(), isThis);
    const bool isSame = same != known.end();
    if (isSame)
        known = {*same};
    std::vector<EarlierPlan> earlier;
    for (const auto &[sources, heads] : known) {
        ImportPlan plan = sources.plan;
        if (!isSame)
            plan.period.clear(); // of the next figures the latest
        if (plan != ImportPlan())
            earlier.push_back({.plan = plan,
                               .heads = heads,
                               .file = fileNameOf(sources.indicators),
                               .lookup = sources.lookup});
    }
    return earlier;
}

void Assistant::setSources(const DataSources &sources)
{
    m_draft.sources = sources;
    m_filesPage->setSources(sources);
    read();
}

void Assistant::takeFiles(const QStringList &paths)
{
    m_filesPage->takeFiles(paths);
}

LoadedData Assistant::data() const
{
    return {m_draft.dataset, m_shapes};
}

int Assistant::openQuestions() const
{
    int questions = 0;
    for (const AssistantPage *page : m_pages)
        questions += page->holdsUp() ? page->openQuestions() : 0;
    return questions;
}

void Assistant::cancelReading()
{
    m_wasStopped = m_run.isReading();
    m_run.cancel();
}

void Assistant::read()
{
    m_wasStopped = false;
    m_filesPage->checkPaths();
    m_draft.dataset = nullptr; // of other files
    m_draft.error.reset();
    m_shapes = nullptr;
    m_carried.reset();
    m_newsText.clear();
    if (m_filesPage->problem().isEmpty()) {
        m_run.setEarlier(earlierPlans());
        m_run.read(m_draft.sources);
        return;
    }
    m_run.cancel();
    m_draft = {
        .sources = m_draft.sources, .grid = nullptr, .figuresPlan = {}, .dataset = nullptr, .error = {}};
    showDraft();
    emit readingEnded();
}

void Assistant::take(const ReadDraft &read)
{
    m_draft = read.draft;
    m_carried = read.carried;
    m_shapes = read.shapes;
    m_files = read.files;
    m_newsText = news();
    m_written.clear();
    watch();
    showDraft();
    emit readingEnded();
}

/// Other pages see at once what was decided, so that nothing is lost if one is changed before all is read.
void Assistant::takePlan(const ImportPlan &plan, const AssistantPage *from)
{
    m_draft.sources.plan = plan;
    for (AssistantPage *page : m_pages)
        if (page != from)
            page->showDraft(m_draft);
    read();
}

/// Files that are written anew are other files to the watcher, so all are named again.
void Assistant::watch()
{
    if (!m_watcher.files().isEmpty())
        m_watcher.removePaths(m_watcher.files());
    QStringList files;
    for (const QString &file : filesOf(m_draft.sources))
        if (!file.startsWith(QLatin1Char(':')) && QFileInfo::exists(file))
            files << file;
    if (!files.isEmpty())
        m_watcher.addPaths(files);
}

void Assistant::readIfWritten()
{
    m_written = written();
    read();
}

/// Names of the files that are not as they were when they were read.
QStringList Assistant::written() const
{
    QStringList names;
    const DataSources &sources = m_draft.sources;
    if (fileStampOf(sources.indicators) != m_files.figuresStamp)
        names << fileNameOf(sources.indicators);
    if (!sources.boundaries.isEmpty() && fileStampOf(sources.boundaries) != m_files.boundariesStamp)
        names << fileNameOf(sources.boundaries);
    return names;
}

/// Who comes back from another program may have mended a file there.
void Assistant::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    const bool isBack = event->type() == QEvent::ActivationChange && isActiveWindow();
    if (isBack && m_files.grid && !m_run.isReading() && !written().isEmpty())
        m_settled.start();
}

/// Not what has changed since it was last read: nobody has seen that.
void Assistant::accept()
{
    if (!canOpen())
        return;
    if (written().isEmpty())
        QDialog::accept();
    else
        readIfWritten();
}

void Assistant::showDraft(const AssistantPage *but)
{
    for (AssistantPage *page : m_pages)
        if (page != but)
            page->showDraft(m_draft);
    showState();
}

/// "6 indicators. 39 of 40 areas of the map have figures; 2 rows are of no area there."
QString Assistant::summary() const
{
    const Dataset &dataset = *m_draft.dataset;
    const QString indicators = tr("%n indicator(s)", nullptr, static_cast<int>(dataset.indicatorCount()));
    const auto areas = static_cast<int>(dataset.areas.size());
    if (!dataset.hasMap())
        return tr("%1 of %2, without a map.", "6 indicators, 39 areas")
            .arg(indicators, tr("%n area(s)", nullptr, areas));
    const auto shapes = static_cast<int>(dataset.boundaries->size());
    const auto hasData = [](const Area &area) { return area.hasData; };
    const auto onMap = std::count_if(dataset.areas.begin(), dataset.areas.begin() + shapes, hasData);
    QString text = tr("%1. %2 of %3 have figures.", "6 indicators, 39, 40 areas")
                       .arg(indicators, QString::number(onMap), tr("%n area(s)", nullptr, shapes));
    if (areas > shapes)
        text += QLatin1Char(' ') + tr("%n row(s) match no area of the map.", nullptr, areas - shapes);
    return text;
}

/// What is new, where the figures are the next of what is open, or a plan was carried over.
QString Assistant::news() const
{
    QStringList sentences;
    if (!m_written.isEmpty())
        sentences << tr("%1 was written to meanwhile and has been read again.")
                         .arg(m_written.join(QStringLiteral(", ")));
    if (m_carried) {
        sentences << tr("Read as %1 was.").arg(m_carried->from);
        if (!m_carried->newHeads.isEmpty())
            sentences << tr("New columns: %1.").arg(m_carried->newHeads.join(QStringLiteral(", ")));
        if (!m_carried->goneHeads.isEmpty())
            sentences
                << tr("Columns that are gone: %1.").arg(m_carried->goneHeads.join(QStringLiteral(", ")));
    }
    const bool isExample = m_draft.sources.indicators == builtInSources().indicators;
    if (m_open.dataset && m_draft.dataset && !isExample && areAlike(*m_open.dataset, *m_draft.dataset)) {
        const QStringList changes =
            changesText(compareData(recordOf(*m_open.dataset), recordOf(*m_draft.dataset)));
        sentences << (changes.isEmpty() ? tr("The figures are those that are open.")
                                        : tr("Against what is open: %1").arg(changes.join(QLatin1Char(' '))));
    }
    return plainLine(sentences.join(QLatin1Char(' ')));
}

void Assistant::showError(const Error &error)
{
    m_state->setProblem(error.message);
    m_details->setText(error.details);
}

void Assistant::showState()
{
    const bool isReading = m_run.isReading();
    if (!isReading) {
        m_progress->setVisible(false);
        m_stop->setVisible(false);
    }
    m_details->clear();
    const QString problem = m_filesPage->problem();
    if (isReading)
        m_state->setHint(tr("Reading…"));
    else if (m_wasStopped)
        m_state->setProblem(tr("Reading was stopped."));
    else if (m_draft.error)
        showError(*m_draft.error);
    else if (m_draft.dataset)
        m_state->setHint(summary());
    else
        m_state->setHint(problem);
    m_state->setAccessibleName(m_state->text());
    m_news->setHint(isReading ? QString() : m_newsText);
    m_news->setVisible(!m_news->text().isEmpty());
    m_more->setVisible(!m_details->text().isEmpty());
    m_details->setVisible(m_more->isChecked() && !m_details->text().isEmpty());
    const bool isChosen = !m_draft.sources.indicators.isEmpty();
    m_again->setVisible(!isReading && isChosen && !m_draft.dataset);
    m_openButton->setEnabled(canOpen());
    showBadges();
}

void Assistant::showBadges()
{
    const QIcon sign = style()->standardIcon(QStyle::SP_MessageBoxWarning);
    int all = 0;
    for (size_t i = 0; i < m_pages.size(); ++i) {
        const int questions = m_pages[i]->openQuestions();
        const auto tab = static_cast<int>(i);
        all += questions;
        m_tabs->setTabText(
            tab, questions > 0
                     ? tr("%1 (%2)", "page, questions").arg(m_pages[i]->title(), QString::number(questions))
                     : m_pages[i]->title());
        m_tabs->setTabIcon(tab, questions > 0 ? sign : QIcon());
        m_tabs->setTabToolTip(tab, questions > 0 ? tr("%n thing(s) to decide", nullptr, questions)
                                                 : tr("Nothing to decide"));
    }
    m_next->setText(tr("&Next question (%1)").arg(all));
    m_next->setVisible(all > 0);
}

/// Of the page on show first, then of those after it.
void Assistant::goToNextQuestion()
{
    const int count = m_tabs->count();
    for (int step = 0; step < count; ++step) {
        const int tab = (m_tabs->currentIndex() + step) % count;
        AssistantPage *page = m_pages[static_cast<size_t>(tab)];
        if (page->openQuestions() == 0)
            continue;
        m_tabs->setCurrentIndex(tab);
        page->showFirstQuestion();
        return;
    }
}

void Assistant::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void Assistant::dropEvent(QDropEvent *event)
{
    takeFiles(localFiles(*event->mimeData()));
    event->acceptProposedAction();
}

/// Where something is to be decided, there.
void Assistant::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (!m_run.isReading() && m_draft.grid && openQuestions() > 0)
        goToNextQuestion();
}

} // namespace atlas
