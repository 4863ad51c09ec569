#pragma once

#include <QString>
#include <QStringList>

#include <variant>

namespace atlas {

/// What the window is asked for when it is started.
struct StartOptions
{
    QStringList files; ///< a project, or boundaries, figures and metadata; none for the built-in example
    bool resetsLayout = false;
};

/// What the program prints instead of opening a window, and what it answers.
struct StartText
{
    QString text;
    bool isRefusal = false; ///< wrong command line: the text goes to standard error, the exit code is 2
};

/// Understands the arguments after the program's name. Needs no display.
std::variant<StartOptions, StartText> readStartOptions(const QStringList &arguments);

} // namespace atlas
