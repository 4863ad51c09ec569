#include "app/panels/members_page.h"

#include "app/widgets/figure_table.h"
#include "core/aggregation/smaller_areas.h"
#include "core/common/number_text.h"
#include "core/index/figure_text.h"
#include "core/index/member_table.h"
#include "core/snapshot/snapshot.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <span>

namespace atlas {

namespace {

constexpr qsizetype mostNamed = 12;
constexpr size_t mostListed = 200;

QString summary(const SmallerAreas &smaller, const LargerArea &larger)
{
    QString text =
        MembersPage::tr("Added up from %n area(s)", nullptr, static_cast<int>(larger.members.size()));
    if (const auto both = static_cast<int>(larger.overlapping()); both > 0)
        text += MembersPage::tr(", of which %n is (are) in other larger areas as well", nullptr, both);
    text += smaller.members == MembersCount::Whole
                ? MembersPage::tr("; each counts whole. ")
                : MembersPage::tr("; each counts with the part of it that is here. ");
    return text + MembersPage::tr("Which areas are part of which comes from %1.").arg(smaller.lookup);
}

QString withoutFigures(const LargerArea &larger)
{
    if (larger.absent.empty())
        return {};
    QStringList names;
    for (const AbsentMember &absent : larger.absent)
        if (names.size() < mostNamed)
            names << (absent.name.isEmpty() ? absent.code.text : absent.name);
    if (static_cast<qsizetype>(larger.absent.size()) > mostNamed)
        names << QStringLiteral("…");
    return MembersPage::tr("Without figures: %1.").arg(names.join(QStringLiteral(", ")));
}

QString nameText(const IndicatorRow &row, const AreaMember &member, const QLocale &locale)
{
    const QString name = row.name.isEmpty() ? row.code.text : row.name;
    if (member.share < 1)
        return MembersPage::tr("%1 (%2 of it)", "name, per cent")
            .arg(name, shareText(member.share, 0, locale));
    return member.isElsewhere ? MembersPage::tr("%1 (also elsewhere)").arg(name) : name;
}

const AreaMember &memberOf(const LargerArea &larger, size_t row)
{
    return *std::find_if(larger.members.begin(), larger.members.end(),
                         [row](const AreaMember &member) { return member.row == row; });
}

} // namespace

MembersPage::MembersPage(QWidget *parent)
    : QWidget(parent), m_words(new QLabel(this)), m_indicators(new QComboBox(this)),
      m_table(newFigureTable({tr("Area"), tr("Value"), tr("Rank here"), tr("Rank of all")}, "membersTable",
                             tr("The smaller areas that the area was added up from"))),
      m_absent(new QLabel(this))
{
    m_words->setObjectName(QStringLiteral("membersWords"));
    m_absent->setObjectName(QStringLiteral("membersAbsent"));
    for (QLabel *label : {m_words, m_absent}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    m_indicators->setObjectName(QStringLiteral("membersIndicator"));
    m_indicators->setAccessibleName(tr("Indicator"));
    m_indicators->setToolTip(tr("The indicator whose figures are listed; rank 1 is the most disengaged"));
    m_indicators->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(10, 10, 8, 8);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_words, m_indicators, m_table, m_absent})
        rows->addWidget(widget);
    rows->addStretch(1);
    connect(m_indicators, &QComboBox::activated, this, &MembersPage::indicatorChosen);
}

void MembersPage::show(const Snapshot &now, size_t area)
{
    const auto &smaller = now.dataset()->smallerAreas;
    const bool hasMembers = smaller && !smaller->larger[area].members.empty();
    m_indicators->setVisible(hasMembers && now.dataset()->indicatorCount() > 1);
    m_table->setVisible(hasMembers);
    m_table->setRowCount(0);
    m_absent->setText(smaller ? withoutFigures(smaller->larger[area]) : QString());
    m_absent->setVisible(!m_absent->text().isEmpty());
    if (!hasMembers) {
        m_words->setText(tr("This area was not added up from smaller ones."));
        return;
    }
    m_words->setText(summary(*smaller, smaller->larger[area]));
    fillIndicators(now);
    addMembers(now, area, static_cast<size_t>(std::max(0, m_indicators->currentIndex())));
}

void MembersPage::fillIndicators(const Snapshot &now)
{
    QStringList names;
    for (const Indicator &indicator : now.dataset()->metadata.indicators)
        names << indicator.name;
    QStringList shown;
    for (int i = 0; i < m_indicators->count(); ++i)
        shown << m_indicators->itemText(i);
    if (names == shown)
        return;
    const QSignalBlocker blocker(m_indicators);
    m_indicators->clear();
    m_indicators->addItems(names);
    m_indicators->setCurrentIndex(
        static_cast<int>(now.dataset()->findIndicator(now.shown().code).value_or(0)));
}

void MembersPage::addMembers(const Snapshot &now, size_t area, size_t indicator)
{
    const Dataset &dataset = *now.dataset();
    const std::vector<MemberRank> members = memberRanks(dataset, area, indicator);
    const auto ranked = std::count_if(members.begin(), members.end(),
                                      [](const MemberRank &member) { return member.rankWithin > 0; });
    const std::vector<IndicatorRow> &rows = dataset.smallerAreas->table.rows;
    const auto rankedOfAll = std::count_if(rows.begin(), rows.end(), [indicator](const IndicatorRow &row) {
        return row.kind == RowKind::Area && !row.cells[indicator].isMissing();
    });
    const auto place = [&](int rank, ptrdiff_t of) {
        return rank > 0 ? tr("%1 of %2").arg(locale().toString(rank), locale().toString(of))
                        : rankText(0, locale());
    };
    const size_t listed = std::min(members.size(), mostListed);
    for (const MemberRank &member : std::span(members).first(listed)) {
        const IndicatorRow &row = rows[member.row];
        const CellValue &cell = row.cells[indicator];
        addFigureRow(*m_table,
                     {nameText(row, memberOf(dataset.smallerAreas->larger[area], member.row), locale()),
                      cell.isMissing() && !cell.typed.isEmpty()
                          ? cell.typed
                          : figureText(cell.number, dataset.indicator(indicator), locale()),
                      place(member.rankWithin, ranked), place(member.rankOfAll, rankedOfAll)},
                     m_table->columnCount());
    }
    fitHeightToRows(*m_table);
    if (listed < members.size())
        m_words->setText(m_words->text() + QLatin1Char(' ')
                         + tr("The %1 most disengaged are listed.").arg(locale().toString(listed)));
}

} // namespace atlas
