#pragma once

#include "core/index/choices.h"
#include "core/render/looks.h"

#include <QString>

class QUndoStack;

namespace atlas {

class Document;

/// Makes the document follow these, and lets undo take it back to what it was. `text` names the step in the
/// menu. Nothing happens when nothing changes.
void pushChoices(QUndoStack &stack, Document &document, const Choices &choices, const QString &text);
void pushLooks(QUndoStack &stack, Document &document, const Looks &looks, const QString &text);
void push(QUndoStack &stack, Document &document, const Choices &choices, const Looks &looks,
          const QString &text);

} // namespace atlas
