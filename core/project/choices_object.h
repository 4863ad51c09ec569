#pragma once

#include "core/index/choices.h"
#include "core/project/object_reader.h"
#include "core/render/looks.h"

#include <QJsonObject>

namespace atlas {

// Choices and looks as JSON, the same wherever they are kept. Numbers read back exactly. What an object does
// not say stays as it is in the target; what cannot be read is kept by the reader, see ObjectReader.

QJsonObject choicesObject(const Choices &choices);
/// Reads the members that choicesObject() writes. The object may have others.
void readChoices(ObjectReader &reader, Choices &choices);

QJsonObject looksObject(const Looks &looks);
/// Refuses members that looksObject() does not write.
void readLooks(ObjectReader &reader, Looks &looks);

} // namespace atlas
