#pragma once

#include "app/widgets/tool_window.h"
#include "core/common/result.h"
#include "core/project/method_file.h"

class QComboBox;
class QListWidget;
class QPushButton;

namespace atlas {

class Document;
class SelectedAreas;
class ComparisonPane;
class HintLabel;
class ScenarioList;
struct Outcome;

/// Named sets of choices: keep the present set, go back to another, and see how two of them rank the areas.
/// Stays open beside the main window.
class ScenariosDialog : public ToolWindow
{
    Q_OBJECT

public:
    ScenariosDialog(const Document &document, SelectedAreas &areas, ScenarioList &scenarios, QWidget *parent);

signals:
    /// The window should adopt this method's choices.
    void useAsked(const atlas::Method &method);
    void written(const QString &path);              ///< exported
    void nameTyped(int entry, const QString &name); ///< before the editor closes

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeList();
    QWidget *makeComparison();
    void listScenarios();
    void refresh();
    void refreshList();
    void compare();
    void choosePair();
    bool ranksAsShown(int entry) const;
    void keepShown();
    Method methodOfEntry(int entry) const;
    QString titleOfEntry(int entry) const;
    Result<Outcome> outcomeOf(int entry) const;
    bool isShown(const Method &method) const;
    int chosenEntry() const;

    const Document &m_document;
    SelectedAreas &m_areas;
    ScenarioList &m_scenarios;
    ClassScheme m_scheme = 4; ///< of the index, as compared
    QListWidget *m_list = nullptr;
    QPushButton *m_keep = nullptr;
    QPushButton *m_use = nullptr;
    QPushButton *m_rename = nullptr;
    QPushButton *m_delete = nullptr;
    HintLabel *m_about = nullptr;
    HintLabel *m_problem = nullptr;
    QComboBox *m_first = nullptr;
    QComboBox *m_second = nullptr;
    bool m_isPairChosen = false; ///< by the person; else it is whatever ranks the areas otherwise
    ComparisonPane *m_comparison = nullptr;
};

} // namespace atlas
