#pragma once

class QPushButton;
class QWidget;

namespace atlas {

/// The button that writes the chart of a window to a file.
QPushButton *newExportChartButton(QWidget *parent);

} // namespace atlas
