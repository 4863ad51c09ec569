#pragma once

#include <QFrame>

class QHBoxLayout;
class QHeaderView;
class QLineEdit;

namespace atlas {

class AreaTableView;

/// Asks from which number to which a column of the table is to be shown. Closes at Escape and when something
/// else is clicked.
class RangePopup : public QFrame
{
    Q_OBJECT

public:
    RangePopup(AreaTableView &table, int column);

    void openBelow(const QHeaderView &header);

private:
    QLineEdit *addField(const QString &label, const QString &name, double usual);
    void apply();

    AreaTableView &m_table;
    int m_column;
    QHBoxLayout *m_fields;
    QLineEdit *m_from = nullptr;
    QLineEdit *m_to = nullptr;
};

} // namespace atlas
