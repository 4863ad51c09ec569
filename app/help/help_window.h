#pragma once

#include "app/widgets/tool_window.h"
#include "core/help/help_pages.h"

#include <memory>
#include <vector>

class QLineEdit;
class QListWidget;
class QStackedWidget;
class QToolBar;
class QTreeWidget;

namespace atlas {

class HelpBrowser;
struct Dataset;

/// The help: contents and search at the left, a page at the right. Everything is part of the program, and the
/// figures of examples are computed from the built-in data when a page is shown.
class HelpWindow : public ToolWindow
{
    Q_OBJECT

public:
    explicit HelpWindow(QWidget *parent);

    /// A topic without a page shows the first one.
    void showTopic(const QString &topic);
    QString topic() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    QToolBar *makeTools();
    QWidget *makeContents();
    void fillContents();
    void search(const QString &query);
    void resizeText(int steps); ///< by so many; back to the usual size for 0
    QString textOf(const QString &topic);
    void markInContents(const QString &topic);

    std::vector<HelpPage> m_pages;
    std::shared_ptr<const Dataset> m_example; ///< null until a page needs it
    HelpBrowser *m_browser;
    QLineEdit *m_search;
    QStackedWidget *m_left;
    QTreeWidget *m_contents;
    QListWidget *m_hits;
    int m_textSteps = 0;
};

} // namespace atlas
