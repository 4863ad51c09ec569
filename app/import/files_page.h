#pragma once

#include "app/import/assistant_page.h"

#include <QHash>

#include <utility>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace atlas {

class FileField;
class HintLabel;
struct FileFieldText;

/// Which files make up the dataset, and which part of each is read. Files that are dropped on the assistant
/// go where they belong.
class FilesPage : public AssistantPage
{
    Q_OBJECT

public:
    explicit FilesPage(QWidget *parent = nullptr);

    QString title() const override { return tr("&Files"); }
    void showDraft(const ImportDraft &draft) override;
    int openQuestions() const override;
    void showFirstQuestion() override;

    /// What is chosen now.
    DataSources sources() const;
    void setSources(const DataSources &sources);
    /// Why these files cannot even be tried; empty if they can.
    QString problem() const;
    /// Looks again whether the files are there.
    void checkPaths();
    /// Puts files where they belong, the first of each kind; a note says which belong nowhere.
    void takeFiles(const QStringList &paths);

private:
    void makeFileFields();
    QWidget *makeSheets();
    QWidget *makeBoundaryParts();
    QWidget *makeStart();
    FileField *makeField(const QString &name, const FileFieldText &text);
    QLineEdit *makeLine(const char *name, const QString &accessibleName, const QString &tip);
    void followFields();
    void takePath(const FileField *changed);
    void showSheets();
    void showBoundaryParts();
    void showSystem();
    void fillRecent();
    void dropStrangeMetadata();
    void change();
    FileField *fieldFor(const QString &path) const;
    bool hasReadError() const;

    ImportDraft m_draft;
    DataSources m_sources; ///< what the fields say, and what has no field
    /// What was decided about files that were chosen before, so that going back loses nothing.
    QHash<QString, ImportPlan> m_plans;
    QHash<std::pair<QString, QString>, ImportPlan> m_sheetPlans; ///< by file and sheet
    QHash<QString, BoundaryOptions> m_options;
    FileField *m_boundaries = nullptr;
    FileField *m_indicators = nullptr;
    FileField *m_metadata = nullptr;
    FileField *m_lookup = nullptr;
    QWidget *m_sheets = nullptr;
    QComboBox *m_sheet = nullptr;
    QToolButton *m_more = nullptr;
    QWidget *m_parts = nullptr;
    QLineEdit *m_layer = nullptr;
    QLineEdit *m_codeField = nullptr;
    QLineEdit *m_nameField = nullptr;
    QWidget *m_system = nullptr;
    QComboBox *m_crs = nullptr;
    HintLabel *m_systemHint = nullptr;
    QPushButton *m_systemRight = nullptr;
    QToolButton *m_recent = nullptr;
    HintLabel *m_note = nullptr;
    bool m_isShowing = false;
    bool m_isTaking = false; ///< several files, of which the last says that all have changed
};

} // namespace atlas
