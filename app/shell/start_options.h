#pragma once

#include <QString>
#include <QStringList>

#include <variant>

namespace atlas {

/// What the program is asked for at the start.
struct StartOptions
{
    QStringList files; ///< a project, or boundaries, figures and metadata; none for the start page
    bool resetsLayout = false;
};

/// What the program prints instead of opening a window, and how it exits.
struct StartText
{
    QString text;
    bool isRefusal = false; ///< wrong command line: the text goes to standard error, the exit code is 2
};

/// Parses the arguments after the program's name. Needs no display.
std::variant<StartOptions, StartText> readStartOptions(const QStringList &arguments);

} // namespace atlas
