#pragma once

#include "app/widgets/tool_window.h"
#include "core/common/issue.h"

#include <QModelIndex>

class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;

namespace atlas {

class IssuesModel;

/// The remarks on the data, in a window that can stay open. Remembers its size and columns.
class IssuesDialog : public ToolWindow
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

    IssuesModel *m_model = nullptr;
    QSortFilterProxyModel *m_sorted = nullptr;
    QStackedWidget *m_pages = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_summary = nullptr;
    QLabel *m_hint = nullptr;
    QPushButton *m_copy = nullptr;
};

} // namespace atlas
