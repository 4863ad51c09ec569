#pragma once

class QPushButton;
class QWidget;

namespace atlas {

/// The button that writes the chart of a window to a file.
QPushButton *newExportChartButton(QWidget *parent);
/// Offers the same in the context menu of the chart.
void offerExport(QPushButton &button, QWidget &chart);

} // namespace atlas
