#pragma once

#include "app/charts/area_bars.h"
#include "app/widgets/tool_window.h"
#include "core/common/result.h"
#include "core/index/benchmark.h"
#include "core/index/shown_variable.h"
#include "core/render/picture_file.h"

#include <vector>

class QComboBox;
class QLayout;
class QLineEdit;
class QSplitter;
class QPushButton;
class QTableWidget;

namespace atlas {

class Document;
class SelectedAreas;
class HintLabel;

/// Up to six pinned areas side by side, as bars and as figures, each with its difference from a benchmark.
/// Stays open beside the window; pins stay when the selection moves on.
class CompareDialog : public ToolWindow
{
    Q_OBJECT

public:
    CompareDialog(const Document &document, const SelectedAreas &areas, QWidget *parent);

    static constexpr size_t mostPins = mostComparedAreas;
    /// Pins the selected areas if none are pinned.
    void offerSelected();
    const std::vector<AreaCode> &pins() const { return m_pins; }

signals:
    void areaActivated(const atlas::AreaCode &code);
    void written(const QString &path); ///< empty if it was not written after all

private:
    void makeAdding();
    void listNames();
    void pinSelected();
    void pin(const std::vector<size_t> &areas);
    void unpin();
    void listBenchmarks();
    void refresh();
    void addRow(const ShownVariable &shown, const std::vector<size_t> &areas);
    void addRanks(const std::vector<size_t> &areas);
    double benchmarkOf(const ShownVariable &shown) const;
    void layOut(QLayout *top);
    void showBars(const std::vector<size_t> &areas);
    QStringList pinnedNames() const;
    Result<Picture> picture() const;
    void exportChart();
    void refreshButtons();

    const Document &m_document;
    const SelectedAreas &m_areas;
    std::vector<AreaCode> m_pins;
    QComboBox *m_benchmark;
    QLineEdit *m_add;
    QPushButton *m_pin;
    QPushButton *m_unpin;
    QSplitter *m_both = nullptr; ///< bars and table; hidden while there is nothing to show
    AreaBars *m_bars;
    QTableWidget *m_table;
    QPushButton *m_exportChart;
    HintLabel *m_hint;
};

} // namespace atlas
