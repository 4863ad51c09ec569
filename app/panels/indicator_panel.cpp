#include "app/panels/indicator_panel.h"

#include "app/panels/period_box.h"
#include "app/state/document.h"
#include "app/widgets/data_text.h"
#include "app/widgets/hint_label.h"
#include "core/index/figure_text.h"
#include "core/index/kept_scales.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace atlas {

namespace {

constexpr int codeRole = Qt::UserRole;
constexpr int shownRole = Qt::UserRole + 1; ///< the code of what the map can show

QString directionText(Direction direction)
{
    return direction == Direction::HigherIsMoreDisengaged ? IndicatorPanel::tr("higher is more disengaged")
                                                          : IndicatorPanel::tr("lower is more disengaged");
}

QString toolTipFor(const Indicator &indicator)
{
    const QString about = QStringLiteral("<p><b>%1</b></p><p>%2</p>")
                              .arg(plainHtml(indicator.name), plainHtml(indicator.description));
    const QString facts =
        IndicatorPanel::tr("%1; %2. Source: %3")
            .arg(directionText(indicator.direction),
                 indicator.period.isEmpty() ? IndicatorPanel::tr("no period given") : indicator.period,
                 indicator.source.isEmpty() ? IndicatorPanel::tr("not given") : indicator.source);
    return about + QStringLiteral("<p>%1</p>").arg(plainHtml(facts));
}

/// Columns of the tree.
enum Column { NameColumn, DirectionColumn, WeightColumn };

QTreeWidgetItem *newItem(const QString &text)
{
    auto *item = new QTreeWidgetItem({text});
    item->setTextAlignment(WeightColumn, Qt::AlignRight | Qt::AlignVCenter);
    item->setTextAlignment(DirectionColumn, Qt::AlignCenter);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    return item;
}

QString codeOf(const QTreeWidgetItem &item)
{
    return item.data(0, codeRole).toString();
}

/// Checked, unchecked, or partly so, as the indicators below.
Qt::CheckState stateOfChildren(const QTreeWidgetItem &domain)
{
    int checked = 0;
    for (int i = 0; i < domain.childCount(); ++i)
        checked += domain.child(i)->checkState(0) == Qt::Checked ? 1 : 0;
    if (checked == 0)
        return Qt::Unchecked;
    return checked == domain.childCount() ? Qt::Checked : Qt::PartiallyChecked;
}

} // namespace

IndicatorPanel::IndicatorPanel(const Document &document, QWidget *parent)
    : QWidget(parent), m_document(document), m_periodLabel(new QLabel(tr("P&eriod"), this)),
      m_period(new PeriodBox(document, this)),
      m_sameScale(new QCheckBox(tr("Same scale for all &periods"), this)), m_tree(new QTreeWidget(this)),
      m_scenario(new QPushButton(this))
{
    // The dock shows the name, which has no key of its own there.
    auto *key = new QShortcut(QKeySequence::mnemonic(tr("&Indicators")), this);
    connect(key, &QShortcut::activated, m_tree, qOverload<>(&QWidget::setFocus));
    setProperty("helpTopic", QStringLiteral("part-indicators"));
    m_tree->setObjectName(QStringLiteral("indicators"));
    m_tree->setAccessibleName(tr("Indicators"));
    m_tree->setHeaderHidden(true);
    m_tree->setColumnCount(3);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setMinimumSectionSize(16);
    m_tree->header()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(DirectionColumn, QHeaderView::ResizeToContents);
    m_tree->header()->setSectionResizeMode(WeightColumn, QHeaderView::ResizeToContents);
    m_tree->setIndentation(16);
    m_tree->setRootIsDecorated(false);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 4, 4);
    buildPeriods(*layout);
    layout->addWidget(m_tree, 1);
    auto *legend = new HintLabel(this);
    legend->setWordWrap(true);
    legend->setHint(tr("↑ higher is more disengaged, ↓ lower is; the percentage is its weight in the index"));
    layout->addWidget(legend);
    m_scenario->setObjectName(QStringLiteral("scenarioInUse"));
    m_scenario->setToolTip(tr("Keep sets of choices, go back to them, and compare the ranks of two"));
    m_scenario->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    layout->addWidget(m_scenario);
    connect(m_scenario, &QPushButton::clicked, this, &IndicatorPanel::scenariosAsked);
    setScenario({});

    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &IndicatorPanel::openMenu);
    connect(m_tree, &QTreeWidget::itemChanged, this, &IndicatorPanel::askFor);
    showPeriods();
    document.onChange(Change::Data, this, [this] {
        rebuild();
        showPeriods();
        showSameScale();
    });
    document.onChange(Change::Result, this, [this] { showState(); });
    document.onChange(Change::Result | Change::Shown, this, [this] { showSameScale(); });
    if (document.now().dataset())
        rebuild();
}

void IndicatorPanel::buildPeriods(QVBoxLayout &rows)
{
    auto *times = new QHBoxLayout;
    m_periodLabel->setBuddy(m_period);
    m_period->setObjectName(QStringLiteral("period"));
    times->addWidget(m_periodLabel);
    times->addWidget(m_period, 1);
    rows.addLayout(times);
    connect(m_period, &PeriodBox::periodAsked, this, &IndicatorPanel::periodAsked);
    m_sameScale->setObjectName(QStringLiteral("sameScale"));
    m_sameScale->setToolTip(
        tr("Score every period on the scales of the one on show, and cut classes at its bounds, so that "
           "scores and colours can be compared between periods. Otherwise each period has its own."));
    rows.addWidget(m_sameScale);
    connect(m_sameScale, &QCheckBox::clicked, this, [this](bool keeps) {
        showSameScale(); // as it is, until the choices are others
        emit sameScaleAsked(keeps);
    });
}

/// Only where there is something to choose.
void IndicatorPanel::showPeriods()
{
    m_periodLabel->setVisible(m_period->canChoose());
    m_period->setVisible(m_period->canChoose());
    m_sameScale->setVisible(m_period->canChoose());
}

void IndicatorPanel::showSameScale()
{
    const Snapshot &now = m_document.now();
    m_sameScale->setChecked(now.dataset()
                            && keepsScales(now.choices(), *now.dataset(), now.result(), now.shown()));
}

void IndicatorPanel::rebuild()
{
    m_showing = true;
    m_tree->clear();
    const IndicatorMetadata &metadata = m_document.now().dataset()->metadata;
    QHash<QString, QTreeWidgetItem *> domains;
    for (const Aggregate &domain : metadata.domains()) {
        auto *item = newItem(domain.name);
        item->setToolTip(0, plainToolTip(domain.name));
        item->setData(0, shownRole, domain.code);
        m_tree->addTopLevelItem(item);
        domains.insert(domain.code, item);
    }
    for (const Indicator &indicator : metadata.indicators) {
        auto *item = newItem(indicator.shortName);
        item->setData(0, codeRole, indicator.code);
        item->setData(0, shownRole, indicator.code);
        item->setToolTip(0, toolTipFor(indicator));
        const bool rises = indicator.direction == Direction::HigherIsMoreDisengaged;
        item->setText(DirectionColumn, rises ? QStringLiteral("↑") : QStringLiteral("↓"));
        item->setToolTip(DirectionColumn, directionText(indicator.direction));
        if (QTreeWidgetItem *domain = domains.value(indicator.domain))
            domain->addChild(item);
        else
            m_tree->addTopLevelItem(item);
    }
    m_tree->expandAll();
    m_showing = false;
    showState();
}

/// What an indicator weighs in the index; nothing for one that is not in it.
QString IndicatorPanel::weightText(const QString &code) const
{
    const Snapshot &now = m_document.now();
    const auto indicator = now.dataset()->findIndicator(code);
    if (!indicator || !now.result().isUsed(*indicator))
        return {};
    double sum = 0;
    for (const size_t used : now.result().used)
        sum += now.result().weights[used];
    return shareText(now.result().weights[*indicator] / sum, 1, locale());
}

void IndicatorPanel::setScenario(const QString &name)
{
    const QString text = name.isEmpty() ? tr("Scenario: not kept") : tr("Scenario: %1").arg(name);
    m_scenario->setText(withoutKeys(text));
}

void IndicatorPanel::showState()
{
    m_showing = true;
    for (QTreeWidgetItemIterator it(m_tree); *it; ++it)
        if (const QString code = codeOf(**it); !code.isEmpty()) {
            const bool isOn = m_document.now().indexSettings().uses(code);
            (*it)->setCheckState(0, isOn ? Qt::Checked : Qt::Unchecked);
            (*it)->setText(WeightColumn, weightText(code));
            (*it)->setToolTip(WeightColumn, tr("Its share of the weights. Change weights in Method."));
        }
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i)
        if (QTreeWidgetItem *domain = m_tree->topLevelItem(i); domain->childCount() > 0)
            domain->setCheckState(0, stateOfChildren(*domain));
    m_showing = false;
}

/// What can be done with an indicator or a domain.
void IndicatorPanel::openMenu(const QPoint &at)
{
    const QTreeWidgetItem *item = m_tree->currentItem(); // a right click makes its own the current one
    if (!item)
        return;
    const QRect place = m_tree->visualItemRect(item);
    auto *menu = new QMenu(m_tree);
    menu->setObjectName(QStringLiteral("indicatorMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString shown = item->data(0, shownRole).toString();
    menu->addAction(tr("Show on the &map"), this,
                    [this, shown, name = item->text(0)] { emit shownAsked(shown, name); });
    const bool isOn = item->checkState(0) != Qt::Unchecked;
    menu->addAction(
        isOn ? tr("&Leave out of the index") : tr("&Use in the index"), this, [this, shown, isOn] {
            for (QTreeWidgetItemIterator it(m_tree); *it; ++it) // by now there may be others
                if ((*it)->data(0, shownRole).toString() == shown) {
                    (*it)->setCheckState(0, isOn ? Qt::Unchecked : Qt::Checked); // as a click on its box
                    return;
                }
        });
    menu->popup(m_tree->viewport()->mapToGlobal(place.contains(at) ? at : place.center()));
}

void IndicatorPanel::askFor(QTreeWidgetItem *item)
{
    if (m_showing)
        return;
    const bool on = item->checkState(0) != Qt::Unchecked;
    IndexSettings settings = m_document.now().indexSettings();
    const auto turn = [&settings, on](const QTreeWidgetItem &indicator) {
        if (on)
            settings.excluded.erase(codeOf(indicator));
        else
            settings.excluded.insert(codeOf(indicator));
    };
    if (!codeOf(*item).isEmpty())
        turn(*item);
    for (int i = 0; i < item->childCount(); ++i)
        turn(*item->child(i));
    const QString name = item->text(0);
    emit settingsAsked(settings, on ? tr("switch on %1").arg(name) : tr("switch off %1").arg(name));
    showState();
}

} // namespace atlas
