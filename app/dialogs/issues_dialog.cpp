#include "app/dialogs/issues_dialog.h"

#include "app/dialogs/issues_model.h"
#include "app/state/preferences.h"
#include "app/widgets/hint_label.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace atlas {

namespace {

QString summaryOf(const Issues &issues)
{
    const auto warnings =
        static_cast<int>(std::count_if(issues.begin(), issues.end(), [](const Issue &issue) {
            return issue.severity == Severity::Warning;
        }));
    const int notes = static_cast<int>(issues.size()) - warnings;
    QStringList parts;
    if (warnings > 0)
        parts << IssuesDialog::tr("%n warning(s)", nullptr, warnings);
    if (notes > 0)
        parts << IssuesDialog::tr("%n note(s)", nullptr, notes);
    return parts.join(QStringLiteral(", "));
}

constexpr int air = 8; ///< above and below the text of a row, together

/// Gives each row some air.
class RoomyDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(0, air);
    }
};

QString columnsName()
{
    return QStringLiteral("issuesColumns");
}

} // namespace

IssuesDialog::IssuesDialog(QWidget *parent)
    : ToolWindow(QStringLiteral("issuesDialog"), tr("Remarks on the data"), {760, 440}, parent),
      m_pages(new QStackedWidget), m_summary(new QLabel)
{
    setProperty("helpTopic", QStringLiteral("part-remarks"));
    m_summary->setObjectName(QStringLiteral("summary"));
    m_summary->setTextFormat(Qt::PlainText);
    makeTable();
    auto *none = new HintLabel(this);
    none->setObjectName(QStringLiteral("none"));
    none->setAlignment(Qt::AlignCenter);
    none->setHint(tr("No remarks: every area matched and every value was read."));
    m_pages->addWidget(m_table);
    m_pages->addWidget(none);
    auto *hint = new HintLabel(this);
    hint->setHint(tr("Double-click a remark, or press Enter, to see its area on the map."));
    m_hint = hint;
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_copy = buttons->addButton(tr("&Copy all"), QDialogButtonBox::ActionRole);
    m_copy->setObjectName(QStringLiteral("copy"));
    m_copy->setAutoDefault(false);
    m_copy->setMinimumWidth(QFontMetrics(m_copy->font()).horizontalAdvance(tr("&Copy selected")) + 24);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);

    auto *rows = new QVBoxLayout(this);
    rows->addWidget(m_summary);
    rows->addWidget(m_pages, 1);
    rows->addWidget(m_hint);
    rows->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_copy, &QPushButton::clicked, this, &IssuesDialog::copy);
    connect(m_table, &QTableView::doubleClicked, this, &IssuesDialog::activate);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &IssuesDialog::refreshButtons);
    m_table->horizontalHeader()->restoreState(Preferences().layout(columnsName()));
    setIssues({});
}

void IssuesDialog::makeTable()
{
    m_model = new IssuesModel(this);
    m_sorted = new QSortFilterProxyModel(this);
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(IssuesModel::sortRole);
    m_sorted->setSortLocaleAware(true);
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("issues"));
    m_table->setAccessibleName(tr("Remarks"));
    m_table->setModel(m_sorted);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setCornerButtonEnabled(false);
    m_table->verticalHeader()->hide();
    m_table->setItemDelegate(new RoomyDelegate(m_table));
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(IssuesModel::Message, QHeaderView::Stretch);
    const int letter = m_table->fontMetrics().averageCharWidth();
    header->resizeSection(IssuesModel::Kind, 14 * letter);
    header->resizeSection(IssuesModel::File, 24 * letter);
    header->resizeSection(IssuesModel::Row, 9 * letter);
    header->setSortIndicatorClearable(true); // a third click brings back the order of the files
    header->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
}

void IssuesDialog::setIssues(const Issues &issues)
{
    // Long remarks wrap, unless there are so many that measuring them all would take a while: then each has
    // one line and its tool tip the rest.
    constexpr size_t manyIssues = 500;
    const bool wraps = issues.size() <= manyIssues;
    QHeaderView *rows = m_table->verticalHeader();
    m_table->setWordWrap(wraps);
    rows->setSectionResizeMode(wraps ? QHeaderView::ResizeToContents : QHeaderView::Fixed);
    m_model->setIssues(issues);
    if (!wraps)
        rows->setDefaultSectionSize(m_table->fontMetrics().lineSpacing() + air);
    m_summary->setText(summaryOf(issues));
    m_summary->setVisible(!issues.empty());
    m_pages->setCurrentIndex(issues.empty() ? 1 : 0);
    m_hint->setVisible(
        std::any_of(issues.begin(), issues.end(), [](const Issue &issue) { return !issue.area.isEmpty(); }));
    refreshButtons();
}

void IssuesDialog::hideEvent(QHideEvent *event)
{
    Preferences().setLayout(columnsName(), m_table->horizontalHeader()->saveState());
    ToolWindow::hideEvent(event);
}

void IssuesDialog::keyPressEvent(QKeyEvent *event)
{
    const bool inTable = m_table->hasFocus();
    if (inTable && event->matches(QKeySequence::Copy))
        copy();
    else if (inTable && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        activate(m_table->currentIndex());
    else
        QDialog::keyPressEvent(event);
}

void IssuesDialog::activate(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const AreaCode code =
        m_model->issue(m_sorted->mapToSource(index).row()).area; // a listener may replace us
    if (!code.isEmpty())
        emit areaActivated(code);
}

/// The selected remarks, or all of them, as they are sorted; a spreadsheet takes them apart at the tabs.
void IssuesDialog::copy() const
{
    const bool all = !m_table->selectionModel()->hasSelection();
    QStringList lines;
    const auto add = [&](const auto &cell) {
        QStringList cells;
        for (int column = 0; column < IssuesModel::ColumnCount; ++column)
            cells << cell(column).toString().simplified();
        lines << cells.join(QLatin1Char('\t'));
    };
    add([&](int column) { return m_sorted->headerData(column, Qt::Horizontal); });
    for (int row = 0; row < m_sorted->rowCount(); ++row)
        if (all || m_table->selectionModel()->isRowSelected(row))
            add([&](int column) { return m_sorted->index(row, column).data(); });
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')) + QLatin1Char('\n'));
}

void IssuesDialog::refreshButtons()
{
    m_copy->setEnabled(m_model->rowCount() > 0);
    m_copy->setText(m_table->selectionModel()->hasSelection() ? tr("&Copy selected") : tr("&Copy all"));
}

} // namespace atlas
