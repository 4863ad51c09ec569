#pragma once

#include <QString>

namespace atlas {

/// Rich text: what keys and mouse do.
QString keysText();

/// Rich text: how the index is made, step by step, with its source.
QString methodHelpText();

} // namespace atlas
