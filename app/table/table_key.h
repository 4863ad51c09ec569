#pragma once

#include <QList>
#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace atlas {

class AreaTableView;
class Document;
class KeySwatch;

/// A line that says what the colours and marks of the table mean, and how many areas it shows: "12 of 39
/// areas", then the classes from least to most disengaged, and what a cell without a figure looks like. A
/// click on a class shows only its areas, of the variable on the map; another click ends that. With the
/// keyboard the classes are one stop, among which the arrow keys move.
class TableKey : public QWidget
{
    Q_OBJECT

public:
    TableKey(const Document &document, AreaTableView &table, QWidget *parent = nullptr);

    /// The classes from the least disengaged, and last what lacks a value.
    const QList<KeySwatch *> &swatches() const { return m_swatches; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void refresh();
    void showCount();
    void toggle(int classNumber, bool shows);
    void step(qsizetype from, int by);

    const Document &m_document;
    AreaTableView &m_table;
    QLabel *m_count;
    QHBoxLayout *m_row;
    QList<KeySwatch *> m_swatches;
};

} // namespace atlas
