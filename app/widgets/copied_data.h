#pragma once

#include "core/common/result.h"
#include "core/render/picture_file.h"
#include "core/render/table_sheet.h"

#include <QHash>
#include <QMimeData>
#include <QStringList>
#include <QVariant>

#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace atlas {

/// What can be copied of a part of the window.
struct Copyable
{
    std::optional<TableSheet> sheet = {}; ///< its figures; nothing where there are none
    /// How it is drawn; null draws the sheet.
    std::function<Result<Picture>()> picture = {};
    /// Whether it is a picture before it is a table: a map, a chart.
    bool isPicture = false;
    /// Whether that picture needs nothing of the widget, so that it can be drawn when it is pasted.
    bool drawsLater = false;
};

/// In which form something is copied.
enum class CopyAs {
    Usual,   ///< a table in every form; of a map or a chart the picture and the drawing
    Table,   ///< with colours, as HTML
    Values,  ///< text with tabs between the cells
    Picture, ///< pixels, at 300 dots an inch
    Drawing, ///< SVG
};

/// Data for the clipboard that are made when they are asked for, each form once: a copy is at once, however
/// long the table, and a program that takes text makes nobody wait for pictures.
class CopiedData : public QMimeData
{
    Q_OBJECT

public:
    /// In the order of preference. What `make` gives is as QMimeData holds it: QString for text, QImage for a
    /// picture, QByteArray for all others.
    void add(const QString &format, std::function<QVariant()> make);
    /// The same, made in the background from now on: for what takes so long that whoever pastes would wait.
    /// `make` must be one that any thread can call.
    void addEarly(const QString &format, const std::function<QVariant()> &make);

    bool hasFormat(const QString &format) const override;
    QStringList formats() const override;

protected:
    QVariant retrieveData(const QString &format, QMetaType type) const override;

private:
    std::vector<std::pair<QString, std::function<QVariant()>>> m_forms;
    mutable QHash<QString, QVariant> m_made;
};

/// `what` in these forms. Fails where there is nothing to put into them.
Result<std::unique_ptr<CopiedData>> copiedData(const Copyable &what, CopyAs as);

} // namespace atlas
