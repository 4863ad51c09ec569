#include "app/shell/data_step.h"

#include "app/widgets/data_text.h"

#include <utility>

namespace atlas {

DataStep::DataStep(ShownData before, ShownData after, Show show, const QString &text)
    : QUndoCommand(withoutKeys(text)), m_before(std::move(before)), m_after(std::move(after)),
      m_show(std::move(show))
{}

} // namespace atlas
