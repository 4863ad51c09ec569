#pragma once

#include <QStackedWidget>

#include <vector>

namespace atlas {

class ToolWindow;

/// The middle of a workspace: what it is about, or one of its questions as a page in its place. Any question
/// can be taken out as a window of its own and put back.
class Stage : public QStackedWidget
{
    Q_OBJECT

public:
    explicit Stage(QWidget *home, QWidget *parent = nullptr);

    /// Shows a question as it was last: as a page or as a window. `usuallyFloats` is for the first time.
    void open(ToolWindow &tool, bool usuallyFloats = false);
    void goHome();
    /// The question in the middle; null at home.
    ToolWindow *page() const;

signals:
    void pageChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Page;

    Page *pageOf(const ToolWindow &tool) const;
    void dock(ToolWindow &tool);
    void undock(ToolWindow &tool);
    void drop(Page *page);
    void take(ToolWindow &tool);
    void offerWayBack(ToolWindow &tool);
    static void showClose(const ToolWindow &tool, bool shows);

    QWidget *m_home;
    std::vector<Page *> m_pages;
};

} // namespace atlas
