#include "core/common/translations.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace atlas {

void installTranslations(const QLocale &locale)
{
    auto *translator = new QTranslator(QCoreApplication::instance());
    const QString folder = QStringLiteral(":/i18n");
    const QString name = QStringLiteral("disengagement-atlas");
    if (translator->load(locale, name, QStringLiteral("_"), folder)
        || translator->load(name + QStringLiteral("_en"), folder))
        QCoreApplication::installTranslator(translator);
}

} // namespace atlas
