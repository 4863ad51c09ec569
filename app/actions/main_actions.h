#pragma once

#include <QObject>

class QAction;
class QActionGroup;
class QMainWindow;
class QUndoStack;

namespace atlas {

/// Every command of the window with its words, shortcut and tooltip. What they do is connected elsewhere.
struct MainActions
{
    /// Actions belong to `window`; undo and redo follow `undoStack`.
    MainActions(QMainWindow &window, QUndoStack &undoStack);
    void buildMenus(QMainWindow &window) const;

    QAction *open;
    QAction *openBuiltIn;
    QAction *openProject;
    QAction *saveProject;
    QAction *saveProjectAs;
    QAction *exportMap;
    QAction *exportTable;
    QAction *openMethod;
    QAction *openMethodAndScales;
    QAction *saveMethod;
    QAction *quit;

    QAction *undo;
    QAction *redo;
    QAction *chooseMethod;
    QAction *scenarios;
    QAction *switchAllOn;
    QAction *endWhatIf;
    QActionGroup *standardDeviation; ///< data: 0 sample, 1 population
    QAction *selectAll;
    QAction *clearSelection;
    QAction *find;

    QAction *zoomIn;
    QAction *zoomOut;
    QAction *fit;
    QAction *zoomToSelection;
    QActionGroup *palette; ///< data: the scale's name
    QActionGroup *labels;  ///< data: Labels as int
    QAction *classMarks;
    QAction *nodeScores;
    QAction *certainty;
    QActionGroup *theme; ///< data: ThemeChoice as int

    QAction *trace;
    QAction *compare;
    QAction *robustness;
    QAction *remarks;
    QAction *keys;
    QAction *method;
    QAction *about;
};

/// Checks the action of the group that holds this number or name.
void checkAction(const QActionGroup &group, const QVariant &data);

} // namespace atlas
