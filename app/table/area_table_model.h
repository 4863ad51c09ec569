#pragma once

#include "app/table/benchmark_rows.h"
#include "app/table/table_content.h"
#include "app/table/table_filter.h"
#include "core/snapshot/snapshot.h"

#include <QAbstractTableModel>
#include <QLocale>

#include <QStringList>

#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace atlas {

class Document;

/// The areas as a table: row `i` is area `i` of the dataset. Follows the document; never changes it.
class AreaTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// Beside the usual roles. Of headers: DomainRole, UsedRole, PinnedRole and BenchmarksRole only.
    enum Role {
        SortRole = Qt::UserRole, ///< double, NaN where missing
        ClassRole,               ///< int, 1 least disengaged; 0 without a class
        MarkRole,                ///< QString, "Q4"; empty without a class
        WidestMarkRole, ///< QString, the mark that needs most room in the column, whatever the settings
        AreaRole,       ///< int, position of the area in the dataset
        MapNumberRole,  ///< int, the area's number on the map; 0 when there is none
        DomainRole,     ///< QString, name of the column's domain; empty when there is none
        UsedRole,       ///< bool, false for indicators that the index leaves out
        MissingRole,    ///< bool, whether the cell has no figure
        BarRole,        ///< double, from 0 at the column's least number to 1 at its greatest; NaN for no bar
        StrongRole,     ///< bool, for the figures that all others lead to: those of the index
        PinnedRole,     ///< bool, whether the column stays in sight at the right
        BenchmarksRole, ///< QStringList, what stands above the column on each line; empty for no lines
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

    /// Adds columns with the change since another period, or takes them away: null. Other data take them
    /// away too.
    void setOtherPeriod(const std::shared_ptr<const OtherPeriod> &otherPeriod);
    const std::shared_ptr<const OtherPeriod> &otherPeriod() const { return m_content.otherPeriod; }
    /// The periods of the figures beside the one on show, in the order of time.
    QStringList otherPeriods() const;

    /// The table as it is shown, with these areas for rows.
    Table tableOf(std::vector<size_t> areas) const;
    /// How its cells look, one for each class, [0] for none.
    const std::vector<CellFormat> &formats() const { return m_content.formats; }
    /// What its numbers are written in.
    const QLocale &locale() const { return m_locale; }

    /// What stands above the areas, if anything: for each column a figure.
    const Benchmarks &benchmarks() const;

    /// Lasting name of a column; see TableContent::codeOf().
    QString columnCode(int column) const;
    /// Position of a column by its name; -1 when there is none.
    int findColumn(const QString &code) const;
    /// The code of what a column can show on the map: an indicator, a domain or the index; else empty.
    QString variableCode(int column) const;
    /// Whether a column is of an indicator, which can be left out of the index.
    bool isOfAnIndicator(int column) const;
    /// Whether an indicator is not switched off.
    bool isSwitchedOn(int column) const;
    /// Whether the numbers of a column follow from the index: its score or its rank.
    bool isOfTheIndex(int column) const;
    /// The least and the greatest number of a column as measured; NaN where it has none.
    std::pair<double, double> extremes(int column) const;
    /// Whether areas lack a value of the index.
    bool hasGaps() const;
    /// Whether each area meets a filter. What a filter says of columns that are not there asks for nothing.
    std::vector<bool> passing(const TableFilter &filter) const;
    /// The rows with the least and the greatest number of a column, for its width. For names, the longest.
    std::vector<int> extremeRows(int column) const;

private:
    void reset();
    void follow(Changes changes);
    void dropColumns(const TableContent &next);
    void takeOver(TableContent next);
    void announceChange();
    void followLooks();
    void take(TableContent next);
    QStringList benchmarksOf(size_t column) const;
    QString benchmarkSpeech(size_t column) const;

    const Document &m_document;
    TableContent m_content;
    std::vector<uint32_t> m_rowsByName;
    std::vector<int> m_namePlaces; ///< of each row in m_rowsByName
    QLocale m_locale;
    mutable Benchmarks m_benchmarks;
    mutable bool m_hasBenchmarks = false; ///< whether those are of the present content
};

} // namespace atlas
