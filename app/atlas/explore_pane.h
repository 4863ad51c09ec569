#pragma once

#include <QByteArray>
#include <QWidget>

#include <optional>

class QSplitter;
class QTabBar;

namespace atlas {

/// Which of map and table are in sight.
enum class View { Map, Both, Table };

/// Map and table with a divider between them: the map at the left, or above the table where the areas are
/// wider than they are tall. Where there is no room for both, tabs choose between them.
class ExplorePane : public QWidget
{
    Q_OBJECT

public:
    ExplorePane(QWidget *map, QWidget *table, QWidget *parent = nullptr);

    /// What the user has asked for; where there is no room for both, one is in sight none the less.
    View view() const { return m_view; }
    View inSight() const { return !m_hasMap ? View::Table : m_isNarrow ? m_last : m_view; }
    void setView(View view);
    /// Whether the window is too narrow, for its text size, to show both.
    bool isNarrow() const { return m_isNarrow; }

    /// Without one, the table has all the room.
    void setHasMap(bool hasMap);
    /// The areas' width divided by their height.
    void setAspect(double aspect);

    QByteArray saveState() const;
    /// Takes what saveState() gave; ignores anything else.
    void restoreState(const QByteArray &state);
    void reset();

signals:
    void viewChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void followSize();
    void showView();
    double usualMap(int all) const;
    void divide();

    QWidget *m_map;
    QWidget *m_table;
    QSplitter *m_split;
    QTabBar *m_tabs; ///< in place of the divider
    View m_view = View::Both;
    View m_last = View::Map; ///< in sight while there is no room for both
    bool m_hasMap = true;
    bool m_isNarrow = false;
    std::optional<double> m_share; ///< of the room, for the map, as the user has put the divider
};

} // namespace atlas
