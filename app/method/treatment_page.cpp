#include "app/method/treatment_page.h"

#include "app/widgets/hint_label.h"
#include "core/common/number_text.h"
#include "core/index/treat.h"

#include <QFormLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

#include <cmath>

namespace atlas {

namespace {

enum Column { Name, SkewBefore, KurtosisBefore, Outcome, SkewAfter, KurtosisAfter, Rule, ColumnCount };
constexpr int asForAll = -1;

std::vector<std::pair<QString, int>> ruleChoices()
{
    return {{TreatmentPage::tr("Leave them"), static_cast<int>(OutlierRule::Keep)},
            {TreatmentPage::tr("Winsorise, else logarithm"), static_cast<int>(OutlierRule::Treat)},
            {TreatmentPage::tr("Winsorise"), static_cast<int>(OutlierRule::Winsorise)},
            {TreatmentPage::tr("Logarithm"), static_cast<int>(OutlierRule::Log)}};
}

QString doneText(const Normalised &result, bool hadOutliers)
{
    switch (result.treatment) {
    case Treatment::Winsorised:
        return TreatmentPage::tr("%n brought in", nullptr, static_cast<int>(result.broughtIn.size()));
    case Treatment::Logged:
        return TreatmentPage::tr("logarithm");
    case Treatment::None:
        break;
    }
    return hadOutliers ? TreatmentPage::tr("left") : TreatmentPage::tr("none needed");
}

OutlierRule ruleFor(const ScaleSettings &scale, const QString &code)
{
    const auto own = scale.outliersOf.find(code);
    return own == scale.outliersOf.end() ? scale.outliers : own->second;
}

} // namespace

TreatmentPage::TreatmentPage(const std::shared_ptr<const Dataset> &dataset)
    : MethodPage(dataset), m_form(new QFormLayout), m_groups(new QComboBox), m_threshold(new QSpinBox),
      m_missingHint(new HintLabel(this)), m_numbers(new QWidget(this))
{
    makeOptions();
    m_groups->setObjectName(QStringLiteral("groups"));
    for (const GroupColumn &column : dataset->groups)
        m_groups->addItem(column.code, column.code);
    m_threshold->setObjectName(QStringLiteral("threshold"));
    m_threshold->setRange(0, 100);
    m_threshold->setSuffix(QStringLiteral("%"));
    m_threshold->setToolTip(tr("Areas with fewer values than this have no score"));
    makeTable();
    auto *rule = new HintLabel(this);
    rule->setHint(tr("An indicator counts as having outliers where its skewness is below \u22122 or above 2 "
                     "and its kurtosis above 3.5."));
    auto *toNumbers = new QPushButton(tr("Outliers of each &indicator…"), this);
    toNumbers->setToolTip(
        tr("See skewness and kurtosis, and treat an indicator differently from the others"));
    toNumbers->setAutoDefault(false);
    m_form->addRow(tr("&Groups:"), m_groups);
    m_form->addRow(tr("&At least:"), m_threshold);
    auto *rows = new QVBoxLayout(this);
    rows->addWidget(m_missing);
    m_form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    rows->addLayout(m_form);
    rows->addWidget(m_missingHint);
    rows->addSpacing(12);
    rows->addWidget(m_outliers);
    rows->addWidget(rule);
    rows->addWidget(toNumbers, 0, Qt::AlignLeft);
    rows->addStretch(1);

    for (OptionList *list : {m_missing, m_outliers})
        connect(list, &OptionList::chosenByUser, this, &MethodPage::changed);
    connect(m_groups, &QComboBox::currentIndexChanged, this, &MethodPage::changed);
    connect(m_threshold, &QSpinBox::valueChanged, this, &MethodPage::changed);
    connect(toNumbers, &QPushButton::clicked, this, &MethodPage::numbersAsked);
}

void TreatmentPage::makeOptions()
{
    m_missing =
        newOptionList<MissingRule>("missing", tr("Missing values"),
                                   {{tr("Score the area on the values it has"), MissingRule::Available},
                                    {tr("Leave the area out"), MissingRule::LeaveOut},
                                    {tr("Fill in the mean"), MissingRule::Mean},
                                    {tr("Fill in the median"), MissingRule::Median},
                                    {tr("Fill in the mean of the area's group"), MissingRule::GroupMean}});
    m_missing->apply = [this](IndexSettings &settings, int value) {
        settings.scale.missing = static_cast<MissingRule>(value);
        settings.scale.groupColumn =
            settings.scale.missing == MissingRule::GroupMean ? m_groups->currentData().toString() : QString();
    };
    m_outliers = newOptionList<int>("outliers", tr("Outliers"), ruleChoices());
    m_outliers->apply = [](IndexSettings &settings, int value) {
        settings.scale.outliers = static_cast<OutlierRule>(value);
    };
}

void TreatmentPage::makeTable()
{
    const auto count = static_cast<int>(dataset().indicatorCount());
    m_table = new QTableWidget(count, ColumnCount, m_numbers);
    m_table->setObjectName(QStringLiteral("outlierTable"));
    m_table->setAccessibleName(tr("Outliers of each indicator"));
    m_table->setHorizontalHeaderLabels({tr("Indicator"), tr("Skewness"), tr("Kurtosis"), tr("Outliers"),
                                        tr("Skewness after"), tr("Kurtosis after"), tr("Rule")});
    m_table->verticalHeader()->hide();
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    auto choices = ruleChoices();
    choices.insert(choices.begin(), {tr("As above"), asForAll});
    for (int row = 0; row < count; ++row) {
        const QString name = dataset().indicator(static_cast<size_t>(row)).shortName;
        for (int column = 0; column < Rule; ++column) {
            auto *cell = new QTableWidgetItem;
            const bool isNumber = column != Name && column != Outcome;
            cell->setTextAlignment((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
            m_table->setItem(row, column, cell);
        }
        m_table->item(row, Name)->setText(name);
        QComboBox *own = newChoiceBox<int>("ownRule", choices);
        own->setAccessibleName(tr("Rule for %1").arg(name));
        m_table->setCellWidget(row, Rule, own);
        m_own.push_back(own);
        connect(own, &QComboBox::currentIndexChanged, this, &MethodPage::changed);
    }
    auto *rows = new QVBoxLayout(m_numbers);
    rows->addWidget(m_table);
}

void TreatmentPage::read(const IndexSettings &settings)
{
    const QSignalBlocker quiet(this);
    const ScaleSettings &scale = settings.scale;
    chooseIn(*m_missing, scale.missing);
    m_groups->setCurrentIndex(std::max(0, m_groups->findData(scale.groupColumn)));
    m_threshold->setValue(static_cast<int>(std::lround(100 * settings.threshold)));
    chooseIn(*m_outliers, static_cast<int>(scale.outliers));
    for (size_t i = 0; i < m_own.size(); ++i) {
        const auto own = scale.outliersOf.find(dataset().indicator(i).code);
        chooseIn(*m_own[i], own == scale.outliersOf.end() ? asForAll : static_cast<int>(own->second));
    }
}

void TreatmentPage::write(IndexSettings &settings) const
{
    ScaleSettings &scale = settings.scale;
    scale.missing = chosenIn<MissingRule>(*m_missing);
    scale.groupColumn =
        scale.missing == MissingRule::GroupMean ? m_groups->currentData().toString() : QString();
    settings.threshold = m_threshold->value() / 100.0;
    scale.outliers = chosenIn<OutlierRule>(*m_outliers);
    scale.outliersOf.clear();
    for (size_t i = 0; i < m_own.size(); ++i)
        if (const int own = chosenIn<int>(*m_own[i]); own != asForAll)
            scale.outliersOf[dataset().indicator(i).code] = static_cast<OutlierRule>(own);
}

void TreatmentPage::showResult(const IndexSettings &settings, const IndexResult &result)
{
    const ScaleSettings &scale = settings.scale;
    m_form->setRowVisible(m_groups, scale.missing == MissingRule::GroupMean);
    m_form->setRowVisible(m_threshold, scale.missing != MissingRule::LeaveOut);
    size_t filled = 0;
    for (const size_t i : result.used)
        filled += result.indicators[i].filled.size();
    if (scale.missing == MissingRule::GroupMean && dataset().groups.empty())
        m_missingHint->setProblem(tr("The figures have no text column to group the areas by."));
    else if (filled > 0)
        m_missingHint->setHint(
            tr("%n value(s) filled in; the table marks them.", nullptr, static_cast<int>(filled)));
    else if (result.incompleteCount > 0)
        m_missingHint->setHint(tr("%n area(s) have values missing.", nullptr, result.incompleteCount));
    else
        m_missingHint->setHint(tr("No value is missing."));
    for (size_t i = 0; i < m_own.size(); ++i)
        showRow(static_cast<int>(i), scale, result.indicators[i]);
}

void TreatmentPage::showRow(int row, const ScaleSettings &scale, const Normalised &result)
{
    const auto indicator = static_cast<size_t>(row);
    const std::vector<double> before = dataset().column(indicator);
    const std::vector<double> after =
        treatOutliers(before, ruleFor(scale, dataset().indicator(indicator).code)).values;
    const auto setNumber = [&](int column, double number) {
        m_table->item(row, column)->setText(roundedNumber(number, 2, locale()));
    };
    setNumber(SkewBefore, skewness(before));
    setNumber(KurtosisBefore, kurtosis(before));
    setNumber(SkewAfter, skewness(after));
    setNumber(KurtosisAfter, kurtosis(after));
    m_table->item(row, Outcome)->setText(doneText(result, hasOutliers(before)));
}

} // namespace atlas
