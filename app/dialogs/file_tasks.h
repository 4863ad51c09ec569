#pragma once

#include "core/dataset/load_dataset.h"
#include "core/project/method_file.h"
#include "core/render/picture_file.h"
#include "core/tables/table.h"

#include <QString>

#include <functional>
#include <optional>
#include <vector>

class QWidget;

namespace atlas {

class Document;
class Snapshot;

/// Asks which files to open; nothing when the person changed their mind. `files` are some of them; without
/// any those opened last are offered.
std::optional<DataSources> askForSources(const QStringList &files, QWidget *parent);

/// Boundaries, figures and metadata as data. Nothing where there are no figures among them, two of a kind, or
/// a file that is neither.
std::optional<DataSources> sourcesOf(const QStringList &files);

/// Asks which project to open, or where to save one; empty when the person changed their mind. `title` is
/// the name that the file gets unless its user chooses another.
QString askForProject(QWidget *parent);
QString askWhereToSaveProject(const QString &title, QWidget *parent);

/// Fails when `output` is one of `inputs`, which the figures on show were read from.
Result<Done> checkKeepsInputs(const QString &output, const QStringList &inputs);

/// Asks how and where, and writes the map, with the outlines of the selected areas if that is wanted. The
/// file written; empty when nothing was, because the person changed their mind or because it failed, which
/// they have been told.
QString exportMapByDialog(const Snapshot &now, const std::vector<size_t> &selected, QWidget *parent);

/// The same for a table, with the methods that made it beside it. `title` is the name that the file gets
/// unless its user chooses another; one of `inputs`, which the table was made from, is refused.
QString exportTableByDialog(const Table &table, const std::vector<Method> &methods, const QStringList &inputs,
                            const QString &title, QWidget *parent);

/// The same for a chart. `make` is asked before, so that what stands in its way is told at once, and again
/// when the file is known: other data may be open by then.
QString exportPictureByDialog(const std::function<Result<Picture>()> &make, const QString &title,
                              QWidget *parent);

enum class Scales { OfTheData, Kept };

/// Asks for a method file and reads it; nothing when the person changed their mind or it cannot be used with
/// the data that are open by then, which they have been told. It has the file's name unless it has one of its
/// own. Scales::Kept: the data are scored on the scale of those that the method was saved with.
std::optional<Method> openMethodByDialog(const Document &document, Scales scales, QWidget *parent);

/// Asks where and writes the method. The file written; empty as for exportMapByDialog(). One of `inputs` is
/// refused as for a table.
QString saveMethodByDialog(const Method &method, const QStringList &inputs, QWidget *parent);

} // namespace atlas
