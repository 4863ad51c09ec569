#pragma once

#include "core/common/result.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>
#include <string>
#include <vector>

namespace atlas::cli {

/// The options that a command takes, in groups, and the values given for them.
class OptionSet
{
public:
    /// Options added from now on come under this heading in the help.
    void startGroup(const QString &heading) { m_group = heading; }
    /// An option with a value, which the help calls `what`.
    void addValue(const QString &name, const QString &what, const QString &help);
    /// An option with a value that may be given again and again.
    void addRepeated(const QString &name, const QString &what, const QString &help);
    /// An option that is either there or not.
    void addSwitch(const QString &name, const QString &help);
    /// Any number of arguments with no option name before them.
    void addFiles(const QString &what, const QString &help);

    /// Parses the arguments after the command. Fails with what is wrong and, for an unknown name, suggests
    /// the nearest known one.
    Result<Done> parse(const QStringList &arguments);
    /// The help of a command: its usage, and every option by group.
    QString help(const QString &command, const QString &summary) const;

    /// Whether this option exists.
    bool knows(const QString &name) const;
    bool has(const QString &name) const { return m_given.contains(name); }
    /// The last value given; empty if none was.
    QString text(const QString &name) const { return m_given.value(name); }
    /// All values given for a repeated option, in their order.
    QStringList texts(const QString &name) const { return m_repeated.value(name); }
    const QStringList &files() const { return m_files; }

private:
    struct Option
    {
        QString group;
        QString name;
        QString what; ///< empty for a switch
        QString help;
        bool isRepeated = false;
    };

    struct Parser;

    const Option *find(const QString &name) const;
    void take(const Option &option, Parser &parser);
    std::vector<std::string> reversed(const QStringList &arguments) const;
    Error unknownWord(const QString &word) const;

    std::vector<Option> m_options;
    QString m_group;
    std::optional<Option> m_fileArgument;
    QHash<QString, QString> m_given;
    QHash<QString, QStringList> m_repeated;
    QStringList m_files;
};

} // namespace atlas::cli
