#pragma once

#include <QLineEdit>

class QCompleter;
class QStringListModel;

namespace atlas {

class AtlasState;

/// Finds an area by any part of its name, its code or its number on the map.
class FindBox : public QLineEdit
{
    Q_OBJECT

public:
    explicit FindBox(const AtlasState &state, QWidget *parent = nullptr);

signals:
    void areaChosen(size_t area);
    void nothingFound(const QString &text);

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    void rebuild();
    void choose(const QString &text);

    const AtlasState &m_state;
    QStringListModel *m_names;
    QCompleter *m_completer;
    bool m_isOutdated = true; ///< the names are those of older data
};

} // namespace atlas
