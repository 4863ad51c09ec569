#pragma once

#include <QWidget>

class QLabel;

namespace atlas {

class Snapshot;

/// Where an area's figures come from: for each indicator the value as given, what it measures, its period and
/// its source; then the remarks on the area.
class SourcesPage : public QWidget
{
    Q_OBJECT

public:
    explicit SourcesPage(QWidget *parent = nullptr);

    void show(const Snapshot &now, size_t area);

private:
    QLabel *m_words;
};

} // namespace atlas
