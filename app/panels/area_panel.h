#pragma once

#include <QWidget>

class QLabel;
class QStackedWidget;
class QTableView;

namespace atlas {

class AtlasState;

/// Why the current area ranks where it ranks: rank, class, a bar for each indicator, and what it means in
/// words.
class AreaPanel : public QWidget
{
    Q_OBJECT

public:
    explicit AreaPanel(const AtlasState &state, QWidget *parent = nullptr);

private:
    void showState();

    const AtlasState &m_state;
    QStackedWidget *m_pages;
    QLabel *m_name;
    QLabel *m_rank;
    QLabel *m_class;
    QLabel *m_meaning;
    QTableView *m_table;
};

} // namespace atlas
