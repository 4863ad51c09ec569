#pragma once

class QHeaderView;

namespace atlas {

/// Which columns of a table stay in sight while the others are scrolled, and where: the first one at the
/// left, and at the right those for which the model's header says so (AreaTableModel::PinnedRole), which
/// must stand last. Where the others would have no room left, only the first one stays.
class PinnedColumns
{
public:
    explicit PinnedColumns(const QHeaderView &header) : m_header(header) {}

    /// Width of the first column while others are scrolled under it; else 0.
    int left() const;
    /// Width of the columns held at the right while others are scrolled under them; else 0.
    int right() const;
    /// What to add to where scrolling has taken a column to find where it is seen.
    int shift(int column) const;
    /// The column seen at a place; -1 for none.
    int columnAt(int x) const;

    /// Whether a column belongs to those at the right.
    static bool isOfTheRight(const QHeaderView &header, int column);

private:
    int beyond() const;
    int widthOfTheRight() const;

    const QHeaderView &m_header;
};

} // namespace atlas
