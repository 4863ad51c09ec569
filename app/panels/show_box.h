#pragma once

#include <QComboBox>

namespace atlas {

class Document;

/// Chooses what the map shows: the index or one of the indicators.
class ShowBox : public QComboBox
{
    Q_OBJECT

public:
    explicit ShowBox(const Document &document, QWidget *parent = nullptr);

signals:
    void shownAsked(const QString &code, const QString &name);

private:
    void rebuild();
    void showState();

    const Document &m_document;
};

} // namespace atlas
