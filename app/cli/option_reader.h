#pragma once

#include "app/cli/option_set.h"
#include "core/common/result.h"
#include "core/index/method_words.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace atlas::cli {

/// The parts of a value with commas between them, without the spaces around them. A part that holds a comma
/// stands in quotation marks, as in CSV.
QStringList listOf(const QString &value);

/// The same for parts of the form name=value: one without a sign of equality belongs to the next, as part of
/// a name that holds commas, unless it is one of the words that stand by themselves.
QStringList namedListOf(const QString &value, const QStringList &words = {});

/// A part of the form name=value, or name alone.
struct NamedValue
{
    QString name; ///< empty when there is no sign of equality
    QString value;
};
NamedValue namedValueOf(const QString &part);

/// What the process answers: the contract with scripts.
enum ExitCode {
    ExitDone = 0,
    ExitCouldNot = 1,
    ExitWrongCommandLine = 2,
    ExitDoneWithIssues = 3, ///< only with --strict
};

/// Why a command is not begun, and what the process answers.
struct Refusal
{
    Error error;
    ExitCode code = ExitWrongCommandLine;
};

/// Reads options one after another; the first that is wrong is kept and stops nothing else from being read.
class OptionReader
{
public:
    explicit OptionReader(const OptionSet &options) : m_options(options) {}

    bool has(const char *name) const { return m_options.has(QLatin1String(name)); }
    QString text(const char *name) const { return m_options.text(QLatin1String(name)); }
    const QStringList &files() const { return m_options.files(); }
    /// A number above zero.
    double number(const char *name, double fallback);

    template <typename Choice>
    Choice choice(const char *name, Choice fallback, const Words<Choice> &words)
    {
        return has(name) ? wordOf(name, text(name), fallback, words) : fallback;
    }
    /// What a word stands for, which is part of the option's value.
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
    /// A file that an option names cannot be read: that is no wrong command line.
    void cannotRead(const Error &error);
    const std::optional<Refusal> &refusal() const { return m_refusal; }

private:
    static QString orList(const QStringList &words);

    const OptionSet &m_options;
    std::optional<Refusal> m_refusal;
};

} // namespace atlas::cli
