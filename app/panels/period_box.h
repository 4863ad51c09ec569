#pragma once

#include <QComboBox>
#include <QString>

namespace atlas {

class Document;

/// Chooses which of several periods of the figures is on show.
class PeriodBox : public QComboBox
{
    Q_OBJECT

public:
    explicit PeriodBox(const Document &document, QWidget *parent = nullptr);

    /// Whether the figures on show have several.
    bool canChoose() const;

signals:
    void periodAsked(const QString &period);

private:
    void showState();

    const Document &m_document;
};

} // namespace atlas
