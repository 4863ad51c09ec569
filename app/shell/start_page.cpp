#include "app/shell/start_page.h"

#include "app/widgets/title_font.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QPen>
#include <QPixmap>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace atlas {

namespace {

constexpr QSize pictureSize(120, 84);

QLabel *newTitle(const QString &text, double factor, QWidget *parent)
{
    auto *title = new QLabel(text, parent);
    makeTitle(*title, factor);
    title->setWordWrap(true);
    return title;
}

QPushButton *newWay(const char *name, const QString &text, const char *icon, const QString &tip,
                    QWidget *parent)
{
    auto *button = new QPushButton(QIcon::fromTheme(QLatin1String(icon)), text, parent);
    button->setObjectName(QLatin1String(name));
    button->setToolTip(tip);
    constexpr int pixels = 20;
    button->setIconSize({pixels, pixels});
    button->setMinimumHeight(button->fontMetrics().height() * 2 + 4);
    return button;
}

QIcon iconOf(const RecentFile &file)
{
    QPixmap picture;
    if (!picture.loadFromData(file.picture, "PNG"))
        return QIcon::fromTheme(QStringLiteral("table"));
    return QIcon(picture);
}

/// Words in a dashed frame, which says in either theme that something may be put there.
class DropTarget : public QLabel
{
public:
    using QLabel::QLabel;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QLabel::paintEvent(event);
        constexpr double line = 1.5;
        constexpr double corner = 6;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(palette().color(QPalette::PlaceholderText), line, Qt::DashLine));
        painter.drawRoundedRect(QRectF(rect()).adjusted(line, line, -line, -line), corner, corner);
    }
};

/// What tells it from another of the same name.
QString placeOf(const RecentFile &file)
{
    return file.project.isEmpty() ? file.sources.indicators : file.project;
}

} // namespace

StartPage::StartPage(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("startPage"));
    setAccessibleName(tr("Start page"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(32, 24, 32, 24);
    columns->setSpacing(40);
    columns->addStretch(1);
    columns->addWidget(makeBeginning(), 3);
    columns->addWidget(makeRecent(), 5);
    columns->addStretch(1);
    setRecent({});
    setCanGoBack(false);
}

QWidget *StartPage::makeBeginning()
{
    auto *part = new QWidget(this);
    part->setMinimumWidth(250);
    part->setMaximumWidth(380);
    auto *purpose =
        new QLabel(tr("Where are young people most at risk of disengaging from school, and why? Open figures "
                      "and boundaries, or look at the example first."),
                   part);
    purpose->setWordWrap(true);
    auto *open = newWay("startOpen", tr("Open files…"), "document-open",
                        tr("A table of figures, with boundaries (Ctrl+O)"), part);
    auto *project = newWay("startProject", tr("Open a project…"), "document-open-recent",
                           tr("Data and choices as they were saved (Ctrl+Shift+O)"), part);
    auto *example = newWay("startExample", tr("Open the example"), "map-flat",
                           tr("England's 39 LEPs with the figures of the source paper"), part);
    auto *tour = newWay("startTour", tr("Take the tour (two minutes)"), "help-contextual",
                        tr("What is where, step by step, with the example"), part);
    m_back = newWay("startBack", tr("Back to what is open"), "go-home", tr("Back to map and table"), part);
    auto *drop =
        new DropTarget(tr("Or drop files anywhere in this window:\na project (.atlas), figures (CSV, "
                          "spreadsheet), boundaries (Shapefile, GeoPackage, GeoJSON)"),
                       part);
    drop->setObjectName(QStringLiteral("dropTarget"));
    drop->setWordWrap(true);
    drop->setAlignment(Qt::AlignCenter);
    drop->setMargin(18);
    drop->setForegroundRole(QPalette::PlaceholderText);
    auto *rows = new QVBoxLayout(part);
    rows->setContentsMargins({});
    rows->setSpacing(10);
    rows->addWidget(newTitle(tr("Disengagement Atlas"), 1.9, part));
    rows->addWidget(purpose);
    rows->addSpacing(10);
    rows->addWidget(open);
    rows->addWidget(project);
    rows->addWidget(example);
    rows->addWidget(tour);
    rows->addWidget(m_back);
    rows->addSpacing(10);
    rows->addWidget(drop);
    rows->addStretch(1);
    connect(open, &QPushButton::clicked, this, &StartPage::openAsked);
    connect(project, &QPushButton::clicked, this, &StartPage::projectAsked);
    connect(example, &QPushButton::clicked, this, &StartPage::exampleAsked);
    connect(tour, &QPushButton::clicked, this, &StartPage::tourAsked);
    connect(m_back, &QPushButton::clicked, this, &StartPage::backAsked);
    return part;
}

QWidget *StartPage::makeRecent()
{
    auto *part = new QWidget(this);
    m_list = new QListWidget(part);
    m_list->setObjectName(QStringLiteral("recentFiles"));
    m_list->setAccessibleName(tr("Recent files"));
    m_list->setIconSize(pictureSize);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSpacing(4);
    m_list->setWordWrap(true);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_empty = new QLabel(tr("What you open will be listed here."), part);
    m_empty->setObjectName(QStringLiteral("noRecentFiles"));
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    auto *rows = new QVBoxLayout(part);
    rows->setContentsMargins(0, 12, 0, 0);
    rows->setSpacing(10);
    rows->setAlignment(Qt::AlignTop);
    auto *title = newTitle(tr("Recent"), 1.35, part);
    rows->addWidget(title);
    rows->addWidget(m_empty);
    rows->addWidget(m_list, 1);
    rows->addStretch(0);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *enter = new QShortcut(key, m_list);
        enter->setContext(Qt::WidgetShortcut);
        connect(enter, &QShortcut::activated, this, [this] { chooseRow(m_list->currentRow()); });
    }
    connect(m_list, &QListWidget::itemClicked, this,
            [this](QListWidgetItem *item) { chooseRow(m_list->row(item)); });
    connect(m_list, &QListWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        const int row = m_list->currentRow(); // a right click makes its own the current one
        if (row < 0)
            return;
        const QRect place = m_list->visualItemRect(m_list->item(row));
        QMenu menu;
        menu.addAction(tr("Open"), this, [this, row] { chooseRow(row); });
        menu.addAction(tr("Remove from this list"), this, [this, row] { emit forgetAsked(m_recent[row]); });
        menu.exec(m_list->viewport()->mapToGlobal(place.contains(at) ? at : place.center()));
    });
    return part;
}

void StartPage::setRecent(const QList<RecentFile> &recent)
{
    m_recent = recent;
    m_list->clear();
    for (const RecentFile &file : recent) {
        auto *item = new QListWidgetItem(
            iconOf(file), tr("%1\n%2\n%3", "name, place, time")
                              .arg(file.title, placeOf(file),
                                   locale().toString(file.opened.toLocalTime(), QLocale::ShortFormat)));
        item->setData(Qt::AccessibleTextRole, tr("%1, %2", "name, place").arg(file.title, placeOf(file)));
        m_list->addItem(item);
    }
    m_empty->setVisible(recent.isEmpty());
    m_list->setVisible(!recent.isEmpty());
}

void StartPage::setCanGoBack(bool can)
{
    m_back->setVisible(can);
}

void StartPage::chooseRow(int row)
{
    if (row >= 0 && row < m_recent.size())
        emit recentAsked(m_recent[row]);
}

} // namespace atlas
