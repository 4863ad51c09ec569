#pragma once

#include "core/common/archive.h"
#include "core/common/progress.h"
#include "core/common/result.h"
#include "core/tables/grid.h"

#include <QByteArray>
#include <QString>

#include <string_view>
#include <vector>

namespace atlas {

struct XmlOutcome;

/// A workbook that is a zip of XML files, and what is read of it.
struct Workbook
{
    QString path; ///< as the user gave it
    QString what; ///< its role, for messages
    std::vector<ArchiveMember> members;

    /// The member of this name, whatever its case; null when there is none.
    const ArchiveMember *member(const QString &name) const;
    /// Its bytes; none when there is no such member.
    Result<QByteArray> read(const QString &name, Progress &progress) const;
    /// The sentence for XML that could not be read to its end.
    Error errorOf(const XmlOutcome &outcome) const;
    Error tooLarge(const QString &sheet) const;
    /// The sentence for a workbook with a password.
    static Error isProtected(const QString &what, const QString &path);
};

/// Adds a text to another; where it is shown raised, its digits as raised ones, so that 12.3 with a footnote
/// 1 is no 12.31.
void addShownText(QByteArray &text, std::string_view utf8, bool isRaised);

/// Whether the members are those of an XLSX workbook.
bool isXlsx(const std::vector<ArchiveMember> &members);
/// Likewise of an OpenDocument spreadsheet.
bool isOds(const std::vector<ArchiveMember> &members);

/// Reads the sheet of this name, whatever its case, or, without a name, the visible one with most figures.
/// What the workbook shows is read: a share in a format of percentages as a percentage, a date in ISO 8601,
/// the last result of a formula, an error as its text; a merged cell in every place that it covers. Fails
/// when the workbook is damaged, protected by a password or too large, when there is no such sheet, or when
/// it was cancelled.
Result<Grid> readXlsx(const Workbook &workbook, const QString &sheet, Progress &progress);
Result<Grid> readOds(const Workbook &workbook, const QString &sheet, Progress &progress);

} // namespace atlas
