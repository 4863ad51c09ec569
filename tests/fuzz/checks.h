#pragma once

#include "core/common/issue.h"
#include "core/common/result.h"

#include <QByteArray>

#include <cstddef>
#include <cstdint>

namespace atlas::test {

/// Ends the program, which libFuzzer takes for a finding, unless `condition` holds. `rule` says what does
/// not.
void mustHold(bool condition, const char *rule);

/// That an error or a remark can be shown on one line.
void mustBeShowable(const Error &error);
void mustBeShowable(const Issues &issues);

/// Copied, with a zero behind the last, as bytes of a file have.
QByteArray bytesOf(const uint8_t *data, size_t size);

} // namespace atlas::test
