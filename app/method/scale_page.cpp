#include "app/method/scale_page.h"

#include "core/common/number_range.h"

#include "app/widgets/hint_label.h"
#include "core/common/number_text.h"

#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <QTableWidget>
#include <QVBoxLayout>

#include <cmath>

namespace atlas {

namespace {

QString meaningOf(Normalisation scale)
{
    switch (scale) {
    case Normalisation::ZScore:
        return ScalePage::tr(
            "Distance from the mean of all areas, in standard deviations. The paper's method.");
    case Normalisation::MinMax:
        return ScalePage::tr(
            "The least disengaged area is at one end of the scale, the most disengaged at the "
            "other.");
    case Normalisation::PercentileRank:
        return ScalePage::tr("The share of the other areas that an area is more disengaged than.");
    case Normalisation::Rank:
        return ScalePage::tr("The place in the order of areas, 1 for the least disengaged. Distances do not "
                             "count.");
    case Normalisation::Borda:
        return ScalePage::tr("How many areas an area is more disengaged than.");
    case Normalisation::TargetDistance:
        return ScalePage::tr(
            "How far an area has come from a start towards a target: 0 at the start, 1 at the target.");
    case Normalisation::Goalposts:
        return ScalePage::tr("Where an area stands between two fixed values. Values beyond them count as the "
                             "nearer of the two.");
    case Normalisation::ReferenceDistance:
        return ScalePage::tr(
            "How far an area is along the way from the least disengaged area to the reference area.");
    case Normalisation::ShareOfMaximum:
        break;
    }
    return ScalePage::tr("The value as a share of the largest.");
}

/// What fixes a scale, as the heads of two columns.
std::pair<QString, QString> referenceNames(Normalisation scale)
{
    switch (scale) {
    case Normalisation::ZScore:
        return {ScalePage::tr("Mean"), ScalePage::tr("SD")};
    case Normalisation::TargetDistance:
        return {ScalePage::tr("Start"), ScalePage::tr("Target")};
    case Normalisation::Goalposts:
        return {ScalePage::tr("Low goalpost"), ScalePage::tr("High goalpost")};
    case Normalisation::ShareOfMaximum:
        return {ScalePage::tr("Zero"), ScalePage::tr("Maximum")};
    case Normalisation::ReferenceDistance:
        return {ScalePage::tr("Start"), ScalePage::tr("Reference")};
    default:
        break;
    }
    return {ScalePage::tr("Low end"), ScalePage::tr("High end")};
}

constexpr int takenRole = Qt::UserRole;

bool hasReferences(Normalisation scale)
{
    return scale != Normalisation::PercentileRank && scale != Normalisation::Rank
           && scale != Normalisation::Borda;
}

/// Shows in faint ink what is taken where nothing is typed.
class TypedOrTaken : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (!option->text.isEmpty())
            return;
        option->text = index.data(takenRole).toString();
        option->features |= QStyleOptionViewItem::HasDisplay;
        option->palette.setColor(QPalette::Text, option->palette.color(QPalette::PlaceholderText));
    }
};

QDoubleSpinBox *newEnd(const char *name)
{
    auto *box = new QDoubleSpinBox;
    box->setObjectName(QLatin1String(name));
    constexpr double most = 1e6;
    box->setRange(-most, most);
    box->setDecimals(2);
    return box;
}

} // namespace

ScalePage::ScalePage(const std::shared_ptr<const Dataset> &dataset)
    : MethodPage(dataset), m_meaning(new HintLabel(this)), m_range(new QWidget(this)), m_low(newEnd("low")),
      m_high(newEnd("high")), m_area(new QComboBox), m_numbers(new QWidget(this)),
      m_toNumbers(new QPushButton(tr("What fixes each &scale…"), this)), m_form(new QFormLayout),
      m_problem(new HintLabel(this)), m_referencesHint(new HintLabel(m_numbers))
{
    makeScales();
    m_low->setAccessibleName(tr("Low end of the scale"));
    m_high->setAccessibleName(tr("High end of the scale"));
    auto *ends = new QHBoxLayout(m_range);
    ends->setContentsMargins({});
    ends->addWidget(m_low);
    ends->addWidget(new QLabel(tr("to")));
    ends->addWidget(m_high);
    ends->addStretch(1);
    m_area->setObjectName(QStringLiteral("referenceArea"));
    for (const Area &area : dataset->areas)
        m_area->addItem(area.name, area.code.text);
    makeReferences();
    m_toNumbers->setToolTip(tr("See or type the values that fix the scale of each indicator"));
    m_toNumbers->setAutoDefault(false);
    m_form->addRow(tr("&Range:"), m_range);
    m_form->addRow(tr("Reference &area:"), m_area);
    auto *rows = new QVBoxLayout(this);
    rows->addWidget(m_scale);
    rows->addWidget(m_meaning);
    rows->addSpacing(8);
    rows->addWidget(m_deviation);
    m_form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    rows->addLayout(m_form);
    rows->addWidget(m_problem);
    rows->addWidget(m_toNumbers, 0, Qt::AlignLeft);
    rows->addStretch(1);

    connect(m_scale, &OptionList::chosenByUser, this, &ScalePage::showRows);
    for (OptionList *list : {m_scale, m_deviation})
        connect(list, &OptionList::chosenByUser, this, &MethodPage::changed);
    connect(m_area, &QComboBox::currentIndexChanged, this, &MethodPage::changed);
    for (QDoubleSpinBox *box : {m_low, m_high})
        connect(box, &QDoubleSpinBox::valueChanged, this, &MethodPage::changed);
    connect(m_references, &QTableWidget::cellChanged, this, &MethodPage::changed);
    connect(m_toNumbers, &QPushButton::clicked, this, &MethodPage::numbersAsked);
}

void ScalePage::makeScales()
{
    m_scale = newOptionList<Normalisation>("scale", tr("Scale"),
                                           {{tr("z-scores"), Normalisation::ZScore},
                                            {tr("Min-max"), Normalisation::MinMax},
                                            {tr("Percentile ranks"), Normalisation::PercentileRank},
                                            {tr("Ranks"), Normalisation::Rank},
                                            {tr("Borda scores"), Normalisation::Borda},
                                            {tr("Distance to a target"), Normalisation::TargetDistance},
                                            {tr("Goalposts"), Normalisation::Goalposts},
                                            {tr("Distance to an area"), Normalisation::ReferenceDistance},
                                            {tr("Share of the maximum"), Normalisation::ShareOfMaximum}});
    m_scale->apply = [this](IndexSettings &settings, int value) {
        ScaleSettings &scale = settings.scale;
        scale.normalisation = static_cast<Normalisation>(value);
        scale.referenceArea = scale.normalisation == Normalisation::ReferenceDistance
                                  ? m_area->currentData().toString()
                                  : QString();
        if (!hasReferences(scale.normalisation))
            scale.references.clear();
    };
    m_deviation =
        newOptionList<StandardDeviation>("deviation", tr("Standard deviation"),
                                         {{tr("Sample (divides by n − 1)"), StandardDeviation::Sample},
                                          {tr("Population (divides by n)"), StandardDeviation::Population}});
    m_deviation->apply = [](IndexSettings &settings, int value) {
        settings.scale.standardDeviation = static_cast<StandardDeviation>(value);
    };
}

void ScalePage::makeReferences()
{
    const auto count = static_cast<int>(dataset().indicatorCount());
    m_references = new QTableWidget(count, 3, m_numbers);
    m_references->setObjectName(QStringLiteral("references"));
    m_references->setAccessibleName(tr("What fixes the scale of each indicator"));
    m_references->verticalHeader()->hide();
    m_references->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_references->horizontalHeader()->setHighlightSections(false);
    m_references->setTabKeyNavigation(false);
    m_references->setItemDelegate(new TypedOrTaken(m_references));
    for (int row = 0; row < count; ++row) {
        auto *name = new QTableWidgetItem(dataset().indicator(static_cast<size_t>(row)).shortName);
        name->setFlags(Qt::ItemIsEnabled);
        m_references->setItem(row, 0, name);
        for (const int column : {1, 2}) {
            auto *cell = new QTableWidgetItem;
            cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_references->setItem(row, column, cell);
        }
    }
    auto *rows = new QVBoxLayout(m_numbers);
    rows->addWidget(m_references, 1);
    rows->addWidget(m_referencesHint);
}

void ScalePage::showRows()
{
    const auto scale = chosenIn<Normalisation>(*m_scale);
    m_meaning->setHint(meaningOf(scale));
    m_deviation->setVisible(scale == Normalisation::ZScore);
    m_form->setRowVisible(m_range, scale == Normalisation::MinMax || scale == Normalisation::Goalposts);
    m_form->setRowVisible(m_area, scale == Normalisation::ReferenceDistance);
    m_toNumbers->setVisible(hasReferences(scale));
    m_references->setEnabled(hasReferences(scale));
    const auto [first, second] = referenceNames(scale);
    m_references->setHorizontalHeaderLabels({tr("Indicator"), first, second});
}

void ScalePage::read(const IndexSettings &settings)
{
    const QSignalBlocker quiet(this);
    const ScaleSettings &scale = settings.scale;
    chooseIn(*m_scale, scale.normalisation);
    chooseIn(*m_deviation, scale.standardDeviation);
    m_low->setValue(scale.low);
    m_high->setValue(scale.high);
    m_area->setCurrentIndex(std::max(0, m_area->findData(scale.referenceArea)));
    showReferences(scale);
    showRows();
}

void ScalePage::showReferences(const ScaleSettings &scale)
{
    for (int row = 0; row < m_references->rowCount(); ++row) {
        const auto found = scale.references.find(dataset().indicator(static_cast<size_t>(row)).code);
        const bool isGiven = found != scale.references.end();
        m_references->item(row, 1)->setText(isGiven ? locale().toString(found->second.first, 'g', 12)
                                                    : QString());
        m_references->item(row, 2)->setText(isGiven ? locale().toString(found->second.second, 'g', 12)
                                                    : QString());
    }
}

void ScalePage::write(IndexSettings &settings) const
{
    ScaleSettings &scale = settings.scale;
    scale.normalisation = chosenIn<Normalisation>(*m_scale);
    scale.standardDeviation = chosenIn<StandardDeviation>(*m_deviation);
    scale.low = m_low->value();
    scale.high = m_high->value();
    scale.referenceArea = scale.normalisation == Normalisation::ReferenceDistance
                              ? m_area->currentData().toString()
                              : QString();
    scale.references.clear();
    for (int row = 0; row < m_references->rowCount() && hasReferences(scale.normalisation); ++row) {
        bool isFirst = false;
        bool isSecond = false;
        const ReferenceValues pair{locale().toDouble(m_references->item(row, 1)->text(), &isFirst),
                                   locale().toDouble(m_references->item(row, 2)->text(), &isSecond)};
        if (isFirst && isSecond && isComputableScale(pair.first) && isComputableScale(pair.second))
            scale.references[dataset().indicator(static_cast<size_t>(row)).code] = pair;
    }
}

void ScalePage::showTaken(int row, const std::optional<ReferenceValues> &taken)
{
    const QSignalBlocker quiet(m_references); // it is not typed
    const auto show = [&](int column, double value) {
        m_references->item(row, column)
            ->setData(takenRole, taken ? roundedNumber(value, 2, locale()) : QString());
    };
    show(1, taken ? taken->first : 0);
    show(2, taken ? taken->second : 0);
}

void ScalePage::showResult(const IndexSettings &settings, const IndexResult &result)
{
    int halfTyped = 0;
    for (int row = 0; row < m_references->rowCount(); ++row) {
        const bool isUsed =
            settings.scale.references.contains(dataset().indicator(static_cast<size_t>(row)).code);
        const bool isTyped =
            !m_references->item(row, 1)->text().isEmpty() || !m_references->item(row, 2)->text().isEmpty();
        halfTyped += isTyped && !isUsed ? 1 : 0;
        showTaken(row, result.indicators[static_cast<size_t>(row)].reference);
    }
    const auto scale = chosenIn<Normalisation>(*m_scale);
    const bool hasRange = scale == Normalisation::MinMax || scale == Normalisation::Goalposts;
    if (hasRange && m_low->value() >= m_high->value())
        m_problem->setProblem(tr("The range must rise: write the smaller number first."));
    else if (!result.issues.empty())
        m_problem->setProblem(result.issues.front().message);
    else
        m_problem->setHint({});
    m_problem->setVisible(!m_problem->text().isEmpty());
    if (!hasReferences(scale))
        m_referencesHint->setHint(tr("This scale needs no values: only the order of areas counts."));
    else if (halfTyped > 0)
        m_referencesHint->setProblem(
            tr("%n row(s) without two numbers; they do not count.", nullptr, halfTyped));
    else
        m_referencesHint->setHint(tr("Grey values come from the data. Values typed here are kept, so that "
                                     "later data are scored on the same scale."));
}

} // namespace atlas
