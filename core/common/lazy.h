#pragma once

#include <mutex>
#include <optional>

namespace atlas {

/// A value worked out once, when first asked for, by whichever thread asks. If that throws, the next call
/// tries again.
template <typename Value>
class Lazy
{
public:
    /// `make` returns the value, and must always return the same one.
    template <typename Make>
    const Value &get(const Make &make) const
    {
        std::call_once(m_once, [&] { m_value.emplace(make()); });
        return *m_value;
    }

private:
    mutable std::once_flag m_once;
    mutable std::optional<Value> m_value;
};

} // namespace atlas
