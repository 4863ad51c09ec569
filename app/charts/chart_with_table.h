#pragma once

#include <QWidget>

class QLabel;
class QStackedWidget;
class QTableWidget;
class QToolButton;

namespace atlas {

class RowChart;

/// A chart under its title, and the same as a table: the button or the key T goes from one to the other.
class ChartWithTable : public QWidget
{
    Q_OBJECT

public:
    /// Takes the chart into itself.
    explicit ChartWithTable(RowChart *chart, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    bool showsTable() const;

private:
    void showTable(bool shows);
    void fillTable();

    RowChart *m_chart;
    QLabel *m_title;
    QToolButton *m_asTable;
    QStackedWidget *m_pages;
    QTableWidget *m_table;
};

} // namespace atlas
