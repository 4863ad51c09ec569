#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QTableWidget;

namespace atlas {

class Snapshot;

/// The smaller areas that an area was added up from: what each contributes to an indicator, and how they rank
/// among each other and among all.
class MembersPage : public QWidget
{
    Q_OBJECT

public:
    explicit MembersPage(QWidget *parent = nullptr);

    void show(const Snapshot &now, size_t area);

signals:
    void indicatorChosen(); ///< show() is to be called again

private:
    void fillIndicators(const Snapshot &now);
    void addMembers(const Snapshot &now, size_t area, size_t indicator);

    QLabel *m_words;
    QComboBox *m_indicators;
    QTableWidget *m_table;
    QLabel *m_absent;
};

} // namespace atlas
