#pragma once

#include "core/common/result.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>
#include <string>
#include <vector>

namespace atlas::cli {

/// The options that a command takes, in groups, and what was given for them.
class OptionSet
{
public:
    /// Options that are added from now on stand under this heading in the help.
    void startGroup(const QString &heading) { m_group = heading; }
    /// An option with a value; `what` names the value in the help.
    void addValue(const QString &name, const QString &what, const QString &help);
    /// An option that is there or not.
    void addSwitch(const QString &name, const QString &help);
    /// What stands without a name before it, any number of times.
    void addFiles(const QString &what, const QString &help);

    /// Takes the arguments after the command. Fails with what is wrong and, for a name that is not known, the
    /// one most like it.
    Result<Done> parse(const QStringList &arguments);
    /// The help of a command: how it is called, and every option by group.
    QString help(const QString &command, const QString &summary) const;

    /// Whether there is such an option.
    bool knows(const QString &name) const;
    bool has(const QString &name) const { return m_given.contains(name); }
    /// The value that was given last; empty where there is none.
    QString text(const QString &name) const { return m_given.value(name); }
    const QStringList &files() const { return m_files; }

private:
    struct Option
    {
        QString group;
        QString name;
        QString what; ///< empty for a switch
        QString help;
    };

    struct Parser;

    const Option *find(const QString &name) const;
    std::vector<std::string> reversed(const QStringList &arguments) const;
    Error unknownWord(const QString &word) const;

    std::vector<Option> m_options;
    QString m_group;
    std::optional<Option> m_fileArgument;
    QHash<QString, QString> m_given;
    QStringList m_files;
};

/// The candidate with the fewest letters to change, add, leave out or swap to come from `word` to it, where
/// these are few for its length; empty when none is like it.
QString nearestTo(const QString &word, const QStringList &candidates);

} // namespace atlas::cli
