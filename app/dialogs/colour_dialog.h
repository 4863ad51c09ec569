#pragma once

#include "app/widgets/tool_window.h"

#include <QString>

#include <optional>

class QCheckBox;
class QTreeWidget;

namespace atlas {

/// What a scale is called, for people: "Yellow, green, blue (ColorBrewer)".
QString colourScaleTitle(const QString &name);

/// Asks for the colours of the map: the scales that are made for so many classes, each with its swatches, and
/// whether colour-blind readers can tell all classes apart and whether they stay in order in black and white.
class ColourDialog : public ToolWindow
{
    Q_OBJECT

public:
    ColourDialog(const QString &current, int classCount, QWidget *parent = nullptr);

    /// The scale chosen; empty when none is.
    QString chosen() const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void fill(const QString &current);

    int m_classCount;
    QCheckBox *m_safeOnly;
    QTreeWidget *m_scales;
};

/// Shows the dialog; nothing if the user cancels.
std::optional<QString> askForColours(const QString &current, int classCount, QWidget *parent);

} // namespace atlas
