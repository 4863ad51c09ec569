#include "core/common/issue.h"

#include <QCoreApplication>

#include <algorithm>

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
    return kind + QStringLiteral(": ") + place + issue.message;
}

bool hasWarnings(const Issues &issues)
{
    return std::any_of(issues.begin(), issues.end(),
                       [](const Issue &issue) { return issue.severity == Severity::Warning; });
}

} // namespace atlas
