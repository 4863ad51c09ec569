#include "app/shell/import_command.h"

#include <utility>

namespace atlas {

ImportCommand::ImportCommand(ShownWork before, std::function<ShownWork()> look,
                             std::function<void(const ShownWork &)> show, const QString &text)
    : QUndoCommand(text), m_before(std::move(before)), m_look(std::move(look)), m_show(std::move(show))
{}

void ImportCommand::undo()
{
    m_after = m_look();
    m_show(m_before);
}

/// Nothing the first time: they are on show already.
void ImportCommand::redo()
{
    if (!m_after)
        return;
    m_before = m_look(); // which may have been saved in the meantime
    m_show(*m_after);
}

} // namespace atlas
