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

/// Sorts files into boundaries, figures, metadata and a lookup. Nothing if none holds figures, if two are of
/// the same kind, or if one is none of these.
std::optional<DataSources> sourcesOf(const QStringList &files);

/// Asks which project to open, or where to save one; empty if the user cancels. `title` is the suggested file
/// name.
QString askForProject(QWidget *parent);
QString askWhereToSaveProject(const QString &title, QWidget *parent);

/// Fails if `output` is one of `inputs`, the files from which the figures on show were read.
Result<Done> checkKeepsInputs(const QString &output, const QStringList &inputs);

/// Asks how and where to write the map, and writes it, with the outlines of the selected areas if wanted.
/// Returns the file written; empty if the user cancelled, or if writing failed, which they have been told.
QString exportMapByDialog(const Snapshot &now, const std::vector<size_t> &selected, QWidget *parent);

/// As exportMapByDialog(), for a table and, beside it, the methods that made it. `title` is the suggested
/// file name; the `inputs` that the table was made from are refused.
QString exportTableByDialog(const Table &table, const std::vector<Method> &methods, const QStringList &inputs,
                            const QString &title, QWidget *parent);

/// As exportMapByDialog(), for a chart. `make` is called first, so that any obstacle is reported at once, and
/// again once the file is chosen, since other data may be open by then.
QString exportPictureByDialog(const std::function<Result<Picture>()> &make, const QString &title,
                              QWidget *parent);

enum class Scales { OfTheData, Kept };

/// Asks for a method file and reads it. Nothing if the user cancels, or if the method does not suit the data
/// open by then, which they have been told. A method without a name takes the file's. Scales::Kept scores the
/// data on the scale of those the method was saved with.
std::optional<Method> openMethodByDialog(const Document &document, Scales scales, QWidget *parent);

/// Asks where to write the method, and writes it. Returns the file written; empty as for exportMapByDialog().
/// `inputs` are refused as for a table.
QString saveMethodByDialog(const Method &method, const QStringList &inputs, QWidget *parent);

} // namespace atlas
