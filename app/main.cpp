#include "app/main_window.h"
#include "app/state/app_theme.h"
#include "core/common/translations.h"

#include <QApplication>
#include <QLocale>
#include <QThread>
#include <QThreadPool>

#include <clocale>

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    // Qt's painter fills large shapes with the help of the pool and waits for it: it must not wait for what
    // is loaded or drawn in the background.
    constexpr int forPainting = 2;
    QThreadPool::globalInstance()->setMaxThreadCount(QThread::idealThreadCount() + forPainting);
    std::setlocale(LC_NUMERIC, "C"); // GDAL reads numbers with strtod()
    QCoreApplication::setOrganizationName(QStringLiteral("disengagement-atlas"));
    QCoreApplication::setApplicationName(QStringLiteral("disengagement-atlas"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ATLAS_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Disengagement Atlas"));
    atlas::installTranslations(QLocale());
    atlas::applyStyle();
    atlas::MainWindow window;
    window.show();
    return QApplication::exec();
}
