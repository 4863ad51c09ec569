#include "core/indicators/name_matching.h"

namespace atlas {

QString foldName(const QString &name)
{
    QString words = name;
    words.replace(QLatin1Char('&'), QStringLiteral(" and "));
    QString folded;
    for (const QChar character : words.normalized(QString::NormalizationForm_KD))
        if (character.isLetterOrNumber())
            folded += character.toCaseFolded();
    return folded;
}

} // namespace atlas
