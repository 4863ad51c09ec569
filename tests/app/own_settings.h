#pragma once

#include <QCoreApplication>
#include <QSettings>
#include <QTemporaryDir>

namespace atlas::test {

/// Keeps settings in a folder of the test's own, empty at first.
struct OwnSettings
{
    OwnSettings()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
        QCoreApplication::setOrganizationName("disengagement-atlas");
        QCoreApplication::setApplicationName("disengagement-atlas-test");
    }

    QTemporaryDir folder;
};

} // namespace atlas::test
