#pragma once

#include <QFrame>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace atlas {

/// A bar with something a person should know before they go on, and what can be done about it.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);

    /// A few words, and a sentence under them.
    void setNotice(const QString &title, const QString &text);
    QString title() const;
    QString text() const;
    /// Buttons stand from left to right.
    QPushButton *addButton(const QString &text, const char *name, const QString &tip);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QBoxLayout *m_row;
    QLabel *m_title;
    QLabel *m_text;
};

} // namespace atlas
