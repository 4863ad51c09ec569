#include "app/help/help_window.h"

#include "app/help/help_browser.h"
#include "app/state/preferences.h"
#include "core/dataset/load_dataset.h"
#include "core/help/help_figures.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QFontMetrics>
#include <QHeaderView>
#include <QIcon>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyle>
#include <QStyledItemDelegate>
#include <QToolBar>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace atlas {

namespace {

constexpr int topicRole = Qt::UserRole;
constexpr int mostTextSteps = 12;

/// What the built-in example is; null where it cannot be read, which a page then says.
std::shared_ptr<const Dataset> builtInExample()
{
    Progress progress;
    auto loaded = loadDataset(builtInSources(), progress);
    return loaded ? *std::move(loaded) : nullptr;
}

/// A page found: its title in bold, and below it a line or two of its text.
class HitDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem plain = option;
        initStyleOption(&plain, index);
        plain.text.clear();
        const QString text = index.data().toString();
        const QStyle *style = plain.widget ? plain.widget->style() : QApplication::style();
        style->drawControl(QStyle::CE_ItemViewItem, &plain, painter, plain.widget);
        const bool isSelected = plain.state.testFlag(QStyle::State_Selected);
        painter->save();
        painter->setPen(plain.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text));
        QRect room = plain.rect.adjusted(rim, rim, -rim, -rim);
        QFont bold = plain.font;
        bold.setWeight(QFont::DemiBold);
        const QString title = text.section(QLatin1Char('\n'), 0, 0);
        painter->setFont(bold);
        painter->drawText(room, Qt::AlignTop | Qt::AlignLeft,
                          QFontMetrics(bold).elidedText(title, Qt::ElideRight, room.width()));
        room.setTop(room.top() + QFontMetrics(bold).lineSpacing());
        painter->setFont(plain.font);
        painter->drawText(room, Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap,
                          text.section(QLatin1Char('\n'), 1));
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        constexpr int lines = 4;
        return {0, lines * option.fontMetrics.lineSpacing() + 2 * rim};
    }

private:
    static constexpr int rim = 5;
};

} // namespace

HelpWindow::HelpWindow(QWidget *parent)
    : ToolWindow(QStringLiteral("helpWindow"), tr("Help"), {940, 680}, parent), m_pages(helpPages(locale())),
      m_browser(new HelpBrowser([this](const QString &topic) { return textOf(topic); }, this)),
      m_search(new QLineEdit(this)), m_left(new QStackedWidget(this)), m_contents(new QTreeWidget(this)),
      m_hits(new QListWidget(this))
{
    setProperty("helpTopic", QStringLiteral("part-help"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    auto *panes = new QSplitter(this);
    panes->addWidget(makeContents());
    panes->addWidget(m_browser);
    panes->setStretchFactor(1, 1);
    panes->setChildrenCollapsible(false);
    constexpr int contentsWidth = 270;
    panes->setSizes({contentsWidth, width() - contentsWidth});
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(makeTools());
    rows->addWidget(panes, 1);
    fillContents();
    connect(m_browser, &HelpBrowser::topicShown, this, &HelpWindow::markInContents);
    resizeText(Preferences().helpTextSteps());
}

QToolBar *HelpWindow::makeTools()
{
    auto *bar = new QToolBar(tr("Help"), this);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    const auto add = [&](const char *name, const char *icon, const QString &text, const QString &tip,
                         const QList<QKeySequence> &keys) {
        QAction *action = bar->addAction(QIcon::fromTheme(QLatin1String(icon)), text);
        action->setObjectName(QLatin1String(name));
        action->setShortcuts(keys);
        action->setToolTip(tip);
        return action;
    };
    QAction *back = add("back", "go-previous", tr("Back"), tr("The page before (Alt+Left)"),
                        QKeySequence::keyBindings(QKeySequence::Back));
    QAction *forward = add("forward", "go-next", tr("Forward"), tr("The page after (Alt+Right)"),
                           QKeySequence::keyBindings(QKeySequence::Forward));
    QAction *home = add("home", "go-home", tr("Start"), tr("The first page (Alt+Home)"),
                        {QKeySequence(Qt::ALT | Qt::Key_Home)});
    bar->addSeparator();
    const auto addSize = [&](const char *name, const QString &text, const QString &tip,
                             const QList<QKeySequence> &keys, int steps) {
        QAction *action = bar->addAction(text);
        action->setObjectName(QLatin1String(name));
        action->setShortcuts(keys);
        action->setToolTip(tip);
        connect(action, &QAction::triggered, this, [this, steps] { resizeText(steps); });
    };
    addSize("smallerText", tr("A\u2212"), tr("Smaller text (Ctrl+\u2212)"),
            QKeySequence::keyBindings(QKeySequence::ZoomOut), -1);
    addSize("usualText", tr("A"), tr("Text of the usual size (Ctrl+0)"), {QKeySequence(Qt::CTRL | Qt::Key_0)},
            0);
    addSize("largerText", tr("A+"), tr("Larger text (Ctrl++)"),
            {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)}, 1);
    back->setEnabled(false);
    forward->setEnabled(false);
    connect(back, &QAction::triggered, m_browser, &QTextBrowser::backward);
    connect(forward, &QAction::triggered, m_browser, &QTextBrowser::forward);
    connect(home, &QAction::triggered, this, [this] { showTopic(QStringLiteral("start")); });
    connect(m_browser, &QTextBrowser::backwardAvailable, back, &QAction::setEnabled);
    connect(m_browser, &QTextBrowser::forwardAvailable, forward, &QAction::setEnabled);
    return bar;
}

QWidget *HelpWindow::makeContents()
{
    m_search->setObjectName(QStringLiteral("helpSearch"));
    m_search->setPlaceholderText(tr("Search the help (Ctrl+F)"));
    m_search->setAccessibleName(tr("Search the help"));
    m_search->setClearButtonEnabled(true);
    auto *find = new QAction(this);
    find->setShortcuts(QKeySequence::keyBindings(QKeySequence::Find));
    addAction(find);
    connect(find, &QAction::triggered, this, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    connect(m_search, &QLineEdit::textChanged, this, &HelpWindow::search);
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        if (const QListWidgetItem *first = m_hits->item(0))
            showTopic(first->data(topicRole).toString());
    });

    m_contents->setObjectName(QStringLiteral("helpContents"));
    m_contents->setAccessibleName(tr("Contents"));
    m_contents->header()->hide();
    m_contents->setFrameShape(QFrame::NoFrame);
    connect(m_contents, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem *item) {
        if (item && !item->data(0, topicRole).isNull())
            showTopic(item->data(0, topicRole).toString());
    });
    m_hits->setObjectName(QStringLiteral("helpHits"));
    m_hits->setAccessibleName(tr("Pages found"));
    m_hits->setFrameShape(QFrame::NoFrame);
    m_hits->setItemDelegate(new HitDelegate(m_hits));
    connect(m_hits, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item && !item->data(topicRole).isNull())
            showTopic(item->data(topicRole).toString());
    });
    m_left->addWidget(m_contents);
    m_left->addWidget(m_hits);

    auto *pane = new QWidget(this);
    auto *rows = new QVBoxLayout(pane);
    constexpr int rim = 8;
    rows->setContentsMargins(rim, rim, 0, 0);
    rows->addWidget(m_search);
    rows->addWidget(m_left, 1);
    return pane;
}

void HelpWindow::fillContents()
{
    QTreeWidgetItem *section = nullptr;
    for (const HelpPage &page : m_pages) {
        if (!section || section->text(0) != page.section) {
            section = new QTreeWidgetItem(m_contents, {page.section});
            section->setFlags(Qt::ItemIsEnabled); // opens, but is no page
            QFont bold = font();
            bold.setWeight(QFont::DemiBold);
            section->setFont(0, bold);
        }
        auto *item = new QTreeWidgetItem(section, {page.title});
        item->setData(0, topicRole, page.topic);
        item->setToolTip(0, page.title);
    }
    if (m_contents->topLevelItemCount() > 0)
        m_contents->expandItem(m_contents->topLevelItem(0));
}

void HelpWindow::search(const QString &query)
{
    const QSignalBlocker quiet(m_hits);
    m_hits->clear();
    m_left->setCurrentWidget(query.trimmed().isEmpty() ? static_cast<QWidget *>(m_contents) : m_hits);
    if (query.trimmed().isEmpty())
        return;
    for (const HelpHit &hit : searchHelp(m_pages, query)) {
        auto *item = new QListWidgetItem(hit.title + QLatin1Char('\n') + hit.excerpt, m_hits);
        item->setData(topicRole, hit.topic);
    }
    if (m_hits->count() == 0) {
        auto *none = new QListWidgetItem(tr("No page has all of these words."), m_hits);
        none->setFlags(Qt::NoItemFlags);
    }
}

void HelpWindow::showTopic(const QString &topic)
{
    const bool isKnown = findHelpPage(m_pages, topic) != nullptr;
    const QString shown = isKnown ? topic : QStringLiteral("start");
    if (m_browser->topic() != shown)
        m_browser->showTopic(shown);
}

QString HelpWindow::topic() const
{
    return m_browser->topic();
}

QString HelpWindow::textOf(const QString &topic)
{
    const HelpPage *page = findHelpPage(m_pages, topic);
    if (!page)
        return {};
    if (!page->text.contains(QLatin1String("{{")))
        return page->text;
    if (!m_example)
        m_example = builtInExample();
    const auto filled = m_example ? withFigures(page->text, m_example, locale())
                                  : Result<QString>(Error{tr("The built-in example cannot be read."), {}});
    return filled ? *filled : page->text + QStringLiteral("\n\n") + filled.error().message;
}

void HelpWindow::markInContents(const QString &topic)
{
    const QSignalBlocker quiet(m_contents);
    for (QTreeWidgetItemIterator item(m_contents); *item; ++item)
        if ((*item)->data(0, topicRole).toString() == topic && !topic.isEmpty()) {
            m_contents->setCurrentItem(*item);
            m_contents->scrollToItem(*item);
        }
    if (const HelpPage *page = findHelpPage(m_pages, topic))
        setWindowTitle(tr("%1 \u2013 Help", "title of a page").arg(page->title));
}

void HelpWindow::resizeText(int steps)
{
    const int wanted = steps == 0 ? 0 : std::clamp(m_textSteps + steps, -mostTextSteps / 3, mostTextSteps);
    m_browser->zoomIn(wanted - m_textSteps);
    m_textSteps = wanted;
    Preferences().setHelpTextSteps(wanted);
}

void HelpWindow::changeEvent(QEvent *event)
{
    ToolWindow::changeEvent(event);
    if (event->type() == QEvent::LocaleChange)
        m_pages = helpPages(locale());
}

} // namespace atlas
