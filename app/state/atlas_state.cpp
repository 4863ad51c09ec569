#include "app/state/atlas_state.h"

#include "core/project/method_check.h"
#include "core/render/certainty_pattern.h"

#include <QSignalBlocker>

#include <algorithm>
#include <tuple>
#include <utility>

namespace atlas {

AtlasState::AtlasState(QObject *parent) : QObject(parent) {}

MapScene AtlasState::scene(Theme theme, const QLocale &locale) const
{
    MapScene scene =
        makeMapScene(*m_dataset, m_result, *m_shown, m_indexSettings, m_display, theme, m_shapes, locale);
    if (m_uncertainty && m_display.certainty && m_shown == m_shownIndex)
        addCertainty(scene, classCertainty(*m_uncertainty, m_shownIndex->classification.classes),
                     m_uncertainty->settings, locale);
    return scene;
}

bool AtlasState::showsNode() const
{
    return m_dataset && m_shown != m_shownIndex && !m_dataset->findIndicator(m_shown->code);
}

ClassScheme AtlasState::indexScheme() const
{
    // Own breaks are of the variable on the map.
    return m_display.shown == indexCode ? m_display.scheme() : m_display.otherScheme();
}

Method AtlasState::method() const
{
    return methodOf(m_indexSettings, indexScheme(), *m_dataset, m_result);
}

const IndexResult &AtlasState::givenResult() const
{
    if (m_dataset == m_given)
        return m_result;
    if (!m_givenResult)
        m_givenResult = computeIndex(*m_given, m_indexSettings);
    return *m_givenResult;
}

const RoundingBand &AtlasState::roundingBand() const
{
    if (!m_halfUnits)
        m_halfUnits.emplace(*m_dataset);
    if (!m_roundingBand)
        m_roundingBand = atlas::roundingBand(m_result, *m_halfUnits);
    return *m_roundingBand;
}

const PublishedRanks &AtlasState::publishedRanks() const
{
    if (!m_publishedRanks)
        m_publishedRanks = comparePublishedRanks(*m_dataset, m_result, roundingBand());
    return *m_publishedRanks;
}

Issues AtlasState::issues() const
{
    return m_dataset ? allIssues(*m_dataset, m_result) : Issues();
}

size_t AtlasState::issueCount() const
{
    return m_dataset ? atlas::issueCount(*m_dataset, m_result) : 0;
}

std::optional<size_t> AtlasState::findArea(const AreaCode &code) const
{
    if (m_areaOfCode.isEmpty() && m_dataset) {
        m_areaOfCode.reserve(static_cast<qsizetype>(m_dataset->areas.size()));
        for (size_t area = 0; area < m_dataset->areas.size(); ++area)
            m_areaOfCode.insert(m_dataset->areas[area].code, area);
    }
    const auto found = m_areaOfCode.constFind(code);
    return found == m_areaOfCode.constEnd() ? std::nullopt : std::optional(*found);
}

QSet<AreaCode> AtlasState::selection() const
{
    QSet<AreaCode> codes;
    codes.reserve(static_cast<qsizetype>(m_selectedAreas.size()));
    for (const size_t area : m_selectedAreas)
        codes.insert(m_dataset->areas[area].code);
    return codes;
}

void AtlasState::setDataset(const std::shared_ptr<const Dataset> &dataset)
{
    setDataset(dataset, std::make_shared<const MapShapes>(dataset->boundaries));
}

void AtlasState::setDataset(std::shared_ptr<const Dataset> dataset, std::shared_ptr<const MapShapes> shapes)
{
    const IndexSettings fitting = withoutStrangers(m_indexSettings, *dataset);
    setAll(std::move(dataset), std::move(shapes), {fitting, m_display, {}});
}

void AtlasState::setAll(std::shared_ptr<const Dataset> dataset, std::shared_ptr<const MapShapes> shapes,
                        const AllChoices &choices)
{
    m_given = std::move(dataset);
    m_dataset = choices.whatIfs.empty() ? m_given : withWhatIfs(*m_given, choices.whatIfs);
    m_shapes = std::move(shapes);
    m_areaOfCode.clear();
    m_indexSettings = choices.index;
    m_display = choices.display;
    m_isSelected.assign(m_dataset->areas.size(), false);
    m_selectedAreas.clear();
    m_current.reset();
    m_hovered.reset();
    m_indicators = normaliseIndicators(*m_dataset, m_indexSettings.scale);
    m_halfUnits.reset();
    setResult();
    if (!canShow(*m_dataset, m_result, m_display.shown)) {
        m_display.shown = indexCode;
        m_display.breaks.clear(); // in another unit
        classifyIndex();
    }
    classifyShown();
    emit datasetChanged();
    emit resultChanged();
    emit displayChanged();
    emit selectionChanged();
    emit hoverChanged();
}

void AtlasState::setIndexSettings(const IndexSettings &settings)
{
    if (settings == m_indexSettings)
        return;
    const bool sameScale = settings.scale == m_indexSettings.scale;
    m_indexSettings = settings;
    if (m_dataset) {
        if (!sameScale)
            m_indicators = normaliseIndicators(*m_dataset, m_indexSettings.scale);
        setResult();
        if (!m_dataset->findIndicator(m_display.shown))
            classifyShown();
    }
    emit resultChanged();
}

void AtlasState::setWhatIfs(const std::vector<WhatIf> &whatIfs)
{
    if (!m_dataset || whatIfs == m_dataset->whatIfs)
        return;
    m_dataset = whatIfs.empty() ? m_given : withWhatIfs(*m_given, whatIfs);
    m_halfUnits.reset();
    m_indicators = normaliseIndicators(*m_dataset, m_indexSettings.scale);
    setResult();
    classifyShown();
    emit resultChanged();
}

void AtlasState::setDisplay(const DisplaySettings &display)
{
    if (display == m_display)
        return;
    const auto classesOf = [](const DisplaySettings &d) {
        return std::tie(d.shown, d.classCount, d.breaks, d.quantileRule);
    };
    const bool sameClasses = classesOf(display) == classesOf(m_display);
    m_display = display;
    bool otherClasses = false;
    if (m_dataset && !sameClasses) {
        const std::shared_ptr<const ShownVariable> before = m_shownIndex;
        classifyIndex();
        classifyShown();
        otherClasses = before->classification.classes != m_shownIndex->classification.classes;
    }
    if (otherClasses)
        m_uncertainty.reset();
    emit displayChanged();
    if (otherClasses)
        emit uncertaintyChanged();
}

void AtlasState::setChoices(const AllChoices &choices)
{
    const bool otherWhatIfs = m_dataset && choices.whatIfs != m_dataset->whatIfs;
    const bool otherResult = choices.index != m_indexSettings || otherWhatIfs;
    if (!otherResult) {
        setDisplay(choices.display);
        return;
    }
    const bool otherDisplay = choices.display != m_display;
    {
        const QSignalBlocker quiet(this);
        setIndexSettings(choices.index);
        setWhatIfs(choices.whatIfs);
        setDisplay(choices.display);
    }
    emit resultChanged();
    if (otherDisplay)
        emit displayChanged();
}

void AtlasState::setTheme(Theme theme)
{
    if (theme == m_theme)
        return;
    m_theme = theme;
    emit themeChanged();
}

void AtlasState::setUncertainty(std::shared_ptr<const RankUncertainty> uncertainty)
{
    if (uncertainty == m_uncertainty)
        return;
    m_uncertainty = std::move(uncertainty);
    emit uncertaintyChanged();
}

void AtlasState::setRoundingDraws(std::shared_ptr<const Result<RoundingDraws>> draws)
{
    if (draws == m_roundingDraws)
        return;
    m_roundingDraws = std::move(draws);
    emit roundingDrawn();
}

void AtlasState::setSelection(const QSet<AreaCode> &selection, const AreaCode &current)
{
    std::vector<size_t> areas;
    areas.reserve(static_cast<size_t>(selection.size()));
    for (const AreaCode &code : selection)
        if (const auto area = findArea(code))
            areas.push_back(*area);
    setSelectedAreas(std::move(areas), findArea(current));
}

void AtlasState::setSelectedAreas(std::vector<size_t> areas, std::optional<size_t> current)
{
    std::sort(areas.begin(), areas.end());
    areas.erase(std::unique(areas.begin(), areas.end()), areas.end());
    const auto isAmong = [&areas](std::optional<size_t> area) {
        return area && std::binary_search(areas.begin(), areas.end(), *area);
    };
    std::optional<size_t> newCurrent;
    if (isAmong(current))
        newCurrent = current;
    else if (isAmong(m_current))
        newCurrent = m_current;
    else if (!areas.empty())
        newCurrent = areas.front();
    if (areas == m_selectedAreas && newCurrent == m_current)
        return;
    m_selectedAreas = std::move(areas);
    m_current = newCurrent;
    std::fill(m_isSelected.begin(), m_isSelected.end(), false);
    for (const size_t area : m_selectedAreas)
        m_isSelected[area] = true;
    emit selectionChanged();
}

void AtlasState::setHovered(std::optional<size_t> area)
{
    if (area == m_hovered)
        return;
    m_hovered = area;
    emit hoverChanged();
}

void AtlasState::setResult()
{
    m_result = computeIndex(*m_dataset, m_indexSettings, m_indicators);
    m_givenResult.reset();
    m_roundingBand.reset();
    m_publishedRanks.reset();
    m_roundingDraws.reset();
    m_uncertainty.reset(); // listeners to resultChanged() see that it is gone
    classifyIndex();
}

void AtlasState::classifyIndex()
{
    const bool showsIndex = m_shown == m_shownIndex;
    m_shownIndex = std::make_shared<const ShownVariable>(showIndex(m_result, indexScheme()));
    if (showsIndex)
        m_shown = m_shownIndex;
}

void AtlasState::classifyShown()
{
    m_shown = m_shownIndex;
    if (m_display.shown != indexCode)
        m_shown = std::make_shared<const ShownVariable>(showVariable(
            *m_dataset, m_result, m_indexSettings.rankRule, m_display.shown, m_display.scheme()));
}

} // namespace atlas
