#pragma once

#include "core/dataset/load_dataset.h"

#include <QDialog>

class QDialogButtonBox;
class QLineEdit;
class QToolButton;

namespace atlas {

class FileField;
class HintLabel;

/// Asks which files make up the dataset. Files dropped on it go where they belong. Reads no data: whoever
/// opened it loads sources().
class OpenDialog : public QDialog
{
    Q_OBJECT

public:
    explicit OpenDialog(const DataSources &last, QWidget *parent = nullptr);

    DataSources sources() const;
    /// Puts files where they belong; a note says which belong nowhere.
    void takeFiles(const QStringList &paths);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeFileFields();
    void makeMoreFields();
    void makeButtons();
    void showMoreFields(bool show);
    void showSources(const DataSources &sources);
    void dropStrangeMetadata();
    void refresh();

    DataSources m_given; ///< shown last as a whole; what has no field is taken from it
    FileField *m_boundaries = nullptr;
    FileField *m_indicators = nullptr;
    FileField *m_metadata = nullptr;
    QToolButton *m_more = nullptr;
    QWidget *m_moreFields = nullptr;
    QLineEdit *m_layer = nullptr;
    QLineEdit *m_codeField = nullptr;
    QLineEdit *m_nameField = nullptr;
    HintLabel *m_note = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
};

} // namespace atlas
