#include "app/cli/command_line.h"

#include "app/cli/command.h"
#include "app/cli/option_reader.h"
#include "app/cli/text.h"
#include "core/common/nearest_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace atlas::cli {

namespace {

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

/// What the program can do, for anyone who has not named a command.
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

} // namespace atlas::cli
