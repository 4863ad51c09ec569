#include "core/common/gdal_session.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_http.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <ogr_srs_api.h>
#include <ogrsf_frmts.h>

#include <atomic>
#include <mutex>
#include <new>

namespace atlas {

namespace {

void CPL_STDCALL collect(CPLErr severity, CPLErrorNum, const char *message)
{
    if (severity == CE_Fatal) // for want of memory; GDAL would end the process
        throw std::bad_alloc();
    auto *messages = static_cast<GdalMessages *>(CPLGetErrorHandlerUserData());
    messages->add(QString::fromUtf8(message), severity >= CE_Failure);
}

/// Whatever a file names, nothing is fetched: data that open a connection tell somebody that they were
/// opened.
CPLHTTPResult *refuseToFetch(const char *, CSLConstList, GDALProgressFunc, void *, CPLHTTPFetchWriteFunc,
                             void *, void *)
{
    auto *refused = static_cast<CPLHTTPResult *>(CPLCalloc(1, sizeof(CPLHTTPResult)));
    refused->nStatus = 1;
    refused->pszErrBuf = CPLStrdup("Files are read without a network.");
    return refused;
}

void stayOffline()
{
    CPLHTTPSetFetchCallback(refuseToFetch, nullptr);
    OSRSetPROJEnableNetwork(FALSE);
}

} // namespace

void registerFormats()
{
    // Naming the few drivers takes 1 ms where GDALAllRegister() takes 20 and loads plug-ins.
    static std::once_flag once;
    std::call_once(once, [] {
        stayOffline();
        RegisterOGRXLS();
        RegisterOGRPG();
        RegisterOGRShape();
        RegisterOGRGeoPackage();
        RegisterOGRGeoJSON();
        RegisterOGRTopoJSON();
        RegisterOGRFlatGeobuf();
        RegisterOGRTAB();
        RegisterOGRGML();
        RegisterOGROpenFileGDB();
        RegisterOGRSQLite();
#ifdef ATLAS_HAS_LIBKML
        RegisterOGRLIBKML();
#else
        RegisterOGRKML();
#endif
    });
}

GdalMessages::GdalMessages()
{
    CPLErrorReset();
    CPLPushErrorHandlerEx(collect, this);
}

GdalMessages::~GdalMessages()
{
    CPLPopErrorHandler();
}

void GdalMessages::add(const QString &line, bool isError)
{
    m_hasErrors = m_hasErrors || isError;
    if (!m_lines.contains(line))
        m_lines << line;
}

GdalMemoryFile::GdalMemoryFile(const QString &fileName, const QByteArray &bytes) : m_fileName(fileName)
{
    static std::atomic<int> count = 0;
    m_folder = QStringLiteral("/vsimem/atlas%1/").arg(++count);
    add(fileName, bytes);
}

GdalMemoryFile::~GdalMemoryFile()
{
    VSIRmdirRecursive(m_folder.toUtf8().constData());
}

void GdalMemoryFile::addBeside(const QString &fileName, const QByteArray &bytes)
{
    add(fileName, bytes);
}

void GdalMemoryFile::add(const QString &fileName, const QByteArray &bytes)
{
    m_bytes << bytes;
    // GDAL wants a mutable pointer but a file opened for reading is never written through it.
    auto *data = const_cast<GByte *>(reinterpret_cast<const GByte *>(bytes.constData()));
    VSILFILE *file = VSIFileFromMemBuffer((m_folder + fileName).toUtf8().constData(), data,
                                          static_cast<vsi_l_offset>(bytes.size()), FALSE);
    if (file)
        VSIFCloseL(file);
}

} // namespace atlas
