#pragma once

#include <QLabel>

namespace atlas {

/// "What is this?", a small link that opens a page of the help. It can stand beside anything.
class WhatIsThis : public QLabel
{
    Q_OBJECT

public:
    explicit WhatIsThis(const QString &topic, QWidget *parent = nullptr);

    void setTopic(const QString &topic);
    const QString &topic() const { return m_topic; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void showLink();

    QString m_topic;
};

} // namespace atlas
