#pragma once

#include "core/common/result.h"
#include "core/index/method_words.h"

#include <QCommandLineParser>
#include <QString>
#include <QStringList>

#include <optional>

namespace atlas::cli {

/// The parts of a value with commas between them, without the spaces around them.
QStringList listOf(const QString &value);

/// A part of the form name=value, or name alone.
struct NamedValue
{
    QString name; ///< empty when there is no sign of equality
    QString value;
};
NamedValue namedValueOf(const QString &part);

/// Reads options one after another; the first that is wrong is kept and stops nothing else from being read.
class OptionReader
{
public:
    explicit OptionReader(const QCommandLineParser &parser) : m_parser(parser) {}

    bool has(const char *name) const { return m_parser.isSet(QLatin1String(name)); }
    QString text(const char *name) const { return m_parser.value(QLatin1String(name)); }
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
    const std::optional<Error> &error() const { return m_error; }

private:
    static QString orList(const QStringList &words);

    const QCommandLineParser &m_parser;
    std::optional<Error> m_error;
};

} // namespace atlas::cli
