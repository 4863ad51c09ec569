#include "core/dataset/join_words.h"

#include "core/dataset/text.h"

namespace atlas {

QString countText(size_t count)
{
    return QString::number(count);
}

QString called(const QString &code, const QString &name)
{
    if (code.isEmpty() || name.isEmpty() || code == name)
        return code.isEmpty() ? name : code;
    return QStringLiteral("%1 (%2)").arg(code, name);
}

QString called(const BoundaryArea &area)
{
    return called(area.code.text, area.name);
}

QString called(const RowJoin &row)
{
    return called(row.code.text, row.name);
}

QString nameOf(const RowJoin &row)
{
    return row.name.isEmpty() ? row.code.text : row.name;
}

QString examples(const QStringList &texts)
{
    const QString separator = Text::tr("; ", "between examples");
    const QString some = QStringList(texts.mid(0, mostExamples)).join(separator);
    return texts.size() > mostExamples ? Text::tr("%1 ...", "examples, of more").arg(some) : some;
}

} // namespace atlas
