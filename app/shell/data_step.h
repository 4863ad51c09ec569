#pragma once

#include "app/state/dataset_loader.h"

#include <QUndoCommand>

#include <functional>

namespace atlas {

/// Data and where they were read from.
struct ShownData
{
    LoadedData data;
    DataSources sources;
};

/// Other data in place of those on show, as a step that can be undone. Both stay in memory; data of the same
/// boundaries share their shapes.
class DataStep : public QUndoCommand
{
public:
    using Show = std::function<void(const ShownData &)>;

    /// `show` puts data in place of those on show. `text` names the step in the menu.
    DataStep(ShownData before, ShownData after, Show show, const QString &text);

    void undo() override { m_show(m_before); }
    void redo() override { m_show(m_after); }

private:
    ShownData m_before;
    ShownData m_after;
    Show m_show;
};

} // namespace atlas
