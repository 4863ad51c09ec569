#pragma once

#include "core/index/index_settings.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;
class QVBoxLayout;

namespace atlas {

class Document;
class PeriodBox;

/// The indicators by domain, each with a box that switches it on or off, the way it counts and its share of
/// the weights; a domain's box has three states. Below them the scenario in use. It asks for new settings and
/// shows those of the document.
class IndicatorPanel : public QWidget
{
    Q_OBJECT

public:
    explicit IndicatorPanel(const Document &document, QWidget *parent = nullptr);

    /// The kept scenario whose choices are in use; empty for none.
    void setScenario(const QString &name);

signals:
    /// A person switched something; `text` says what, for the undo menu.
    void settingsAsked(const atlas::IndexSettings &settings, const QString &text);
    void scenariosAsked();
    void periodAsked(const QString &period); ///< of the figures, where they have several
    /// Scales and class bounds are to be those of the data on show, or each period's own.
    void sameScaleAsked(bool keeps);
    void shownAsked(const QString &code, const QString &name); ///< on the map

private:
    void buildPeriods(QVBoxLayout &rows);
    void rebuild();
    QString weightText(const QString &code) const;
    void showState();
    void showPeriods();
    void showSameScale();
    void askFor(QTreeWidgetItem *item);
    void openMenu(const QPoint &at);

    const Document &m_document;
    QLabel *m_periodLabel;
    PeriodBox *m_period;
    QCheckBox *m_sameScale;
    QTreeWidget *m_tree;
    QPushButton *m_scenario;
    bool m_showing = false; ///< boxes are being set from the state, not by a person
};

} // namespace atlas
