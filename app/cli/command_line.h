#pragma once

#include "app/cli/option_reader.h"
#include "core/common/result.h"
#include "core/project/project_file.h"
#include "core/render/map_export.h"

#include <QLocale>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <variant>

namespace atlas::cli {

/// The indicator codes given to an option.
struct CodeList
{
    QString text;      ///< as typed, which may be one whole code
    QStringList parts; ///< its codes, if it is a list
};

/// Everything the command line asks for.
struct Request
{
    int (*run)(const Request &request) = nullptr; ///< carries it out and returns the exit code
    bool isMap = false;                           ///< whether a map is drawn; what is shown matters only then
    QStringList files;                            ///< files to look at, for `inspect`
    bool hasSymbols = false;                      ///< whether a table has columns of symbols and markers
    QString changeSince;                          ///< period that a table says the change since; else empty
    bool hasPopulation = false; ///< whether a table has columns, or a map circles, of young people
    bool asJson = false;        ///< whether `inspect` prints JSON
    QString out;
    QString report; ///< file for the join report, for `check`; empty for none
    /// Data, choices, looks and draws: from the project and method named, with the options applied on top,
    /// except `only` and `exclude`.
    Project project;
    QString projectFile; ///< paths of the files that hold choices; empty where none was named
    QString methodFile;
    QString comparedFile;
    QString triedFile; ///< the file that says which values are tried
    CodeList only;
    CodeList exclude;
    std::optional<QString> title;
    ExportSize size;
    MapFurniture furniture;
    std::optional<Method> comparedWith; ///< for `compare`
    QString trace;                      ///< code or name of an area; empty for the table of all areas
    bool asksForDraws = false;          ///< whether an option asks for them, not just a file
    bool strict = false;
    bool quiet = false;
    QLocale locale = QLocale::c();

    const Choices &choices() const { return project.method.choices; }
    Choices &choices() { return project.method.choices; }
    const Looks &looks() const { return *project.method.looks; }
    Looks &looks() { return *project.method.looks; }
    std::optional<DrawSettings> &draws() { return project.method.draws; }
    const std::optional<DrawSettings> &draws() const { return project.method.draws; }
    /// The seed of a rounding band; none if no band was asked for.
    std::optional<uint64_t> &roundingBandSeed() { return project.method.roundingBandSeed; }
    const std::optional<uint64_t> &roundingBandSeed() const { return project.method.roundingBandSeed; }
};

/// Text to print instead of running a command: help or version.
struct Information
{
    QString text;
};

using Parsed = std::variant<Request, Information, Refusal>;

/// Parses the arguments after the program's name. Refuses any command, option or value that is unknown or has
/// no meaning for the command, saying which and what is allowed. Also refuses if a project or method file
/// cannot be read.
Parsed parseCommandLine(const QStringList &arguments);

} // namespace atlas::cli
