#pragma once

#include "core/boundaries/boundary_set.h"
#include "core/dataset/join_report.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace atlas {

// How remarks on a join speak of rows and areas.

using RowJoins = std::vector<const RowJoin *>;

constexpr qsizetype mostExamples = 3;

QString countText(size_t count);

/// "E06000001 (Hartlepool)", or the one of them that there is.
QString called(const QString &code, const QString &name);
QString called(const BoundaryArea &area);
QString called(const RowJoin &row);

/// The first of them, and a sign that there are more.
QString examples(const QStringList &texts);

/// The same of rows, of which `text` makes an example.
QString examplesOf(const RowJoins &rows, const auto &text)
{
    QStringList texts;
    for (size_t i = 0; i < rows.size() && texts.size() <= mostExamples; ++i)
        texts << text(*rows[i]);
    return examples(texts);
}

} // namespace atlas
