#pragma once

#include "app/workspace/search_item.h"

#include <QLineEdit>

#include <vector>

class QCompleter;
class QStandardItemModel;

namespace atlas {

/// Finds areas, indicators and commands by any part of their words, areas also by code or number on the map.
class SearchBox : public QLineEdit
{
    Q_OBJECT

public:
    /// `items` is asked when somebody starts to type.
    explicit SearchBox(std::function<std::vector<SearchItem>()> items, QWidget *parent = nullptr);

    /// Before the items change.
    void forget();

    QSize sizeHint() const override;

signals:
    void nothingFound(const QString &text);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Candidate
    {
        SearchItem item;
        QString folded; ///< its text, as compared
        QString words;  ///< the same, each word after a space
        QStringList foldedOthers;
    };

    void gather();
    void offer();
    std::vector<size_t> matches(const QString &typed) const;
    void choose(size_t candidate);

    std::function<std::vector<SearchItem>()> m_items;
    std::vector<Candidate> m_candidates;
    bool m_hasGathered = false;
    QStandardItemModel *m_offered;
    QCompleter *m_completer;
};

} // namespace atlas
