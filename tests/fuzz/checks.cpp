#include "tests/fuzz/checks.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace atlas::test {

namespace {

bool isOneLine(const QString &text)
{
    return !text.isEmpty() && std::none_of(text.begin(), text.end(), [](QChar c) {
        const auto category = c.category();
        return category == QChar::Other_Control || category == QChar::Separator_Line
               || category == QChar::Separator_Paragraph;
    });
}

} // namespace

void mustHold(bool condition, const char *rule)
{
    if (condition)
        return;
    std::fprintf(stderr, "It does not hold that %s.\n", rule);
    std::abort();
}

void mustBeShowable(const Error &error)
{
    mustHold(isOneLine(error.message), "an error is one line of text");
}

void mustBeShowable(const Issues &issues)
{
    for (const Issue &issue : issues) {
        mustHold(!issue.message.isEmpty(), "a remark says something");
        mustHold(isOneLine(issueLine(issue)), "a remark is one line of text");
    }
}

QByteArray bytesOf(const uint8_t *data, size_t size)
{
    return {reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
}

} // namespace atlas::test
