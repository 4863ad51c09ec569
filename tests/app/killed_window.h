#pragma once

namespace atlas::test {

// What the window that is to be killed is told, and what it says once its work is kept.
inline constexpr const char *killedWindowName = "killed_window";
inline constexpr const char *folderVariable = "ATLAS_TEST_RECOVERY_FOLDER";
inline constexpr const char *projectVariable = "ATLAS_TEST_PROJECT"; ///< none for a session without one
inline constexpr const char *keptLine = "everything is kept\n";
inline constexpr const char *scenarioName = "Before the kill";

} // namespace atlas::test
