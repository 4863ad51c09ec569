#pragma once

#include "core/common/area_code.h"
#include "core/dataset/dataset.h"

#include <QHash>
#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace atlas {

/// Which areas are selected and which is pointed at, by code: the same for everything that shows areas,
/// whatever it knows of them.
class Selection : public QObject
{
    Q_OBJECT

public:
    explicit Selection(QObject *parent = nullptr);

    const std::vector<AreaCode> &codes() const { return m_codes; } ///< rising, none twice
    /// The area to explain: the one selected last that still is; empty without a selection.
    const AreaCode &current() const { return m_current; }
    const AreaCode &hovered() const { return m_hovered; } ///< empty while none is

    /// In any order. Where `current` is none of these, the present one stays if it is; else it is the first.
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

/// A selection as positions in the areas of a dataset, for whoever shows them. Selected areas that the
/// dataset has not stay selected until others are.
class SelectedAreas : public QObject
{
    Q_OBJECT

public:
    explicit SelectedAreas(Selection &selection, QObject *parent = nullptr);

    /// Positions are those of this dataset from now on. Null for none.
    void setDataset(std::shared_ptr<const Dataset> dataset);

    const std::vector<size_t> &areas() const { return m_areas; } ///< rising
    bool isSelected(size_t area) const { return area < m_isSelected.size() && m_isSelected[area]; }
    std::optional<size_t> current() const { return m_current; }
    std::optional<size_t> hovered() const { return m_hovered; }
    /// Position of an area by code; nothing where the dataset has none such.
    std::optional<size_t> find(const AreaCode &code) const;

    /// In any order. See Selection::select().
    void select(std::vector<size_t> areas, std::optional<size_t> current = {});
    /// Selects the area alone, or, where it `toggles`, adds it to the others or takes it from them.
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
    mutable QHash<AreaCode, size_t> m_areaOfCode; ///< listed when a code is asked for first
    std::vector<bool> m_isSelected;               ///< for each area
    std::vector<size_t> m_areas;
    std::optional<size_t> m_current;
    std::optional<size_t> m_hovered;
};

} // namespace atlas
