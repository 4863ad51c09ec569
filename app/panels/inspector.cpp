#include "app/panels/inspector.h"

#include "app/charts/area_comparison.h"
#include "app/dialogs/file_tasks.h"
#include "app/panels/members_page.h"
#include "app/panels/sources_page.h"
#include "app/panels/sure_page.h"
#include "app/panels/what_if_page.h"
#include "app/panels/why_page.h"
#include "app/state/document.h"
#include "app/state/selection.h"
#include "app/widgets/area_summary.h"
#include "app/widgets/copying.h"
#include "app/widgets/export_button.h"
#include "app/widgets/hint_label.h"
#include "app/widgets/title_font.h"
#include "core/index/benchmark.h"
#include "core/render/cell_colours.h"
#include "core/render/cell_format.h"
#include "core/snapshot/area_sentence.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

namespace atlas {

namespace {

enum PageNumber { NothingPage, AreaPage, SeveralPage };

QLabel *newLabel(QWidget *parent, const char *name)
{
    auto *label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QScrollArea *scrolled(QWidget *page)
{
    auto *scroller = new QScrollArea;
    scroller->setFrameShape(QFrame::NoFrame);
    scroller->setWidgetResizable(true);
    scroller->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroller->setWidget(page);
    return scroller;
}

} // namespace

Inspector::Inspector(const Document &document, SelectedAreas &areas, QWidget *parent)
    : QWidget(parent), m_document(document), m_areas(areas), m_pages(new QStackedWidget(this)),
      m_tabs(new QTabWidget), m_sure(new SurePage), m_sources(new SourcesPage), m_members(new MembersPage)
{
    setAccessibleName(tr("Inspector"));
    setProperty("helpTopic", QStringLiteral("part-why"));
    auto *why = new WhyPage(document, areas);
    auto *whatIf = new WhatIfPage(document, areas);
    m_tabs->setObjectName(QStringLiteral("inspectorTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("About the area"));
    m_tabs->addTab(scrolled(why), tr("Why"));
    m_tabs->addTab(scrolled(m_sure), tr("How sure"));
    m_tabs->addTab(scrolled(whatIf), tr("What if"));
    m_tabs->addTab(scrolled(m_sources), tr("Sources"));
    m_tabs->addTab(scrolled(m_members), tr("Members"));

    auto *area = new QWidget;
    auto *rows = new QVBoxLayout(area);
    rows->setContentsMargins({});
    rows->addWidget(makeHead());
    rows->addWidget(m_tabs, 1);

    auto *hint =
        new QLabel(tr("Select an area on the map or in the table to see why it ranks where it ranks. "
                      "Select several (Ctrl+click, or Shift+drag on the map) to compare them."));
    hint->setObjectName(QStringLiteral("areaHint"));
    hint->setWordWrap(true);
    hint->setAlignment(Qt::AlignCenter);
    hint->setMargin(16);

    m_pages->addWidget(hint);
    m_pages->addWidget(area);
    m_pages->addWidget(makeComparison());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_pages);

    connect(m_members, &MembersPage::indicatorChosen, this, &Inspector::refresh);
    connect(why, &WhyPage::whatIfAsked, this, &Inspector::whatIfAsked);
    connect(why, &WhyPage::windowAsked, this, &Inspector::traceAsked);
    connect(m_sure, &SurePage::drawsAsked, this, &Inspector::sureAsked);
    connect(whatIf, &WhatIfPage::endAsked, this, &Inspector::endWhatIfAsked);
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, [this, why, whatIf] {
        refresh();
        if (const auto current = m_areas.current(); current && m_pages->currentIndex() == AreaPage) {
            why->show(*current);
            whatIf->show();
        }
    });
    connect(&areas, &SelectedAreas::changed, &m_later, qOverload<>(&QTimer::start));
    connect(m_tabs, &QTabWidget::currentChanged, &m_later, qOverload<>(&QTimer::start));
    document.onChange(Change::Result | Change::Shown | Change::Looks | Change::Draws | Change::Rounding, this,
                      [this] { m_later.start(); });
    refresh();
}

QWidget *Inspector::makeHead()
{
    auto *head = new QWidget;
    m_name = newLabel(head, "areaName");
    makeTitle(*m_name, 1.35);
    m_class = newLabel(head, "areaClass");
    m_class->setWordWrap(false);
    m_sentence = newLabel(head, "areaSentence");
    m_rank = newLabel(head, "areaRank");
    m_rank->setForegroundRole(QPalette::PlaceholderText);
    auto *rows = new QVBoxLayout(head);
    rows->setContentsMargins(10, 8, 8, 2);
    rows->setSpacing(4);
    rows->addWidget(m_name);
    rows->addWidget(m_class, 0, Qt::AlignLeft);
    rows->addWidget(m_sentence);
    rows->addWidget(m_rank);
    return head;
}

QWidget *Inspector::makeComparison()
{
    auto *page = new QWidget;
    m_several = newLabel(page, "severalAreas");
    makeTitle(*m_several, 1.35);
    m_bars = new AreaBars;
    m_leftOut = new HintLabel(page);
    m_leftOut->setWordWrap(true);
    auto *table = new QPushButton(tr("Compare in a table"));
    table->setToolTip(tr("Up to six areas side by side, with a benchmark (Ctrl+K)"));
    auto *exportBars = newExportChartButton(page);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(table);
    buttons->addWidget(exportBars);
    buttons->addStretch(1);
    auto *inside = new QWidget;
    auto *rows = new QVBoxLayout(inside);
    rows->setContentsMargins(10, 8, 8, 8);
    rows->addWidget(m_several);
    rows->addWidget(m_bars);
    rows->addWidget(m_leftOut);
    rows->addLayout(buttons);
    rows->addStretch(1);
    auto *outer = new QVBoxLayout(page);
    outer->setContentsMargins({});
    outer->addWidget(scrolled(inside));
    connect(table, &QPushButton::clicked, this, &Inspector::comparisonAsked);
    connect(m_bars, &AreaBars::tableAsked, this, &Inspector::comparisonAsked);
    connect(exportBars, &QPushButton::clicked, this, [this] {
        emit written(exportPictureByDialog([this] { return pictureOfBars(); },
                                           tr("Disengagement index - areas compared"), this));
    });
    new Copying(*m_bars, [this]() -> Result<Copyable> {
        return Copyable{.picture = [this] { return pictureOfBars(); }, .isPicture = true};
    }); // owned by the bars
    offerExport(*exportBars, *m_bars);
    return page;
}

Result<Picture> Inspector::pictureOfBars() const
{
    if (m_bars->comparison().areas.isEmpty())
        return Error{tr("No areas are selected. Select some on the map or in the table first."), {}};
    return m_bars->picture(m_bars->comparison().areas.join(QStringLiteral(", ")),
                           {m_document.now().dataset()->indicatorSource});
}

void Inspector::refresh()
{
    const auto area = m_areas.current();
    m_pages->setCurrentIndex(!area ? NothingPage : m_areas.areas().size() == 1 ? AreaPage : SeveralPage);
    if (area && m_pages->currentIndex() == AreaPage)
        showArea(*area);
    else if (area)
        showComparison();
}

/// The area in hand first, then the others in their order, as many as there are colours for.
void Inspector::showComparison()
{
    std::vector<size_t> compared = {*m_areas.current()};
    for (const size_t area : m_areas.areas())
        if (compared.size() < mostComparedAreas && area != compared.front())
            compared.push_back(area);
    const auto mean = [](const ShownVariable &shown) {
        return benchmark(shown.values, shown.direction, BenchmarkKind::Mean);
    };
    m_bars->show(compareAreas(m_document.now(), compared, mean, tr("the mean of all areas"), locale()));
    m_several->setText(tr("%n area(s) compared", nullptr, static_cast<int>(compared.size())));
    const auto others = static_cast<int>(m_areas.areas().size() - compared.size());
    m_leftOut->setHint(others > 0 ? tr("%n more selected, not shown here", nullptr, others) : QString());
}

void Inspector::showArea(size_t area)
{
    const Snapshot &now = m_document.now();
    m_name->setText(now.dataset()->areas[area].name);
    m_sentence->setText(areaSentence(now, area, locale()));
    m_rank->setText(rankLine(now, area, locale()));
    const int classCount = now.choices().scheme.classCount;
    const int classNumber = now.shownIndex()->classification.classes[area];
    const CellFormat format = cellFormat(classNumber, cellColours(now.looks(), *now.dataset(), classCount));
    m_class->setText(classText(classNumber, now.choices().indexScheme()));
    m_class->setStyleSheet(
        classNumber == 0 ? QString()
                         : QStringLiteral("background: %1; color: %2; padding: 2px 8px; border-radius: 3px;")
                               .arg(format.background.name(), format.text.name()));
    m_sure->show(now, area);
    if (m_tabs->currentWidget()->isAncestorOf(m_sources))
        m_sources->show(now, area);
    m_tabs->setTabVisible(m_tabs->count() - 1, now.dataset()->smallerAreas != nullptr);
    if (m_tabs->currentWidget()->isAncestorOf(m_members))
        m_members->show(now, area);
}

} // namespace atlas
