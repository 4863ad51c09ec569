#include "app/actions/choices_command.h"

#include "app/state/atlas_state.h"
#include "app/widgets/data_text.h"

#include <QUndoCommand>
#include <QUndoStack>

#include <utility>

namespace atlas {

namespace {

void apply(AtlasState &state, const Choices &choices)
{
    DisplaySettings display = state.display();
    display.shown = choices.shown;
    display.setScheme(choices.scheme);
    state.setChoices({choices.index, display, choices.whatIfs});
}

/// Keeps the old and the new values; one class for every choice.
class ChoicesCommand : public QUndoCommand
{
public:
    ChoicesCommand(AtlasState &state, Choices after, const QString &text)
        : QUndoCommand(withoutKeys(text)), m_state(state), m_before(choicesOf(state)),
          m_after(std::move(after))
    {}
    void undo() override { apply(m_state, m_before); }
    void redo() override { apply(m_state, m_after); }

private:
    AtlasState &m_state;
    Choices m_before;
    Choices m_after;
};

} // namespace

Choices choicesOf(const AtlasState &state)
{
    return {state.indexSettings(), state.display().shown, state.display().scheme(),
            state.dataset() ? state.dataset()->whatIfs : std::vector<WhatIf>()};
}

void pushChoices(QUndoStack &stack, AtlasState &state, const Choices &after, const QString &text)
{
    if (after != choicesOf(state))
        stack.push(new ChoicesCommand(state, after, text)); // the stack owns it
}

} // namespace atlas
