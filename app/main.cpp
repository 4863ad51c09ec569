#include "app/main_window.h"
#include "app/state/app_theme.h"
#include "core/common/memory.h"
#include "core/common/parallel.h"
#include "core/common/translations.h"

#include <QApplication>
#include <QLocale>

#include <clocale>

int main(int argc, char *argv[])
{
    atlas::useFewMemoryPools();
    QApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C"); // GDAL reads numbers with strtod()
    QCoreApplication::setOrganizationName(QStringLiteral("disengagement-atlas"));
    QCoreApplication::setApplicationName(QStringLiteral("disengagement-atlas"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ATLAS_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Disengagement Atlas"));
    atlas::installTranslations(QLocale());
    atlas::applyStyle();
    int exitCode = 0;
    {
        atlas::MainWindow window;
        window.show();
        exitCode = QApplication::exec();
    }
    atlas::leaveLostThreads(exitCode);
    return exitCode;
}
