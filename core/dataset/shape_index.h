#pragma once

#include "core/boundaries/boundary_set.h"

#include <QHash>

#include <optional>

namespace atlas {

/// Finds shapes by what figures call them. Each way to look something up is made ready when it is first
/// needed. The boundaries must outlive it.
class ShapeIndex
{
public:
    explicit ShapeIndex(const BoundarySet &boundaries) : m_boundaries(boundaries) {}

    /// Rows often stand in the order of the shapes, and nothing need be looked up.
    std::optional<size_t> byCode(const AreaCode &code);
    // The others give nothing where several shapes fit.
    std::optional<size_t> byMendedCode(const QString &code);
    std::optional<size_t> byName(const QString &name);
    std::optional<size_t> byLooseName(const QString &name);
    std::optional<size_t> byKnownName(const QString &name);

    /// Whether several shapes have this name.
    bool isNameOfSeveral(const QString &name);

private:
    using Positions = QHash<QString, size_t>;

    static constexpr size_t several = static_cast<size_t>(-1);
    static void add(Positions &positions, const QString &key, size_t shape);
    static std::optional<size_t> find(const Positions &positions, const QString &key);
    const Positions &names();
    void addKnownNames();

    const BoundarySet &m_boundaries;
    size_t m_next = 0; ///< the shape after the one found last by its code
    std::optional<QHash<AreaCode, size_t>> m_byCode;
    std::optional<Positions> m_byMendedCode;
    std::optional<Positions> m_byName;
    std::optional<Positions> m_byLooseName;
    std::optional<Positions> m_byKnownName;
};

} // namespace atlas
