#include "app/workspace/stage.h"

#include "app/widgets/title_font.h"
#include "app/widgets/tool_window.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace atlas {

namespace {

const QString putBackName = QStringLiteral("putBack");

QToolButton *newButton(const QString &icon, const QString &text, const QString &tip, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(QIcon::fromTheme(icon));
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setToolTip(tip);
    button->setAutoRaise(true);
    return button;
}

/// Gives the focus to the first part that takes it by Tab; the widget itself where there is none.
void focusFirst(QWidget &widget)
{
    for (QWidget *next = widget.nextInFocusChain(); next != &widget; next = next->nextInFocusChain())
        if (widget.isAncestorOf(next) && next->isVisible() && next->isEnabled()
            && (next->focusPolicy() & Qt::TabFocus)) {
            next->setFocus(Qt::TabFocusReason);
            return;
        }
    widget.setFocus(Qt::OtherFocusReason);
}

} // namespace

/// A question with a line above it that names it, takes it out and closes it.
class Stage::Page : public QWidget
{
public:
    Page(Stage &stage, ToolWindow &shown) : QWidget(&stage), tool(&shown)
    {
        auto *title = new QLabel(shown.windowTitle(), this);
        makeTitle(*title, 1.25);
        auto *out = newButton(QStringLiteral("window-new"), Stage::tr("In a window"),
                              Stage::tr("Take this out as a window of its own"), this);
        out->setObjectName(QStringLiteral("takeOut"));
        auto *close = newButton(QStringLiteral("window-close"), Stage::tr("Close"),
                                Stage::tr("Back to map and table (Esc)"), this);
        close->setObjectName(QStringLiteral("closePage"));
        auto *head = new QHBoxLayout;
        head->setContentsMargins(12, 6, 8, 0);
        head->addWidget(title, 1);
        head->addWidget(out);
        head->addWidget(close);
        auto *rows = new QVBoxLayout(this);
        rows->setContentsMargins({});
        rows->setSpacing(0);
        rows->addLayout(head);
        rows->addWidget(&shown, 1);
        setFocusProxy(&shown);
        connect(out, &QToolButton::clicked, &stage, [&stage, this] {
            tool->rememberFloating(true);
            stage.undock(*tool);
        });
        connect(close, &QToolButton::clicked, &stage, &Stage::goHome);
        shown.setAccessibleName(shown.windowTitle());
    }

    QPointer<ToolWindow> tool;
};

Stage::Stage(QWidget *home, QWidget *parent) : QStackedWidget(parent), m_home(home)
{
    addWidget(home);
}

ToolWindow *Stage::page() const
{
    const auto found = std::find(m_pages.begin(), m_pages.end(), currentWidget());
    return found == m_pages.end() ? nullptr : (*found)->tool;
}

Stage::Page *Stage::pageOf(const ToolWindow &tool) const
{
    const auto found = std::find_if(m_pages.begin(), m_pages.end(),
                                    [&tool](const Page *page) { return page->tool == &tool; });
    return found == m_pages.end() ? nullptr : *found;
}

void Stage::open(ToolWindow &tool, bool usuallyFloats)
{
    if (tool.wasFloating(usuallyFloats))
        undock(tool);
    else
        dock(tool);
}

void Stage::goHome()
{
    if (currentWidget() == m_home)
        return;
    setCurrentWidget(m_home);
    m_home->setFocus(Qt::OtherFocusReason);
    emit pageChanged();
}

void Stage::dock(ToolWindow &tool)
{
    Page *page = pageOf(tool);
    if (!page) {
        tool.hide();
        tool.becomePage(this);
        page = new Page(*this, tool);
        m_pages.push_back(page);
        addWidget(page);
        tool.installEventFilter(this);
        connect(&tool, &QObject::destroyed, this, [this, page] { drop(page); });
    }
    if (auto *back = tool.findChild<QPushButton *>(putBackName))
        back->hide();
    showClose(tool, false); // the line above has one
    tool.show();
    setCurrentWidget(page);
    focusFirst(tool);
    emit pageChanged();
}

/// Its question has been deleted.
void Stage::drop(Page *page)
{
    const auto found = std::find(m_pages.begin(), m_pages.end(), page);
    if (found == m_pages.end())
        return;
    const bool wasCurrent = currentWidget() == page;
    m_pages.erase(found);
    removeWidget(page);
    page->deleteLater();
    if (wasCurrent) {
        setCurrentWidget(m_home);
        emit pageChanged();
    }
}

/// Takes it out of its page, if it has one, which goes.
void Stage::take(ToolWindow &tool)
{
    Page *page = pageOf(tool);
    if (!page)
        return;
    tool.removeEventFilter(this);
    disconnect(&tool, &QObject::destroyed, this, nullptr); // another page may come to stand at its address
    m_pages.erase(std::find(m_pages.begin(), m_pages.end(), page));
    tool.hide();
    tool.becomeWindow(window());
    removeWidget(page);
    page->deleteLater();
}

void Stage::undock(ToolWindow &tool)
{
    if (page() == &tool)
        goHome();
    take(tool);
    offerWayBack(tool);
    tool.bringForward();
}

void Stage::showClose(const ToolWindow &tool, bool shows)
{
    const auto *buttons = tool.findChild<QDialogButtonBox *>();
    if (QPushButton *close = buttons ? buttons->button(QDialogButtonBox::Close) : nullptr)
        close->setVisible(shows);
}

/// A button among those of the window that puts it back into the middle.
void Stage::offerWayBack(ToolWindow &tool)
{
    auto *back = tool.findChild<QPushButton *>(putBackName);
    auto *buttons = tool.findChild<QDialogButtonBox *>();
    if (!back && buttons) {
        back = buttons->addButton(tr("Put back"), QDialogButtonBox::ActionRole);
        back->setObjectName(putBackName);
        back->setAutoDefault(false);
        back->setToolTip(tr("Show this in the middle of the main window again"));
        connect(back, &QPushButton::clicked, this, [this, &tool] {
            tool.rememberFloating(false);
            dock(tool);
            window()->activateWindow();
        });
    }
    if (back)
        back->show();
    showClose(tool, true);
}

/// A question that closes itself leaves the middle to the map and table.
bool Stage::eventFilter(QObject *watched, QEvent *event)
{
    const auto *tool = qobject_cast<ToolWindow *>(watched);
    if (event->type() == QEvent::HideToParent && tool && page() == tool
        && !tool->isVisibleTo(currentWidget()))
        goHome();
    return QStackedWidget::eventFilter(watched, event);
}

} // namespace atlas
