#include "core/tables/workbook.h"

#include "core/common/files.h"
#include "core/tables/text.h"
#include "core/tables/xml_events.h"

#include <algorithm>
#include <array>

namespace atlas {

namespace {

bool has(const std::vector<ArchiveMember> &members, const char *name)
{
    return std::any_of(members.begin(), members.end(), [name](const ArchiveMember &member) {
        return member.name.compare(QLatin1String(name), Qt::CaseInsensitive) == 0;
    });
}

} // namespace

const ArchiveMember *Workbook::member(const QString &name) const
{
    const auto found = std::find_if(members.begin(), members.end(), [&](const ArchiveMember &member) {
        return member.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == members.end() ? nullptr : &*found;
}

Result<QByteArray> Workbook::read(const QString &name, Progress &progress) const
{
    constexpr qint64 most = 1 << 29;
    const ArchiveMember *found = member(name);
    return found ? readMember(path, *found, most, progress) : QByteArray();
}

Error Workbook::errorOf(const XmlOutcome &outcome) const
{
    if (outcome.end == XmlEnd::Cancelled)
        return {Text::tr("Opening %1 was cancelled.").arg(path), {}};
    return {Text::tr("%1 %2 is damaged. Open it in a spreadsheet program and save it again.").arg(what, path),
            outcome.details};
}

Error Workbook::tooLarge(const QString &sheet) const
{
    return {Text::tr("The sheet %1 of %2 has too many cells. Save what is wanted of it as a smaller file.")
                .arg(sheet, fileNameOf(path)),
            {}};
}

Error Workbook::isProtected(const QString &what, const QString &path)
{
    return {
        Text::tr("%1 %2 is protected by a password. Save a copy without one, and open that.").arg(what, path),
        {}};
}

void addShownText(QByteArray &text, std::string_view utf8, bool isRaised)
{
    static const std::array<const char *, 10> raised = {"\u2070", "\u00B9", "\u00B2", "\u00B3", "\u2074",
                                                        "\u2075", "\u2076", "\u2077", "\u2078", "\u2079"};
    if (!isRaised) {
        text.append(utf8.data(), static_cast<qsizetype>(utf8.size()));
        return;
    }
    for (const char character : utf8)
        if (character >= '0' && character <= '9')
            text.append(raised[static_cast<size_t>(character - '0')]);
        else
            text.append(character);
}

bool isXlsx(const std::vector<ArchiveMember> &members)
{
    return has(members, "[Content_Types].xml");
}

bool isOds(const std::vector<ArchiveMember> &members)
{
    const bool hasContent = has(members, "content.xml") || has(members, "encrypted-package");
    return hasContent && has(members, "META-INF/manifest.xml");
}

} // namespace atlas
