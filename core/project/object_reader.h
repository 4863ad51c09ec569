#pragma once

#include "core/classification/class_scheme.h"
#include "core/common/result.h"
#include "core/index/index_settings.h"
#include "core/index/method_words.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <map>
#include <optional>

namespace atlas {

/// Reads members of a JSON object. Keeps the first error, but goes on to read the rest. A missing member
/// leaves its target unchanged.
class ObjectReader
{
public:
    /// `file` names it in messages.
    ObjectReader(QJsonObject object, QString file);

    template <typename Choice>
    void choice(const char *key, const Words<Choice> &words, Choice &target)
    {
        if (has(key))
            setWord(key, value(key), words, target);
    }
    /// Sets the meaning of a word found inside a member.
    template <typename Choice>
    void setWord(const char *key, const QJsonValue &word, const Words<Choice> &words, Choice &target)
    {
        for (const auto &[known, choice] : words) {
            if (word == QJsonValue(known)) {
                target = choice;
                return;
            }
        }
        fail(key, word);
    }
    void number(const char *key, double &target);
    void flag(const char *key, bool &target);
    void text(const char *key, QString &target);
    /// Class bounds, ascending and one fewer than the classes; no bounds mean quantiles.
    void breaks(const char *key, ClassScheme &target);
    void pairs(const char *key, std::map<QString, ReferenceValues> &target);
    /// Empty if there is none.
    QJsonObject object(const char *key);
    QJsonArray array(const char *key);
    /// A list of texts.
    QStringList texts(const char *key);

    /// A reader for an object inside this one; take() keeps its error.
    ObjectReader inside(const QJsonObject &object) const { return {object, m_file}; }
    void take(const ObjectReader &inside);

    bool has(const char *key) const { return m_object.contains(QLatin1String(key)); }
    QJsonValue value(const char *key) const { return m_object.value(QLatin1String(key)); }
    /// Reports that the value is not allowed for the member.
    void fail(const char *key, const QJsonValue &value);
    /// The same for a value under a code: "risk: -1 is not understood as weights".
    void fail(const char *key, const QString &code, const QJsonValue &value);
    void fail(const QString &message);
    /// Refuses a member not among these, as it may be a known one misspelt.
    void refuseOthers(const QStringList &keys);
    const std::optional<Error> &error() const { return m_error; }
    const QString &file() const { return m_file; }

private:
    QJsonObject m_object;
    QString m_file;
    std::optional<Error> m_error = {};
};

/// Pairs by code, as read by ObjectReader::pairs().
QJsonObject pairsObject(const std::map<QString, ReferenceValues> &values);

} // namespace atlas
