#pragma once

#include "app/cli/option_set.h"
#include "core/common/result.h"
#include "core/index/method_words.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace atlas::cli {

/// The comma-separated parts of a value, without surrounding spaces. A part that contains a comma is in
/// quotation marks, as in CSV.
QStringList listOf(const QString &value);

/// As listOf(), for parts of the form name=value. A part without an equals sign belongs to the next one, as
/// part of a name that contains commas, unless it is one of `words`, which stand alone.
QStringList namedListOf(const QString &value, const QStringList &words = {});

/// A part of the form name=value, or a value alone.
struct NamedValue
{
    QString name; ///< empty if there is no equals sign
    QString value;
};
NamedValue namedValueOf(const QString &part);

/// Exit codes of the process, on which scripts rely.
enum ExitCode {
    ExitDone = 0,
    ExitCouldNot = 1,
    ExitWrongCommandLine = 2,
    ExitDoneWithIssues = 3, ///< only with --strict
};

/// Why a command is not run, and the exit code.
struct Refusal
{
    Error error;
    ExitCode code = ExitWrongCommandLine;
};

/// Reads options one by one. Keeps the first error, but goes on to read the rest.
class OptionReader
{
public:
    explicit OptionReader(const OptionSet &options) : m_options(options) {}

    bool has(const char *name) const { return m_options.has(QLatin1String(name)); }
    QString text(const char *name) const { return m_options.text(QLatin1String(name)); }
    /// Of an option that may be given again and again.
    QStringList texts(const char *name) const { return m_options.texts(QLatin1String(name)); }
    const QStringList &files() const { return m_options.files(); }
    /// A number greater than zero.
    double number(const char *name, double fallback);

    template <typename Choice>
    Choice choice(const char *name, Choice fallback, const Words<Choice> &words)
    {
        return has(name) ? wordOf(name, text(name), fallback, words) : fallback;
    }
    /// The meaning of a word that is part of the option's value.
    template <typename Choice>
    Choice wordOf(const char *name, const QString &text, Choice fallback, const Words<Choice> &words)
    {
        QStringList allowed;
        for (const auto &[word, value] : words) {
            if (word == text)
                return value;
            allowed << word;
        }
        fail(name, orList(allowed));
        return fallback;
    }

    void fail(const char *name, const QString &allowed);
    void refuse(const QString &message);
    /// For a file named by an option that cannot be read; the command line itself is not wrong.
    void cannotRead(const Error &error);
    const std::optional<Refusal> &refusal() const { return m_refusal; }

private:
    static QString orList(const QStringList &words);

    const OptionSet &m_options;
    std::optional<Refusal> m_refusal;
};

} // namespace atlas::cli
