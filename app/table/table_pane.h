#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace atlas {

class AreaTableView;
class Document;
class FilterLine;
class SelectedAreas;
class TableKey;

/// The table with what belongs to it: above, the key to its colours, a box that filters by name and a button
/// for its columns; below that, while there are any, the filters in words.
class TablePane : public QWidget
{
    Q_OBJECT

public:
    TablePane(const Document &document, SelectedAreas &areas, QWidget *parent = nullptr);

    AreaTableView &table() { return *m_table; }
    const AreaTableView &table() const { return *m_table; }
    QLineEdit &filterBox() { return *m_filter; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void follow();
    void takeName(const QString &name);
    void openColumns();

    AreaTableView *m_table;
    TableKey *m_key;
    FilterLine *m_filters;
    QLineEdit *m_filter;
    QPushButton *m_columns;
};

} // namespace atlas
