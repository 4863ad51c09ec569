#include "app/import/match_filter.h"
#include "app/import/match_page.h"
#include "app/widgets/hint_label.h"
#include "app/widgets/notice_bar.h"
#include "app/widgets/title_font.h"
#include "app/widgets/view_copy.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <initializer_list>

// How the page is put together.

namespace atlas {

namespace {

constexpr int air = 8; ///< above and below the text of a row, together

QPushButton *newButton(const QString &text, const char *name, const QString &tip, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(QLatin1String(name));
    button->setToolTip(tip);
    button->setAutoDefault(false);
    return button;
}

} // namespace

MatchPage::MatchPage(QWidget *parent) : AssistantPage(parent)
{
    setObjectName(QStringLiteral("matchPage"));
    auto *rows = new QVBoxLayout(this);
    rows->addWidget(makeTop());
    rows->addWidget(makeParts(), 1);
    rows->addStretch(0);
    const std::initializer_list<QWidget *> inOrder = {m_find,    m_rows.view, m_areas.view,  m_join, m_apart,
                                                      m_joinAll, m_kinds,     m_joined.view, m_undo, m_pairs};
    for (auto each = inOrder.begin(); each + 1 != inOrder.end(); ++each)
        setTabOrder(*each, *(each + 1));
    listen();
    m_error->hide();
    refresh();
}

QWidget *MatchPage::makeTop()
{
    auto *top = new QWidget(this);
    m_error = new NoticeBar(top);
    m_error->setObjectName(QStringLiteral("matchError"));
    m_title = new QLabel(top);
    m_title->setObjectName(QStringLiteral("matchTitle"));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    constexpr double larger = 1.15;
    makeTitle(*m_title, larger);
    m_summary = new HintLabel(top);
    m_summary->setObjectName(QStringLiteral("matchSummary"));
    m_find = new QLineEdit(top);
    m_find->setObjectName(QStringLiteral("matchFilter"));
    m_find->setPlaceholderText(tr("Filter by name or code"));
    m_find->setAccessibleName(tr("Filter rows and areas"));
    m_find->setToolTip(tr("Show only rows and areas with these letters in their name or code"));
    m_find->setClearButtonEnabled(true);
    m_find->setMinimumWidth(24 * fontMetrics().averageCharWidth());
    m_find->setMaximumWidth(32 * fontMetrics().averageCharWidth());
    auto *line = new QHBoxLayout;
    line->addWidget(m_title, 1);
    line->addWidget(m_find);
    auto *rows = new QVBoxLayout(top);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(4);
    rows->addWidget(m_error);
    rows->addLayout(line);
    rows->addWidget(m_summary);
    return top;
}

QWidget *MatchPage::makeParts()
{
    m_parts = new QSplitter(Qt::Vertical, this);
    m_parts->setChildrenCollapsible(false);
    m_open = makeOpen();
    m_decided = makeJoined();
    m_parts->addWidget(m_open);
    m_parts->addWidget(m_decided);
    m_parts->setStretchFactor(0, 3);
    m_parts->setStretchFactor(1, 2);
    return m_parts;
}

MatchPage::Side MatchPage::makeSide(MatchModel::Part part, const char *name, const QString &accessibleName)
{
    Side side;
    side.model = new MatchModel(part, this);
    side.filter = new MatchFilter(this);
    side.filter->setSourceModel(side.model);
    side.view = new QTableView(this);
    QTableView &view = *side.view;
    view.setObjectName(QLatin1String(name));
    view.setAccessibleName(accessibleName);
    view.setModel(side.filter);
    view.setSelectionBehavior(QAbstractItemView::SelectRows);
    view.setEditTriggers(QAbstractItemView::NoEditTriggers);
    view.setTabKeyNavigation(false);
    view.setShowGrid(false);
    view.setWordWrap(false);
    view.setAlternatingRowColors(true);
    view.setCornerButtonEnabled(false);
    view.verticalHeader()->hide();
    view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view.verticalHeader()->setDefaultSectionSize(view.fontMetrics().lineSpacing() + air);
    view.setMinimumHeight(3 * (view.fontMetrics().lineSpacing() + air));
    QHeaderView *header = view.horizontalHeader();
    header->setHighlightSections(false);
    header->setSortIndicatorClearable(true); // a third click brings back the order of the file
    header->setSortIndicator(-1, Qt::AscendingOrder);
    view.setSortingEnabled(true);
    header->setSectionResizeMode(QHeaderView::Stretch);
    header->setStretchLastSection(true); // whichever is the last in sight
    const int letter = view.fontMetrics().averageCharWidth();
    const auto fix = [header, letter](int column, int letters) {
        header->setSectionResizeMode(column, QHeaderView::Interactive);
        header->resizeSection(column, letters * letter);
    };
    if (part == MatchModel::Part::OnlyInBoundaries) {
        fix(MatchModel::AreaCodeColumn, 15);
    } else {
        fix(MatchModel::Code, 15);
        fix(MatchModel::Row, 8);
    }
    side.head = new QLabel(this);
    side.head->setTextFormat(Qt::PlainText);
    side.head->setBuddy(side.view);
    makeTitle(*side.head, 1);
    makeCopyable(view);
    view.installEventFilter(this);
    return side;
}

/// The two sides, one beside the other.
QWidget *MatchPage::makeOpen()
{
    auto *open = new QWidget(this);
    m_rows = makeSide(MatchModel::Part::OnlyInTable, "rowsOnlyInTable", tr("Rows only in the table"));
    m_areas = makeSide(MatchModel::Part::OnlyInBoundaries, "areasOnlyInBoundaries",
                       tr("Areas only in the boundaries"));
    m_areas.view->setSelectionMode(QAbstractItemView::SingleSelection);
    auto *sides = new QSplitter(Qt::Horizontal, open);
    sides->setChildrenCollapsible(false);
    for (const Side *side : {&m_rows, &m_areas}) {
        auto *half = new QWidget(sides);
        auto *rows = new QVBoxLayout(half);
        rows->setContentsMargins(0, 0, 0, 0);
        rows->addWidget(side->head);
        rows->addWidget(side->view, 1);
    }
    sides->setStretchFactor(0, 2);
    sides->setStretchFactor(1, 1);
    m_join = newButton(tr("&Join"), "joinPair",
                       tr("The selected row is of the selected area (Enter, or double-click)"), open);
    m_apart =
        newButton(tr("&Keep apart"), "keepApart",
                  tr("The selected row is of none of these areas: do not offer it again (Delete)"), open);
    m_joinAll = newButton(tr("Join &all likely"), "joinAllLikely",
                          tr("Accept all pairs that are marked as likely"), open);
    m_pair = new HintLabel(open);
    m_pair->setObjectName(QStringLiteral("pairText"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_join);
    buttons->addWidget(m_apart);
    buttons->addWidget(m_pair, 1);
    buttons->addWidget(m_joinAll);
    auto *rows = new QVBoxLayout(open);
    rows->setContentsMargins(0, 4, 0, 4);
    rows->addWidget(sides, 1);
    rows->addLayout(buttons);
    return open;
}

QWidget *MatchPage::makeJoined()
{
    auto *joined = new QWidget(this);
    m_joined = makeSide(MatchModel::Part::Joined, "decidedRows", tr("Rows that are settled"));
    m_kinds = new QComboBox(joined);
    m_kinds->setObjectName(QStringLiteral("decidedKinds"));
    m_kinds->setAccessibleName(tr("Which of the settled rows to show"));
    m_kinds->setToolTip(tr("Show only rows that were joined in some way"));
    m_kinds->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_undo = newButton(tr("&Take apart"), "undoPair",
                       tr("Take the pairs of the selected rows apart again (Delete)"), joined);
    m_pairs = newButton(tr("Accepted &pairs…"), "acceptedPairs",
                        tr("Correct or forget pairs that you have accepted"), joined);
    auto *head = new QHBoxLayout;
    head->addWidget(m_joined.head, 1);
    head->addWidget(m_kinds);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_undo);
    buttons->addStretch(1);
    buttons->addWidget(m_pairs);
    auto *rows = new QVBoxLayout(joined);
    rows->setContentsMargins(0, 4, 0, 0);
    rows->addLayout(head);
    rows->addWidget(m_joined.view, 1);
    rows->addLayout(buttons);
    return joined;
}

void MatchPage::listen()
{
    connect(m_find, &QLineEdit::textChanged, this, [this](const QString &text) {
        for (const Side *side : {&m_rows, &m_areas, &m_joined})
            side->filter->setText(text);
    });
    connect(m_kinds, &QComboBox::activated, this,
            [this] { m_joined.filter->setKinds(m_kinds->currentData().toInt()); });
    const auto selectionOf = [](const Side &side) { return side.view->selectionModel(); };
    connect(selectionOf(m_rows), &QItemSelectionModel::selectionChanged, this, &MatchPage::showLikelyArea);
    connect(selectionOf(m_areas), &QItemSelectionModel::selectionChanged, this, &MatchPage::refreshButtons);
    connect(selectionOf(m_joined), &QItemSelectionModel::selectionChanged, this, &MatchPage::refreshButtons);
    for (const Side *side : {&m_rows, &m_areas})
        connect(side->view, &QTableView::doubleClicked, this, &MatchPage::joinSelected);
    connect(m_join, &QPushButton::clicked, this, &MatchPage::joinSelected);
    connect(m_apart, &QPushButton::clicked, this, &MatchPage::keepApart);
    connect(m_joinAll, &QPushButton::clicked, this, &MatchPage::joinAllLikely);
    connect(m_undo, &QPushButton::clicked, this, &MatchPage::undo);
    connect(m_pairs, &QPushButton::clicked, this, &MatchPage::showPairs);
}

} // namespace atlas
