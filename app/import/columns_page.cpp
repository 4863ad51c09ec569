#include "app/import/columns_page.h"

#include "app/import/column_head.h"
#include "app/import/column_questions.h"
#include "app/import/figure_rows_model.h"
#include "app/state/app_theme.h"
#include "app/widgets/data_text.h"
#include "app/widgets/hint_label.h"
#include "core/common/number_text.h"
#include "core/common/plain_text.h"
#include "core/render/theme.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSet>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace atlas {

namespace {

/// Heads are bold; what is not read is faint, and says so in its row's head.
class RowDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const auto *rows = qobject_cast<const FigureRowsModel *>(index.model());
        if (!rows)
            return;
        const FileRow kind = rows->kindOf(index.row());
        const auto column = static_cast<size_t>(index.column());
        option->font.setBold(kind == FileRow::Head);
        if (kind == FileRow::Above || kind == FileRow::LeftOut
            || (kind == FileRow::Figures && rows->plan().columns[column].role == ColumnRole::Ignored))
            option->palette.setColor(QPalette::Text, mapColours(themeOf(option->palette)).faintInk);
    }
};

QComboBox *makeBox(QWidget *parent, const char *name, const QString &accessibleName, const QString &tip)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(accessibleName);
    box->setToolTip(tip);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    constexpr int letters = 7;
    box->setMinimumContentsLength(letters);
    return box;
}

QLabel *labelFor(const QString &text, QWidget *field)
{
    auto *label = new QLabel(text, field->parentWidget());
    label->setBuddy(field);
    return label;
}

/// Different texts in the first rows of a column.
QStringList textsOf(const Grid &grid, const FiguresPlan &plan, int position)
{
    constexpr int mostRows = 20000;
    constexpr qsizetype mostTexts = 200;
    QStringList texts;
    QSet<QString> seen;
    const int first = plan.headerRow - 1 + plan.headerRows;
    for (int row = first; row < std::min(first + mostRows, grid.rowCount()); ++row) {
        const QString text = grid.cell(row, position).toString();
        if (text.isEmpty() || seen.contains(text) || texts.size() >= mostTexts)
            continue;
        seen.insert(text);
        texts << text;
    }
    return texts;
}

/// Without what was decided of columns by other heads.
ImportPlan withoutHeads(ImportPlan plan)
{
    plan.roles.clear();
    plan.decimalMarks.clear();
    plan.filters.clear();
    plan.codeColumn.clear();
    plan.nameColumn.clear();
    return plan;
}

} // namespace

ColumnsPage::ColumnsPage(QWidget *parent)
    : AssistantPage(parent), m_rows(new FigureRowsModel(this)), m_leftOut(new HintLabel(this))
{
    setObjectName(QStringLiteral("columnsPage"));
    m_leftOut->setObjectName(QStringLiteral("leftOut"));
    auto *rows = new QVBoxLayout(this);
    rows->setSpacing(8);
    rows->addWidget(makeSettings());
    rows->addWidget(makeTable(), 1);
    rows->addWidget(makeInHand());
    rows->addWidget(m_leftOut);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) { setColumn(current.column()); });
    connect(m_head, &QHeaderView::sectionClicked, this, [this](int column) {
        setColumn(column);
        openMenu(column);
    });
    ColumnsPage::showDraft({});
}

/// What holds for the table as a whole.
QWidget *ColumnsPage::makeSettings()
{
    auto *settings = new QWidget(this);
    m_headerRow = new QSpinBox(settings);
    m_headerRow->setObjectName(QStringLiteral("headerRow"));
    m_headerRow->setToolTip(tr("The row that holds the heads of the columns, as a spreadsheet counts it"));
    m_headerRow->setAccessibleName(tr("Row of the heads"));
    m_headerRow->setKeyboardTracking(false);
    m_twoRows = new QCheckBox(tr("and the ne&xt"), settings);
    m_twoRows->setObjectName(QStringLiteral("twoRows"));
    m_twoRows->setToolTip(tr("Two rows make one head, where the upper one spans columns"));
    m_period = makeBox(settings, "period", tr("Period"), tr("Which of the file's periods is read"));
    m_level = makeBox(settings, "level", tr("Level of areas"), tr("Which kind of areas is read"));
    m_mark = makeBox(settings, "decimalMark", tr("Decimals of all columns"),
                     tr("What stands before the decimals, where a column does not say it"));
    m_mark->addItems({tr("as each column says"), tr("decimal point"), tr("decimal comma")});
    m_periodLabel = labelFor(tr("&Period:"), m_period);
    m_levelLabel = labelFor(tr("Le&vel:"), m_level);
    auto *first = new QHBoxLayout;
    for (QWidget *each :
         std::initializer_list<QWidget *>{labelFor(tr("&Heads in row:"), m_headerRow), m_headerRow, m_twoRows,
                                          labelFor(tr("&Decimals:"), m_mark), m_mark})
        first->addWidget(each);
    first->addStretch();
    auto *second = new QHBoxLayout; // only where there is something to choose
    for (QWidget *each : std::initializer_list<QWidget *>{m_periodLabel, m_period, m_levelLabel, m_level})
        second->addWidget(each);
    second->addStretch();
    auto *rows = new QVBoxLayout(settings);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addLayout(first);
    rows->addLayout(second);

    connect(m_headerRow, &QSpinBox::valueChanged, this, [this](int value) {
        ImportPlan plan = withoutHeads(m_draft.sources.plan);
        plan.headerRow = value;
        change(plan);
    });
    connect(m_twoRows, &QCheckBox::toggled, this, [this](bool on) {
        ImportPlan plan = withoutHeads(m_draft.sources.plan);
        plan.headerRow = m_headerRow->value();
        plan.headerRows = on ? 2 : 1;
        change(plan);
    });
    connect(m_period, &QComboBox::activated, this, [this](int item) {
        ImportPlan plan = m_draft.sources.plan;
        plan.period = m_period->itemData(item).toString();
        change(plan);
    });
    connect(m_level, &QComboBox::activated, this, [this](int item) {
        ImportPlan plan = m_draft.sources.plan;
        plan.level = m_level->itemData(item).toString();
        change(plan);
    });
    connect(m_mark, &QComboBox::activated, this, [this](int item) {
        ImportPlan plan = m_draft.sources.plan;
        plan.decimalMark.reset();
        if (item > 0)
            plan.decimalMark = item == 1 ? DecimalMark::Point : DecimalMark::Comma;
        change(plan);
    });
    return settings;
}

QWidget *ColumnsPage::makeTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("fileRows"));
    m_table->setAccessibleName(tr("The first rows of the figures, as they will be read"));
    m_table->setToolTip(tr("Space changes what the column is read as"));
    m_head = new ColumnHead(m_table);
    m_table->setHorizontalHeader(m_head);
    m_table->setModel(m_rows);
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().lineSpacing() + 8);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->installEventFilter(this);
    return m_table;
}

/// The column in hand: what can be changed of it, once more.
QWidget *ColumnsPage::makeInHand()
{
    m_inHand = new QWidget(this);
    m_name = new QLabel(m_inHand);
    m_name->setTextFormat(Qt::PlainText);
    QFont bold = m_name->font();
    bold.setBold(true);
    m_name->setFont(bold);
    m_role = makeBox(m_inHand, "role", tr("What the column is read as"), tr("What the column is read as"));
    for (const ColumnRole role : rolesToChoose()) {
        m_role->addItem(capitalised(columnRoleText(role)), static_cast<int>(role));
        m_role->setItemData(m_role->count() - 1, roleTip(role), Qt::ToolTipRole);
    }
    constexpr int letters = 18;
    m_role->setMinimumContentsLength(letters);
    m_columnMark = makeBox(m_inHand, "columnMark", tr("Decimals of the column"),
                           tr("What stands before the decimals in this column"));
    m_columnMark->addItems({decimalMarkText(DecimalMark::Point), decimalMarkText(DecimalMark::Comma)});
    m_filter = makeBox(m_inHand, "filter", tr("Part that is read"), tr("Which rows are read"));
    m_filterLabel = labelFor(tr("R&ows of:"), m_filter);
    m_confirm = new QPushButton(tr("Ri&ght as it is"), m_inHand);
    m_confirm->setObjectName(QStringLiteral("confirm"));
    m_confirm->setToolTip(tr("Read the column as it says now, and ask no more"));
    m_confirmAll = new QPushButton(tr("&All are right"), m_inHand);
    m_confirmAll->setObjectName(QStringLiteral("confirmAll"));
    m_confirmAll->setToolTip(tr("Read all columns as they say now, and ask no more"));
    m_confirm->setAutoDefault(false);
    m_confirmAll->setAutoDefault(false);
    m_reason = new HintLabel(m_inHand);
    m_reason->setObjectName(QStringLiteral("reason"));

    auto *choices = new QHBoxLayout;
    for (QWidget *each : std::initializer_list<QWidget *>{labelFor(tr("&Read as:"), m_role), m_role,
                                                          m_columnMark, m_filterLabel, m_filter})
        choices->addWidget(each);
    choices->addStretch();
    auto *why = new QHBoxLayout;
    why->addWidget(m_reason, 1);
    why->addWidget(m_confirm, 0, Qt::AlignTop);
    why->addWidget(m_confirmAll, 0, Qt::AlignTop);
    auto *rows = new QVBoxLayout(m_inHand);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(4);
    rows->addWidget(m_name);
    rows->addLayout(choices);
    rows->addLayout(why);

    connect(m_role, &QComboBox::activated, this, [this](int item) {
        ImportPlan plan = m_draft.sources.plan;
        setRole(m_current, static_cast<ColumnRole>(m_role->itemData(item).toInt()), plan);
        change(plan);
    });
    connect(m_columnMark, &QComboBox::activated, this, [this](int item) {
        ImportPlan plan = m_draft.sources.plan;
        plan.decimalMarks[m_current] = item == 0 ? DecimalMark::Point : DecimalMark::Comma;
        change(plan);
    });
    connect(m_filter, &QComboBox::activated, this, [this](int item) {
        ImportPlan plan = m_draft.sources.plan;
        plan.filters.erase(m_current);
        if (item > 0)
            plan.filters[m_current] = m_filter->itemData(item).toString();
        change(plan);
    });
    connect(m_confirm, &QPushButton::clicked, this, [this] { confirm({m_table->currentIndex().column()}); });
    connect(m_confirmAll, &QPushButton::clicked, this, [this] { confirm(m_rows->openColumns()); });
    return m_inHand;
}

void ColumnsPage::showDraft(const ImportDraft &draft)
{
    m_isShowing = true;
    const int last = m_table->currentIndex().row();
    const QString current = m_current;
    m_draft = draft;
    m_rows->setDraft(draft);
    const auto &columns = m_rows->plan().columns;
    const auto same = std::find_if(columns.begin(), columns.end(),
                                   [&current](const PlannedColumn &each) { return each.header == current; });
    const int column = same == columns.end() ? 0 : static_cast<int>(same - columns.begin());
    const int row = last >= 0 && last < m_rows->rowCount() ? last : m_rows->firstFigures();
    m_table->setCurrentIndex(m_rows->index(row, column));
    m_isShowing = false;
    setColumn(m_rows->columnCount() > 0 ? column : -1);
    showSettings();
    showLeftOut();
}

void ColumnsPage::showSettings()
{
    const FiguresPlan &plan = m_rows->plan();
    const bool isThere = m_draft.grid && m_draft.grid->rowCount() > 0;
    const QSignalBlocker noRow(m_headerRow);
    const QSignalBlocker noTwo(m_twoRows);
    m_headerRow->setEnabled(isThere);
    m_twoRows->setEnabled(isThere);
    m_mark->setEnabled(isThere && !m_draft.grid->isTyped);
    m_headerRow->setRange(1, isThere ? m_draft.grid->rowCount() : 1);
    m_headerRow->setValue(plan.headerRow);
    m_twoRows->setChecked(plan.headerRows > 1);
    const auto &mark = m_draft.sources.plan.decimalMark;
    m_mark->setCurrentIndex(!mark ? 0 : *mark == DecimalMark::Point ? 1 : 2);

    m_period->clear();
    if (!plan.periods.isEmpty())
        m_period->addItem(tr("the latest (%1)").arg(plan.periods.back()), QString());
    for (const QString &period : plan.periods)
        m_period->addItem(period, period);
    m_period->setCurrentIndex(plan.isPeriodChosen ? m_period->findData(plan.period) : 0);
    m_level->clear();
    for (const QString &level : plan.levels)
        m_level->addItem(level, level);
    m_level->setCurrentIndex(m_level->findData(plan.level));
    m_periodLabel->setVisible(plan.periods.size() > 1);
    m_period->setVisible(plan.periods.size() > 1);
    m_levelLabel->setVisible(plan.levels.size() > 1);
    m_level->setVisible(plan.levels.size() > 1);
}

const PlannedColumn *ColumnsPage::inHand() const
{
    const int column = m_table->currentIndex().column();
    return column >= 0 && column < m_rows->columnCount()
               ? &m_rows->plan().columns[static_cast<size_t>(column)]
               : nullptr;
}

void ColumnsPage::setColumn(int column)
{
    if (m_isShowing)
        return;
    if (column >= 0 && m_table->currentIndex().column() != column) {
        m_table->setCurrentIndex(m_rows->index(std::max(0, m_table->currentIndex().row()), column));
        return; // which comes back here
    }
    m_head->setCurrent(column);
    showColumn();
}

void ColumnsPage::showColumn()
{
    const PlannedColumn *column = inHand();
    m_inHand->setVisible(column != nullptr);
    const auto open = static_cast<int>(m_rows->openColumns().size());
    constexpr int several = 2;
    m_confirmAll->setVisible(open >= several);
    m_confirmAll->setText(tr("&All %1 are right").arg(open));
    if (!column) {
        m_current.clear();
        return;
    }
    const int section = m_table->currentIndex().column();
    m_current = column->header;
    constexpr int longest = 50;
    m_name->setText(m_name->fontMetrics().elidedText(plainLine(column->header), Qt::ElideRight,
                                                     longest * m_name->fontMetrics().averageCharWidth()));
    m_name->setToolTip(plainToolTip(plainLine(column->header)));
    m_role->setCurrentIndex(m_role->findData(static_cast<int>(column->role)));
    m_columnMark->setVisible(holdsNumbers(column->role) && !m_draft.grid->isTyped);
    m_columnMark->setCurrentIndex(column->decimalMark == DecimalMark::Point ? 0 : 1);
    showFilter(*column);
    const bool isOpen = m_rows->isOpen(section);
    m_confirm->setVisible(isOpen);
    const QString reason = m_rows->reasonText(section);
    if (isOpen)
        m_reason->setProblem(reason);
    else
        m_reason->setHint(reason);
}

void ColumnsPage::showFilter(const PlannedColumn &column)
{
    const bool isFilter = column.role == ColumnRole::Filter;
    m_filterLabel->setVisible(isFilter);
    m_filter->setVisible(isFilter);
    if (!isFilter)
        return;
    m_filter->clear();
    m_filter->addItem(tr("the total"));
    for (const QString &text : textsOf(*m_draft.grid, m_draft.figuresPlan, column.position))
        m_filter->addItem(plainLine(text), text);
    const auto &filters = m_draft.sources.plan.filters;
    const auto chosen = findHead(filters, column.header);
    m_filter->setCurrentIndex(chosen == filters.end() ? 0 : std::max(0, m_filter->findData(chosen->second)));
}

void ColumnsPage::showLeftOut()
{
    m_leftOut->setHint(leftOutText(m_draft).join(QLatin1Char(' ')));
    m_leftOut->setVisible(!m_leftOut->text().isEmpty());
}

int ColumnsPage::openQuestions() const
{
    return static_cast<int>(m_rows->openColumns().size()) + (isRefused() ? 1 : 0);
}

/// Whether the figures were read as cells, and cannot be read as figures.
bool ColumnsPage::isRefused() const
{
    const bool areShapesThere = m_draft.sources.boundaries.isEmpty() || m_draft.shapes;
    return m_draft.error && m_draft.grid && !m_draft.table && areShapesThere;
}

void ColumnsPage::showFirstQuestion()
{
    if (m_rows->openColumns().empty()) {
        m_table->setFocus(Qt::OtherFocusReason);
        return;
    }
    setColumn(m_rows->openColumns().front());
    m_table->scrollTo(m_table->currentIndex());
    m_role->setFocus(Qt::OtherFocusReason);
}

void ColumnsPage::confirm(const std::vector<int> &columns)
{
    ImportPlan plan = m_draft.sources.plan;
    for (const int column : columns)
        confirmColumn(m_rows->plan().columns[static_cast<size_t>(column)], plan);
    change(plan);
}

void ColumnsPage::change(const ImportPlan &plan)
{
    if (plan == m_draft.sources.plan)
        return;
    m_draft.sources.plan = plan; // what is changed next goes beside it, even before all is read again
    emit planChanged(plan);
}

bool ColumnsPage::eventFilter(QObject *watched, QEvent *event)
{
    const auto *press = event->type() == QEvent::KeyPress ? dynamic_cast<const QKeyEvent *>(event) : nullptr;
    if (watched != m_table || !press || !inHand())
        return AssistantPage::eventFilter(watched, event);
    const bool isDown = press->key() == Qt::Key_Down && press->modifiers() == Qt::AltModifier;
    if (press->key() == Qt::Key_Space || press->key() == Qt::Key_F2 || press->key() == Qt::Key_Menu
        || isDown) {
        openMenu(m_table->currentIndex().column());
        return true;
    }
    return AssistantPage::eventFilter(watched, event);
}

void ColumnsPage::openMenu(int column)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("columnMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu, column);
    menu->popup(m_head->viewport()->mapToGlobal(
        QPoint(std::max(0, m_head->sectionViewportPosition(column)), m_head->height())));
}

void ColumnsPage::fillMenu(QMenu &menu, int column)
{
    menu.setToolTipsVisible(true);
    const PlannedColumn &shown = m_rows->plan().columns[static_cast<size_t>(column)];
    const QString header = shown.header;
    if (m_rows->isOpen(column)) {
        menu.addAction(tr("Right as it is"), this, [this, column] { confirm({column}); });
        menu.addSeparator();
    }
    for (const ColumnRole role : rolesToChoose()) {
        QAction *action = menu.addAction(capitalised(columnRoleText(role)), this, [this, header, role] {
            ImportPlan plan = m_draft.sources.plan;
            setRole(header, role, plan);
            change(plan);
        });
        action->setToolTip(roleTip(role));
        action->setCheckable(true);
        action->setChecked(shown.role == role);
    }
    if (!holdsNumbers(shown.role) || m_draft.grid->isTyped)
        return;
    menu.addSeparator();
    for (const DecimalMark mark : {DecimalMark::Point, DecimalMark::Comma}) {
        QAction *action = menu.addAction(capitalised(decimalMarkText(mark)), this, [this, header, mark] {
            ImportPlan plan = m_draft.sources.plan;
            plan.decimalMarks[header] = mark;
            change(plan);
        });
        action->setCheckable(true);
        action->setChecked(shown.decimalMark == mark);
    }
}

} // namespace atlas
