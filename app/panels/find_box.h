#pragma once

#include <QLineEdit>

class QCompleter;
class QStringListModel;

namespace atlas {

class Document;

/// Finds an area by any part of its name, its code or its number on the map.
class FindBox : public QLineEdit
{
    Q_OBJECT

public:
    explicit FindBox(const Document &document, QWidget *parent = nullptr);

signals:
    void areaChosen(size_t area);
    void nothingFound(const QString &text);

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    void rebuild();
    void choose(const QString &text);

    const Document &m_document;
    QStringListModel *m_names;
    QCompleter *m_completer;
    bool m_isOutdated = true; ///< the names are those of older data
};

} // namespace atlas
