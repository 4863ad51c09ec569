#pragma once

#include <QString>

#include <map>

namespace atlas {

class WatchedWindow;
struct Measurement;

/// How often each measurement inside the window is taken unless the command line says otherwise.
const std::map<QString, int> &windowMeasurements();

/// Takes a measurement and prints its figures in milliseconds, one a line.
void measure(WatchedWindow &window, const Measurement &measurement);

} // namespace atlas
