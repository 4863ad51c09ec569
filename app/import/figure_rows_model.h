#pragma once

#include "app/import/assistant_page.h"

#include <QAbstractTableModel>

#include <vector>

namespace atlas {

/// What a row of the file is for the figures.
enum class FileRow { Above, Head, Figures, LeftOut };

/// The first rows of a table of figures as they will be read: what stands above the heads, the heads, the
/// rows of areas, and notes. Columns are those of the plan. Numbers are shown as they are understood, what is
/// no number as it was typed.
class FigureRowsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { RowRole = Qt::UserRole }; ///< a FileRow, as int

    using QAbstractTableModel::QAbstractTableModel;

    void setDraft(const ImportDraft &draft);
    const FiguresPlan &plan() const { return m_plan; }
    /// Whether the column is a guess that is still to be confirmed.
    bool isOpen(int column) const;
    const std::vector<int> &openColumns() const { return m_open; }
    FileRow kindOf(int row) const { return m_rows[static_cast<size_t>(row)].kind; }
    /// The first row that is of an area; 0 where none is.
    int firstFigures() const;
    /// The reason for what the column is taken for, or the question about it.
    QString reasonText(int section) const;
    /// How its numbers are written: "decimal comma, per cent"; empty where it holds none, or the file says
    /// it.
    QString formatText(int section) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct ShownRow
    {
        int gridRow = 0;
        FileRow kind = FileRow::Figures;
        QString why; ///< it is left out
    };

    const PlannedColumn &column(int section) const { return m_plan.columns[static_cast<size_t>(section)]; }
    void addRows(const ImportDraft &draft);
    QString cellText(const ShownRow &row, const PlannedColumn &column) const;
    QString tipFor(const ShownRow &row, const PlannedColumn &column) const;
    QVariant columnHead(int section, int role) const;
    QVariant rowHead(int section, int role) const;

    std::shared_ptr<const Grid> m_grid;
    FiguresPlan m_plan;
    MissingSymbols m_symbols;
    std::vector<ShownRow> m_rows;
    std::vector<int> m_open;
};

} // namespace atlas
