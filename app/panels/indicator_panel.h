#pragma once

#include "core/index/index_settings.h"

#include <QWidget>

class QTreeWidget;
class QTreeWidgetItem;

namespace atlas {

class Document;

/// The indicators by domain, each with a box that switches it on or off; a domain's box has three states.
/// It asks for new settings and shows those of the document.
class IndicatorPanel : public QWidget
{
    Q_OBJECT

public:
    explicit IndicatorPanel(const Document &document, QWidget *parent = nullptr);

signals:
    /// A person switched something; `text` says what, for the undo menu.
    void settingsAsked(const atlas::IndexSettings &settings, const QString &text);

private:
    void rebuild();
    void showState();
    void askFor(QTreeWidgetItem *item);

    const Document &m_document;
    QTreeWidget *m_tree;
    bool m_showing = false; ///< boxes are being set from the state, not by a person
};

} // namespace atlas
