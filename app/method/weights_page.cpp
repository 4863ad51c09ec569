#include "app/method/weights_page.h"

#include "app/widgets/hint_label.h"
#include "core/common/number_text.h"
#include "core/index/weights.h"

#include <QFormLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace atlas {

namespace {

enum Column { Name, Share, Locked, Effective, ColumnCount };
constexpr int codeRole = Qt::UserRole;
constexpr int shareRole = Qt::UserRole + 1; ///< exact, in per cent
constexpr int byHand = -1;
constexpr int asForAll = -1;

std::vector<std::pair<QString, int>> aggregationChoices()
{
    return {{WeightsPage::tr("Arithmetic mean"), static_cast<int>(Aggregation::Arithmetic)},
            {WeightsPage::tr("Geometric mean"), static_cast<int>(Aggregation::Geometric)},
            {WeightsPage::tr("Harmonic mean"), static_cast<int>(Aggregation::Harmonic)},
            {WeightsPage::tr("Copeland (who outranks whom)"), static_cast<int>(Aggregation::Copeland)}};
}

std::vector<QTreeWidgetItem *> siblingsOf(QTreeWidgetItem *item)
{
    std::vector<QTreeWidgetItem *> siblings;
    QTreeWidgetItem *parent = item->parent() ? item->parent() : item->treeWidget()->invisibleRootItem();
    siblings.reserve(static_cast<size_t>(parent->childCount()));
    for (int i = 0; i < parent->childCount(); ++i)
        siblings.push_back(parent->child(i));
    return siblings;
}

void setShare(QTreeWidgetItem &item, double share, const QLocale &locale)
{
    item.setData(Share, shareRole, share);
    item.setText(Share, roundedNumber(share, 1, locale));
}

} // namespace

WeightsPage::WeightsPage(const std::shared_ptr<const Dataset> &dataset)
    : MethodPage(dataset), m_form(new QFormLayout), m_numbers(new QWidget(this)),
      m_tree(new QTreeWidget(m_numbers)), m_hint(new HintLabel(m_numbers))
{
    makeOptions();
    makeTree();
    auto *toNumbers = new QPushButton(tr("Each &weight…"), this);
    toNumbers->setToolTip(tr("See what each indicator weighs, or type weights by hand"));
    toNumbers->setAutoDefault(false);
    auto *rows = new QVBoxLayout(this);
    rows->addWidget(m_weighting);
    rows->addWidget(toNumbers, 0, Qt::AlignLeft);
    rows->addSpacing(12);
    rows->addWidget(m_levels);
    rows->addSpacing(12);
    rows->addWidget(m_aggregation);
    m_form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    rows->addLayout(m_form);
    rows->addStretch(1);
    makeAggregations();

    for (OptionList *list : {m_weighting, m_levels})
        connect(list, &OptionList::chosenByUser, this, [this] {
            m_byHand.clear(); // shares are of a node, and these may be others
            emit changed();
        });
    connect(m_aggregation, &OptionList::chosenByUser, this, &MethodPage::changed);
    connect(m_tree, &QTreeWidget::itemChanged, this, &WeightsPage::shareEdited);
    // Later, because what comes of it replaces the item that is being edited.
    connect(this, &WeightsPage::edited, this, &MethodPage::changed, Qt::QueuedConnection);
    connect(toNumbers, &QPushButton::clicked, this, &MethodPage::numbersAsked);
}

void WeightsPage::makeOptions()
{
    m_weighting = newOptionList<int>(
        "weighting", tr("Weights"),
        {{tr("As the metadata give them"), static_cast<int>(Weighting::Given)},
         {tr("Equal"), static_cast<int>(Weighting::Equal)},
         {tr("First principal component"), static_cast<int>(Weighting::PrincipalComponent)},
         {tr("By hand"), byHand}});
    m_weighting->apply = [this](IndexSettings &settings, int value) {
        settings.weighting = value == byHand ? Weighting::Given : static_cast<Weighting>(value);
        settings.weights.clear();
        if (value == byHand)
            settings.weights = m_byHand;
    };
    m_levels = newOptionList<Levels>("levels", tr("Made of"),
                                     {{tr("As the metadata give it"), Levels::AsGiven},
                                      {tr("All indicators at once"), Levels::Flat},
                                      {tr("Domains first, then the index"), Levels::Nested}});
    m_levels->apply = [](IndexSettings &settings, int value) {
        if (settings.levels != static_cast<Levels>(value))
            settings.weights.clear();
        settings.levels = static_cast<Levels>(value);
    };
    m_aggregation = newOptionList<int>("aggregation", tr("Combined by"), aggregationChoices());
    m_aggregation->apply = [](IndexSettings &settings, int value) {
        settings.aggregation = static_cast<Aggregation>(value);
    };
}

void WeightsPage::makeTree()
{
    m_tree->setObjectName(QStringLiteral("weights"));
    m_tree->setAccessibleName(tr("Weights"));
    m_tree->setColumnCount(ColumnCount);
    m_tree->setHeaderLabels({tr("Part of the index"), tr("Weight, %"), tr("Lock"), tr("In the index, %")});
    m_tree->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_tree->header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_tree->header()->setStretchLastSection(false);
    auto *rows = new QVBoxLayout(m_numbers);
    rows->addWidget(m_tree, 1);
    rows->addWidget(m_hint);
}

/// A box for each level, where there are several that may differ.
void WeightsPage::makeAggregations()
{
    const IndexTree tree = indexTree(dataset().metadata, Levels::Nested);
    const int top = tree.nodes.back().level;
    constexpr int domains = 2;
    for (int level = domains; level <= top && top > domains; ++level) {
        auto choices = aggregationChoices();
        choices.insert(choices.begin(), {tr("as above"), asForAll});
        QComboBox *box = newChoiceBox<int>("aggregationOfLevel", choices);
        const QString label = level == top       ? tr("The index:")
                              : level == domains ? tr("Domains:")
                                                 : tr("Level %1:").arg(level);
        m_form->addRow(label, box);
        m_ofLevel.push_back(box);
        connect(box, &QComboBox::currentIndexChanged, this, &MethodPage::changed);
    }
}

void WeightsPage::read(const IndexSettings &settings)
{
    const QSignalBlocker quiet(this);
    chooseIn(*m_levels, settings.levels);
    chooseIn(*m_weighting, settings.weights.empty() ? static_cast<int>(settings.weighting) : byHand);
    m_byHand = settings.weights; // after the boxes, which clear it
    chooseIn(*m_aggregation, static_cast<int>(settings.aggregation));
    for (size_t i = 0; i < m_ofLevel.size(); ++i) {
        const auto found = settings.aggregationOfLevel.find(static_cast<int>(i) + 2);
        chooseIn(*m_ofLevel[i],
                 found == settings.aggregationOfLevel.end() ? asForAll : static_cast<int>(found->second));
    }
}

void WeightsPage::write(IndexSettings &settings) const
{
    settings.levels = chosenIn<Levels>(*m_levels);
    const int weighting = chosenIn<int>(*m_weighting);
    settings.weighting = weighting == byHand ? Weighting::Given : static_cast<Weighting>(weighting);
    settings.weights.clear();
    if (weighting == byHand)
        settings.weights = m_byHand;
    settings.aggregation = chosenIn<Aggregation>(*m_aggregation);
    settings.aggregationOfLevel.clear();
    for (size_t i = 0; i < m_ofLevel.size(); ++i)
        if (const int chosen = chosenIn<int>(*m_ofLevel[i]); chosen != asForAll)
            settings.aggregationOfLevel[static_cast<int>(i) + 2] = static_cast<Aggregation>(chosen);
}

void WeightsPage::showResult(const IndexSettings &settings, const IndexResult &result)
{
    rebuildTree(result);
    for (QComboBox *box : m_ofLevel)
        m_form->setRowVisible(box, result.tree->isNested);
    if (result.refusal)
        m_hint->setProblem(result.refusal->message);
    else if (chosenIn<int>(*m_weighting) == byHand)
        m_hint->setHint(tr("Type a share; the unlocked weights in its group adjust, so that the group still "
                           "adds up to 100%."));
    else if (settings.weighting == Weighting::PrincipalComponent)
        m_hint->setHint(tr("The weighted mean that varies most between areas. It shows what the indicators "
                           "have in common, not what matters."));
    else
        m_hint->setHint(tr("The last column is the final weight of each indicator in the index."));
}

void WeightsPage::rebuildTree(const IndexResult &result)
{
    const QSignalBlocker quiet(m_tree);
    std::map<QString, bool> locked;
    for (QTreeWidgetItemIterator it(m_tree); *it; ++it)
        locked[(*it)->data(Name, codeRole).toString()] = (*it)->checkState(Locked) == Qt::Checked;
    m_tree->clear();
    const bool isEditable = chosenIn<int>(*m_weighting) == byHand;
    double whole = 0;
    for (const double weight : result.weights)
        whole += weight;
    const auto fill = [&](const auto &self, size_t node, QTreeWidgetItem *parent) -> void {
        const NodeResult &made = result.nodes[node];
        double sum = 0;
        for (const double weight : made.weights)
            sum += weight;
        for (size_t i = 0; i < made.members.size() && sum > 0; ++i) {
            const IndexMember &member = made.members[i];
            const bool isIndicator = member.kind == IndexMember::Kind::Indicator;
            auto *item = new QTreeWidgetItem(parent);
            const QString code = isIndicator ? dataset().indicator(member.position).code
                                             : result.tree->nodes[member.position].code;
            item->setText(Name, isIndicator ? dataset().indicator(member.position).shortName
                                            : result.tree->nodes[member.position].name);
            item->setData(Name, codeRole, code);
            setShare(*item, 100 * made.weights[i] / sum, locale());
            for (const int column : {Share, Effective})
                item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
            if (isIndicator)
                item->setText(Effective,
                              roundedNumber(100 * result.weights[member.position] / whole, 1, locale()));
            Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
            if (isEditable) {
                flags |= Qt::ItemIsEditable | Qt::ItemIsUserCheckable;
                item->setCheckState(Locked, locked[code] ? Qt::Checked : Qt::Unchecked);
            }
            item->setFlags(flags);
            if (!isIndicator)
                self(self, member.position, item);
        }
    };
    if (!result.nodes.empty())
        fill(fill, result.tree->root(), m_tree->invisibleRootItem());
    m_tree->expandAll();
}

void WeightsPage::shareEdited(QTreeWidgetItem *item, int column)
{
    if (column != Share)
        return;
    bool isNumber = false;
    const double wanted = locale().toDouble(item->text(Share), &isNumber);
    const std::vector<QTreeWidgetItem *> siblings = siblingsOf(item);
    std::vector<double> shares;
    std::vector<bool> locked;
    size_t changedOne = 0;
    for (size_t i = 0; i < siblings.size(); ++i) {
        shares.push_back(siblings[i]->data(Share, shareRole).toDouble());
        locked.push_back(siblings[i]->checkState(Locked) == Qt::Checked);
        if (siblings[i] == item)
            changedOne = i;
    }
    const std::vector<double> balanced = rebalanced(shares, locked, changedOne, wanted);
    const bool isAllowed =
        isNumber && isWeight(wanted) && std::all_of(balanced.begin(), balanced.end(), &isWeight);
    if (!isAllowed) {
        const QSignalBlocker quiet(m_tree);
        setShare(*item, shares[changedOne], locale());
        m_hint->setProblem(tr("A weight must be above zero and leave something for the others. To leave an "
                              "indicator out, switch it off."));
        return;
    }
    for (QTreeWidgetItemIterator it(m_tree); *it; ++it) // what is on show is by hand from now on
        m_byHand.try_emplace((*it)->data(Name, codeRole).toString(),
                             (*it)->data(Share, shareRole).toDouble());
    for (size_t i = 0; i < siblings.size(); ++i)
        m_byHand[siblings[i]->data(Name, codeRole).toString()] = balanced[i];
    emit edited();
}

} // namespace atlas
