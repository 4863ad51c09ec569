#include "app/compare/compare_dialog.h"

#include "app/charts/area_comparison.h"
#include "app/dialogs/file_tasks.h"
#include "app/state/document.h"
#include "app/state/selection.h"
#include "app/widgets/copying.h"
#include "app/widgets/data_text.h"
#include "app/widgets/export_button.h"
#include "app/widgets/hint_label.h"
#include "app/widgets/view_copy.h"
#include "core/common/number_text.h"
#include "core/index/figure_text.h"
#include "core/index/method_text.h"
#include "core/index/normalise.h"
#include "core/index/sentence_words.h"
#include "core/indicators/name_matching.h"
#include "core/snapshot/area_sentence.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStringListModel>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace atlas {

namespace {

constexpr int groupRole = Qt::UserRole + 1; ///< the group whose mean is meant; nothing for all areas
constexpr int givenRole = Qt::UserRole + 2; ///< position among the benchmarks that the data give
constexpr int fixedColumns = 2;             ///< what, and the benchmark

QTableWidgetItem *newCell(const QString &text, bool isNumber)
{
    auto *cell = new QTableWidgetItem(text);
    cell->setToolTip(isNumber ? QString() : plainToolTip(text)); // a narrow window may cut it
    cell->setTextAlignment((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return cell;
}

} // namespace

CompareDialog::CompareDialog(const Document &document, const SelectedAreas &areas, QWidget *parent)
    : ToolWindow(QStringLiteral("compareDialog"), tr("Compare areas"), {900, 720}, parent),
      m_document(document), m_areas(areas), m_benchmark(new QComboBox(this)), m_add(new QLineEdit(this)),
      m_pin(new QPushButton(tr("&Pin selected"), this)), m_unpin(new QPushButton(tr("&Unpin"), this)),
      m_bars(new AreaBars), m_table(new QTableWidget(this)), m_exportChart(newExportChartButton(this)),
      m_hint(new HintLabel(this))
{
    setProperty("helpTopic", QStringLiteral("part-compare"));
    m_benchmark->setObjectName(QStringLiteral("benchmark"));
    m_pin->setObjectName(QStringLiteral("pin"));
    m_unpin->setObjectName(QStringLiteral("unpin"));
    m_table->setObjectName(QStringLiteral("comparison"));
    m_table->setAccessibleName(tr("Pinned areas"));
    makeCopyable(*m_table);
    new Copying(*m_bars, [this]() -> Result<Copyable> {
        return Copyable{.sheet = sheetOf(*m_table, ViewRows::All),
                        .picture = [this] { return picture(); },
                        .isPicture = true};
    }); // owned by the bars
    offerExport(*m_exportChart, *m_bars);
    m_table->verticalHeader()->hide();
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectColumns);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 8);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignCenter
                                                     | static_cast<Qt::Alignment>(Qt::TextWordWrap));
    m_hint->setWordWrap(true);
    auto *label = new QLabel(tr("&Compared with:"), this);
    label->setBuddy(m_benchmark);
    auto *top = new QHBoxLayout;
    top->addWidget(label);
    top->addWidget(m_benchmark, 1);
    top->addWidget(m_add);
    top->addWidget(m_pin);
    top->addWidget(m_unpin);
    layOut(top);

    makeAdding();
    connect(m_bars, &AreaBars::tableAsked, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_exportChart, &QPushButton::clicked, this, &CompareDialog::exportChart);
    connect(m_pin, &QPushButton::clicked, this, &CompareDialog::pinSelected);
    connect(m_unpin, &QPushButton::clicked, this, &CompareDialog::unpin);
    connect(m_benchmark, &QComboBox::currentIndexChanged, this, &CompareDialog::refresh);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &CompareDialog::refreshButtons);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionDoubleClicked, this, [this](int column) {
        if (column >= fixedColumns)
            emit areaActivated(m_pins[static_cast<size_t>(column - fixedColumns)]);
    });
    document.onChange(Change::Data, this, [this] {
        m_pins.clear();
        listNames();
        listBenchmarks();
    });
    document.onChange(Change::Result, this, [this] { refresh(); });
    connect(&areas, &SelectedAreas::changed, this, &CompareDialog::refreshButtons);
    listNames();
    listBenchmarks();
    pinSelected();
}

/// The map and the table may be out of sight, so that areas can be named here, too.
void CompareDialog::makeAdding()
{
    m_add->setObjectName(QStringLiteral("addArea"));
    m_add->setPlaceholderText(tr("Add an area"));
    m_add->setAccessibleName(tr("Add an area"));
    m_add->setToolTip(tr("Type part of its name"));
    auto *completer = new QCompleter(new QStringListModel(this), this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_add->setCompleter(completer);
    const auto add = [this](const QString &name) {
        const std::vector<Area> &areas = m_document.now().dataset()->areas;
        const auto found = std::find_if(areas.begin(), areas.end(), [&name](const Area &area) {
            return foldName(area.name) == foldName(name);
        });
        if (found != areas.end())
            pin({static_cast<size_t>(found - areas.begin())});
        return found != areas.end();
    };
    connect(completer, qOverload<const QString &>(&QCompleter::activated), this,
            [this, add](const QString &name) {
                add(name);
                QMetaObject::invokeMethod(m_add, "clear",
                                          Qt::QueuedConnection); // the completer writes its text after this
            });
    connect(m_add, &QLineEdit::returnPressed, this, [this, add, completer] {
        const QAbstractItemView *list = completer->popup();
        if (list->isVisible() && list->selectionModel()->hasSelection())
            return; // the list takes what is chosen there
        if (add(completer->currentCompletion().isEmpty() ? m_add->text() : completer->currentCompletion()))
            m_add->clear();
        else
            m_hint->setProblem(tr("No area is called “%1”.").arg(m_add->text()));
    });
}

void CompareDialog::listNames()
{
    QStringList names;
    if (m_document.now().dataset())
        for (const Area &area : m_document.now().dataset()->areas)
            names << area.name;
    names.sort(Qt::CaseInsensitive);
    qobject_cast<QStringListModel *>(m_add->completer()->model())->setStringList(names);
}

/// Bars above, the same in figures below.
void CompareDialog::layOut(QLayout *top)
{
    auto *scroller = new QScrollArea(this);
    scroller->setWidget(m_bars);
    scroller->setWidgetResizable(true);
    scroller->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroller->setFocusPolicy(Qt::NoFocus);
    m_both = new QSplitter(Qt::Vertical, this);
    QSplitter *both = m_both;
    both->addWidget(scroller);
    both->addWidget(m_table);
    both->setStretchFactor(0, 3);
    both->setStretchFactor(1, 2);
    constexpr int barsHeight = 390;
    both->setSizes({barsHeight, height() - barsHeight});
    both->setChildrenCollapsible(false);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    buttons->addButton(m_exportChart, QDialogButtonBox::ActionRole);
    m_unpin->setAutoDefault(false);
    m_pin->setAutoDefault(false);
    auto *rows = new QVBoxLayout(this);
    rows->addLayout(top);
    rows->addWidget(both, 1);
    rows->addWidget(m_hint);
    rows->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void CompareDialog::listBenchmarks()
{
    const QSignalBlocker quiet(m_benchmark);
    m_benchmark->clear();
    m_benchmark->addItem(tr("Mean of all areas"), static_cast<int>(BenchmarkKind::Mean));
    m_benchmark->addItem(tr("Median of all areas"), static_cast<int>(BenchmarkKind::Median));
    m_benchmark->addItem(tr("Least disengaged"), static_cast<int>(BenchmarkKind::LeastDisengaged));
    m_benchmark->addItem(tr("Most disengaged"), static_cast<int>(BenchmarkKind::MostDisengaged));
    if (!m_document.now().dataset())
        return;
    const std::vector<GivenBenchmark> &given = m_document.now().dataset()->benchmarks;
    for (size_t i = 0; i < given.size(); ++i) {
        m_benchmark->addItem(given[i].name, static_cast<int>(BenchmarkKind::Mean));
        m_benchmark->setItemData(m_benchmark->count() - 1, static_cast<int>(i), givenRole);
    }
    constexpr size_t mostGroups = 100;
    for (const GroupColumn &column : m_document.now().dataset()->groups) {
        std::set<QString> groups(column.texts.begin(), column.texts.end());
        groups.erase(QString());
        if (groups.size() > mostGroups)
            continue; // names, and no groups
        for (const QString &group : groups) {
            m_benchmark->addItem(tr("Mean of %1: %2", "column, group").arg(column.code, group),
                                 static_cast<int>(BenchmarkKind::Mean));
            m_benchmark->setItemData(m_benchmark->count() - 1, QStringList{column.code, group}, groupRole);
        }
    }
}

void CompareDialog::offerSelected()
{
    if (m_pins.empty())
        pinSelected();
}

void CompareDialog::pinSelected()
{
    pin(m_areas.areas());
}

/// As many as there is room for, each once.
void CompareDialog::pin(const std::vector<size_t> &areas)
{
    for (const size_t area : areas) {
        const AreaCode &code = m_document.now().dataset()->areas[area].code;
        if (m_pins.size() < mostPins && std::find(m_pins.begin(), m_pins.end(), code) == m_pins.end())
            m_pins.push_back(code);
    }
    refresh();
}

/// The areas whose columns are selected; all of them when none is.
void CompareDialog::unpin()
{
    std::vector<AreaCode> kept;
    const auto chosen = m_table->selectionModel()->selectedColumns();
    for (size_t i = 0; i < m_pins.size() && !chosen.isEmpty(); ++i)
        if (std::none_of(chosen.begin(), chosen.end(), [i](const QModelIndex &index) {
                return index.column() == static_cast<int>(i) + fixedColumns;
            }))
            kept.push_back(m_pins[i]);
    m_pins = std::move(kept);
    refresh();
}

void CompareDialog::refresh()
{
    m_table->clear();
    m_table->setRowCount(0);
    std::vector<size_t> areas;
    QStringList header = {tr("Figure"), m_benchmark->currentText()};
    for (const AreaCode &code : m_pins)
        if (const auto area = m_areas.find(code)) {
            areas.push_back(*area);
            header << m_document.now().dataset()->areas[*area].name;
        }
    m_table->setColumnCount(static_cast<int>(header.size()));
    m_table->setHorizontalHeaderLabels(header);
    refreshButtons();
    showBars(areas);
    m_both->setVisible(!areas.empty());
    m_hint->setAlignment(areas.empty() ? Qt::AlignCenter : Qt::AlignLeft | Qt::AlignTop);
    if (areas.empty()) {
        m_table->setColumnCount(0);
        m_hint->setHint(
            tr("Select areas on the map or in the table and come back, or add them by name: up to %1.")
                .arg(mostPins));
        return;
    }
    const IndexResult &result = m_document.now().result();
    const ClassScheme scheme = m_document.now().choices().otherScheme();
    addRanks(areas);
    addRow(*m_document.now().shownIndex(), areas);
    for (const size_t node : nodesFromTop(*result.tree))
        if (node != result.tree->root())
            addRow(showNode(result, node, m_document.now().indexSettings().rankRule, scheme), areas);
    for (const size_t i : result.used)
        addRow(showIndicator(*m_document.now().dataset(), i, scheme), areas);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    const QString tried = whatIfText(*m_document.now().dataset());
    m_hint->setHint(tr("In brackets, the difference from the benchmark.")
                    + (tried.isEmpty() ? QString() : QLatin1Char(' ') + tried));
}

void CompareDialog::showBars(const std::vector<size_t> &areas)
{
    m_exportChart->setEnabled(!areas.empty());
    m_bars->show(compareAreas(
        m_document.now(), areas, [this](const ShownVariable &shown) { return benchmarkOf(shown); },
        m_benchmark->currentText(), locale()));
}

QStringList CompareDialog::pinnedNames() const
{
    QStringList names;
    for (const AreaCode &code : m_pins)
        if (const auto area = m_areas.find(code))
            names << m_document.now().dataset()->areas[*area].name;
    return names;
}

Result<Picture> CompareDialog::picture() const
{
    const Snapshot &now = m_document.now();
    if (m_bars->comparison().rows.empty())
        return Error{tr("There is nothing to compare any more. Pin at least one area."), {}};
    QStringList notes;
    for (const AreaCode &code : m_pins)
        if (const auto area = m_areas.find(code))
            notes << areaSentence(now, *area, locale());
    notes << capitalised(methodText(now.indexSettings(), now.result())) << now.dataset()->indicatorSource;
    if (const QString tried = whatIfText(*now.dataset()); !tried.isEmpty())
        notes << capitalised(tried);
    return m_bars->picture(tr("%1 compared with: %2", "areas, benchmark")
                               .arg(listText(pinnedNames()), m_benchmark->currentText()),
                           notes);
}

void CompareDialog::exportChart()
{
    emit written(exportPictureByDialog(
        [this] { return picture(); },
        tr("%1 - compared", "name of a file: areas").arg(listText(pinnedNames())), this));
}

void CompareDialog::addRanks(const std::vector<size_t> &areas)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setItem(row, 0, newCell(tr("Rank"), false));
    m_table->setItem(row, 1, newCell({}, true));
    for (size_t i = 0; i < areas.size(); ++i) {
        const double rank = m_document.now().result().ranks[areas[i]];
        const QString text = rankOrNone(rank, locale());
        m_table->setItem(row, static_cast<int>(i) + fixedColumns, newCell(text, true));
    }
}

double CompareDialog::benchmarkOf(const ShownVariable &shown) const
{
    const Dataset &dataset = *m_document.now().dataset();
    if (const QVariant given = m_benchmark->currentData(givenRole); given.isValid())
        return givenBenchmark(dataset, dataset.benchmarks[given.toUInt()], shown.code);
    const auto kind = static_cast<BenchmarkKind>(m_benchmark->currentData().toInt());
    const QStringList group = m_benchmark->currentData(groupRole).toStringList();
    const std::vector<QString> *texts =
        group.isEmpty() ? nullptr : m_document.now().dataset()->findGroups(group.constFirst());
    if (!texts)
        return benchmark(shown.values, shown.direction, kind);
    std::vector<bool> isMember;
    isMember.reserve(texts->size());
    for (const QString &text : *texts)
        isMember.push_back(text == group.constLast());
    return benchmark(onlyMembers(shown.values, isMember), shown.direction, kind);
}

void CompareDialog::addRow(const ShownVariable &shown, const std::vector<size_t> &areas)
{
    const double reference = benchmarkOf(shown);
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setItem(row, 0, newCell(shown.name, false));
    const auto text = [&](double value) { return figureText(value, shown, locale()); };
    m_table->setItem(row, 1, newCell(text(reference), true));
    for (size_t i = 0; i < areas.size(); ++i) {
        const double value = shown.values[areas[i]];
        const QString difference =
            std::isnan(value) || std::isnan(reference)
                ? QString()
                : tr(" (%1)", "difference").arg(signedNumber(value - reference, shown.decimals, locale()));
        m_table->setItem(row, static_cast<int>(i) + fixedColumns, newCell(text(value) + difference, true));
    }
}

void CompareDialog::refreshButtons()
{
    m_add->setEnabled(m_pins.size() < mostPins && m_document.now().dataset());
    const auto isPinned = [this](size_t area) {
        return std::find(m_pins.begin(), m_pins.end(), m_document.now().dataset()->areas[area].code)
               != m_pins.end();
    };
    const auto &selected = m_areas.areas();
    m_pin->setEnabled(
        m_pins.size() < mostPins
        && std::any_of(selected.begin(), selected.end(), [&](size_t area) { return !isPinned(area); }));
    m_unpin->setEnabled(!m_pins.empty());
    m_unpin->setText(m_table->selectionModel()->selectedColumns().isEmpty() ? tr("&Unpin all")
                                                                            : tr("&Unpin"));
}

} // namespace atlas
