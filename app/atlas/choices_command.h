#pragma once

#include "core/index/choices.h"
#include "core/render/looks.h"

#include <QString>

class QUndoStack;

namespace atlas {

class Document;

/// Applies these to the document as a step that can be undone. `text` names the step in the menu. Does
/// nothing if nothing would change. The next start begins with looks that were pushed by themselves.
void pushChoices(QUndoStack &stack, Document &document, const Choices &choices, const QString &text);
void pushLooks(QUndoStack &stack, Document &document, const Looks &looks, const QString &text);
/// The same for what a method brings along.
void pushMethod(QUndoStack &stack, Document &document, const Choices &choices, const Looks &looks,
                const QString &text);

} // namespace atlas
