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

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeFileFields();
    QWidget *makeMoreFields();
    void showMoreFields(bool show);
    void showSources(const DataSources &sources);
    void takeFiles(const QStringList &paths);
    void dropStrangeMetadata();
    void refresh();

    DataSources m_given; ///< shown last as a whole; what has no field is taken from it
    FileField *m_boundaries;
    FileField *m_indicators;
    FileField *m_metadata;
    QToolButton *m_more;
    QWidget *m_moreFields;
    QLineEdit *m_layer;
    QLineEdit *m_codeField;
    QLineEdit *m_nameField;
    HintLabel *m_note;
    QDialogButtonBox *m_buttons;
};

} // namespace atlas
