#pragma once

#include "core/robustness/monte_carlo.h"

#include <QJsonObject>
#include <QJsonValue>

#include <cstdint>
#include <optional>

namespace atlas {

class ObjectReader;

/// How draws are made, as JSON, the same wherever it is saved.
QJsonObject drawsObject(const DrawSettings &draws);
/// Reads the member that drawsObject() wrote; nothing if there is none. Draws that were made vary something;
/// settings for later ones need not. The reader keeps any error.
enum class DrawsMade { Yes, NotYet };
std::optional<DrawSettings> readDraws(ObjectReader &reader, const char *key, DrawsMade made);

/// A seed written as text, because JSON numbers cannot hold all of them. The reader keeps any error.
uint64_t readSeed(ObjectReader &reader, const char *key, const QJsonValue &text);

} // namespace atlas
