#pragma once

#include <QCoreApplication>
#include <QDialog>
#include <QEvent>
#include <QMetaObject>
#include <QPointer>

#include <functional>
#include <utility>

namespace atlas::test {

/// Answers every dialog that holds up the window, as it appears.
class Answering : public QObject
{
public:
    explicit Answering(std::function<void(QDialog &)> answer) : m_answer(std::move(answer))
    {
        QCoreApplication::instance()->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        auto *dialog = event->type() == QEvent::Show ? qobject_cast<QDialog *>(watched) : nullptr;
        if (dialog && dialog->isModal()) // answered once it handles events of its own
            QMetaObject::invokeMethod(
                this,
                [this, shown = QPointer(dialog)] {
                    if (shown)
                        m_answer(*shown);
                },
                Qt::QueuedConnection);
        return false;
    }

private:
    std::function<void(QDialog &)> m_answer;
};

} // namespace atlas::test
