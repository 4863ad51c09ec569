#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace atlas {

class Document;
class SelectedAreas;

/// What would move the current area, and which values are tried.
class WhatIfPage : public QWidget
{
    Q_OBJECT

public:
    WhatIfPage(const Document &document, const SelectedAreas &areas, QWidget *parent = nullptr);

    void show();

signals:
    void endAsked(); ///< every tried value should go

private:
    const Document &m_document;
    QLabel *m_tried;
    QPushButton *m_end;
};

} // namespace atlas
