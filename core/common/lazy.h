#pragma once

#include <mutex>
#include <optional>

namespace atlas {

/// A value that is worked out when it is first asked for, once, whichever thread asks. Where working it out
/// throws, the next who asks tries again.
template <typename Value>
class Lazy
{
public:
    /// `make` gives the value; it must give the same each time.
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
