#include "app/cli/option_set.h"

#include "app/cli/text.h"
#include "core/common/nearest_text.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <map>
#include <string>

namespace atlas::cli {

namespace {

Error wrong(const QString &message)
{
    return {message, {}};
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

void OptionSet::addValue(const QString &name, const QString &what, const QString &help)
{
    m_options.push_back({m_group, name, what, help});
}

void OptionSet::addRepeated(const QString &name, const QString &what, const QString &help)
{
    m_options.push_back({m_group, name, what, help, true});
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
            CLI::Option *added = addTo(option);
            added->group(option.group.toStdString());
            added->description(wrapped(option.help));
            added->multi_option_policy(option.isRepeated ? CLI::MultiOptionPolicy::TakeAll
                                                         : CLI::MultiOptionPolicy::TakeLast);
            if (!option.what.isEmpty())
                added->type_name(option.what.toStdString());
        }
        if (set.m_fileArgument)
            app.add_option(set.m_fileArgument->what.toStdString(), files)
                ->description(wrapped(set.m_fileArgument->help));
        app.allow_extras();
    }

    CLI::Option *addTo(const Option &option)
    {
        const std::string name = "--" + option.name.toStdString();
        if (option.what.isEmpty())
            return app.add_flag(name, switches[option.name])->disable_flag_override();
        if (option.isRepeated) // one value each time
            return app.add_option(name, lists[option.name])->expected(1)->allow_extra_args(false);
        return app.add_option(name, values[option.name]);
    }

    static constexpr size_t nameWidth = 28;
    CLI::App app;
    std::map<QString, std::string> values;
    std::map<QString, std::vector<std::string>> lists;
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
            take(option, parser);
    for (const std::string &file : parser.files)
        m_files << QString::fromStdString(file);
    return Done{};
}

void OptionSet::take(const Option &option, Parser &parser)
{
    for (const std::string &value : parser.lists[option.name])
        m_repeated[option.name] << QString::fromStdString(value);
    m_given.insert(option.name, option.isRepeated ? m_repeated[option.name].back()
                                                  : QString::fromStdString(parser.values[option.name]));
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
