#pragma once

#include "core/boundaries/boundary_set.h"
#include "core/dataset/join_report.h"
#include "core/dataset/likely_pairs.h"

#include <QAbstractTableModel>
#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace atlas {

/// The two sides of a join, as far as a person has decided about them.
struct MatchSides
{
    std::shared_ptr<const BoundarySet> boundaries;
    std::vector<RowJoin> rows;
    std::vector<LikelyPair> likely;     ///< in the order of the rows
    std::map<QString, QString> matches; ///< as the plan keeps them

    /// Areas without a row, in their order.
    std::vector<size_t> freeAreas() const;
    /// The likely pair of a row, as long as neither of the two is joined; null without.
    const LikelyPair *likelyOf(size_t row) const;
    /// The accepted pair that decides about a row; null without.
    const std::pair<const QString, QString> *decided(size_t row) const;
    /// The row that has the area already of one that repeats it.
    std::optional<size_t> firstOfSame(size_t row) const;
};

/// One part of the two sides as a table.
class MatchModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Part { OnlyInTable, OnlyInBoundaries, Joined };
    /// Of the rows: Likely and Why of OnlyInTable alone, Area and How of Joined alone.
    enum RowColumn { Name, Code, Row, Likely, Why, Area = Likely, How = Why, RowColumnCount };
    enum AreaColumn { AreaName, AreaCodeColumn, AreaColumnCount };

    /// Which rows of Joined to show.
    enum Kind {
        Accepted = 1,   ///< by a person, or kept apart by one
        NotByCode = 2,  ///< joined by something less certain
        InDoubt = 4,    ///< something speaks against it
        Doubled = 8,    ///< several rows are of one area
        NotAnArea = 16, ///< benchmarks, and rows that are left out
    };
    /// The kinds of a row, added up.
    static constexpr int kindRole = Qt::UserRole;
    /// What to sort by: numbers of rows are numbers.
    static constexpr int sortRole = Qt::UserRole + 1;

    explicit MatchModel(Part part, QObject *parent = nullptr) : QAbstractTableModel(parent), m_part(part) {}

    /// The sides must outlive the model, or be set anew; null for none.
    void setSides(const MatchSides *sides);
    /// Position among all rows, or all areas, of a row of the model.
    size_t itemAt(int row) const { return m_items[static_cast<size_t>(row)]; }
    /// The row of the model; -1 where it is in another part.
    int rowOf(size_t item) const;
    int countOf(Kind kind) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString textOf(size_t item, int column) const;
    QString howText(size_t row) const;
    int kindsOf(size_t row) const;

    Part m_part;
    const MatchSides *m_sides = nullptr;
    std::vector<size_t> m_items;
    std::vector<bool> m_areDoubled; ///< for each row
    std::vector<bool> m_areDecided; ///< by a person
};

} // namespace atlas
