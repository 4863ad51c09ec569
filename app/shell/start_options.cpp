#include "app/shell/start_options.h"

#include "app/shell/text.h"

namespace atlas {

namespace {

QString helpText()
{
    return Text::tr(
        "Usage: disengagement-atlas [OPTIONS] [FILE...]\n\n"
        "FILE is a project (.atlas), or boundaries, a table of figures, and their metadata. Without "
        "any,\nthe start page is shown.\n\n"
        "  -h, --help       print this text\n"
        "  --version        print the version\n"
        "  --reset-layout   put every part of the window back where it was at first\n\n"
        "disengagement-atlas-cli writes maps and tables without a window.\n");
}

} // namespace

std::variant<StartOptions, StartText> readStartOptions(const QStringList &arguments)
{
    StartOptions options;
    bool mayBeOption = true;
    for (const QString &argument : arguments) {
        if (mayBeOption && (argument == QLatin1String("--help") || argument == QLatin1String("-h")))
            return StartText{helpText()};
        if (mayBeOption && argument == QLatin1String("--version"))
            return StartText{QStringLiteral("disengagement-atlas " ATLAS_VERSION "\n")};
        if (mayBeOption && argument == QLatin1String("--"))
            mayBeOption = false;
        else if (mayBeOption && argument == QLatin1String("--reset-layout"))
            options.resetsLayout = true;
        else if (mayBeOption && argument.startsWith(QLatin1Char('-')))
            return StartText{
                Text::tr("disengagement-atlas: there is no option %1. See --help.\n").arg(argument), true};
        else
            options.files << argument;
    }
    return options;
}

} // namespace atlas
