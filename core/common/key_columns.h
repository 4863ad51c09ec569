#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace atlas {

/// A text column of a table or a boundary file: its header and its values, one for each row.
struct KeyColumn
{
    QString name;
    QStringList values;
};

/// Whether each value is greater than the one before it. Codes often are, and then no two are equal.
bool isRising(const QStringList &values);

/// Position of the column that identifies areas: nearly all values look like ONS codes (a letter and
/// eight digits), else the header says code (uCode, code, LEP14CD ...), else the first column whose values
/// are all there and all different. -1 when there is none.
int guessCodeColumn(const std::vector<KeyColumn> &columns);

/// Position of the column that names areas: the header says name (uName, name, LEP14NM ...).
/// -1 when there is none.
int guessNameColumn(const std::vector<KeyColumn> &columns);

} // namespace atlas
