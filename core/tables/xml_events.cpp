#include "core/tables/xml_events.h"

#include <expat.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <type_traits>

namespace atlas {

namespace {

std::string_view withoutPrefix(std::string_view name)
{
    const size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

struct Telling
{
    XmlListener *listener = nullptr;
    XML_Parser parser = nullptr;
};

void stopUnlessWanted(const Telling &telling)
{
    if (!telling.listener->wantsMore())
        XML_StopParser(telling.parser, XML_FALSE);
}

void XMLCALL onStart(void *data, const XML_Char *name, const XML_Char **attributes)
{
    const auto *telling = static_cast<Telling *>(data);
    telling->listener->startElement(withoutPrefix(name), XmlAttributes(attributes));
    stopUnlessWanted(*telling);
}

void XMLCALL onEnd(void *data, const XML_Char *name)
{
    const auto *telling = static_cast<Telling *>(data);
    telling->listener->endElement(withoutPrefix(name));
    stopUnlessWanted(*telling);
}

void XMLCALL onText(void *data, const XML_Char *text, int length)
{
    static_cast<Telling *>(data)->listener->text({text, static_cast<size_t>(length)});
}

void XMLCALL onDoctype(void *data, const XML_Char *, const XML_Char *, const XML_Char *, int)
{
    XML_StopParser(static_cast<Telling *>(data)->parser, XML_FALSE);
}

} // namespace

std::string_view XmlAttributes::value(std::string_view name) const
{
    for (const char *const *attribute = m_list; *attribute; attribute += 2)
        if (withoutPrefix(attribute[0]) == name)
            return attribute[1];
    return {};
}

int XmlAttributes::number(std::string_view name, int otherwise) const
{
    const std::string_view text = value(name);
    int number = otherwise;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? number : otherwise;
}

bool XmlAttributes::isTrue(std::string_view name) const
{
    const std::string_view text = value(name);
    return text == "1" || text == "true";
}

XmlOutcome readXml(const QByteArray &bytes, XmlListener &listener, Progress &progress, double start,
                   double length)
{
    const std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser(
        XML_ParserCreate(nullptr), &XML_ParserFree);
    if (!parser)
        return {XmlEnd::Damaged, {}};
    Telling telling{&listener, parser.get()};
    XML_SetUserData(parser.get(), &telling);
    XML_SetElementHandler(parser.get(), onStart, onEnd);
    XML_SetCharacterDataHandler(parser.get(), onText);
    XML_SetStartDoctypeDeclHandler(parser.get(), onDoctype);

    constexpr qsizetype pieceSize = 1 << 16;
    qsizetype done = 0;
    do {
        if (progress.isCancelled())
            return {XmlEnd::Cancelled, {}};
        const qsizetype piece = std::min(pieceSize, bytes.size() - done);
        const bool isLast = done + piece == bytes.size();
        if (XML_Parse(parser.get(), bytes.constData() + done, static_cast<int>(piece), isLast ? 1 : 0)
            != XML_STATUS_OK) {
            if (!listener.wantsMore())
                return {XmlEnd::Stopped, {}};
            return {XmlEnd::Damaged, QString::fromLatin1(XML_ErrorString(XML_GetErrorCode(parser.get())))};
        }
        done += piece;
        if (length > 0)
            progress.setFraction(start
                                 + length * static_cast<double>(done) / static_cast<double>(bytes.size()));
    } while (done < bytes.size());
    return {};
}

} // namespace atlas
