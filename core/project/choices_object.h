#pragma once

#include "core/index/choices.h"
#include "core/project/object_reader.h"
#include "core/render/looks.h"

#include <QJsonObject>

namespace atlas {

// Choices and looks as JSON, the same wherever they are saved. Numbers read back exactly. What an object
// leaves out stays unchanged in the target; the reader keeps any error, see ObjectReader.

QJsonObject choicesObject(const Choices &choices);
/// Reads the members that choicesObject() writes. Other members are allowed.
void readChoices(ObjectReader &reader, Choices &choices);

QJsonObject looksObject(const Looks &looks);
/// Refuses any member that looksObject() does not write.
void readLooks(ObjectReader &reader, Looks &looks);

} // namespace atlas
