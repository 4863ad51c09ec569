#include "app/table/columns_popup.h"

#include "app/table/area_table_model.h"
#include "app/table/area_table_view.h"
#include "app/table/column_arranger.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHash>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace atlas {

namespace {

constexpr int columnRole = Qt::UserRole;
constexpr int mostLines = 24;
constexpr int lettersWide = 30;

} // namespace

ColumnsPopup::ColumnsPopup(AreaTableView &table)
    : QFrame(&table, Qt::Popup), m_table(table), m_list(new QTreeWidget)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setObjectName(QStringLiteral("columnsPopup"));
    setAccessibleName(tr("Columns of the table"));
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setAccessibleName(tr("Columns of the table"));
    m_list->setToolTip(tr("Press Space to show or hide a column"));
    auto *all = new QPushButton(tr("&Show all"));
    all->setToolTip(tr("Show every column"));
    connect(all, &QPushButton::clicked, this, [this] {
        m_table.columns().showAll();
        fill();
    });
    auto *usual = new QPushButton(tr("&Usual order and widths"));
    usual->setToolTip(tr("Put every column back in its usual place, at its usual width"));
    connect(usual, &QPushButton::clicked, this, [this] {
        TableLayout layout = m_table.columns().layout();
        layout.moved.clear();
        layout.widths.clear();
        m_table.columns().setLayout(layout);
        fill();
    });
    connect(m_list, &QTreeWidget::itemChanged, this, &ColumnsPopup::take);
    auto *rows = new QVBoxLayout(this);
    rows->addWidget(m_list);
    if (QComboBox *changeBox = newChangeBox()) {
        auto *label = new QLabel(tr("&Change since"));
        label->setBuddy(changeBox);
        auto *line = new QHBoxLayout;
        line->addWidget(label);
        line->addWidget(changeBox, 1);
        rows->addLayout(line);
    }
    rows->addWidget(all);
    rows->addWidget(usual);
    fill();
}

/// For figures of several periods; null for others.
QComboBox *ColumnsPopup::newChangeBox()
{
    const QStringList periods = m_table.areaModel().otherPeriods();
    if (periods.isEmpty())
        return nullptr;
    auto *box = new QComboBox;
    box->setObjectName(QStringLiteral("changeSince"));
    box->setToolTip(tr("Show for each indicator how far it has changed since another period"));
    box->addItem(tr("no period"), QString());
    for (const QString &period : periods)
        box->addItem(period, period);
    box->setCurrentIndex(std::max(0, box->findData(m_table.columns().layout().changeSince)));
    connect(box, &QComboBox::activated, this,
            [this, box] { m_table.columns().setChangeSince(box->currentData().toString()); });
    const auto refill = [this] { fill(); };
    for (const auto &signal : {&QAbstractItemModel::columnsInserted, &QAbstractItemModel::columnsRemoved})
        connect(&m_table.areaModel(), signal, this, refill, Qt::QueuedConnection);
    return box;
}

/// Columns in the order of the table, below the name of their domain where they have one.
void ColumnsPopup::fill()
{
    const QSignalBlocker filling(m_list);
    m_list->clear();
    QHash<QString, QTreeWidgetItem *> groups;
    const AreaTableModel &model = m_table.areaModel();
    for (int column = AreaTableModel::nameColumn + 1; column < model.columnCount(); ++column) {
        const QString group = model.headerData(column, Qt::Horizontal, AreaTableModel::DomainRole).toString();
        if (!group.isEmpty() && !groups.contains(group)) {
            auto *head = new QTreeWidgetItem(m_list, {group});
            head->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                           | Qt::ItemIsAutoTristate);
            groups.insert(group, head);
        }
        const QString text = model.headerData(column, Qt::Horizontal).toString();
        auto *item = group.isEmpty() ? new QTreeWidgetItem(m_list, {text})
                                     : new QTreeWidgetItem(groups.value(group), {text});
        item->setData(0, columnRole, column);
        item->setToolTip(0, model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString());
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(0, m_table.columns().isHidden(column) ? Qt::Unchecked : Qt::Checked);
    }
    m_list->expandAll();
}

void ColumnsPopup::take(QTreeWidgetItem *item)
{
    if (const QVariant column = item->data(0, columnRole); column.isValid())
        m_table.columns().setHidden(column.toInt(), item->checkState(0) == Qt::Unchecked);
}

void ColumnsPopup::openBelow(const QWidget &button)
{
    int lines = m_list->topLevelItemCount();
    for (int i = 0; i < m_list->topLevelItemCount(); ++i)
        lines += m_list->topLevelItem(i)->childCount();
    lines = std::min(lines, mostLines);
    m_list->setMinimumSize(lettersWide * fontMetrics().averageCharWidth(),
                           lines * m_list->sizeHintForRow(0) + 2 * m_list->frameWidth());
    adjustSize();
    const QRect screen = button.screen()->availableGeometry();
    QPoint place = button.mapToGlobal(QPoint(button.width() - width(), button.height()));
    place.setX(std::clamp(place.x(), screen.left(), std::max(screen.left(), screen.right() - width())));
    place.setY(std::clamp(place.y(), screen.top(), std::max(screen.top(), screen.bottom() - height())));
    move(place);
    show();
    m_list->setFocus(Qt::PopupFocusReason);
    if (!m_list->currentItem())
        m_list->setCurrentItem(m_list->topLevelItem(0));
}

} // namespace atlas
