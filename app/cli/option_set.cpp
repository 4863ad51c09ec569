#include "app/cli/option_set.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <map>
#include <string>

namespace atlas::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

Error wrong(const QString &message)
{
    return {message, {}};
}

/// Edits that turn one word into the other (Damerau 1964, "A technique for computer detection and correction
/// of spelling errors"): a letter changed, added or left out, or two neighbours swapped.
qsizetype stepsBetween(const QString &from, const QString &to)
{
    std::vector<std::vector<qsizetype>> steps(from.size() + 1, std::vector<qsizetype>(to.size() + 1));
    for (qsizetype i = 0; i <= from.size(); ++i) {
        for (qsizetype j = 0; j <= to.size(); ++j) {
            if (i == 0 || j == 0) {
                steps[i][j] = i + j;
                continue;
            }
            const qsizetype change = from[i - 1] == to[j - 1] ? 0 : 1;
            steps[i][j] = std::min({steps[i - 1][j] + 1, steps[i][j - 1] + 1, steps[i - 1][j - 1] + change});
            if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                steps[i][j] = std::min(steps[i][j], steps[i - 2][j - 2] + 1);
        }
    }
    return steps[from.size()][to.size()];
}

/// Lines short enough to fit beside the names of the options.
std::string wrapped(const QString &text)
{
    constexpr qsizetype width = 50;
    QString lines;
    qsizetype length = 0;
    for (const QString &word : text.split(QLatin1Char(' '))) {
        const bool isNewLine = length > 0 && length + 1 + word.size() > width;
        lines += length == 0 ? word : (isNewLine ? QLatin1Char('\n') : QLatin1Char(' ')) + word;
        length = isNewLine || length == 0 ? word.size() : length + 1 + word.size();
    }
    return lines.toStdString();
}

} // namespace

QString nearestTo(const QString &word, const QStringList &candidates)
{
    QString nearest;
    qsizetype fewest = std::max<qsizetype>(1, word.size() / 3) + 1;
    for (const QString &candidate : candidates) {
        const qsizetype steps = stepsBetween(word, candidate);
        if (steps < fewest) {
            fewest = steps;
            nearest = candidate;
        }
    }
    return nearest;
}

void OptionSet::addValue(const QString &name, const QString &what, const QString &help)
{
    m_options.push_back({m_group, name, what, help});
}

void OptionSet::addSwitch(const QString &name, const QString &help)
{
    m_options.push_back({m_group, name, {}, help});
}

void OptionSet::addFiles(const QString &what, const QString &help)
{
    m_fileArgument = Option{m_group, {}, what, help};
}

/// A CLI11 application with these options, and where it stores what was given.
struct OptionSet::Parser
{
    explicit Parser(const OptionSet &set)
    {
        app.set_help_flag();
        app.get_formatter()->column_width(nameWidth);
        for (const Option &option : set.m_options) {
            const std::string name = "--" + option.name.toStdString();
            CLI::Option *added = option.what.isEmpty()
                                     ? app.add_flag(name, switches[option.name])->disable_flag_override()
                                     : app.add_option(name, values[option.name]);
            added->group(option.group.toStdString());
            added->description(wrapped(option.help));
            added->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
            if (!option.what.isEmpty())
                added->type_name(option.what.toStdString());
        }
        if (set.m_fileArgument)
            app.add_option(set.m_fileArgument->what.toStdString(), files)
                ->description(wrapped(set.m_fileArgument->help));
        app.allow_extras();
    }

    static constexpr size_t nameWidth = 28;
    CLI::App app;
    std::map<QString, std::string> values;
    std::map<QString, bool> switches;
    std::vector<std::string> files;
};

/// The arguments from last to first, as CLI11 takes them. A value after an equals sign becomes an argument of
/// its own, since CLI11 takes an empty one for no value at all.
std::vector<std::string> OptionSet::reversed(const QStringList &arguments) const
{
    std::vector<std::string> all;
    for (const QString &argument : arguments) {
        const qsizetype sign = argument.indexOf(QLatin1Char('='));
        const Option *option =
            argument.startsWith(QLatin1String("--")) ? find(argument.left(sign).mid(2)) : nullptr;
        if (sign < 0 || !option || option->what.isEmpty()) {
            all.push_back(argument.toStdString());
            continue;
        }
        all.push_back(argument.left(sign).toStdString());
        all.push_back(argument.mid(sign + 1).toStdString());
    }
    std::reverse(all.begin(), all.end());
    return all;
}

Result<Done> OptionSet::parse(const QStringList &arguments)
{
    Parser parser(*this);
    try {
        parser.app.parse(reversed(arguments));
    } catch (const CLI::ParseError &error) {
        const QString name = QString::fromStdString(error.what())
                                 .section(QLatin1Char(':'), 0, 0)
                                 .section(QLatin1Char(' '), 0, 0);
        const Option *option = find(name.mid(2));
        return wrong(option && option->what.isEmpty()
                         ? Text::tr("%1 takes no value. See --help.").arg(name)
                         : Text::tr("%1 needs a value after it. See --help.").arg(name));
    }
    if (const std::vector<std::string> unknown = parser.app.remaining(); !unknown.empty())
        return unknownWord(QString::fromStdString(unknown.front()));
    for (const Option &option : m_options)
        if (parser.app.get_option("--" + option.name.toStdString())->count() > 0)
            m_given.insert(option.name, QString::fromStdString(parser.values[option.name]));
    for (const std::string &file : parser.files)
        m_files << QString::fromStdString(file);
    return Done{};
}

Error OptionSet::unknownWord(const QString &word) const
{
    if (!word.startsWith(QLatin1Char('-')))
        return wrong(Text::tr("\"%1\" is not understood; give one command, and values after their options.")
                         .arg(word));
    const QString name = word.section(QLatin1Char('='), 0, 0);
    QStringList names;
    for (const Option &option : m_options)
        names << option.name;
    const QString nearest = nearestTo(name.mid(2), names);
    return wrong(nearest.isEmpty()
                     ? Text::tr("There is no option %1 here. See --help.").arg(name)
                     : Text::tr("There is no option %1 here; is it --%2? See --help.").arg(name, nearest));
}

const OptionSet::Option *OptionSet::find(const QString &name) const
{
    const auto found = std::find_if(m_options.begin(), m_options.end(),
                                    [&name](const Option &option) { return option.name == name; });
    return found == m_options.end() ? nullptr : &*found;
}

bool OptionSet::knows(const QString &name) const
{
    return find(name) != nullptr;
}

QString OptionSet::help(const QString &command, const QString &summary) const
{
    Parser parser(*this);
    parser.app.name("disengagement-atlas-cli " + command.toStdString());
    parser.app.description(summary.toStdString());
    return QString::fromStdString(parser.app.help())
        .replace(QStringLiteral("\n\n\n"), QStringLiteral("\n\n"));
}

} // namespace atlas::cli
