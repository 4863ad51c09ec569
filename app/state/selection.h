#pragma once

#include "core/common/area_code.h"
#include "core/dataset/dataset.h"

#include <QHash>
#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace atlas {

/// Which areas are selected and which is pointed at, by code: shared by everything that shows areas, whatever
/// it knows about them.
class Selection : public QObject
{
    Q_OBJECT

public:
    explicit Selection(QObject *parent = nullptr);

    const std::vector<AreaCode> &codes() const { return m_codes; } ///< ascending, no duplicates
    /// The area to explain: of those still selected, the one selected last; empty without a selection.
    const AreaCode &current() const { return m_current; }
    const AreaCode &hovered() const { return m_hovered; } ///< empty if none is

    /// Codes in any order. If `current` is not among them, the present one stays if it is; otherwise it is
    /// the first by code.
    void select(std::vector<AreaCode> codes, const AreaCode &current = {});
    void hover(const AreaCode &code);

signals:
    void changed();
    void hoverChanged();

private:
    std::vector<AreaCode> m_codes;
    AreaCode m_current;
    AreaCode m_hovered;
};

/// A selection as positions in a dataset's areas, for anything that shows them. Selected areas that the
/// dataset lacks stay selected until the selection is changed.
class SelectedAreas : public QObject
{
    Q_OBJECT

public:
    explicit SelectedAreas(Selection &selection, QObject *parent = nullptr);

    /// From now on, positions are those in this dataset. Null for none.
    void setDataset(std::shared_ptr<const Dataset> dataset);

    const std::vector<size_t> &areas() const { return m_areas; } ///< ascending
    bool isSelected(size_t area) const { return area < m_isSelected.size() && m_isSelected[area]; }
    std::optional<size_t> current() const { return m_current; }
    std::optional<size_t> hovered() const { return m_hovered; }
    /// Position of an area by code; nothing if the dataset lacks it.
    std::optional<size_t> find(const AreaCode &code) const;

    /// Areas in any order. See Selection::select().
    void select(std::vector<size_t> areas, std::optional<size_t> current = {});
    /// Selects this area alone or, if `toggles`, adds it to the selection or removes it.
    void choose(size_t area, bool toggles);
    void selectAll();
    void hover(std::optional<size_t> area);

signals:
    void changed();
    void hoverChanged();

private:
    void place();
    void placeHover();
    AreaCode codeOf(std::optional<size_t> area) const;

    Selection &m_selection;
    std::shared_ptr<const Dataset> m_dataset;
    mutable QHash<AreaCode, size_t> m_areaOfCode; ///< filled when a code is first asked for
    std::vector<bool> m_isSelected;               ///< one for each area
    std::vector<size_t> m_areas;
    std::optional<size_t> m_current;
    std::optional<size_t> m_hovered;
};

} // namespace atlas
