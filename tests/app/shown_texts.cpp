#include "tests/app/shown_texts.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QGraphicsTextItem>
#include <QGraphicsView>
#include <QGroupBox>
#include <QLabel>
#include <QTabBar>
#include <QTextDocument>

namespace atlas::test {

namespace {

void collect(const QAbstractItemModel &model, ShownTexts &texts, const QModelIndex &parent = {})
{
    for (int row = 0; row < model.rowCount(parent); ++row)
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            for (const int role : {Qt::ToolTipRole, Qt::StatusTipRole, Qt::WhatsThisRole})
                texts.guess(index.data(role).toString());
            collect(model, texts, index);
        }
    for (const Qt::Orientation orientation : {Qt::Horizontal, Qt::Vertical})
        for (int section = 0; section < model.columnCount() && !parent.isValid(); ++section)
            for (const int role : {Qt::ToolTipRole, Qt::StatusTipRole, Qt::WhatsThisRole})
                texts.guess(model.headerData(section, orientation, role).toString());
}

} // namespace

void collect(const QWidget &widget, ShownTexts &texts)
{
    for (const QString &tip : {widget.toolTip(), widget.statusTip(), widget.whatsThis()})
        texts.guess(tip);
    for (const QAction *action : widget.actions()) {
        texts.guess(action->toolTip());
        texts.withKeys << action->text();
    }
    if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        if (label->textFormat() == Qt::AutoText)
            texts.guess(label->text());
        else if (label->textFormat() == Qt::RichText)
            texts.html << label->text();
        if (label->buddy())
            texts.withKeys << label->text();
        if (label->textFormat() == Qt::PlainText)
            texts.seen.insert(label->text());
    }
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        texts.withKeys << button->text();
    if (const auto *group = qobject_cast<const QGroupBox *>(&widget))
        texts.withKeys << group->title();
    if (const auto *bar = qobject_cast<const QTabBar *>(&widget))
        for (int tab = 0; tab < bar->count(); ++tab) {
            texts.withKeys << bar->tabText(tab);
            texts.guess(bar->tabToolTip(tab));
        }
    if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget); view && view->model())
        collect(*view->model(), texts);
    if (const auto *box = qobject_cast<const QComboBox *>(&widget))
        collect(*box->model(), texts);
    if (const auto *view = qobject_cast<const QGraphicsView *>(&widget))
        for (const QGraphicsItem *item : view->scene()->items())
            if (const auto *text = dynamic_cast<const QGraphicsTextItem *>(item)) {
                texts.html << text->toHtml().section("<body", 1);
                texts.seen.insert(text->toPlainText());
            }
}

QString asRead(const QString &text)
{
    if (!Qt::mightBeRichText(text))
        return text;
    QTextDocument document;
    document.setHtml(text);
    return document.toPlainText();
}

} // namespace atlas::test
