#pragma once

#include <QList>
#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace atlas {

class AreaTableView;
class Document;
struct TableFilter;

/// What the table is filtered by, in words, each part with a button that ends it. Hidden while there is no
/// filter.
class FilterLine : public QWidget
{
    Q_OBJECT

public:
    FilterLine(const Document &document, AreaTableView &table, QWidget *parent = nullptr);

private:
    void refresh();
    void add(const QString &what, const TableFilter &without);
    void addClasses();
    void addSpans();

    const Document &m_document;
    AreaTableView &m_table;
    QHBoxLayout *m_row;
    QList<QPushButton *> m_parts;
};

} // namespace atlas
