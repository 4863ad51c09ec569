#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace atlas {

/// What tells whether a column of figures or a field of boundaries holds codes or names of areas. Shares are
/// from 0 to 1.
struct KeyEvidence
{
    QString head;
    QStringList words;       ///< of the head, see wordsOf()
    double filled = 0;       ///< of the rows have a value
    bool isOfficial = false; ///< nearly all are codes of the Office for National Statistics
    bool isWhole = false;    ///< all are whole numbers
    bool isDecimal = false;  ///< some are other numbers
    bool hasTexts = false;
    bool areTexts = false; ///< half of them or more
    /// The share of different values, and of those that known areas have. Asked for only where they matter,
    /// as they take long.
    std::function<double()> distinct;
    std::function<double()> known;
};

/// How well a column serves as the codes of the rows, the more the better; nothing where it cannot be that.
/// Known codes count most, then those of the Office for National Statistics, then what the head says, then
/// that the rows are told apart.
std::optional<double> codeScore(const KeyEvidence &evidence);

/// The same for names. `mayBeUnsaid` for a column that may be the names whatever its head.
std::optional<double> nameScore(const KeyEvidence &evidence, bool mayBeUnsaid = false);

/// A text column of a table or a boundary file: its header and its values, one for each row; none where they
/// have not been read yet, which is taken for all different ones.
struct KeyColumn
{
    QString name;
    QStringList values;
};

/// Whether each value is greater than the one before it. Codes often are, and then no two are equal.
bool isRising(const QStringList &values);

/// Position of the column that identifies areas: that of the best codeScore(), the first of equals, whose
/// codes are official or all different; else the first column whose values are all there and all different.
/// -1 when there is none.
int guessCodeColumn(const std::vector<KeyColumn> &columns);

/// Position of the column that names areas: that of the best nameScore(), the first of equals, of the kind of
/// areas that the codes are of. -1 when there is none. `code` is the position of the codes, or -1.
int guessNameColumn(const std::vector<KeyColumn> &columns, int code = -1);

} // namespace atlas
