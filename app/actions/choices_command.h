#pragma once

#include "core/classification/class_scheme.h"
#include "core/dataset/dataset.h"
#include "core/index/index_settings.h"

#include <QString>

#include <vector>

class QUndoStack;

namespace atlas {

class AtlasState;

/// Everything that undo takes back.
struct Choices
{
    IndexSettings index;
    QString shown;          ///< code of the variable on the map
    ClassScheme scheme = 4; ///< of that variable; with its own breaks only while it is shown
    std::vector<WhatIf> whatIfs;

    bool operator==(const Choices &) const = default;
};

Choices choicesOf(const AtlasState &state);

/// Makes the state follow `after` and lets undo take it back to what it was. `text` names the step in the
/// menu. Nothing happens when nothing changes.
void pushChoices(QUndoStack &stack, AtlasState &state, const Choices &after, const QString &text);

} // namespace atlas
