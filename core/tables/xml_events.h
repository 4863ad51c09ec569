#pragma once

#include "core/common/progress.h"

#include <QByteArray>
#include <QString>

#include <string_view>

namespace atlas {

/// The attributes of an element.
class XmlAttributes
{
public:
    /// Name, value, name, value ... and a null pointer.
    explicit XmlAttributes(const char *const *list) : m_list(list) {}

    /// Of the first with this name, whatever its prefix; empty when there is none.
    std::string_view value(std::string_view name) const;
    /// The same as a whole number; `otherwise` when it is none.
    int number(std::string_view name, int otherwise) const;
    /// "1" or "true".
    bool isTrue(std::string_view name) const;

private:
    const char *const *m_list;
};

/// Hears what stands in an XML document, in order. Names come without their prefixes, texts in pieces.
class XmlListener
{
public:
    virtual ~XmlListener() = default;
    virtual void startElement(std::string_view name, const XmlAttributes &attributes) = 0;
    virtual void endElement(std::string_view name) = 0;
    virtual void text(std::string_view utf8) = 0;
    /// False ends the reading.
    virtual bool wantsMore() const { return true; }
};

enum class XmlEnd { Complete, Stopped, Cancelled, Damaged };

struct XmlOutcome
{
    XmlEnd end = XmlEnd::Complete;
    QString details; ///< what is wrong, in the words of the library
};

/// Tells the listener of a document. Definitions of its own (a DOCTYPE), which no workbook has, make it
/// Damaged, so that nothing in it can grow. Reports progress from `start` on, so long, and can be cancelled.
XmlOutcome readXml(const QByteArray &bytes, XmlListener &listener, Progress &progress, double start = 0,
                   double length = 0);

} // namespace atlas
