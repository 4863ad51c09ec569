#include "app/dialogs/messages.h"

#include "core/common/plain_text.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace atlas {

void showError(QWidget *parent, const QString &title, const Error &error)
{
    QMessageBox box(QMessageBox::Warning, title, error.message, QMessageBox::Ok, parent);
    box.setTextFormat(Qt::PlainText);
    if (!error.details.isEmpty())
        box.setDetailedText(error.details);
    box.exec();
}

SaveAnswer askToSave(QWidget *parent, const QString &title, const QString &question)
{
    QMessageBox box(QMessageBox::Question, title, question,
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, parent);
    box.setTextFormat(Qt::PlainText);
    box.setDefaultButton(QMessageBox::Save);
    switch (box.exec()) {
    case QMessageBox::Save:
        return SaveAnswer::Save;
    case QMessageBox::Discard:
        return SaveAnswer::Discard;
    default:
        return SaveAnswer::Cancel;
    }
}

bool askToTakeChanges(QWidget *parent, const QString &title, const QString &project,
                      const QStringList &changes)
{
    constexpr qsizetype most = 6; // the rest stands behind a button
    QMessageBox box(
        QMessageBox::Question, title,
        QCoreApplication::translate("Messages", "The files of %1 have changed since it was saved.")
            .arg(plainLine(project)),
        QMessageBox::Open | QMessageBox::Cancel, parent);
    box.setTextFormat(Qt::PlainText);
    QStringList shown = changes.first(std::min(most, changes.size()));
    if (changes.size() > most) {
        shown << QStringLiteral("\u2026");
        box.setDetailedText(changes.join(QLatin1Char('\n')));
    }
    box.setInformativeText(plainText(shown.join(QLatin1Char('\n'))));
    box.button(QMessageBox::Open)->setText(QCoreApplication::translate("Messages", "&Open as they are now"));
    box.setDefaultButton(QMessageBox::Open);
    return box.exec() == QMessageBox::Open;
}

bool askToReplace(QWidget *parent, const QString &path)
{
    const QString question = QCoreApplication::translate("Messages", "%1 exists already. Replace it?")
                                 .arg(plainLine(QFileInfo(path).fileName()));
    QMessageBox box(QMessageBox::Question, QString(), question, QMessageBox::Yes | QMessageBox::No, parent);
    box.setTextFormat(Qt::PlainText);
    box.setDefaultButton(QMessageBox::No);
    return box.exec() == QMessageBox::Yes;
}

void showText(QWidget *parent, const QString &title, const QString &html)
{
    QMessageBox box(QMessageBox::NoIcon, title, html, QMessageBox::Close, parent);
    box.setTextFormat(Qt::RichText);
    box.exec();
}

} // namespace atlas
