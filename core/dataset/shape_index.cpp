#include "core/dataset/shape_index.h"

#include "core/common/code_text.h"
#include "core/dataset/known_areas.h"
#include "core/indicators/name_matching.h"

namespace atlas {

void ShapeIndex::add(Positions &positions, const QString &key, size_t shape)
{
    if (key.isEmpty())
        return;
    const auto known = positions.constFind(key);
    if (known == positions.constEnd())
        positions.insert(key, shape);
    else if (*known != shape)
        positions[key] = several;
}

std::optional<size_t> ShapeIndex::find(const Positions &positions, const QString &key)
{
    const auto found = positions.constFind(key);
    if (key.isEmpty() || found == positions.constEnd() || *found == several)
        return {};
    return *found;
}

std::optional<size_t> ShapeIndex::byCode(const AreaCode &code)
{
    if (code.isEmpty())
        return {};
    if (m_next < m_boundaries.size() && m_boundaries.areas[m_next].code == code)
        return m_next++;
    if (!m_byCode) {
        m_byCode.emplace();
        m_byCode->reserve(static_cast<qsizetype>(m_boundaries.size()));
        for (size_t i = 0; i < m_boundaries.size(); ++i)
            if (!m_boundaries.areas[i].code.isEmpty())
                m_byCode->insert(m_boundaries.areas[i].code, i);
    }
    const auto found = m_byCode->constFind(code);
    if (found == m_byCode->constEnd())
        return {};
    m_next = *found + 1;
    return *found;
}

std::optional<size_t> ShapeIndex::byMendedCode(const QString &code)
{
    if (!m_byMendedCode) {
        m_byMendedCode.emplace();
        for (size_t i = 0; i < m_boundaries.size(); ++i)
            if (!isPlaceholderCode(m_boundaries.areas[i].code.text))
                add(*m_byMendedCode, plainCode(m_boundaries.areas[i].code.text), i);
    }
    return find(*m_byMendedCode, plainCode(code));
}

const ShapeIndex::Positions &ShapeIndex::names()
{
    if (!m_byName) {
        m_byName.emplace();
        for (size_t i = 0; i < m_boundaries.size(); ++i)
            add(*m_byName, foldName(m_boundaries.areas[i].name), i);
    }
    return *m_byName;
}

std::optional<size_t> ShapeIndex::byName(const QString &name)
{
    return find(names(), foldName(name));
}

bool ShapeIndex::isNameOfSeveral(const QString &name)
{
    return names().value(foldName(name), 0) == several;
}

std::optional<size_t> ShapeIndex::byLooseName(const QString &name)
{
    if (!m_byLooseName) {
        m_byLooseName.emplace();
        for (size_t i = 0; i < m_boundaries.size(); ++i)
            add(*m_byLooseName, looseName(m_boundaries.areas[i].name), i);
    }
    return find(*m_byLooseName, looseName(name));
}

/// The known names of a shape are those of its code; of one without an ONS code those of the area that alone
/// has its name.
void ShapeIndex::addKnownNames()
{
    QHash<QString, const KnownArea *> areaOfName; // null where several have it
    for (const KnownArea &area : knownAreas()) {
        for (const QString &name : area.names) {
            const QString key = foldName(name);
            const KnownArea *other = areaOfName.value(key, &area);
            areaOfName[key] = other && other->names == area.names ? other : nullptr;
        }
    }
    m_byKnownName.emplace();
    for (size_t i = 0; i < m_boundaries.size(); ++i) {
        const BoundaryArea &shape = m_boundaries.areas[i];
        const KnownArea *area =
            isOnsCode(shape.code.text) ? findKnownArea(shape.code) : areaOfName.value(foldName(shape.name));
        if (!area)
            continue;
        for (const QString &name : area->names) {
            add(*m_byKnownName, foldName(name), i);
            add(*m_byKnownName, QLatin1Char(' ') + looseName(name), i);
        }
    }
}

std::optional<size_t> ShapeIndex::byKnownName(const QString &name)
{
    if (!m_byKnownName)
        addKnownNames();
    if (const auto found = find(*m_byKnownName, foldName(name)))
        return found;
    return find(*m_byKnownName, QLatin1Char(' ') + looseName(name));
}

} // namespace atlas
