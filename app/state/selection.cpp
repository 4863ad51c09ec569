#include "app/state/selection.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace atlas {

Selection::Selection(QObject *parent) : QObject(parent) {}

void Selection::select(std::vector<AreaCode> codes, const AreaCode &current)
{
    if (!std::is_sorted(codes.begin(), codes.end())) // they usually are, and there can be many
        std::sort(codes.begin(), codes.end());
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    const auto isAmong = [&codes](const AreaCode &code) {
        return !code.isEmpty() && std::binary_search(codes.begin(), codes.end(), code);
    };
    AreaCode next;
    if (isAmong(current))
        next = current;
    else if (isAmong(m_current))
        next = m_current;
    else if (!codes.empty())
        next = codes.front();
    if (codes == m_codes && next == m_current)
        return;
    m_codes = std::move(codes);
    m_current = next;
    emit changed();
}

void Selection::hover(const AreaCode &code)
{
    if (code == m_hovered)
        return;
    m_hovered = code;
    emit hoverChanged();
}

SelectedAreas::SelectedAreas(Selection &selection, QObject *parent) : QObject(parent), m_selection(selection)
{
    connect(&selection, &Selection::changed, this, [this] {
        place();
        emit changed();
    });
    connect(&selection, &Selection::hoverChanged, this, [this] {
        placeHover();
        emit hoverChanged();
    });
}

void SelectedAreas::setDataset(std::shared_ptr<const Dataset> dataset)
{
    m_dataset = std::move(dataset);
    m_areaOfCode.clear();
    place();
    placeHover();
}

std::optional<size_t> SelectedAreas::find(const AreaCode &code) const
{
    if (m_areaOfCode.isEmpty() && m_dataset) {
        m_areaOfCode.reserve(static_cast<qsizetype>(m_dataset->areas.size()));
        for (size_t area = 0; area < m_dataset->areas.size(); ++area)
            m_areaOfCode.insert(m_dataset->areas[area].code, area);
    }
    const auto found = m_areaOfCode.constFind(code);
    return found == m_areaOfCode.constEnd() ? std::nullopt : std::optional(*found);
}

void SelectedAreas::place()
{
    m_areas.clear();
    m_isSelected.assign(m_dataset ? m_dataset->areas.size() : 0, false);
    for (const AreaCode &code : m_selection.codes())
        if (const auto area = find(code)) {
            m_areas.push_back(*area);
            m_isSelected[*area] = true;
        }
    std::sort(m_areas.begin(), m_areas.end());
    m_current = m_selection.current().isEmpty() ? std::nullopt : find(m_selection.current());
    if (!m_current && !m_areas.empty())
        m_current = m_areas.front();
}

void SelectedAreas::placeHover()
{
    m_hovered = m_selection.hovered().isEmpty() ? std::nullopt : find(m_selection.hovered());
}

AreaCode SelectedAreas::codeOf(std::optional<size_t> area) const
{
    return area ? m_dataset->areas[*area].code : AreaCode();
}

void SelectedAreas::select(std::vector<size_t> areas, std::optional<size_t> current)
{
    std::sort(areas.begin(), areas.end());
    areas.erase(std::unique(areas.begin(), areas.end()), areas.end());
    std::vector<AreaCode> codes;
    codes.reserve(areas.size());
    for (const size_t area : areas)
        codes.push_back(codeOf(area));
    m_selection.select(std::move(codes), codeOf(current));
}

void SelectedAreas::choose(size_t area, bool toggles)
{
    std::vector<size_t> areas;
    if (toggles) {
        areas = m_areas;
        if (std::erase(areas, area) > 0) {
            select(std::move(areas));
            return;
        }
    }
    areas.push_back(area);
    select(std::move(areas), area);
}

void SelectedAreas::selectAll()
{
    std::vector<size_t> all(m_isSelected.size());
    std::iota(all.begin(), all.end(), size_t(0));
    select(std::move(all));
}

void SelectedAreas::hover(std::optional<size_t> area)
{
    m_selection.hover(codeOf(area));
}

} // namespace atlas
