#include "app/charts/chart_with_table.h"

#include "app/charts/row_chart.h"
#include "app/widgets/figure_table.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace atlas {

ChartWithTable::ChartWithTable(RowChart *chart, QWidget *parent)
    : QWidget(parent), m_chart(chart), m_title(new QLabel(this)), m_asTable(new QToolButton(this)),
      m_pages(new QStackedWidget(this)),
      m_table(newFigureTable(chart->tableHeader(), "chartTable", chart->accessibleName()))
{
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_title->setObjectName(QStringLiteral("chartTitle"));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_asTable->setObjectName(QStringLiteral("asTable"));
    m_asTable->setText(tr("As a table"));
    m_asTable->setToolTip(tr("Show the figures of the chart as a table, or the chart again (T)"));
    m_asTable->setCheckable(true);
    m_pages->addWidget(chart);
    m_pages->addWidget(m_table);
    m_table->setAlternatingRowColors(true);
    auto *top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_asTable);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->addLayout(top);
    rows->addWidget(m_pages, 1);

    auto *key = new QShortcut(QKeySequence(Qt::Key_T), this);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, m_asTable, &QToolButton::toggle);
    connect(m_asTable, &QToolButton::toggled, this, &ChartWithTable::showTable);
    connect(chart, &RowChart::rowsChanged, this, [this] {
        if (showsTable())
            fillTable();
    });
    connect(m_table, &QTableWidget::cellActivated, this, [this](int row) {
        if (const auto rank = static_cast<size_t>(row); rank < m_chart->order().size())
            emit m_chart->areaChosen(m_chart->order()[rank], false);
    });
}

void ChartWithTable::setTitle(const QString &title)
{
    m_title->setText(title);
}

bool ChartWithTable::showsTable() const
{
    return m_pages->currentWidget() == m_table;
}

void ChartWithTable::showTable(bool shows)
{
    if (shows)
        fillTable();
    const bool hadFocus = m_pages->currentWidget()->hasFocus();
    m_pages->setCurrentWidget(shows ? static_cast<QWidget *>(m_table) : m_chart);
    if (hadFocus)
        m_pages->currentWidget()->setFocus();
}

void ChartWithTable::fillTable()
{
    const QStringList header = m_chart->tableHeader();
    m_table->setRowCount(0);
    m_table->setColumnCount(static_cast<int>(header.size()));
    m_table->setHorizontalHeaderLabels(header);
    for (const size_t area : m_chart->order())
        addFigureRow(*m_table, m_chart->tableRow(area), static_cast<int>(header.size()));
    // Names leave room for figures, and figures for names.
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Interactive);
    m_table->resizeColumnToContents(0);
    m_table->setColumnWidth(0, std::clamp(width() * 2 / 5, 0, m_table->columnWidth(0)));
}

} // namespace atlas
