#include "app/workspace/search_box.h"

#include "core/indicators/name_matching.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>
#include <utility>

namespace atlas {

namespace {

constexpr int candidateRole = Qt::UserRole;
constexpr int kindRole = Qt::UserRole + 1;

/// The words at the left and what kind of thing it is at the right.
class ItemDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QString kind = index.data(kindRole).toString();
        constexpr int gap = 10;
        const int room = option.fontMetrics.horizontalAdvance(kind) + gap;
        QStyledItemDelegate::paint(painter, option, index);
        const bool isChosen = (option.state & QStyle::State_Selected) != 0;
        painter->setPen(
            option.palette.color(isChosen ? QPalette::HighlightedText : QPalette::PlaceholderText));
        painter->drawText(option.rect.adjusted(option.rect.width() - room, 0, -gap / 2, 0),
                          Qt::AlignRight | Qt::AlignVCenter, kind);
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index).expandedTo({0, option.fontMetrics.height() + 8});
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const int room = option->rect.width()
                         - option->fontMetrics.horizontalAdvance(index.data(kindRole).toString()) - 24;
        option->text = option->fontMetrics.elidedText(option->text, Qt::ElideRight, std::max(room, 40));
    }
};

constexpr int noFit = 4;

/// How well words fit what was typed: 0 the same, 1 begins so, 2 a word begins so, 3 contains it, 4 not at
/// all.
int fitOf(const QString &whole, const QString &words, const QString &typed)
{
    if (whole == typed)
        return 0;
    if (whole.startsWith(typed))
        return 1;
    if (words.contains(QLatin1Char(' ') + typed))
        return 2;
    return whole.contains(typed) ? 3 : noFit;
}

/// The words of a name, each as it is compared, each after a space.
QString foldedWords(const QString &name)
{
    QString words;
    for (const QString &word : name.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        words += QLatin1Char(' ') + foldName(word);
    return words;
}

} // namespace

SearchBox::SearchBox(std::function<std::vector<SearchItem>()> items, QWidget *parent)
    : QLineEdit(parent), m_items(std::move(items)), m_offered(new QStandardItemModel(this)),
      m_completer(new QCompleter(m_offered, this))
{
    setObjectName(QStringLiteral("find"));
    setPlaceholderText(tr("Find an area, an indicator, a command"));
    setAccessibleName(tr("Find an area, an indicator or a command"));
    setToolTip(tr("Type part of a name; for an area its code or its number will do, too (Ctrl+F)"));
    setClearButtonEnabled(true);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(12);
    m_completer->popup()->setItemDelegate(new ItemDelegate(m_completer->popup()));
    m_completer->setWidget(this);
    connect(this, &QLineEdit::textEdited, this, &SearchBox::offer);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) { choose(index.data(candidateRole).toULongLong()); });
}

/// Room for what it says it finds.
QSize SearchBox::sizeHint() const
{
    constexpr int edges = 44;
    return {fontMetrics().horizontalAdvance(placeholderText()) + edges, QLineEdit::sizeHint().height()};
}

void SearchBox::forget()
{
    m_hasGathered = false;
    m_candidates.clear();
    m_offered->clear();
}

/// Tens of thousands of names take a while, so they wait until somebody types.
void SearchBox::gather()
{
    if (std::exchange(m_hasGathered, true))
        return;
    for (SearchItem &item : m_items()) {
        QStringList others;
        for (const QString &other : std::as_const(item.others))
            others << foldName(other);
        const QString folded = foldName(item.text);
        const QString words = foldedWords(item.text);
        m_candidates.push_back({std::move(item), folded, words, others});
    }
}

/// The best first; those that fit alike in the order they were given.
std::vector<size_t> SearchBox::matches(const QString &typed) const
{
    constexpr size_t most = 50;
    std::vector<std::vector<size_t>> byFit(noFit);
    for (size_t i = 0; i < m_candidates.size(); ++i) {
        const Candidate &candidate = m_candidates[i];
        if (candidate.item.canRun && !candidate.item.canRun())
            continue;
        const int fit =
            candidate.foldedOthers.contains(typed) ? 0 : fitOf(candidate.folded, candidate.words, typed);
        if (fit < noFit)
            byFit[static_cast<size_t>(fit)].push_back(i);
    }
    std::vector<size_t> found;
    for (const auto &alike : byFit)
        found.insert(found.end(), alike.begin(), alike.end());
    found.resize(std::min(found.size(), most));
    return found;
}

void SearchBox::offer()
{
    gather();
    m_offered->clear();
    const QString typed = foldName(text());
    if (typed.isEmpty()) {
        m_completer->popup()->hide();
        return;
    }
    for (const size_t i : matches(typed)) {
        auto *row = new QStandardItem(m_candidates[i].item.text);
        row->setData(QVariant::fromValue<qulonglong>(i), candidateRole);
        row->setData(m_candidates[i].item.kind, kindRole);
        m_offered->appendRow(row);
    }
    m_completer->complete();
}

void SearchBox::choose(size_t candidate)
{
    if (candidate >= m_candidates.size())
        return;
    const auto run = m_candidates[candidate].item.run;
    QMetaObject::invokeMethod(this, "clear",
                              Qt::QueuedConnection); // the completer writes its own text after this
    run();
}

/// Escape clears what is typed before it means anything to the window.
bool SearchBox::event(QEvent *event)
{
    const auto *press =
        event->type() == QEvent::ShortcutOverride ? dynamic_cast<const QKeyEvent *>(event) : nullptr;
    if (press && press->key() == Qt::Key_Escape && !text().isEmpty()) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void SearchBox::keyPressEvent(QKeyEvent *event)
{
    const QAbstractItemView *list = m_completer->popup();
    if (list->isVisible() && list->selectionModel()->hasSelection()) {
        event->ignore(); // the list takes what is chosen there
        return;
    }
    const bool isEntered = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEntered && !text().trimmed().isEmpty()) {
        m_completer->popup()->hide();
        gather();
        const auto found = matches(foldName(text()));
        if (found.empty())
            emit nothingFound(text());
        else
            choose(found.front());
        return;
    }
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        m_completer->popup()->hide();
        return;
    }
    if (event->key() == Qt::Key_Down && !text().isEmpty()) {
        offer();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace atlas
