#include "app/atlas/choices_command.h"

#include "app/state/document.h"
#include "app/widgets/data_text.h"

#include <QUndoCommand>
#include <QUndoStack>

#include <utility>

namespace atlas {

namespace {

/// Choices and looks before and after; one class serves every step.
class ChoicesCommand : public QUndoCommand
{
public:
    ChoicesCommand(Document &document, Choices choices, Looks looks, const QString &text)
        : QUndoCommand(withoutKeys(text)), m_document(document), m_choicesBefore(document.now().choices()),
          m_looksBefore(document.now().looks()), m_choices(std::move(choices)), m_looks(std::move(looks))
    {}
    void undo() override { m_document.set(m_choicesBefore, m_looksBefore); }
    void redo() override { m_document.set(m_choices, m_looks); }

private:
    Document &m_document;
    Choices m_choicesBefore;
    Looks m_looksBefore;
    Choices m_choices;
    Looks m_looks;
};

} // namespace

void pushChoices(QUndoStack &stack, Document &document, const Choices &choices, const QString &text)
{
    push(stack, document, choices, document.now().looks(), text);
}

void pushLooks(QUndoStack &stack, Document &document, const Looks &looks, const QString &text)
{
    push(stack, document, document.now().choices(), looks, text);
}

void push(QUndoStack &stack, Document &document, const Choices &choices, const Looks &looks,
          const QString &text)
{
    if (choices != document.now().choices() || looks != document.now().looks())
        stack.push(new ChoicesCommand(document, choices, looks, text)); // the stack owns it
}

} // namespace atlas
