#include "app/scenarios/scenarios_dialog.h"

#include "app/scenarios/comparison_pane.h"
#include "app/scenarios/scenario_list.h"
#include "app/state/document.h"
#include "app/state/selection.h"
#include "app/widgets/hint_label.h"
#include "core/common/number_text.h"
#include "core/index/method_text.h"
#include "core/project/project_check.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace atlas {

namespace {

// Entries before the kept scenarios, which count from 0.
constexpr int shownNow = -2;
constexpr int asInThePaper = -1;

QPushButton *newButton(const QString &text, const char *name, const QString &tip, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(QLatin1String(name));
    button->setToolTip(tip);
    button->setAutoDefault(false);
    return button;
}

} // namespace

ScenariosDialog::ScenariosDialog(const Document &document, SelectedAreas &areas, ScenarioList &scenarios,
                                 QWidget *parent)
    : ToolWindow(QStringLiteral("scenariosDialog"), tr("Scenarios"), {1160, 720}, parent),
      m_document(document), m_areas(areas), m_scenarios(scenarios)
{
    setProperty("helpTopic", QStringLiteral("part-scenarios"));
    auto *panes = new QHBoxLayout;
    panes->setSpacing(16);
    panes->addWidget(makeList());
    panes->addWidget(makeComparison(), 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    auto *rows = new QVBoxLayout(this);
    rows->addLayout(panes, 1);
    rows->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&scenarios, &ScenarioList::changed, this, &ScenariosDialog::listScenarios);
    document.onChange(Change::Result | Change::Shown | Change::Looks, this, [this] { refreshList(); });
    document.onChange(Change::Result, this, [this] { compare(); });
    document.onChange(Change::Shown, this, [this] {
        if (m_document.now().choices().indexScheme() != m_scheme) // otherwise it makes no difference here
            compare();
    });
    listScenarios();
}

QWidget *ScenariosDialog::makeList()
{
    auto *pane = new QWidget(this);
    m_list = new QListWidget(pane);
    m_list->setObjectName(QStringLiteral("scenarios"));
    m_list->setAccessibleName(tr("Scenarios"));
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed);
    auto *label = new QLabel(tr("Ke&pt for these data:"), pane);
    label->setBuddy(m_list);
    m_keep = newButton(tr("&Keep what is set now"), "keep",
                       tr("Name the present choices so that you can come back to them"), pane);
    m_use = newButton(tr("&Use"), "use", tr("Go back to these choices and looks"), pane);
    m_rename = newButton(tr("&Rename"), "rename", tr("Give it another name (F2)"), pane);
    m_delete = newButton(tr("&Delete"), "delete", tr("Forget it (Del); Undo brings it back"), pane);
    m_about = new HintLabel(pane);
    m_about->setObjectName(QStringLiteral("about"));
    m_about->setWordWrap(true);
    m_problem = new HintLabel(pane);
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setWordWrap(true);
    auto *rows = new QVBoxLayout(pane);
    rows->setContentsMargins({});
    rows->addWidget(label);
    rows->addWidget(m_list, 1);
    auto *both = new QHBoxLayout;
    for (QPushButton *button : {m_use, m_rename, m_delete})
        both->addWidget(button);
    rows->addLayout(both);
    rows->addWidget(m_keep);
    rows->addSpacing(4);
    rows->addWidget(m_about);
    rows->addWidget(m_problem);
    pane->setFixedWidth(236);

    const auto remove = [this] {
        if (const int entry = chosenEntry(); entry >= 0)
            m_scenarios.remove(static_cast<size_t>(entry));
    };
    const auto use = [this] {
        if (!m_use->isEnabled())
            return;
        Method method = methodOfEntry(chosenEntry());
        method.name = titleOfEntry(chosenEntry());
        emit useAsked(method);
    };
    connect(m_keep, &QPushButton::clicked, this, &ScenariosDialog::keepShown);
    connect(m_use, &QPushButton::clicked, this, use);
    connect(m_list, &QListWidget::itemDoubleClicked, this, use);
    connect(m_rename, &QPushButton::clicked, this, [this] { m_list->editItem(m_list->currentItem()); });
    connect(m_delete, &QPushButton::clicked, this, remove);
    auto *deleteKey = new QShortcut(QKeySequence::Delete, m_list);
    deleteKey->setContext(Qt::WidgetShortcut); // not while a name is edited
    connect(deleteKey, &QShortcut::activated, this, remove);
    connect(m_list, &QListWidget::currentRowChanged, this, &ScenariosDialog::refreshList);
    connect(m_list, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) {
        emit nameTyped(m_list->row(item) + asInThePaper, item->text());
    });
    // Queued, because it rebuilds the list, including the item being edited.
    connect(
        this, &ScenariosDialog::nameTyped, &m_scenarios,
        [this](int entry, const QString &name) {
            if (entry >= 0 && static_cast<size_t>(entry) < m_scenarios.scenarios().size())
                m_scenarios.rename(static_cast<size_t>(entry), name);
        },
        Qt::QueuedConnection);
    return pane;
}

QWidget *ScenariosDialog::makeComparison()
{
    auto *pane = new QWidget(this);
    m_first = new QComboBox(pane);
    m_first->setObjectName(QStringLiteral("first"));
    m_second = new QComboBox(pane);
    m_second->setObjectName(QStringLiteral("second"));
    for (QComboBox *box : {m_first, m_second}) // so that a long name does not widen the window
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto *compareLabel = new QLabel(tr("&Compare"), pane);
    compareLabel->setBuddy(m_first);
    auto *withLabel = new QLabel(tr("&with"), pane);
    withLabel->setBuddy(m_second);
    auto *top = new QHBoxLayout;
    top->addWidget(compareLabel);
    top->addWidget(m_first, 1);
    top->addWidget(withLabel);
    top->addWidget(m_second, 1);
    m_comparison = new ComparisonPane(m_document, m_areas, pane);
    connect(m_comparison, &ComparisonPane::written, this, &ScenariosDialog::written);
    auto *rows = new QVBoxLayout(pane);
    rows->setContentsMargins({});
    rows->addLayout(top);
    rows->addWidget(m_comparison, 1);
    m_second->setPlaceholderText(tr("nothing that differs yet"));
    for (QComboBox *box : {m_first, m_second})
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            m_isPairChosen = true;
            compare();
        });
    connect(m_comparison, &ComparisonPane::keepAsked, this, &ScenariosDialog::keepShown);
    return pane;
}

void ScenariosDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    // It never opens with a comparison of the same with the same.
    m_isPairChosen =
        m_isPairChosen && m_first->currentData() != m_second->currentData()
        && !(m_first->currentData().toInt() == shownNow && ranksAsShown(m_second->currentData().toInt()));
    refresh();
}

/// Called when what the window shows has changed.
void ScenariosDialog::refresh()
{
    refreshList();
    compare();
}

/// The entry chosen in the list: the paper's or a kept one.
int ScenariosDialog::chosenEntry() const
{
    return std::max(0, m_list->currentRow()) + asInThePaper;
}

Method ScenariosDialog::methodOfEntry(int entry) const
{
    if (entry == shownNow)
        return m_document.now().method();
    return entry == asInThePaper ? Method{} : m_scenarios.scenarios()[static_cast<size_t>(entry)];
}

QString ScenariosDialog::titleOfEntry(int entry) const
{
    if (entry == shownNow)
        return ScenarioList::shownNowName();
    return entry == asInThePaper ? ScenarioList::paperName()
                                 : m_scenarios.scenarios()[static_cast<size_t>(entry)].name;
}

bool ScenariosDialog::isShown(const Method &method) const
{
    Choices choices = m_document.now().choices();
    Looks looks = m_document.now().looks();
    useMethod(method, choices, looks);
    return choices == m_document.now().choices() && looks == m_document.now().looks();
}

void ScenariosDialog::listScenarios()
{
    const int row = m_list->currentRow();
    const auto count = static_cast<int>(m_scenarios.scenarios().size());
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (int entry = asInThePaper; entry < count; ++entry) {
            auto *item = new QListWidgetItem(titleOfEntry(entry), m_list);
            if (entry >= 0)
                item->setFlags(item->flags() | Qt::ItemIsEditable);
        }
        m_list->setCurrentRow(std::clamp(row, 0, count));
    }
    const auto fill = [&](QComboBox &box, int usual) {
        const QSignalBlocker quiet(box);
        const QString before = box.currentText();
        const int place = box.currentIndex();
        const bool isAsLong = box.count() == count - shownNow;
        box.clear();
        for (int entry = shownNow; entry < count; ++entry)
            box.addItem(titleOfEntry(entry), entry);
        if (const int same = box.findText(before); same >= 0)
            box.setCurrentIndex(same);
        else // renamed or gone
            box.setCurrentIndex(isAsLong ? place : box.findData(usual));
    };
    fill(*m_first, shownNow);
    fill(*m_second, asInThePaper);
    m_problem->setProblem(m_scenarios.problem());
    m_problem->setVisible(!m_scenarios.problem().isEmpty());
    refresh();
}

/// Updates what can be done with the chosen entry, which entry is marked as shown, and the description.
void ScenariosDialog::refreshList()
{
    const bool hasData = m_document.now().dataset() != nullptr;
    const int entry = chosenEntry();
    m_keep->setEnabled(hasData);
    m_rename->setEnabled(entry >= 0);
    m_delete->setEnabled(entry >= 0);
    m_use->setEnabled(false);
    if (!hasData || !isVisible())
        return; // showEvent() will catch up
    {
        const QSignalBlocker quiet(m_list); // setting a font counts as a change to the item
        for (int row = 0; row < m_list->count(); ++row) {
            QFont font = m_list->font();
            font.setBold(isShown(methodOfEntry(row + asInThePaper)));
            m_list->item(row)->setFont(font);
        }
    }
    const auto outcome = outcomeOf(entry);
    const bool isOnShow = isShown(methodOfEntry(entry));
    m_use->setEnabled(outcome.ok() && !isOnShow);
    if (!outcome) {
        m_about->setProblem(outcome.error().message);
        return;
    }
    const QString words = capitalised(methodText(outcome->method.choices.index, outcome->result))
                          + QStringLiteral("; ") + classRuleText(outcome->method.choices.indexScheme())
                          + QLatin1Char('.');
    m_about->setHint(isOnShow ? words + QLatin1Char('\n') + tr("This is what the window shows now.") : words);
}

void ScenariosDialog::keepShown()
{
    Method method = methodOfEntry(shownNow);
    method.name = m_scenarios.freeName();
    m_scenarios.keep(std::move(method));
    const int last = m_list->count() - 1;
    m_isPairChosen = false; // it is what the window shows next that is compared with it
    compare();
    m_list->setCurrentRow(last);
    m_list->setFocus();
    m_list->editItem(m_list->item(last));
}

Result<Outcome> ScenariosDialog::outcomeOf(int entry) const
{
    const QString name = titleOfEntry(entry);
    const auto withName = [&name](const Error &error) {
        return Error{tr("%1: %2", "scenario, why not").arg(name, error.message), error.details};
    };
    const Snapshot &now = m_document.now();
    Method method = methodOfEntry(entry);
    if (entry == shownNow) {
        if (now.result().refusal)
            return withName(*now.result().refusal);
        method.name = name;
        return Outcome{std::move(method), now.result()};
    }
    if (const auto fits = checkMethod(method, *now.dataset()); !fits)
        return withName(fits.error());
    // Methods are compared on the same data, including the values tried now.
    Choices choices = method.choices;
    choices.tried = now.choices().tried;
    IndexResult result = computeIndex(*now.dataset(), choices.index);
    if (result.refusal)
        return withName(*result.refusal);
    method = methodOf(choices, method.looks.value_or(now.looks()), *now.dataset(), result);
    method.name = name;
    return Outcome{std::move(method), std::move(result)};
}

bool ScenariosDialog::ranksAsShown(int entry) const
{
    if (!m_document.now().dataset() || entry == shownNow)
        return true;
    const auto outcome = outcomeOf(entry);
    return !outcome || outcome->result.ranks == m_document.now().result().ranks;
}

/// What the window shows, with the newest scenario that ranks the areas otherwise; the paper's comes last.
void ScenariosDialog::choosePair()
{
    const auto choose = [](QComboBox &box, int index) {
        const QSignalBlocker quiet(&box);
        box.setCurrentIndex(index);
    };
    choose(*m_first, m_first->findData(shownNow));
    int other = static_cast<int>(m_scenarios.scenarios().size()) - 1;
    if (m_document.now().result().refusal)
        other = asInThePaper; // which has no ranks to compare, and says why
    else
        while (other >= asInThePaper && ranksAsShown(other))
            --other;
    choose(*m_second, m_second->findData(other >= asInThePaper ? QVariant(other) : QVariant()));
}

void ScenariosDialog::compare()
{
    if (!isVisible())
        return; // showEvent() will catch up
    m_scheme = m_document.now().choices().indexScheme();
    if (!m_document.now().dataset()) {
        m_comparison->clear();
        return;
    }
    if (!m_isPairChosen)
        choosePair();
    if (m_second->currentIndex() < 0) {
        m_comparison->showNothing(
            m_scenarios.scenarios().empty()
                ? tr("Keep what is set now as a scenario, change something, and compare.")
                : tr("Every scenario here ranks the areas as the window does now. Change "
                     "something, and compare."));
        return;
    }
    auto first = outcomeOf(m_first->currentData().toInt());
    auto second = outcomeOf(m_second->currentData().toInt());
    if (first && second)
        m_comparison->showOutcomes(*std::move(first), *std::move(second));
    else
        m_comparison->showProblem(first ? second.error() : first.error());
}

} // namespace atlas
