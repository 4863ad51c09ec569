#include "app/cli/command_line.h"

#include "app/cli/command.h"
#include "app/cli/option_reader.h"
#include "core/common/files.h"
#include "core/project/method_check.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>
#include <utility>

namespace atlas::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QStringList namesOf(const std::vector<CommandEntry> &commands)
{
    QStringList names;
    for (const CommandEntry &command : commands)
        names << command.name;
    return names;
}

QString exitCodes(bool canBeStrict)
{
    const QString codes = Text::tr("Exit codes: 0 done; 1 could not be done; 2 wrong command line");
    return QLatin1Char('\n') + codes
           + (canBeStrict ? Text::tr(";\n  3 done, but with remarks and --strict.\n")
                          : QStringLiteral(".\n"));
}

/// What the program can do, for whoever has not named a command.
QString programHelp()
{
    constexpr int nameWidth = 12;
    QString text = Text::tr("Disengagement Atlas: where young people are most at risk of disengaging from "
                            "school.\nUsage: disengagement-atlas-cli COMMAND [OPTIONS]\n\nCommands:\n");
    for (const CommandEntry &command : allCommands())
        text += QStringLiteral("  ") + command.name.leftJustified(nameWidth) + command.summary
                + QLatin1Char('\n');
    return text + Text::tr("\nEach command has options of its own: disengagement-atlas-cli COMMAND --help\n")
           + exitCodes(true);
}

QString versionText()
{
    return QStringLiteral("disengagement-atlas-cli %1\n").arg(QCoreApplication::applicationVersion());
}

Refusal wrong(const QString &message)
{
    return {Error{message, {}}, ExitWrongCommandLine};
}

Refusal unknownCommand(const QString &word, const QStringList &names)
{
    const QString nearest = nearestTo(word, names);
    const QString known = names.join(QStringLiteral(", "));
    return wrong(nearest.isEmpty()
                     ? Text::tr("There is no command %1; the commands are %2. See --help.").arg(word, known)
                     : Text::tr("There is no command %1; is it %2? See --help.").arg(word, nearest));
}

Parsed readCommand(const CommandEntry &command, const QStringList &arguments)
{
    OptionSet set;
    command.addOptions(set);
    if (arguments.contains(QStringLiteral("--help")) || arguments.contains(QStringLiteral("-h")))
        return Information{set.help(command.name, command.summary)
                           + exitCodes(set.knows(QStringLiteral("strict")))};
    if (arguments.contains(QStringLiteral("--version")))
        return Information{versionText()};
    if (const auto parsed = set.parse(arguments); !parsed)
        return Refusal{parsed.error(), ExitWrongCommandLine};
    OptionReader options(set);
    Request request{.run = command.run};
    command.readOptions(options, request);
    if (options.refusal())
        return *options.refusal();
    return request;
}

/// A value that is wholly a code is that code, whatever it holds.
QStringList codesOf(const CodeList &list, const Dataset &dataset)
{
    return dataset.findIndicator(list.text) ? QStringList(list.text) : list.parts;
}

/// The same error, with the file in front where it is the file's and not that of an option.
Error errorOfFile(const Request &request, const Dataset &dataset, const Error &error)
{
    const bool hasMethod = !request.methodFile.isEmpty();
    const QString &file = hasMethod ? request.methodFile : request.projectFile;
    if (file.isEmpty())
        return error;
    std::optional<IndexSettings> given;
    if (const auto method = readMethodFile(file); hasMethod && method)
        given = method->choices.index;
    else if (const auto project = readProjectFile(file); !hasMethod && project)
        given = project->method.choices.index;
    const auto ofFile = given ? checkMethodNames(*given, dataset) : Done{};
    return !ofFile && ofFile.error() == error ? inFile(file, error) : error;
}

} // namespace

std::vector<CommandEntry> allCommands()
{
    return {tableCommand(), mapCommand(), compareCommand(), checkCommand(), inspectCommand()};
}

Parsed parseCommandLine(const QStringList &arguments)
{
    const std::vector<CommandEntry> commands = allCommands();
    const QStringList names = namesOf(commands);
    // Options may come before the command.
    const auto word = std::find_if(arguments.begin(), arguments.end(),
                                   [&names](const QString &argument) { return names.contains(argument); });
    if (word != arguments.end()) {
        QStringList others = arguments;
        others.removeAt(word - arguments.begin());
        return readCommand(commands[static_cast<size_t>(names.indexOf(*word))], others);
    }
    if (arguments.contains(QStringLiteral("--help")) || arguments.contains(QStringLiteral("-h")))
        return Information{programHelp()};
    if (arguments.contains(QStringLiteral("--version")))
        return Information{versionText()};
    if (arguments.isEmpty() || arguments.front().startsWith(QLatin1Char('-')))
        return wrong(Text::tr("Say what to do: %1. See --help.").arg(names.join(QStringLiteral(", "))));
    return unknownCommand(arguments.front(), names);
}

Result<Choices> choicesFor(const Request &request, const Dataset &dataset)
{
    const QStringList only = codesOf(request.only, dataset);
    const QStringList exclude = codesOf(request.exclude, dataset);
    for (const QString &code : only + exclude)
        if (!dataset.findIndicator(code))
            return unknownIndicator(code, dataset);
    Choices choices = request.choices();
    if (!knowsShown(choices, dataset)) {
        if (request.isMap)
            return unknownIndicator(choices.shown, dataset);
        choices.shown = indexCode; // what the map shows is no matter of a table
        choices.scheme = choices.otherScheme();
    }
    choices = named(std::move(choices), dataset);
    if (request.isMap && request.asksForDraws && choices.shown != indexCode)
        return Error{Text::tr("--robustness draws the ranks of the index; add --show index."), {}};
    if (!only.isEmpty() || !exclude.isEmpty())
        choices.index.excluded.clear();
    for (const Indicator &indicator : dataset.metadata.indicators)
        if (exclude.contains(indicator.code) || (!only.isEmpty() && !only.contains(indicator.code)))
            choices.index.excluded.insert(indicator.code);
    if (const auto fits = checkMethod(choices.index, dataset); !fits)
        return errorOfFile(request, dataset, fits.error());
    return choices;
}

} // namespace atlas::cli
