#pragma once

#include "core/common/issue.h"

#include <QDialog>
#include <QModelIndex>

class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;

namespace atlas {

class IssuesModel;

/// The remarks on the data, in a window that can stay open. Remembers its size and columns.
class IssuesDialog : public QDialog
{
    Q_OBJECT

public:
    explicit IssuesDialog(QWidget *parent = nullptr);

    void setIssues(const Issues &issues);

signals:
    /// A remark about this area was chosen, with a double click or the Enter key.
    void areaActivated(const atlas::AreaCode &code);

protected:
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeTable();
    void activate(const QModelIndex &index);
    void copy() const;
    void refreshButtons();

    IssuesModel *m_model;
    QSortFilterProxyModel *m_sorted;
    QStackedWidget *m_pages;
    QTableView *m_table;
    QLabel *m_summary;
    QLabel *m_hint;
    QPushButton *m_copy;
};

} // namespace atlas
