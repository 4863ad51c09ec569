#include "app/cli/run_command.h"
#include "core/common/translations.h"

#include <QGuiApplication>
#include <QHashFunctions>
#include <QLocale>
#include <QTemporaryDir>

#include <clocale>

int main(int argc, char *argv[])
{
    QHashSeed::setDeterministicGlobalSeed(); // or the fonts in a PDF would vary in order
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen"); // no display is needed
    QTemporaryDir runtime; // without a session, Qt would warn that it has to make one up
    if (qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR"))
        qputenv("XDG_RUNTIME_DIR", runtime.path().toUtf8());
    QGuiApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C"); // GDAL reads numbers with strtod()
    QCoreApplication::setApplicationVersion(QStringLiteral(ATLAS_VERSION));
    atlas::installTranslations(QLocale());
    return atlas::cli::runCommand(QCoreApplication::arguments().mid(1));
}
