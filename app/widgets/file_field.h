#pragma once

#include <QWidget>

class QLineEdit;

namespace atlas {

class HintLabel;

/// What a FileField asks for.
struct FileFieldText
{
    QString label;   ///< with its mnemonic
    QString hint;    ///< which files will do
    QString browse;  ///< title of the window to choose a file, and name of the button for screen readers
    QString filter;  ///< as QFileDialog wants it
    QString builtIn; ///< path of the built-in file, shown in words
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
    /// Where browsing starts while the field is empty.
    void setFolder(const QString &folder) { m_folder = folder; }

signals:
    void pathChanged();

private:
    QString problem() const;
    void browse();
    void refresh();

    FileFieldText m_text;
    QString m_folder;
    QLineEdit *m_edit;
    HintLabel *m_hint;
};

} // namespace atlas
