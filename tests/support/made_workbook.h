#pragma once

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

#include <vector>

namespace atlas::test {

struct MadeSheet
{
    QByteArray name;
    QByteArray xml;             ///< what stands in its worksheet (XLSX) or table (ODS) element
    QByteArray attributes = {}; ///< of the sheet (XLSX) or table (ODS) element
};

/// Writes an XLSX whose cells (in `xml`, as <sheetData> and what follows it) may use the formats 0 General,
/// 1 0.0%, 2 dd/mm/yyyy, 3 yyyy, 4 dd/mm/yyyy hh:mm, 5 0.0"%", 6 built in (0.00%), 7 0.0, in thousands, 8 "c"
/// below 5, 9 0.0" [u]", 10 of accounts, 11 millions of pounds and 12 "low" for zero, and the shared strings
/// given. Returns its path.
QString writeXlsx(const QTemporaryDir &folder, const QString &name, const std::vector<MadeSheet> &sheets,
                  const std::vector<QByteArray> &strings = {}, const QByteArray &workbookProperties = {});

/// Writes an ODS whose table style "hidden" is hidden and whose text style "raised" is raised. Returns its
/// path.
QString writeOds(const QTemporaryDir &folder, const QString &name, const std::vector<MadeSheet> &sheets);

} // namespace atlas::test
