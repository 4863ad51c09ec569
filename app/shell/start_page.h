#pragma once

#include "app/state/recent_files.h"

#include <QList>
#include <QStringList>
#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace atlas {

/// Where work begins: what was open last, a place to drop files on, the example, and the tour.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);

    void setRecent(const QList<RecentFile> &recent);
    /// Whether there is something to go back to.
    void setCanGoBack(bool can);

signals:
    void openAsked();
    void projectAsked();
    void exampleAsked();
    void tourAsked();
    void backAsked();
    void recentAsked(const atlas::RecentFile &file);
    void forgetAsked(const atlas::RecentFile &file); ///< it should no longer be offered

private:
    QWidget *makeBeginning();
    QWidget *makeRecent();
    void chooseRow(int row);

    QList<RecentFile> m_recent;
    QListWidget *m_list = nullptr;
    QLabel *m_empty = nullptr;
    QPushButton *m_back = nullptr;
};

} // namespace atlas
