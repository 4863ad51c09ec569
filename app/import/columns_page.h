#pragma once

#include "app/import/assistant_page.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QMenu;
class QPushButton;
class QSpinBox;
class QTableView;

namespace atlas {

class ColumnHead;
class FigureRowsModel;
class HintLabel;

/// How the figures will be read: their first rows, with what each column is read as in its head, and all of
/// it to be changed. What is chosen for the column in hand stands below, too, for those who use the keyboard.
class ColumnsPage : public AssistantPage
{
    Q_OBJECT

public:
    explicit ColumnsPage(QWidget *parent = nullptr);

    QString title() const override { return tr("&Columns"); }
    void showDraft(const ImportDraft &draft) override;
    int openQuestions() const override;
    void showFirstQuestion() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeSettings();
    QWidget *makeTable();
    QWidget *makeInHand();
    void showSettings();
    void showColumn();
    void showLeftOut();
    void showFilter(const PlannedColumn &column);
    void setColumn(int column);
    void openMenu(int column);
    void fillMenu(QMenu &menu, int column);
    void confirm(const std::vector<int> &columns);
    void change(const ImportPlan &plan);
    bool isRefused() const;
    const PlannedColumn *inHand() const;

    ImportDraft m_draft;
    FigureRowsModel *m_rows;
    QTableView *m_table = nullptr;
    ColumnHead *m_head = nullptr;
    QSpinBox *m_headerRow = nullptr;
    QCheckBox *m_twoRows = nullptr;
    QComboBox *m_period = nullptr;
    QComboBox *m_level = nullptr;
    QComboBox *m_mark = nullptr;
    QLabel *m_periodLabel = nullptr;
    QLabel *m_levelLabel = nullptr;
    HintLabel *m_leftOut = nullptr;
    QWidget *m_inHand = nullptr;
    QLabel *m_name = nullptr;
    QComboBox *m_role = nullptr;
    QComboBox *m_columnMark = nullptr;
    QLabel *m_filterLabel = nullptr;
    QComboBox *m_filter = nullptr;
    HintLabel *m_reason = nullptr;
    QPushButton *m_confirm = nullptr;
    QPushButton *m_confirmAll = nullptr;
    QString m_current; ///< head of the column in hand
    bool m_isShowing = false;
};

} // namespace atlas
