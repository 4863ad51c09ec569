#include "app/widgets/copying.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMetaMethod>
#include <QToolTip>
#include <QWidget>

#include <utility>

namespace atlas {

std::vector<CopyWords> copyAsWords()
{
    return {{CopyAs::Table, QStringLiteral("copyAs.table"), Copying::tr("&Table with colours"),
             Copying::tr("Copy the figures with their colours, for a word processor or a spreadsheet")},
            {CopyAs::Values, QStringLiteral("copyAs.values"), Copying::tr("&Values only"),
             Copying::tr("Copy the figures as text with tabs between them")},
            {CopyAs::Picture, QStringLiteral("copyAs.picture"), Copying::tr("&Picture"),
             Copying::tr("Copy a picture at 300 dots an inch")},
            {CopyAs::Drawing, QStringLiteral("copyAs.drawing"), Copying::tr("&Drawing (SVG)"),
             Copying::tr("Copy a drawing that stays sharp at any size")}};
}

Copying::Copying(QWidget &widget, Make make)
    : QObject(&widget), m_widget(widget), m_make(std::move(make)), m_end(new QAction(this))
{
    widget.installEventFilter(this);
    m_end->setSeparator(true);
    widget.addAction(m_end);
    if (widget.contextMenuPolicy() == Qt::DefaultContextMenu)
        widget.setContextMenuPolicy(Qt::ActionsContextMenu);
    // The event filter hears the keys; an action with the same ones would compete with the window's own.
    const QString keys = QKeySequence(QKeySequence::Copy).toString(QKeySequence::NativeText);
    addAction(QStringLiteral("copy"), tr("&Copy") + QLatin1Char('\t') + keys, tr("Copy in the usual form"),
              [this] { copy(); });
    auto *menu = new QMenu(tr("Copy a&s"), &widget);
    for (const CopyWords &words : copyAsWords()) {
        auto *action = new QAction(words.text, menu);
        action->setData(words.name);
        action->setToolTip(words.tip);
        action->setStatusTip(words.tip);
        connect(action, &QAction::triggered, this, [this, as = words.as] { copy(as); });
        menu->addAction(action);
    }
    widget.insertAction(m_end, menu->menuAction());
}

QAction *Copying::addAction(const QString &name, const QString &text, const QString &tip,
                            const std::function<void()> &run)
{
    auto *action = new QAction(text, this);
    action->setData(name);
    action->setToolTip(tip);
    action->setStatusTip(tip);
    connect(action, &QAction::triggered, this, run);
    m_widget.insertAction(m_end, action);
    return action;
}

void Copying::offer(const QString &name, const QString &text, const QString &tip, const Make &make)
{
    addAction(name, text, tip, [this, make] { copy(make, CopyAs::Usual); });
}

Copying *Copying::of(QWidget *widget)
{
    for (QWidget *each = widget; each; each = each->parentWidget())
        if (auto *copying = each->findChild<Copying *>(QString(), Qt::FindDirectChildrenOnly))
            return copying;
    return nullptr;
}

void Copying::copy(CopyAs as)
{
    copy(m_make, as);
}

void Copying::copy(const Make &make, CopyAs as)
{
    const auto what = make();
    if (!what) {
        say(what.error().message);
        return;
    }
    auto data = copiedData(*what, as);
    if (!data) {
        say(data.error().message);
        return;
    }
    const bool isTable =
        as == CopyAs::Table || as == CopyAs::Values || (as == CopyAs::Usual && !what->isPicture);
    QGuiApplication::clipboard()->setMimeData((*data).release()); // the clipboard owns it
    say(isTable                 ? tr("%n row(s) copied", nullptr,
                                     static_cast<int>(what->sheet->table.rowCount() - what->sheet->benchmarks))
        : as == CopyAs::Drawing ? tr("Copied as a drawing")
                                : tr("Copied as a picture"));
}

void Copying::say(const QString &message)
{
    if (isSignalConnected(QMetaMethod::fromSignal(&Copying::said)))
        emit said(message);
    else
        QToolTip::showText(m_widget.mapToGlobal(m_widget.rect().center()), message, &m_widget);
}

/// A widget that takes the keys before the window's own command does acts on itself, as a line edit does.
bool Copying::eventFilter(QObject *watched, QEvent *event)
{
    const bool isOverride = event->type() == QEvent::ShortcutOverride;
    if (!isOverride && event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const auto *key = dynamic_cast<QKeyEvent *>(event);
    if (!key || !key->matches(QKeySequence::Copy))
        return QObject::eventFilter(watched, event);
    event->accept();
    if (!isOverride)
        copy();
    return true;
}

} // namespace atlas
