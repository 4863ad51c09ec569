#pragma once

#include "core/import/column_facts.h"
#include "core/import/import_plan.h"

#include <QString>
#include <QStringList>
#include <QStringView>

#include <vector>

namespace atlas {

/// A column that parts the people counted, such as sex, and which of its values is read.
struct PeopleFilter
{
    enum class Reads {
        All,     ///< it has one value only
        Total,   ///< the value that says so, or the blank one
        Chosen,  ///< what a person, an option or a project named
        Nothing, ///< what was named is not there
        Unsaid,  ///< none of its values is the total: a person has to choose, where areas have several rows
    };

    QString header;
    int position = 0;
    QStringList values; ///< in the file's order; an empty text where cells are blank
    Reads reads = Reads::All;
    QString read; ///< the value; empty where cells are blank

    /// Whether a row with this text is read.
    bool lets(QStringView text) const;
    /// "sex (Boys, Girls)"; of very many values the first.
    QString description() const;
};

/// The columns of a table with the role of a filter. What `wanted` names goes before the total.
std::vector<PeopleFilter> peopleFilters(const Grid &grid, const DataRows &rows,
                                        const std::vector<PlannedColumn> &columns, const ImportPlan &wanted);

/// Whether a text is what official tables call all the people counted: "Total", "Persons", "All pupils".
bool isTotalText(QStringView text);

/// "Boys, Girls"; of very many the first, and blank ones as "(blank)".
QString listedValues(const QStringList &values);

} // namespace atlas
