#pragma once

#include "app/state/dataset_loader.h"
#include "core/project/project_file.h"

#include <QUndoCommand>

#include <functional>
#include <optional>

namespace atlas {

/// All of what a window shows that another file replaces.
struct ShownWork
{
    LoadedData data;
    DataSources sources;
    Choices choices;
    Looks looks;
    std::vector<AreaCode> selection;
    AreaCode current;
    std::vector<Method> scenarios;
    DrawSettings drawSettings;
    uint64_t roundingSeed = 0;
    QString path; ///< of the project; empty for none
    QString name; ///< of its method
    std::optional<uint64_t> roundingBandSeed;
    Project saved;
    bool isRestored = false;
    bool isDataNew = false;
    std::optional<DrawSettings> drawn = {}; ///< how the draws on show were made
};

/// Files that were opened in place of others: undo brings back what was open before.
class ImportCommand : public QUndoCommand
{
public:
    /// To be pushed when the new files are on show. `look` says what is on show, `show` shows it.
    ImportCommand(ShownWork before, std::function<ShownWork()> look,
                  std::function<void(const ShownWork &)> show, const QString &text);

    void undo() override;
    void redo() override;

private:
    ShownWork m_before;
    std::optional<ShownWork> m_after; ///< once it was undone
    std::function<ShownWork()> m_look;
    std::function<void(const ShownWork &)> m_show;
};

} // namespace atlas
