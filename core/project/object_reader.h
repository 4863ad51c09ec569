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

/// Reads members of a JSON object; the first that is wrong is kept and stops nothing else from being read.
/// A member that is not there leaves its target as it is.
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
    /// What a word stands for, which is inside a member.
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
    /// Bounds of classes, which rise and are one less than there are classes; none at all stand for
    /// quantiles.
    void breaks(const char *key, ClassScheme &target);
    void pairs(const char *key, std::map<QString, ReferenceValues> &target);
    /// Empty where there is none.
    QJsonObject object(const char *key);
    QJsonArray array(const char *key);
    /// Texts of a list.
    QStringList texts(const char *key);

    /// A reader of an object inside this one; take() keeps what is wrong there.
    ObjectReader inside(const QJsonObject &object) const { return {object, m_file}; }
    void take(const ObjectReader &inside);

    bool has(const char *key) const { return m_object.contains(QLatin1String(key)); }
    QJsonValue value(const char *key) const { return m_object.value(QLatin1String(key)); }
    /// Says that the value is none of those allowed for the member.
    void fail(const char *key, const QJsonValue &value);
    /// The same where it belongs to a code: "risk: -1 is not understood as weights".
    void fail(const char *key, const QString &code, const QJsonValue &value);
    void fail(const QString &message);
    /// Refuses a member that is none of these: it may be a known one with a slip in its name.
    void refuseOthers(const QStringList &keys);
    const std::optional<Error> &error() const { return m_error; }
    const QString &file() const { return m_file; }

private:
    QJsonObject m_object;
    QString m_file;
    std::optional<Error> m_error = {};
};

/// Pairs by code, as ObjectReader::pairs() reads them.
QJsonObject pairsObject(const std::map<QString, ReferenceValues> &values);

} // namespace atlas
