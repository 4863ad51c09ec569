#include "app/dialogs/messages.h"

#include <QMessageBox>

namespace atlas {

void showError(QWidget *parent, const QString &title, const Error &error)
{
    QMessageBox box(QMessageBox::Warning, title, error.message, QMessageBox::Ok, parent);
    box.setTextFormat(Qt::PlainText);
    if (!error.details.isEmpty())
        box.setDetailedText(error.details);
    box.exec();
}

void showText(QWidget *parent, const QString &title, const QString &html)
{
    QMessageBox box(QMessageBox::NoIcon, title, html, QMessageBox::Close, parent);
    box.setTextFormat(Qt::RichText);
    box.exec();
}

} // namespace atlas
