#pragma once

#include "core/common/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace atlas {

/// Registers the vector formats that the program opens (shapefile, GeoPackage, GeoJSON, TopoJSON, FlatGeobuf,
/// MapInfo, KML, GML, geodatabase, SQLite) and no other, once for the process, and has GDAL and PROJ refuse
/// every request to a network. Safe from any thread.
void registerFormats();

/// While it lives, what GDAL has to say on this thread is collected here instead of being printed.
class GdalMessages
{
public:
    GdalMessages();
    ~GdalMessages();
    GdalMessages(const GdalMessages &) = delete;
    GdalMessages &operator=(const GdalMessages &) = delete;

    /// One message a line, in order; empty when GDAL had nothing to say.
    QString text() const { return m_lines.join(QLatin1Char('\n')); }
    /// True when at least one of them was an error, not a warning.
    bool hasErrors() const { return m_hasErrors; }
    void add(const QString &line, bool isError);

private:
    QStringList m_lines;
    bool m_hasErrors = false;
};

/// Bytes under a name that GDAL can open, for as long as this lives. Not copied: keep `bytes` alive.
class GdalMemoryFile
{
public:
    /// `fileName` is the last part of the name, for example "table.csv": drivers look at the extension.
    GdalMemoryFile(const QString &fileName, const QByteArray &bytes);
    ~GdalMemoryFile();
    GdalMemoryFile(const GdalMemoryFile &) = delete;
    GdalMemoryFile &operator=(const GdalMemoryFile &) = delete;

    QString path() const { return m_folder + m_fileName; }
    /// Adds a file beside the first one, as the .dbf beside a .shp.
    void addBeside(const QString &fileName, const QByteArray &bytes);

private:
    void add(const QString &fileName, const QByteArray &bytes);

    QString m_folder;
    QString m_fileName;
    QList<QByteArray> m_bytes;
};

} // namespace atlas
