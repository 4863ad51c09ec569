#include "app/atlas/choices_command.h"

#include "app/state/document.h"
#include "app/state/preferences.h"
#include "app/widgets/data_text.h"

#include <QUndoCommand>
#include <QUndoStack>

#include <utility>

namespace atlas {

namespace {

/// Whether the next start begins with the looks that a step brings: with what was chosen by hand, or taken
/// back, but not with what a method brings along.
enum class Remembers { Yes, No };

struct ViewedChoices
{
    Choices choices;
    Looks looks;
};

/// Choices and looks before and after; one class serves every step.
class ChoicesCommand : public QUndoCommand
{
public:
    ChoicesCommand(Document &document, ViewedChoices after, Remembers remembers, const QString &text)
        : QUndoCommand(withoutKeys(text)),
          m_document(document), m_before{document.now().choices(), document.now().looks()},
          m_after(std::move(after)), m_remembers(remembers)
    {}
    void undo() override { change(m_after, m_before); }
    void redo() override { change(m_before, m_after); }

private:
    void change(const ViewedChoices &from, const ViewedChoices &to)
    {
        m_document.set(to.choices, to.looks);
        if (m_remembers == Remembers::No)
            return;
        if (to.looks != from.looks)
            Preferences().setLooks(to.looks, from.looks);
        if (to.choices.nodeScores != from.choices.nodeScores)
            Preferences().setNodeScores(to.choices.nodeScores);
    }

    Document &m_document;
    ViewedChoices m_before;
    ViewedChoices m_after;
    Remembers m_remembers;
};

void push(QUndoStack &stack, Document &document, ViewedChoices after, Remembers remembers,
          const QString &text)
{
    if (after.choices != document.now().choices() || after.looks != document.now().looks())
        stack.push(new ChoicesCommand(document, std::move(after), remembers, text)); // the stack owns it
}

} // namespace

void pushChoices(QUndoStack &stack, Document &document, const Choices &choices, const QString &text)
{
    push(stack, document, {choices, document.now().looks()}, Remembers::Yes, text);
}

void pushLooks(QUndoStack &stack, Document &document, const Looks &looks, const QString &text)
{
    push(stack, document, {document.now().choices(), looks}, Remembers::Yes, text);
}

void pushMethod(QUndoStack &stack, Document &document, const Choices &choices, const Looks &looks,
                const QString &text)
{
    push(stack, document, {choices, looks}, Remembers::No, text);
}

} // namespace atlas
