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
    /// Data, choices, looks and draws: those of the project and the method that were named, and what options
    /// put in their place, but for `only` and `exclude`.
    Project project;
    QString projectFile; ///< paths of the files of choices; empty where none was named
    QString methodFile;
    QString comparedFile;
    QString triedFile; ///< the one that says which values are tried
    CodeList only;
    CodeList exclude;
    std::optional<QString> title;
    ExportSize size;
    MapFurniture furniture;
    std::optional<Method> comparedWith; ///< for compare
    QString trace;                      ///< code or name of an area; empty for the table of all
    bool asksForDraws = false;          ///< by an option and not by a file alone
    bool strict = false;
    bool quiet = false;
    QLocale locale = QLocale::c();

    const Choices &choices() const { return project.method.choices; }
    Choices &choices() { return project.method.choices; }
    const Looks &looks() const { return *project.method.looks; }
    Looks &looks() { return *project.method.looks; }
    std::optional<DrawSettings> &draws() { return project.method.draws; }
    const std::optional<DrawSettings> &draws() const { return project.method.draws; }
    /// The seed of a rounding band; none where it was not asked for.
    std::optional<uint64_t> &roundingBandSeed() { return project.method.roundingBandSeed; }
    const std::optional<uint64_t> &roundingBandSeed() const { return project.method.roundingBandSeed; }
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

} // namespace atlas::cli
