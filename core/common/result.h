#pragma once

#include "core/common/plain_text.h"

#include <QString>

#include <utility>
#include <variant>

namespace atlas {

/// Why there is no result: one sentence that says what went wrong, where, and what to do, on one line.
/// `details` holds the words of the library underneath, for a "details" button; it may be empty.
struct Error
{
    Error() = default; // as signals want it
    Error(const QString &sentence, QString wordsUnderneath)
        : message(plainLine(sentence)), details(std::move(wordsUnderneath))
    {}

    QString message;
    QString details;

    bool operator==(const Error &) const = default;
};

/// Nothing to return but success.
struct Done
{
    bool operator==(const Done &) const = default;
};

/// Either a value or the Error that explains why there is none.
template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    const T &value() const & { return std::get<0>(m_state); }
    T &value() & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    const Error &error() const { return std::get<1>(m_state); }

    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

private:
    std::variant<T, Error> m_state;
};

} // namespace atlas
