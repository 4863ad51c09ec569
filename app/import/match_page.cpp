#include "app/import/match_page.h"

#include "app/import/match_decisions.h"
#include "app/import/match_filter.h"
#include "app/import/match_words.h"
#include "app/import/pairs_dialog.h"
#include "app/state/preferences.h"
#include "app/widgets/hint_label.h"
#include "app/widgets/notice_bar.h"
#include "core/dataset/alias_file.h"
#include "core/dataset/match_areas.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSet>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace atlas {

namespace {

bool isEnter(const QKeyEvent &key)
{
    return key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
}

/// What is remembered from now on: the new pairs last, and of one name the newest alone.
std::vector<RememberedPair> withPairs(std::vector<RememberedPair> known,
                                      const std::vector<RememberedPair> &accepted)
{
    QSet<QString> now;
    for (const RememberedPair &pair : accepted)
        now.insert(aliasKey(pair.figures));
    std::erase_if(known, [&now](const RememberedPair &pair) { return now.contains(aliasKey(pair.figures)); });
    known.insert(known.end(), accepted.begin(), accepted.end());
    return known;
}

} // namespace

QString MatchPage::title() const
{
    return tr("Match");
}

void MatchPage::showDraft(const ImportDraft &draft)
{
    const bool isOther =
        draft.sources.indicators != m_figureFile || draft.sources.boundaries != m_boundaryFile;
    m_figureFile = draft.sources.indicators;
    m_boundaryFile = draft.sources.boundaries;
    m_plan = draft.sources.plan;
    const auto selected = isOther ? std::vector<size_t>() : selectedIn(m_rows);
    const int number = selected.size() == 1 ? m_sides.rows[selected.front()].row : 0;
    takeSides(draft);
    m_error->setVisible(draft.error.has_value());
    if (draft.error)
        m_error->setNotice(tr("The files cannot be used together yet"), draft.error->message);
    findLikely();
    refresh();
    const auto same = std::find_if(m_sides.rows.begin(), m_sides.rows.end(),
                                   [number](const RowJoin &row) { return number > 0 && row.row == number; });
    if (same != m_sides.rows.end())
        select(m_rows, static_cast<size_t>(same - m_sides.rows.begin()));
}

void MatchPage::takeSides(const ImportDraft &draft)
{
    for (const Side *side : {&m_rows, &m_areas, &m_joined})
        side->model->setSides(nullptr);
    MatchSides before = std::exchange(m_sides, {});
    m_sides.matches = m_plan.matches;
    if (draft.dataset && draft.dataset->hasMap() && draft.dataset->joinReport) {
        m_sides.boundaries = draft.dataset->boundaries;
        m_sides.rows = draft.dataset->joinReport->rows;
    } else if (!draft.dataset && draft.table && draft.shapes && draft.shapes->size() > 0) {
        m_sides.boundaries = draft.shapes;
        m_sides.rows = reportJoin(*draft.shapes, *draft.table, m_plan.matches);
    }
    // Until they are found anew, the likely pairs are those of before.
    const bool areSame = before.boundaries && m_sides.boundaries
                         && before.boundaries->areas == m_sides.boundaries->areas
                         && before.rows.size() == m_sides.rows.size();
    if (!areSame)
        return;
    const std::vector<size_t> free = m_sides.freeAreas();
    std::erase_if(before.likely, [&free](const LikelyPair &pair) {
        return !std::binary_search(free.begin(), free.end(), pair.area);
    });
    m_sides.likely = std::move(before.likely);
}

/// At once where that takes no time to speak of.
void MatchPage::findLikely()
{
    m_finding.cancel();
    if (!m_sides.boundaries)
        return;
    const auto remembered = Preferences().rememberedPairs();
    constexpr size_t few = 3000;
    if (m_sides.rows.size() + m_sides.boundaries->size() <= few) {
        m_sides.likely = likelyPairs(*m_sides.boundaries, m_sides.rows, remembered);
        return;
    }
    m_finding.start([boundaries = m_sides.boundaries, rows = m_sides.rows,
                     remembered](Progress &) { return likelyPairs(*boundaries, rows, remembered); },
                    [this](const std::vector<LikelyPair> &likely) {
                        m_sides.likely = likely;
                        refresh();
                        emit questionsChanged();
                    });
}

void MatchPage::refresh()
{
    const bool hasSides = m_sides.boundaries != nullptr;
    for (const Side *side : {&m_rows, &m_areas, &m_joined})
        side->model->setSides(hasSides ? &m_sides : nullptr);
    refreshColumns();
    refreshWords();
    refreshKinds();
    refreshButtons();
}

void MatchPage::refreshWords()
{
    const bool hasSides = m_sides.boundaries != nullptr;
    m_parts->setVisible(hasSides);
    m_find->setVisible(hasSides);
    if (!hasSides) {
        m_title->setText(m_boundaryFile.isEmpty() ? tr("There are no boundaries to match with")
                                                  : tr("There is nothing to match yet"));
        m_summary->setHint(m_boundaryFile.isEmpty() ? tr(
                               "The figures are shown without a map. Choose boundaries on the first page "
                               "to have one.")
                                                    : tr("Both files have to be read first."));
        return;
    }
    m_title->setText(matchTitle(m_sides));
    m_summary->setHint(matchSummary(m_sides));
    const int rows = m_rows.model->rowCount();
    const int areas = m_areas.model->rowCount();
    m_rows.head->setText(tr("Only in the table: %n row(s)", nullptr, rows));
    m_areas.head->setText(tr("Only in the boundaries: %n area(s)", nullptr, areas));
    m_joined.head->setText(tr("Settled: %n row(s)", nullptr, m_joined.model->rowCount()));
    m_open->setVisible(rows > 0 || areas > 0);
    m_decided->setVisible(m_joined.model->rowCount() > 0 || !m_plan.matches.empty());
    const auto sure = static_cast<int>(surePairs(m_sides).size());
    m_joinAll->setText(sure > 0 ? tr("Join &all likely (%1)").arg(sure) : tr("Join &all likely"));
}

/// "All", and the kinds of rows that there are.
void MatchPage::refreshKinds()
{
    const QSignalBlocker quiet(m_kinds);
    const int chosen = m_kinds->currentData().toInt();
    m_kinds->clear();
    m_kinds->addItem(tr("All rows"), 0);
    const auto add = [this](MatchModel::Kind kind, const QString &text) {
        if (const int count = m_joined.model->countOf(kind); count > 0)
            m_kinds->addItem(text.arg(count), static_cast<int>(kind));
    };
    add(MatchModel::Accepted, tr("Decided by you (%1)"));
    add(MatchModel::NotByCode, tr("Joined, but not by the same code (%1)"));
    add(MatchModel::InDoubt, tr("Joined, but something differs (%1)"));
    add(MatchModel::Doubled, tr("Several rows of one area (%1)"));
    add(MatchModel::NotAnArea, tr("Not taken as areas (%1)"));
    m_kinds->setCurrentIndex(std::max(0, m_kinds->findData(chosen)));
    m_joined.filter->setKinds(m_kinds->currentData().toInt());
}

/// A column in which nothing is written only takes room.
void MatchPage::refreshColumns()
{
    const auto hideEmpty = [](const Side &side, int column) {
        bool anyText = false;
        for (int row = 0; row < side.model->rowCount() && !anyText; ++row)
            anyText = !side.model->index(row, column).data().toString().isEmpty();
        side.view->setColumnHidden(column, !anyText);
    };
    for (const Side *side : {&m_rows, &m_joined})
        for (const int column : {MatchModel::Name, MatchModel::Code})
            hideEmpty(*side, column);
    hideEmpty(m_rows, MatchModel::Likely);
    hideEmpty(m_rows, MatchModel::Why);
    hideEmpty(m_areas, MatchModel::AreaName);
    hideEmpty(m_areas, MatchModel::AreaCodeColumn);
}

void MatchPage::refreshButtons()
{
    const auto rows = selectedIn(m_rows);
    const auto pairs = std::count_if(rows.begin(), rows.end(), [this](size_t row) { return areaFor(row); });
    m_join->setEnabled(!rows.empty() && pairs == static_cast<std::ptrdiff_t>(rows.size()));
    m_apart->setEnabled(
        std::any_of(rows.begin(), rows.end(), [this](size_t row) { return m_sides.likelyOf(row); }));
    m_joinAll->setEnabled(!surePairs(m_sides).empty());
    const auto joined = selectedIn(m_joined);
    m_undo->setEnabled(std::any_of(joined.begin(), joined.end(), [this](size_t row) {
        return m_sides.rows[row].fate == RowFate::Joined || m_sides.decided(row);
    }));
    const auto area = rows.size() == 1 ? areaFor(rows.front()) : std::nullopt;
    if (area)
        m_pair->setHint(pairText(m_sides, rows.front(), *area));
    else if (rows.size() > 1)
        m_pair->setHint(tr("%n row(s) are selected.", nullptr, static_cast<int>(rows.size())));
    else
        m_pair->setHint(rows.empty() ? tr("Select a row to see which area it may be.")
                                     : tr("Select the area that this row is of."));
}

std::vector<size_t> MatchPage::selectedIn(const Side &side) const
{
    std::vector<size_t> items;
    for (const QModelIndex &index : side.view->selectionModel()->selectedRows())
        items.push_back(side.model->itemAt(side.filter->mapToSource(index).row()));
    std::sort(items.begin(), items.end());
    return items;
}

void MatchPage::select(const Side &side, size_t item)
{
    const int row = side.model->rowOf(item);
    const QModelIndex index = row < 0 ? QModelIndex() : side.filter->mapFromSource(side.model->index(row, 0));
    if (!index.isValid())
        return;
    side.view->setCurrentIndex(index.siblingAtColumn(side.view->isColumnHidden(0) ? 1 : 0));
    side.view->scrollTo(side.view->currentIndex());
}

std::optional<size_t> MatchPage::areaFor(size_t row) const
{
    const auto areas = selectedIn(m_areas);
    if (selectedIn(m_rows).size() == 1 && areas.size() == 1)
        return areas.front();
    const LikelyPair *pair = m_sides.likelyOf(row);
    return pair ? std::optional(pair->area) : std::nullopt;
}

/// The area that the selected row may be stands ready on the other side.
void MatchPage::showLikelyArea()
{
    const auto rows = selectedIn(m_rows);
    const LikelyPair *pair = rows.size() == 1 ? m_sides.likelyOf(rows.front()) : nullptr;
    m_areas.view->clearSelection();
    if (pair)
        select(m_areas, pair->area);
    refreshButtons();
}

void MatchPage::joinSelected()
{
    if (!m_join->isEnabled())
        return;
    MatchDecisions decisions(m_sides);
    std::vector<RememberedPair> accepted;
    const auto rows = selectedIn(m_rows);
    std::vector<std::pair<size_t, size_t>> pairs;
    for (const size_t row : rows)
        if (const auto area = areaFor(row))
            pairs.emplace_back(row, *area);
    for (const auto &pair : pairs) {
        if (decisions.join(pair.first, pair.second))
            accepted.push_back(decisions.remembered(pair.first, pair.second));
    }
    decide(accepted);
}

void MatchPage::joinAllLikely()
{
    MatchDecisions decisions(m_sides);
    std::vector<RememberedPair> accepted;
    for (const LikelyPair &pair : surePairs(m_sides)) {
        if (decisions.join(pair.row, pair.area))
            accepted.push_back(decisions.remembered(pair.row, pair.area));
    }
    decide(accepted);
}

void MatchPage::keepApart()
{
    MatchDecisions decisions(m_sides);
    for (const size_t row : selectedIn(m_rows))
        decisions.keepApart(row);
    decide({});
}

/// What was accepted here is not offered again with other files, either.
void MatchPage::undo()
{
    if (!m_undo->isEnabled())
        return;
    MatchDecisions decisions(m_sides);
    auto remembered = Preferences().rememberedPairs();
    for (const size_t row : selectedIn(m_joined)) {
        const RowJoin &join = m_sides.rows[row];
        if (join.fate == RowFate::Joined && join.area)
            std::erase(remembered, decisions.remembered(row, *join.area));
        if (join.fate == RowFate::Joined || m_sides.decided(row))
            decisions.undo(row);
    }
    Preferences().setRememberedPairs(remembered);
    decide({});
}

/// Shows what was decided, and says so.
void MatchPage::decide(const std::vector<RememberedPair> &accepted)
{
    if (!accepted.empty())
        Preferences().setRememberedPairs(withPairs(Preferences().rememberedPairs(), accepted));
    const int next = m_rows.view->currentIndex().row();
    m_plan.matches = m_sides.matches;
    refresh();
    if (const int last = m_rows.filter->rowCount() - 1; last >= 0 && next >= 0) {
        const int row = std::min(next, last);
        select(m_rows, m_rows.model->itemAt(m_rows.filter->mapToSource(m_rows.filter->index(row, 0)).row()));
    }
    emit planChanged(m_plan);
}

void MatchPage::showPairs()
{
    auto *dialog =
        new PairsDialog(m_plan.matches, Preferences().rememberedPairs(), m_sides.boundaries.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        Preferences().setRememberedPairs(dialog->remembered());
        if (dialog->matches() == m_plan.matches)
            return;
        m_plan.matches = dialog->matches();
        emit planChanged(m_plan);
    });
    dialog->open();
}

int MatchPage::openQuestions() const
{
    if (!m_sides.boundaries)
        return 0;
    const bool anyJoined = std::any_of(m_sides.rows.begin(), m_sides.rows.end(),
                                       [](const RowJoin &row) { return row.fate == RowFate::Joined; });
    return std::max(openPairs(m_sides), anyJoined ? 0 : 1);
}

void MatchPage::showFirstQuestion()
{
    m_find->clear();
    for (const LikelyPair &pair : m_sides.likely)
        if (m_sides.likelyOf(pair.row) && !pair.isOfOtherKind) {
            select(m_rows, pair.row);
            break;
        }
    m_rows.view->setFocus();
}

/// Enter in a field is no "OK" of the window around it.
void MatchPage::keyPressEvent(QKeyEvent *event)
{
    if (!isEnter(*event))
        AssistantPage::keyPressEvent(event);
}

/// Enter joins and Delete takes back; neither goes on to the window's own button.
bool MatchPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto &key = dynamic_cast<const QKeyEvent &>(*event);
        const bool isOpenSide = watched == m_rows.view || watched == m_areas.view;
        if (isEnter(key) && isOpenSide)
            joinSelected();
        else if (key.key() == Qt::Key_Delete && watched == m_joined.view)
            undo();
        else if (key.key() == Qt::Key_Delete && watched == m_rows.view && m_apart->isEnabled())
            keepApart();
        else
            return AssistantPage::eventFilter(watched, event);
        return true;
    }
    return AssistantPage::eventFilter(watched, event);
}

} // namespace atlas
