#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

#include <functional>

namespace atlas {

/// What the figures call their areas, to choose the layer and the fields of a boundary file by.
struct WantedAreas
{
    QStringList codes;
    QStringList names;
};

/// Gives what is wanted, and waits for it if need be; null when it is not known. Asked only where a file
/// leaves a choice.
using AskWantedAreas = std::function<const WantedAreas *()>;

/// Counts how many of some wanted keys a field holds, whatever their case and spaces. Of thousands of keys
/// some hundred are looked for.
class KeyMatch
{
public:
    explicit KeyMatch(const QStringList &wanted);

    /// How many of the keys are looked for.
    qsizetype size() const { return m_wanted.size(); }
    /// How many of them are among the values.
    qsizetype count(const QStringList &values) const;

private:
    QSet<QString> m_wanted;
};

} // namespace atlas
