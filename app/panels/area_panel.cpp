#include "app/panels/area_panel.h"

#include "app/panels/area_summary.h"
#include "app/panels/bar_delegate.h"
#include "app/panels/contribution_model.h"
#include "app/state/atlas_state.h"
#include "core/render/cell_format.h"

#include <QFrame>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>
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

QTableView *newTable(ContributionModel *model, QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setObjectName(QStringLiteral("contributions"));
    table->setAccessibleName(AreaPanel::tr("Indicators of the area"));
    table->setModel(model);
    table->setItemDelegateForColumn(ContributionModel::Z, new BarDelegate(table));
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setSelectionMode(QAbstractItemView::NoSelection);
    table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 8);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(ContributionModel::Name, QHeaderView::Stretch);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setMinimumSectionSize(36);
    return table;
}

} // namespace

AreaPanel::AreaPanel(const AtlasState &state, QWidget *parent)
    : QWidget(parent), m_state(state), m_pages(new QStackedWidget(this))
{
    auto *model = new ContributionModel(state, this);
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
    m_table = newTable(model, page);

    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(10, 8, 8, 8);
    column->setSpacing(4);
    column->addWidget(m_name);
    column->addWidget(m_rank);
    column->addWidget(m_class, 0, Qt::AlignLeft);
    column->addSpacing(6);
    column->addWidget(m_table);
    column->addSpacing(6);
    column->addWidget(m_meaning);
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

    connect(&state, &AtlasState::selectionChanged, this, &AreaPanel::showState);
    connect(&state, &AtlasState::resultChanged, this, &AreaPanel::showState);
    connect(&state, &AtlasState::displayChanged, this, &AreaPanel::showState);
    connect(&state, &AtlasState::uncertaintyChanged, this, &AreaPanel::showState);
    showState();
}

void AreaPanel::showState()
{
    const auto area = m_state.currentArea();
    m_pages->setCurrentIndex(area ? 1 : 0);
    if (!area)
        return;
    m_name->setText(m_state.dataset()->areas[*area].name);
    const auto selected = static_cast<int>(m_state.selectedAreas().size());
    const QString others = selected > 1 ? tr("\n%n area(s) selected", nullptr, selected) : QString();
    m_rank->setText(rankLine(m_state, *area) + others);
    const int classCount = m_state.display().classCount;
    const int classNumber = m_state.shownIndex()->classification.classes[*area];
    const CellFormat format = cellFormat(classNumber, classCount);
    m_class->setText(classText(classNumber, classCount));
    m_class->setStyleSheet(
        classNumber == 0 ? QString()
                         : QStringLiteral("background: %1; color: %2; padding: 2px 8px; border-radius: 3px;")
                               .arg(format.background.name(), format.text.name()));
    m_meaning->setText(meaningText(m_state, *area, locale()));
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height()
                            + m_table->verticalHeader()->defaultSectionSize() * m_table->model()->rowCount()
                            + 2);
}

} // namespace atlas
