#pragma once

#include <QWidget>

class QLabel;

namespace atlas {

class Snapshot;

/// How far an area's rank can be trusted, in words, and the way to the draws that say more.
class SurePage : public QWidget
{
    Q_OBJECT

public:
    explicit SurePage(QWidget *parent = nullptr);

    void show(const Snapshot &now, size_t area);

signals:
    void drawsAsked();

private:
    QLabel *m_words;
};

} // namespace atlas
