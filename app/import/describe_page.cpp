#include "app/import/describe_page.h"

#include "app/import/description_form.h"
#include "app/import/histogram_view.h"
#include "app/import/quality_words.h"
#include "app/widgets/hint_label.h"
#include "app/widgets/notice_bar.h"
#include "core/common/number_text.h"
#include "core/dataset/dataset.h"
#include "core/import/describe_columns.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTableView>

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <utility>

namespace atlas {

QString DescribePage::title() const
{
    return tr("Describe");
}

void DescribePage::showDraft(const ImportDraft &draft)
{
    m_draft = draft;
    takeFigures();
    findQualities();
    refreshList();
    if (selected().empty() && m_filter->rowCount() > 0)
        m_list->setCurrentIndex(m_filter->index(0, 0));
    refreshWords();
    refreshDetails();
}

/// Figures can be described before they are joined.
void DescribePage::takeFigures()
{
    m_dataset = m_draft.dataset;
    m_metadata = {};
    if (m_dataset)
        m_metadata = m_dataset->metadata;
    else if (m_draft.table)
        m_metadata = m_draft.table->metadata;
    if (m_dataset || !m_draft.table)
        return;
    if (const auto alone = joinDataset({}, IndicatorFile{*m_draft.table, {}}))
        m_dataset = *alone;
}

/// Of all of them where that takes no time to speak of; otherwise only of the one on show.
void DescribePage::findQualities()
{
    constexpr size_t mostCells = 2000000;
    constexpr size_t mostIndicators = 400;
    if (m_qualitiesOf == m_dataset)
        return;
    m_qualitiesOf = m_dataset;
    m_qualities.clear();
    const size_t count = m_metadata.indicators.size();
    if (!m_qualitiesOf || count > mostIndicators || count * m_qualitiesOf->areas.size() > mostCells)
        return;
    const Dataset &dataset = *m_qualitiesOf;
    for (size_t i = 0; i < count; ++i)
        m_qualities.push_back(qualityOf(dataset, i));
}

QString DescribePage::domainName(const Indicator &indicator) const
{
    const auto *said = findDescription(m_draft.sources.plan.descriptions, indicator.code, indicator.code);
    QString code = said && !said->domain.isEmpty() ? said->domain : indicator.domain;
    for (const Aggregate &aggregate : m_metadata.aggregates)
        if (aggregate.code == code || aggregate.name.compare(code, Qt::CaseInsensitive) == 0)
            return aggregate.name;
    return code;
}

QStringList DescribePage::domainNames() const
{
    QStringList names;
    for (const Indicator &indicator : m_metadata.indicators)
        if (const QString name = domainName(indicator); !name.isEmpty() && !names.contains(name))
            names << name;
    return names;
}

void DescribePage::refreshList()
{
    const std::vector<Indicator> &indicators = m_metadata.indicators;
    std::vector<DescribedIndicator> described;
    described.reserve(indicators.size());
    for (size_t i = 0; i < indicators.size(); ++i)
        described.push_back({indicators[i], domainName(indicators[i]),
                             directionOrigin(m_draft, indicators[i]),
                             m_qualities.empty() ? QString() : qualityBrief(m_qualities[i])});
    m_model->setIndicators(std::move(described));
    hideEmptyColumns();
}

/// A column in which nothing is written only takes room.
void DescribePage::hideEmptyColumns()
{
    for (const int column : {DescribeModel::Domain, DescribeModel::Figures}) {
        bool anyText = false;
        for (int row = 0; row < m_model->rowCount() && !anyText; ++row)
            anyText = !m_model->index(row, column).data().toString().isEmpty();
        m_list->setColumnHidden(column, !anyText);
    }
}

void DescribePage::refreshWords()
{
    const auto count = static_cast<int>(m_model->rowCount());
    m_parts->setVisible(count > 0);
    m_title->setText(count > 0 ? tr("%n indicator(s)", nullptr, count) : tr("There are no indicators yet"));
    if (count == 0)
        m_summary->setHint(m_draft.error
                               ? m_draft.error->message
                               : tr("Choose figures on the first page, and columns on the second."));
    else
        m_summary->setHint(
            tr("Change what the file does not say, or says wrong. Select several to change them "
               "together."));
    QStringList assumed;
    for (const DescribedIndicator &described : m_model->indicators())
        if (described.origin == DirectionOrigin::Assumed)
            assumed << described.indicator.name;
    m_notice->setVisible(!assumed.isEmpty());
    if (assumed.isEmpty())
        return;
    constexpr qsizetype most = 5;
    QString names = QStringList(assumed.mid(0, most)).join(QStringLiteral(", "));
    if (assumed.size() > most)
        names = tr("%1 and others", "names").arg(names);
    m_notice->setNotice(tr("Which way do %n indicator(s) point?", nullptr, static_cast<int>(assumed.size())),
                        tr("Nobody says it, and the names do not tell: %1. Until you decide, a higher "
                           "value is taken as more "
                           "disengaged.")
                            .arg(names));
    m_confirm->setText(assumed.size() == 1 ? tr("&Higher is right") : tr("&Higher is right for all"));
}

std::vector<size_t> DescribePage::selected() const
{
    std::vector<size_t> indicators;
    for (const QModelIndex &index : m_list->selectionModel()->selectedRows())
        indicators.push_back(static_cast<size_t>(m_filter->mapToSource(index).row()));
    std::sort(indicators.begin(), indicators.end());
    return indicators;
}

/// The one on show: the current one, if it is selected.
std::optional<size_t> DescribePage::current() const
{
    const auto indicators = selected();
    if (indicators.empty())
        return {};
    const QModelIndex index = m_filter->mapToSource(m_list->currentIndex());
    const auto row = static_cast<size_t>(std::max(0, index.row()));
    return std::find(indicators.begin(), indicators.end(), row) != indicators.end() ? row
                                                                                    : indicators.front();
}

void DescribePage::select(size_t indicator)
{
    const QModelIndex index =
        m_filter->mapFromSource(m_model->index(static_cast<int>(indicator), DescribeModel::Name));
    if (!index.isValid())
        return;
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
}

void DescribePage::refreshDetails()
{
    const auto indicator = current();
    m_form->setEnabled(indicator.has_value());
    if (!indicator)
        return;
    const DescribedIndicator &described = m_model->indicators()[*indicator];
    m_name->setText(described.indicator.name);
    m_column->setHint(tr("Column %1", "head").arg(described.indicator.code));
    m_column->setVisible(described.indicator.code != described.indicator.name);
    const auto indicators = selected();
    m_form->show(described, domainNames(), static_cast<int>(indicators.size()));
    m_reset->setEnabled(std::any_of(indicators.begin(), indicators.end(), [this](size_t each) {
        const QString &code = m_model->indicators()[each].indicator.code;
        return findDescription(m_draft.sources.plan.descriptions, code, code) != nullptr;
    }));
    refreshFigures(*indicator);
}

void DescribePage::refreshFigures(size_t indicator)
{
    const bool hasFigures = m_dataset && indicator < m_dataset->cells.size();
    for (QWidget *part : std::initializer_list<QWidget *>{m_figures, m_histogram, m_quality})
        part->setVisible(hasFigures);
    const QStringList standIns = this->standIns();
    m_numbers->setVisible(!standIns.isEmpty());
    m_numbers->setText(tr("%1 is a n&umber", "-99").arg(standIns.join(QStringLiteral(", "))));
    if (!hasFigures)
        return;
    const Dataset &dataset = *m_dataset;
    const IndicatorQuality quality =
        m_qualities.empty() ? qualityOf(dataset, indicator) : m_qualities[indicator];
    const Indicator &about = m_model->indicators()[indicator].indicator;
    const auto number = [&](double value) {
        return withUnit(roundedNumber(value, about.decimals, locale()), about.unit);
    };
    m_histogram->show(histogramOf(dataset.column(indicator)), quality.median,
                      {number(quality.least), number(quality.median), number(quality.greatest)});
    const QStringList sentences = qualitySentences(quality, dataset, indicator, about, locale());
    m_quality->setText(sentences.join(QLatin1Char('\n')));
}

/// Numbers of the current indicator that the reader took for missing values, and no person did.
QStringList DescribePage::standIns() const
{
    const auto indicator = current();
    if (!indicator || !m_dataset || *indicator >= m_dataset->cells.size())
        return {};
    const IndicatorQuality quality =
        m_qualities.empty() ? qualityOf(*m_dataset, *indicator) : m_qualities[*indicator];
    QStringList found;
    for (const StandIn &standIn : quality.standIns)
        if (!m_draft.sources.plan.symbols.contains(standIn.typed))
            found << standIn.typed;
    return found;
}

void DescribePage::describe(const std::function<void(ColumnDescription &)> &change, bool isOfOneAlone)
{
    const auto indicator = current();
    if (!indicator)
        return;
    const auto indicators = isOfOneAlone ? std::vector<size_t>{*indicator} : selected();
    const auto before = m_draft.sources.plan;
    for (const size_t each : indicators)
        describeOne(each, change);
    if (m_draft.sources.plan == before)
        return;
    refreshList();
    refreshWords();
    refreshDetails();
    emit planChanged(m_draft.sources.plan);
}

/// In the plan, and on show until the files have been read with it.
void DescribePage::describeOne(size_t indicator, const std::function<void(ColumnDescription &)> &change)
{
    Indicator &shown = m_metadata.indicators[indicator];
    auto &descriptions = m_draft.sources.plan.descriptions;
    const auto known = findHead(descriptions, shown.code);
    const QString head = known == descriptions.end() ? shown.code : known->first;
    ColumnDescription &said = descriptions[head];
    change(said);
    describeIndicator(shown, said);
    if (said == ColumnDescription())
        descriptions.erase(head);
}

/// The person says what was assumed.
void DescribePage::confirmDirections()
{
    for (size_t i = 0; i < m_model->indicators().size(); ++i)
        if (const DescribedIndicator described = m_model->indicators()[i];
            described.origin == DirectionOrigin::Assumed)
            describeOne(i, [&described](ColumnDescription &description) {
                description.direction = described.indicator.direction;
            });
    refreshList();
    refreshWords();
    refreshDetails();
    emit planChanged(m_draft.sources.plan);
}

void DescribePage::takeAsNumbers()
{
    for (const QString &typed : standIns())
        m_draft.sources.plan.symbols.insert(typed, Missing::No);
    refreshDetails();
    emit planChanged(m_draft.sources.plan);
}

/// Back to what the files say, which is known when they have been read again.
void DescribePage::resetSelected()
{
    auto &descriptions = m_draft.sources.plan.descriptions;
    const size_t before = descriptions.size();
    for (const size_t indicator : selected()) {
        const QString &code = m_model->indicators()[indicator].indicator.code;
        if (const auto found = findHead(descriptions, code); found != descriptions.end())
            descriptions.erase(found);
    }
    if (descriptions.size() != before)
        emit planChanged(m_draft.sources.plan);
}

int DescribePage::openQuestions() const
{
    const auto &indicators = m_model->indicators();
    return static_cast<int>(
        std::count_if(indicators.begin(), indicators.end(), [](const DescribedIndicator &described) {
            return described.origin == DirectionOrigin::Assumed;
        }));
}

void DescribePage::showFirstQuestion()
{
    m_find->clear();
    const auto &indicators = m_model->indicators();
    const auto assumed =
        std::find_if(indicators.begin(), indicators.end(), [](const DescribedIndicator &described) {
            return described.origin == DirectionOrigin::Assumed;
        });
    if (assumed == indicators.end()) {
        m_list->setFocus(Qt::OtherFocusReason);
        return;
    }
    select(static_cast<size_t>(assumed - indicators.begin()));
    m_form->focusDirection();
}

/// Enter in a field is no "OK" of the window around it.
void DescribePage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        AssistantPage::keyPressEvent(event);
}

} // namespace atlas
