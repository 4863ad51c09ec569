#pragma once

#include <QString>
#include <QStringList>

#include <array>
#include <cstdint>

namespace atlas {

/// A name without the notes that tables hang on it: "Dorset (1)", "Dorset [note 2]", "Dorset*" and "Dorset¹"
/// are "Dorset". What a bracket says in words stays.
QString withoutNotes(const QString &name);

/// In which way two names are alike.
enum class Likeness {
    None,
    Note,     ///< the same but for a note
    Words,    ///< the same but for words that lists leave out; see looseName()
    Part,     ///< all words of one stand in the other
    Spelling, ///< a few letters differ
};

struct NameLikeness
{
    Likeness kind = Likeness::None;
    double share = 0; ///< how much of the names is the same: above 0, at most 1
    int letters = 0;  ///< that differ, of Spelling

    bool operator==(const NameLikeness &) const = default;
};

/// A name made ready to be compared with many.
struct NameForms
{
    QString loose; ///< with its note
    QString plain; ///< the same without
    QString folded;
    QStringList words; ///< of `plain`
    QString telling;   ///< words and numbers of it that tell neighbours apart: "north", "2"
    std::array<uint8_t, 40> letters = {};
};

NameForms formsOf(const QString &name);

/// Names that differ in "North" and "South", or in a number, are not alike: they are neighbours. Of the
/// others, up to a third of the letters may differ (Damerau 1964; see stepsBetween()).
NameLikeness likenessOf(const NameForms &name, const NameForms &other);

} // namespace atlas
