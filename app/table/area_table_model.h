#pragma once

#include "app/table/table_content.h"
#include "core/snapshot/snapshot.h"

#include <QAbstractTableModel>
#include <QLocale>

#include <cstdint>
#include <vector>

namespace atlas {

class Document;

/// The areas as a table: row `i` is area `i` of the dataset. Follows the document; never changes it.
class AreaTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// Beside the usual roles. Of headers: DomainRole and UsedRole only.
    enum Role {
        SortRole = Qt::UserRole, ///< double, NaN where missing
        ClassRole,               ///< int, 1 least disengaged; 0 without a class
        MarkRole,                ///< QString, "Q4"; empty without a class
        WidestMarkRole, ///< QString, the mark that needs most room in the column, whatever the settings
        AreaRole,       ///< int, position of the area in the dataset
        MapNumberRole,  ///< int, the area's number on the map; 0 when there is none
        DomainRole,     ///< QString, name of the column's domain; empty when there is none
        UsedRole,       ///< bool, false for indicators that the index leaves out
    };

    static constexpr int nameColumn = 0;

    explicit AreaTableModel(const Document &document, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// What SortRole gives; for names their place in the alphabet.
    double sortValue(int row, int column) const;
    /// What SortRole gives, for every row.
    std::vector<double> sortValues(int column) const;
    /// The rows by name, as people sort names: "Area 2" before "Area 10".
    const std::vector<uint32_t> &rowsByName() const { return m_rowsByName; }

    /// The table as it is shown, with these areas for rows.
    Table tableOf(std::vector<size_t> areas) const;
    /// How its cells look, one for each class, [0] for none.
    const std::vector<CellFormat> &formats() const { return m_content.formats; }
    /// What its numbers are written in.
    const QLocale &locale() const { return m_locale; }

    /// Lasting name of a column; see TableContent::codeOf().
    QString columnCode(int column) const;
    /// Position of a column by its name; -1 when there is none.
    int findColumn(const QString &code) const;
    /// Whether the numbers of a column follow from the index: its score or its rank.
    bool isOfTheIndex(int column) const;
    /// The rows with the least and the greatest number of a column, for its width. For names, the longest.
    std::vector<int> extremeRows(int column) const;

private:
    void reset();
    void follow(Changes changes);
    void dropColumns(const TableContent &next);
    void takeOver(TableContent next);
    void announceChange();

    const Document &m_document;
    TableContent m_content;
    std::vector<uint32_t> m_rowsByName;
    std::vector<int> m_namePlaces; ///< of each row in m_rowsByName
    QLocale m_locale;
};

} // namespace atlas
