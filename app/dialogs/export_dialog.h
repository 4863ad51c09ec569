#pragma once

#include "app/state/preferences.h"
#include "app/widgets/tool_window.h"
#include "core/render/map_export.h"
#include "core/render/map_scene.h"

#include <vector>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QDoubleSpinBox;
class QLineEdit;
class QSpinBox;

namespace atlas {

class Snapshot;
class HintLabel;
class PagePreview;

/// Asks how a map should be exported and shows the page while it is chosen. Writes nothing: whoever opened
/// it asks for a file name and exports scene() with mapExport().
class ExportDialog : public ToolWindow
{
    Q_OBJECT

public:
    /// There must be data. Exports are for paper and so always in the light theme.
    ExportDialog(const Snapshot &now, const std::vector<size_t> &selected, const ExportChoices &choices,
                 QWidget *parent = nullptr);

    MapScene scene() const;
    MapExport mapExport() const;
    /// To be remembered; the folder is the one that was given.
    ExportChoices choices() const { return m_choices; }
    /// "png", "svg" or "pdf".
    QString suffix() const { return m_choices.format; }

private:
    QWidget *makePageGroup();
    QWidget *makeContentsGroup();
    QWidget *makePreviewPane();
    QWidget *makeButtons();
    QCheckBox *makeCheckBox(const QString &name, const QString &text, bool ExportChoices::*choice);
    void connectFields();

    void choosePreset(int index);
    void takeSize();
    void showChoices();
    void refresh();
    QString sizeText() const;

    ExportChoices m_choices;
    MapScene m_scene; ///< with the title that it has by itself
    std::vector<size_t> m_selected;

    QComboBox *m_format = nullptr;
    QComboBox *m_preset = nullptr;
    QComboBox *m_unit = nullptr;
    QDoubleSpinBox *m_width = nullptr;
    QDoubleSpinBox *m_height = nullptr;
    QSpinBox *m_dpi = nullptr;
    QCheckBox *m_title = nullptr;
    QLineEdit *m_titleText = nullptr;
    QCheckBox *m_legend = nullptr;
    QCheckBox *m_source = nullptr;
    QCheckBox *m_key = nullptr;
    QCheckBox *m_outline = nullptr;
    PagePreview *m_preview = nullptr;
    HintLabel *m_status = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
};

} // namespace atlas
