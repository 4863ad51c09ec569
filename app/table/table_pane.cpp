#include "app/table/table_pane.h"

#include "app/table/area_table_view.h"
#include "app/table/columns_popup.h"
#include "app/table/filter_line.h"
#include "app/table/table_key.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace atlas {

namespace {

constexpr int boxLetters = 18;
constexpr int margin = 4;

} // namespace

TablePane::TablePane(const Document &document, SelectedAreas &areas, QWidget *parent)
    : QWidget(parent), m_table(new AreaTableView(document, areas)), m_key(new TableKey(document, *m_table)),
      m_filters(new FilterLine(document, *m_table)), m_filter(new QLineEdit),
      m_columns(new QPushButton(tr("C&olumns")))
{
    build();
    follow();
}

void TablePane::build()
{
    m_filter->setObjectName(QStringLiteral("tableFilter"));
    m_filter->setPlaceholderText(tr("Filter areas"));
    m_filter->setAccessibleName(tr("Filter the table by name"));
    m_filter->setToolTip(
        tr("Show only areas whose name or code contains these letters. Press Escape to clear"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(boxLetters * fontMetrics().averageCharWidth() + 2 * fontMetrics().height());
    m_filter->installEventFilter(this);
    m_columns->setObjectName(QStringLiteral("columnsButton"));
    m_columns->setToolTip(tr("Choose which columns the table shows"));
    m_columns->setAutoDefault(false);

    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(margin, margin, margin, margin);
    bar->setSpacing(margin);
    bar->addWidget(m_key, 1);
    bar->addWidget(m_filter);
    bar->addWidget(m_columns);
    m_filters->setContentsMargins(margin, 0, margin, margin);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(bar);
    rows->addWidget(m_filters);
    rows->addWidget(m_table, 1);
    setFocusProxy(m_table);
    setTabOrder(m_key, m_filter);
    setTabOrder(m_filter, m_columns);
    setTabOrder(m_columns, m_filters);
    setTabOrder(m_filters, m_table);
}

void TablePane::follow()
{
    connect(m_filter, &QLineEdit::textChanged, this, &TablePane::takeName);
    connect(m_columns, &QPushButton::clicked, this, &TablePane::openColumns);
    connect(m_table, &AreaTableView::columnsAsked, this, &TablePane::openColumns);
    connect(m_table, &AreaTableView::filterAsked, m_filter, [this] {
        m_filter->setFocus(Qt::ShortcutFocusReason);
        m_filter->selectAll();
    });
    connect(m_table, &AreaTableView::filtered, this, [this] {
        if (m_filter->text() != m_table->filter().name)
            m_filter->setText(m_table->filter().name);
    });
}

void TablePane::takeName(const QString &name)
{
    TableFilter filter = m_table->filter();
    filter.name = name;
    m_table->setFilter(filter);
}

void TablePane::openColumns()
{
    auto *popup = new ColumnsPopup(*m_table); // goes when it is closed
    popup->openBelow(*m_columns);
}

/// Escape empties the box before anything else hears of it; the arrow down goes to the table.
bool TablePane::eventFilter(QObject *watched, QEvent *event)
{
    const auto *key = dynamic_cast<QKeyEvent *>(event);
    if (watched != m_filter || !key || event->type() == QEvent::KeyRelease)
        return QWidget::eventFilter(watched, event);
    if (key->key() == Qt::Key_Escape && !m_filter->text().isEmpty()) {
        if (event->type() == QEvent::KeyPress)
            m_filter->clear();
        event->accept();
        return true;
    }
    if (key->key() == Qt::Key_Down && event->type() == QEvent::KeyPress) {
        m_table->setFocus(Qt::TabFocusReason);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace atlas
