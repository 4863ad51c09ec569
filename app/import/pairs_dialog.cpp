#include "app/import/pairs_dialog.h"

#include "app/widgets/data_text.h"
#include "app/widgets/hint_label.h"
#include "core/dataset/alias_file.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace atlas {

namespace {

constexpr int inProjectRole = Qt::UserRole;

} // namespace

PairsDialog::PairsDialog(const std::map<QString, QString> &matches,
                         const std::vector<RememberedPair> &remembered, const BoundarySet *boundaries,
                         QWidget *parent)
    : QDialog(parent), m_table(new QTableWidget(0, ColumnCount, this)), m_hint(new HintLabel(this))
{
    setObjectName(QStringLiteral("pairsDialog"));
    setWindowTitle(tr("Accepted pairs"));
    if (boundaries)
        for (const BoundaryArea &area : boundaries->areas) {
            m_nameOf.insert(aliasKey(area.code.text), area.name.isEmpty() ? area.code.text : area.name);
            m_nameOf.insert(aliasKey(area.name), area.name);
        }
    m_nameOf.remove(QString());
    makeTable();
    for (const auto &match : matches)
        addPair(match.first, match.second, true);
    for (size_t i = remembered.size(); i > 0; --i) // the last accepted comes first
        addPair(remembered[i - 1].figures, remembered[i - 1].boundary, false);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_forget = buttons->addButton(tr("&Forget"), QDialogButtonBox::ActionRole);
    m_forget->setObjectName(QStringLiteral("forgetPairs"));
    m_forget->setToolTip(tr("Forget the selected pairs (Delete)"));
    m_forget->setAutoDefault(false);
    auto *rows = new QVBoxLayout(this);
    rows->addWidget(m_hint);
    rows->addWidget(m_table, 1);
    rows->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_forget, &QPushButton::clicked, this, &PairsDialog::forget);
    connect(m_table, &QTableWidget::itemChanged, this,
            [this](QTableWidgetItem *item) { nameArea(item->row()); });
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &PairsDialog::refresh);
    resize(44 * fontMetrics().averageCharWidth() * 2, 22 * fontMetrics().height());
    refresh();
}

void PairsDialog::makeTable()
{
    m_table->setObjectName(QStringLiteral("acceptedPairs"));
    m_table->setAccessibleName(tr("Accepted pairs"));
    m_table->setHorizontalHeaderLabels(
        {tr("In the figures"), tr("In the boundaries"), tr("Area"), tr("Remembered")});
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_table->installEventFilter(this);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setCornerButtonEnabled(false);
    m_table->verticalHeader()->hide();
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Stretch);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void PairsDialog::addPair(const QString &figures, const QString &boundary, bool isInProject)
{
    const QSignalBlocker quiet(m_table);
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    const QString kept = isInProject ? tr("with the project") : tr("on this machine");
    const std::vector<QString> cells = {figures, boundary, QString(), kept};
    for (int column = 0; column < ColumnCount; ++column) {
        auto *item = new QTableWidgetItem(cells[static_cast<size_t>(column)]);
        if (column == AreaName || column == Kept)
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        else
            item->setToolTip(plainToolTip(item->text()));
        m_table->setItem(row, column, item);
    }
    m_table->item(row, Kept)->setData(inProjectRole, isInProject);
    nameArea(row);
}

void PairsDialog::nameArea(int row)
{
    const QSignalBlocker quiet(m_table);
    const QString said = m_table->item(row, Boundary)->text().trimmed();
    QString name = said.isEmpty() ? tr("none: kept apart") : m_nameOf.value(aliasKey(said));
    if (name.isEmpty() && !m_nameOf.isEmpty())
        name = tr("not in these boundaries");
    m_table->item(row, AreaName)->setText(name);
}

bool PairsDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_table || event->type() != QEvent::KeyPress
        || dynamic_cast<const QKeyEvent &>(*event).key() != Qt::Key_Delete)
        return QDialog::eventFilter(watched, event);
    forget();
    return true;
}

void PairsDialog::forget()
{
    std::set<int, std::greater<>> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.insert(index.row());
    for (const int row : rows)
        m_table->removeRow(row);
    refresh();
}

void PairsDialog::refresh()
{
    if (m_forget)
        m_forget->setEnabled(m_table->selectionModel()->hasSelection());
    m_hint->setHint(
        m_table->rowCount() == 0
            ? tr("No pair has been accepted.")
            : tr("Double-click a cell, or press F2, to correct it. What is remembered on this "
                 "machine is offered with other files and joined only when you accept it again."));
}

std::map<QString, QString> PairsDialog::matches() const
{
    std::map<QString, QString> matches;
    for (int row = 0; row < m_table->rowCount(); ++row)
        if (const QString figures = m_table->item(row, Figures)->text().trimmed();
            m_table->item(row, Kept)->data(inProjectRole).toBool() && !figures.isEmpty())
            matches[figures] = m_table->item(row, Boundary)->text().trimmed();
    return matches;
}

std::vector<RememberedPair> PairsDialog::remembered() const
{
    std::vector<RememberedPair> pairs;
    for (int row = m_table->rowCount() - 1; row >= 0; --row) {
        const RememberedPair pair{m_table->item(row, Figures)->text().trimmed(),
                                  m_table->item(row, Boundary)->text().trimmed()};
        if (!m_table->item(row, Kept)->data(inProjectRole).toBool() && !pair.figures.isEmpty()
            && !pair.boundary.isEmpty())
            pairs.push_back(pair);
    }
    return pairs;
}

} // namespace atlas
