#pragma once

#include <QWidget>

#include <functional>

class QLineEdit;

namespace atlas {

class HintLabel;

/// What a FileField asks for.
struct FileFieldText
{
    QString label;       ///< with its mnemonic
    QString hint;        ///< which files will do
    QString browse;      ///< title of the window to choose a file, and name of the button for screen readers
    QString filter;      ///< as QFileDialog wants it
    QString builtIn;     ///< path of the built-in file, shown in words
    QString folder = {}; ///< title of the window to choose a folder that is one file; empty where none can be
    /// Whether a folder is one.
    std::function<bool(const QString &path)> isFolderPossible = {};
};

/// A file to choose: label, path, a button to browse, and a line below that says which files will do or what
/// is wrong with the path.
class FileField : public QWidget
{
    Q_OBJECT

public:
    FileField(const FileFieldText &text, QWidget *parent);

    /// Empty when nothing is chosen.
    QString path() const;
    void setPath(const QString &path);
    bool isBuiltIn() const { return path() == m_text.builtIn; }
    /// Whether there is a file at the path; true for an empty one.
    bool isPossible() const { return problem().isEmpty(); }
    /// What is wrong with the path; empty if nothing is.
    QString problem() const;
    /// Looks again whether there is such a file.
    void check();
    /// Where browsing starts while the field is empty.
    void setFolder(const QString &folder) { m_folder = folder; }

signals:
    void pathChanged();

private:
    void browse();
    void browseFolder();
    void refresh();

    FileFieldText m_text;
    QString m_folder;
    QLineEdit *m_edit;
    HintLabel *m_hint;
};

} // namespace atlas
