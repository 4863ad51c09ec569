#include "core/common/issue.h"

#include "core/common/plain_text.h"

#include <QCoreApplication>

namespace atlas {

QString issueLine(const Issue &issue)
{
    const QString kind = issue.severity == Severity::Note ? QCoreApplication::translate("Issue", "note")
                                                          : QCoreApplication::translate("Issue", "warning");
    QString place;
    if (!issue.file.isEmpty() && issue.row > 0)
        place =
            QCoreApplication::translate("Issue", "%1, row %2: ").arg(issue.file, QString::number(issue.row));
    else if (!issue.file.isEmpty())
        place = issue.file + QStringLiteral(": ");
    return plainLine(kind + QStringLiteral(": ") + place + issue.message);
}

} // namespace atlas
