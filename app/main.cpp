#include "app/shell/main_window.h"
#include "app/shell/recovery_folder.h"
#include "app/shell/start_options.h"
#include "app/state/app_theme.h"
#include "core/common/translations.h"

#include <QApplication>
#include <QLocale>
#include <QThread>
#include <QThreadPool>

#include <clocale>
#include <cstdio>

namespace {

/// Text that is printed in place of a window, before a display is looked for.
int print(const atlas::StartText &text)
{
    std::fputs(qPrintable(text.text), text.isRefusal ? stderr : stdout);
    constexpr int wrongCommandLine = 2;
    return text.isRefusal ? wrongCommandLine : 0;
}

int run(const QApplication &, const atlas::StartOptions &options)
{
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
    atlas::MainWindow window(std::nullopt);
    if (options.resetsLayout)
        window.resetLayout();
    window.keepWork(atlas::RecoveryFolder::usualPath());
    window.show();
    window.openFiles(options.files);
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    const auto asked = atlas::readStartOptions(arguments);
    if (const auto *text = std::get_if<atlas::StartText>(&asked); text && !text->isRefusal)
        return print(*text);
    const QApplication application(argc, argv); // takes Qt's own options out of the arguments
    const auto read = atlas::readStartOptions(QCoreApplication::arguments().mid(1));
    if (const auto *text = std::get_if<atlas::StartText>(&read))
        return print(*text);
    return run(application, std::get<atlas::StartOptions>(read));
}
