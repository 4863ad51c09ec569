#pragma once

#include <QTextBrowser>

#include <functional>

namespace atlas {

/// Shows pages of Markdown by topic, with a history, and lays them out to be read. Links to other pages stay
/// inside; links to the web open in the desktop's browser when they are clicked.
class HelpBrowser : public QTextBrowser
{
    Q_OBJECT

public:
    /// `textOf` gives the Markdown of a topic.
    explicit HelpBrowser(std::function<QString(const QString &topic)> textOf, QWidget *parent = nullptr);

    void showTopic(const QString &topic);
    QString topic() const; ///< the page on show; empty at first

signals:
    void topicShown(const QString &topic);

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void changeEvent(QEvent *event) override;

private:
    void follow(const QUrl &link);
    void layOut();

    std::function<QString(const QString &topic)> m_textOf;
};

} // namespace atlas
