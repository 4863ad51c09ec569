#pragma once

#include "app/cli/option_reader.h"
#include "core/common/result.h"
#include "core/dataset/load_dataset.h"
#include "core/index/index_settings.h"
#include "core/project/project_file.h"
#include "core/render/display_settings.h"
#include "core/render/map_export.h"
#include "core/robustness/monte_carlo.h"

#include <QLocale>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <variant>

namespace atlas::cli {

/// Codes of indicators that an option gives.
struct CodeList
{
    QString text;      ///< as it was typed: it may be wholly the code of one
    QStringList parts; ///< what it is else
};

/// Everything that was asked for.
struct Request
{
    int (*run)(const Request &request) = nullptr; ///< carries it out and gives the exit code
    bool isMap = false;                           ///< what it shows is a matter of the map's alone
    QStringList files;                            ///< those to look at, for `inspect`
    QString out;
    std::optional<Project> project; ///< of the project file, if one was named; the rest says it too
    QString projectFile;            ///< paths of the files of choices; empty where none was named
    QString methodFile;
    QString comparedFile;
    DataSources sources;
    CodeList only;
    CodeList exclude;
    IndexSettings index; ///< without what `only` and `exclude` switch off
    DisplaySettings display;
    std::optional<QString> title;
    ExportSize size;
    MapFurniture furniture;
    bool nodes = false;
    std::optional<Method> method;       ///< of the method file, else of the project
    std::optional<Method> comparedWith; ///< for compare
    QString trace;                      ///< code or name of an area; empty for the table of all
    bool roundingBand = false;
    std::optional<DrawSettings> robustness; ///< its seed is that of the request
    uint64_t seed = 1;
    bool strict = false;
    bool quiet = false;
    QLocale locale = QLocale::c();
};

/// Text to print instead of doing anything: help or version.
struct Information
{
    QString text;
};

using Parsed = std::variant<Request, Information, Refusal>;

/// Understands the arguments after the program's name. Refuses a command, an option or a value that is not
/// known, or that means nothing to the command: the sentence says which and what is allowed. Refuses also
/// when a project or a method file cannot be read.
Parsed parseCommandLine(const QStringList &arguments);

/// The settings of a request for a dataset. Fails when it names an indicator, a node, an area or a
/// group column that the dataset has not.
Result<IndexSettings> indexSettingsFor(const Request &request, const Dataset &dataset);

} // namespace atlas::cli
