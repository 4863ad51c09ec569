#pragma once

#include "core/dataset/dataset.h"
#include "core/index/compute_index.h"
#include "core/index/index_settings.h"
#include "core/index/shown_variable.h"
#include "core/project/method_file.h"
#include "core/render/display_settings.h"
#include "core/render/map_scene.h"
#include "core/render/theme.h"
#include "core/robustness/monte_carlo.h"
#include "core/robustness/published_ranks.h"
#include "core/robustness/rounding_band.h"

#include <QHash>
#include <QLocale>
#include <QObject>
#include <QSet>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace atlas {

/// The choices that make a view of data.
struct AllChoices
{
    IndexSettings index = {};
    DisplaySettings display = {};
    std::vector<WhatIf> whatIfs = {};

    bool operator==(const AllChoices &) const = default;
};

/// What the window shows now: the data, the choices, what follows from them, and what is pointed at.
/// Views read it and listen; none of them knows another. Each setter compares, stores, and emits once.
class AtlasState : public QObject
{
    Q_OBJECT

public:
    explicit AtlasState(QObject *parent = nullptr);

    /// Null until the first data are loaded.
    const std::shared_ptr<const Dataset> &dataset() const { return m_dataset; }
    /// The data as the files give them, whatever is tried; null as dataset().
    const std::shared_ptr<const Dataset> &givenDataset() const { return m_given; }
    /// The result without what is tried; worked out when it is asked for.
    const IndexResult &givenResult() const;
    const IndexSettings &indexSettings() const { return m_indexSettings; }
    const DisplaySettings &display() const { return m_display; }
    Theme theme() const { return m_theme; }

    /// Computed from the above; empty while there is no dataset.
    const IndexResult &result() const { return m_result; }
    const ShownVariable &shown() const { return *m_shown; }
    const std::shared_ptr<const ShownVariable> &shownVariable() const { return m_shown; }
    /// Whether that is a domain or a sub-index.
    bool showsNode() const;
    /// The index in its classes, whatever the map shows.
    const std::shared_ptr<const ShownVariable> &shownIndex() const { return m_shownIndex; }
    /// How they are cut.
    ClassScheme indexScheme() const;
    /// All the choices behind the result. Only while there is a dataset.
    Method method() const;
    /// What rounding leaves open of the result, and how published ranks compare with it; worked out when they
    /// are asked for.
    const RoundingBand &roundingBand() const;
    const PublishedRanks &publishedRanks() const;
    /// Draws of the rounding, where the method has no exact band; null until there are some of the present
    /// result, or why there can be none. See RoundingRun.
    const std::shared_ptr<const Result<RoundingDraws>> &roundingDraws() const { return m_roundingDraws; }
    /// What such draws begin with.
    uint64_t roundingSeed() const { return m_roundingSeed; }
    /// The ranks of many draws; null when there are none of the present result.
    const std::shared_ptr<const RankUncertainty> &uncertainty() const { return m_uncertainty; }
    /// Of the dataset's boundaries; null while there is no dataset.
    const std::shared_ptr<const MapShapes> &shapes() const { return m_shapes; }
    /// The map of the current state, in the theme asked for.
    MapScene scene(Theme theme, const QLocale &locale) const;
    /// Remarks on the data and on the index together. There can be very many: issueCount() writes none.
    Issues issues() const;
    size_t issueCount() const;

    /// The codes of the selected areas: a set made anew for each call.
    QSet<AreaCode> selection() const;
    /// The selected areas as positions, rising.
    const std::vector<size_t> &selectedAreas() const { return m_selectedAreas; }
    /// Position of an area by code; nothing when the data have none such.
    std::optional<size_t> findArea(const AreaCode &code) const;
    bool isSelected(size_t area) const { return area < m_isSelected.size() && m_isSelected[area]; }
    /// The area to explain: the one selected last that still is; nothing without a selection.
    std::optional<size_t> currentArea() const { return m_current; }
    std::optional<size_t> hovered() const { return m_hovered; }

    /// Replaces the data; without shapes, makes them. Choices that name indicators which the new
    /// data have not are dropped, and so is the selection.
    void setDataset(std::shared_ptr<const Dataset> dataset, std::shared_ptr<const MapShapes> shapes);
    void setDataset(const std::shared_ptr<const Dataset> &dataset);
    /// Replaces the data and every choice in one step. The choices must be of these data.
    void setAll(std::shared_ptr<const Dataset> dataset, std::shared_ptr<const MapShapes> shapes,
                const AllChoices &choices);
    void setIndexSettings(const IndexSettings &settings);
    /// Tries values in place of the data's; none brings the data back.
    void setWhatIfs(const std::vector<WhatIf> &whatIfs);
    void setDisplay(const DisplaySettings &display);
    /// All of these in one step, so that nobody sees some of them without the others.
    void setChoices(const AllChoices &choices);
    void setTheme(Theme theme);
    /// Draws of the present result and its classes; they go when others take their place.
    void setUncertainty(std::shared_ptr<const RankUncertainty> uncertainty);
    /// The same for draws of its rounding.
    void setRoundingDraws(std::shared_ptr<const Result<RoundingDraws>> draws);
    /// For draws of the results to come.
    void setRoundingSeed(uint64_t seed) { m_roundingSeed = seed; }
    /// Codes that the data have not are dropped. `current` is the area to explain.
    void setSelection(const QSet<AreaCode> &selection, const AreaCode &current = {});
    /// The same by positions, in any order.
    void setSelectedAreas(std::vector<size_t> areas, std::optional<size_t> current = {});
    void setHovered(std::optional<size_t> area);

signals:
    void datasetChanged(); ///< everything is new; resultChanged() and displayChanged() follow
    void resultChanged();  ///< scores, ranks and classes
    void displayChanged(); ///< looks, the variable shown among them
    void themeChanged();
    void uncertaintyChanged(); ///< also when draws under way would be of other classes
    void roundingDrawn();
    void selectionChanged();
    void hoverChanged();

private:
    void setResult();
    void classifyIndex();
    void classifyShown();

    std::shared_ptr<const Dataset> m_given;
    std::shared_ptr<const Dataset> m_dataset;     ///< the same, or with values tried
    mutable QHash<AreaCode, size_t> m_areaOfCode; ///< listed when a code is asked for first
    std::shared_ptr<const MapShapes> m_shapes;
    IndexSettings m_indexSettings;
    DisplaySettings m_display;
    Theme m_theme = Theme::Light;
    NormalisedIndicators m_indicators; ///< kept while only the indicators in use change
    IndexResult m_result;
    // None while nobody has asked.
    mutable std::optional<IndexResult> m_givenResult;       ///< where values are tried
    mutable std::optional<HalfUnits> m_halfUnits;           ///< of the dataset
    mutable std::optional<RoundingBand> m_roundingBand;     ///< of the result
    mutable std::optional<PublishedRanks> m_publishedRanks; ///< beside the result
    std::shared_ptr<const Result<RoundingDraws>> m_roundingDraws;
    uint64_t m_roundingSeed = RoundingDraws::usualSeed;
    std::shared_ptr<const RankUncertainty> m_uncertainty;
    std::shared_ptr<const ShownVariable> m_shownIndex = std::make_shared<ShownVariable>();
    std::shared_ptr<const ShownVariable> m_shown = m_shownIndex;
    std::vector<bool> m_isSelected;      ///< for each area
    std::vector<size_t> m_selectedAreas; ///< rising
    std::optional<size_t> m_current;     ///< one of them, unless there are none
    std::optional<size_t> m_hovered;
};

} // namespace atlas
