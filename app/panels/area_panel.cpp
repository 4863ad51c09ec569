#include "app/panels/area_panel.h"

#include "app/state/document.h"
#include "app/state/preferences.h"
#include "app/state/selection.h"
#include "app/trace/moves_view.h"
#include "app/trace/trace_view.h"
#include "app/widgets/area_summary.h"
#include "core/render/cell_format.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace atlas {

namespace {

QLabel *newLabel(QWidget *parent, const char *name)
{
    auto *label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

/// A line that shows and hides what stands below it.
QToolButton *newFold(QWidget *parent)
{
    auto *fold = new QToolButton(parent);
    fold->setObjectName(QStringLiteral("showMoves"));
    fold->setText(AreaPanel::tr("What would move it"));
    fold->setToolTip(
        AreaPanel::tr("The smallest change of each figure that changes the rank or the class of the area"));
    fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    fold->setAutoRaise(true);
    fold->setCheckable(true);
    fold->setArrowType(Qt::RightArrow);
    QObject::connect(fold, &QToolButton::toggled, fold,
                     [fold](bool open) { fold->setArrowType(open ? Qt::DownArrow : Qt::RightArrow); });
    return fold;
}

} // namespace

AreaPanel::AreaPanel(const Document &document, const SelectedAreas &areas, QWidget *parent)
    : QWidget(parent), m_document(document), m_areas(areas), m_pages(new QStackedWidget(this)),
      m_traceRoom(new QVBoxLayout), m_movesRoom(new QVBoxLayout)
{
    setProperty("helpTopic", QStringLiteral("part-why"));
    auto *page = new QWidget;
    m_name = newLabel(page, "areaName");
    QFont large = m_name->font();
    large.setPointSizeF(large.pointSizeF() * 1.35);
    large.setWeight(QFont::DemiBold);
    m_name->setFont(large);
    m_rank = newLabel(page, "areaRank");
    m_class = newLabel(page, "areaClass");
    m_class->setWordWrap(false);
    m_meaning = newLabel(page, "areaMeaning");
    m_showMoves = newFold(page);
    m_showMoves->setChecked(Preferences().showsMoves());
    connect(m_showMoves, &QToolButton::toggled, this, [](bool open) { Preferences().setShowsMoves(open); });
    auto *window = new QPushButton(tr("Open in a window"), page);
    window->setToolTip(tr("The same with more room (Ctrl+T)"));

    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(10, 8, 8, 8);
    column->setSpacing(4);
    column->addWidget(m_name);
    column->addWidget(m_rank);
    column->addWidget(m_class, 0, Qt::AlignLeft);
    column->addSpacing(6);
    column->addLayout(m_traceRoom);
    column->addSpacing(6);
    column->addWidget(m_meaning);
    column->addSpacing(6);
    column->addWidget(m_showMoves);
    column->addLayout(m_movesRoom);
    column->addWidget(window, 0, Qt::AlignLeft);
    column->addStretch(1);

    auto *scroller = new QScrollArea;
    scroller->setFrameShape(QFrame::NoFrame);
    scroller->setWidgetResizable(true);
    scroller->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroller->setWidget(page);

    auto *hint =
        new QLabel(tr("Select an area on the map or in the table to see why it ranks where it ranks."));
    hint->setObjectName(QStringLiteral("areaHint"));
    hint->setWordWrap(true);
    hint->setAlignment(Qt::AlignCenter);
    hint->setMargin(16);

    m_pages->addWidget(hint);
    m_pages->addWidget(scroller);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_pages);
    setAccessibleName(tr("Area"));

    connect(window, &QPushButton::clicked, this, &AreaPanel::windowAsked);

    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &AreaPanel::refresh);
    connect(&areas, &SelectedAreas::changed, &m_later, qOverload<>(&QTimer::start));
    document.onChange(Change::Result | Change::Shown | Change::Draws | Change::Rounding, this,
                      [this] { m_later.start(); });
    refresh();
}

/// Above the words, and what would move the area below them.
void AreaPanel::makeTrace()
{
    m_trace = new TraceView(m_document, m_areas, Qt::Vertical, m_meaning->parentWidget());
    connect(m_trace, &TraceView::whatIfAsked, this, &AreaPanel::whatIfAsked);
    m_traceRoom->addWidget(m_trace);
    m_trace->show(); // at once, not with the next event
    auto *moves = new MovesView(m_document, m_areas, Qt::Vertical, m_meaning->parentWidget());
    moves->setVisible(m_showMoves->isChecked());
    m_movesRoom->addWidget(moves);
    connect(m_showMoves, &QToolButton::toggled, moves, &QWidget::setVisible);
}

void AreaPanel::refresh()
{
    const auto area = m_areas.current();
    m_pages->setCurrentIndex(area ? 1 : 0);
    if (!area)
        return;
    if (!m_trace)
        makeTrace();
    m_name->setText(m_document.now().dataset()->areas[*area].name);
    const auto selected = static_cast<int>(m_areas.areas().size());
    const QString others = selected > 1 ? tr("\n%n area(s) selected", nullptr, selected) : QString();
    m_rank->setText(rankLine(m_document.now(), *area, locale()) + others);
    const int classCount = m_document.now().choices().scheme.classCount;
    const int classNumber = m_document.now().shownIndex()->classification.classes[*area];
    const CellFormat format = cellFormat(classNumber, classCount);
    m_class->setText(classText(classNumber, classCount));
    m_class->setStyleSheet(
        classNumber == 0 ? QString()
                         : QStringLiteral("background: %1; color: %2; padding: 2px 8px; border-radius: 3px;")
                               .arg(format.background.name(), format.text.name()));
    m_meaning->setText(meaningText(m_document.now(), *area, locale()));
}

} // namespace atlas
